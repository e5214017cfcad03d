import { Parser, type DefaultTreeAdapterTypes, defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5'
import { MAX_PAGE_DEPTH, MAX_PAGE_NODES } from './limits'
import { refuse } from './refuse'

export type PageNode = DefaultTreeAdapterTypes.Node
export type PageElement = DefaultTreeAdapterTypes.Element
export type PageDocument = DefaultTreeAdapterTypes.Document

/**
 * A page's tree as browsers build it (parse5, WHATWG), without running or fetching anything.
 *
 * @throws AppError `unreadable` for pages built to exhaust a reader: nested or filled beyond what any page needs
 */
export function parsePage(html: string, fileName: string): PageDocument {
  let depth = 0
  let nodes = 0
  const count = () => {
    if (++nodes > MAX_PAGE_NODES)
      throw refuse('unreadable', fileName, 'has far more parts than a page of text has; it was not read.')
  }
  const parser = new Parser<DefaultTreeAdapterMap>({
    // What a reader sees with scripts off stands in noscript elements; with scripts on it is hidden, as it is here.
    scriptingEnabled: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tag, namespace, attributes) {
        count()
        return defaultTreeAdapter.createElement(tag, namespace, attributes)
      },
      createCommentNode(data) {
        count()
        return defaultTreeAdapter.createCommentNode(data)
      },
      onItemPush() {
        if (++depth > MAX_PAGE_DEPTH)
          throw refuse('unreadable', fileName, 'is nested deeper than any page of text needs; it was not read.')
      },
      onItemPop() {
        depth--
      },
    },
  })
  parser.tokenizer.write(html, true)
  return parser.document
}

export const isElement = (node: PageNode): node is PageElement => 'tagName' in node
export const isText = (node: PageNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value
}
