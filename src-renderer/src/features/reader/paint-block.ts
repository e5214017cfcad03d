import type { Block, Inline } from '@contract/entities'
import type { Range } from '@core/text/model'
import { hiddenCharacters } from '../../text/hidden-characters'
import { byPlace } from '../../text/interval-index'
import { lanesOf } from '../../text/lanes'
import { markTree, type MarkTree } from '../../text/mark-tree'
import type { Mark } from '../../text/marks'

/** One thing that a stretch of a block bears. */
type Span = Range & { readonly id: string } & (
    | { readonly bears: 'mark'; readonly mark: Mark; readonly lane: number }
    | { readonly bears: 'inline'; readonly inline: Inline }
    | { readonly bears: 'hidden'; readonly name: string }
    | { readonly bears: 'change'; readonly change: Change }
  )

const INLINE_ELEMENTS = { emphasis: 'em', strong: 'strong', code: 'code', link: 'span' } as const

/** Words that another text of the story has not, or that it has instead. */
export interface Change extends Range {
  readonly kind: 'removed' | 'added'
}

export interface BlockContent {
  readonly text: string
  readonly block: Block
  readonly inlines: readonly Inline[]
  /** Marks that touch the block, in the order of the text. */
  readonly marks: readonly Mark[]
  /** Where two texts are compared: what differs. */
  readonly changes?: readonly Change[]
}

/** What a block's look depends on besides its own text: as long as it is the same, the block need not be drawn again. */
export function signature(marks: readonly Mark[]): string {
  return marks.map(({ id, kind, look, start, end }) => `${id}:${kind}:${look}:${start}:${end}`).join('|')
}

/**
 * Draws a block's text with all that it bears. Only elements and text nodes are made, and the text nodes together are
 * the block's text to the character, which is what offsets rest on.
 *
 * @param describe a mark in words, for assistive technology
 * @param made is told each element of a mark
 */
export function paintBlock(
  { text, block, inlines, marks, changes = [] }: BlockContent,
  describe: (mark: Mark) => string,
  made: (mark: Mark, element: HTMLElement) => void,
): DocumentFragment {
  const lanes = lanesOf(marks.filter((mark) => mark.kind !== 'highlight'))
  const spans: Span[] = [
    ...marks.map((mark): Span => ({
      ...mark,
      bears: 'mark',
      mark,
      start: mark.start,
      end: mark.end,
      lane: lanes.get(mark.id) ?? 0,
    })),
    ...changes.map((change, index): Span => ({
      start: change.start,
      end: change.end,
      id: `c${index}`,
      bears: 'change',
      change,
    })),
    ...inlines.map((inline, index): Span => ({ ...inline, id: `i${index}`, bears: 'inline', inline })),
    ...hiddenCharacters(text, block.start, block.end).map((hidden): Span => ({
      ...hidden,
      id: `h${hidden.start}`,
      bears: 'hidden',
    })),
  ].sort(byPlace)
  const described = new Set<string>()
  const fragment = document.createDocumentFragment()
  write(fragment, markTree(block, spans))
  return fragment

  function write(parent: Node, tree: MarkTree<Span>): void {
    for (const part of tree) {
      if (!('span' in part)) {
        parent.appendChild(document.createTextNode(text.slice(part.start, part.end)))
        continue
      }
      const element = elementOf(part.span)
      write(element, part.children)
      parent.appendChild(element)
    }
  }

  function elementOf(span: Span): HTMLElement {
    if (span.bears === 'hidden') {
      const element = document.createElement('span')
      element.className = 'hidden-character'
      element.dataset['name'] = span.name
      return element
    }
    if (span.bears === 'change') return document.createElement(span.change.kind === 'removed' ? 'del' : 'ins')
    if (span.bears === 'inline') {
      const { kind, href } = span.inline
      const element = document.createElement(INLINE_ELEMENTS[kind])
      if (kind === 'link') {
        element.className = 'link'
        element.title = href ?? ''
      }
      return element
    }
    const { mark, lane } = span
    const element = document.createElement('mark')
    element.className = `${mark.kind} ${mark.look}${mark.insertion ? ' stray' : ''} lane-${lane}`
    element.dataset['mark'] = mark.id
    // Said once: a mark that is cut up by others would otherwise repeat itself at every piece.
    if (!described.has(mark.id) && mark.start >= block.start) {
      described.add(mark.id)
      element.setAttribute('aria-description', describe(mark))
    }
    made(mark, element)
    return element
  }
}
