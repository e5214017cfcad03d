import { BLOCK_ELEMENTS, isHidden } from './html-visible'
import { attribute, isElement, isText, type PageNode } from './html-parse'

/** A visible element or text, in document order. Children follow their parent; `end` is one past the last of them. */
export interface OutlineNode {
  readonly node: PageNode
  readonly parent: number
  end: number
}

/** A run of text that a reader sees as one paragraph or line. */
export interface Run {
  /** Index of the block element it stands in. */
  readonly element: number
  /** Indexes of its first and last text. */
  readonly first: number
  last: number
  /** Characters without white space, and how many of them are links. */
  chars: number
  linkChars: number
  text: string
}

export interface Outline {
  readonly nodes: readonly OutlineNode[]
  readonly runs: readonly Run[]
  /** For each node, and one past the last: index of the first run at or after it. */
  readonly runFrom: Int32Array
}

/** Characters of a run's text that are kept for judging it. */
const KEPT = 4_000

/** What a reader sees of a page, flat and in order; made without recursion, so depth does not matter. */
export function outlinePage(root: PageNode): Outline {
  const nodes: OutlineNode[] = []
  const runs: Run[] = []
  /** Block element and link that the node at the same index stands in; -1 for none. */
  const blocks: number[] = []
  const links: number[] = []
  let run: Run | undefined
  const stack: { node: PageNode; parent: number; leave?: number }[] = [{ node: root, parent: -1 }]
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { node, parent, leave } = item
    if (leave !== undefined) {
      ;(nodes[leave] as OutlineNode).end = nodes.length
      if (isBlock((nodes[leave] as OutlineNode).node)) run = undefined
      continue
    }
    const index = nodes.length
    if (isText(node)) {
      nodes.push({ node, parent, end: index + 1 })
      blocks.push(blocks[parent] ?? -1)
      links.push(links[parent] ?? -1)
      const visible = node.value.replace(/\s+/gu, '').length
      if (!visible) continue
      const element = blocks[index] as number
      if (!run || run.element !== element)
        runs.push((run = { element, first: index, last: index, chars: 0, linkChars: 0, text: '' }))
      run.last = index
      run.chars += visible
      if ((links[index] as number) >= 0) run.linkChars += visible
      if (run.text.length < KEPT) run.text += node.value.slice(0, KEPT)
      continue
    }
    if (isElement(node) && isHidden(node)) continue
    nodes.push({ node, parent, end: index + 1 })
    const block = isBlock(node)
    if (block || isBreak(node)) run = undefined
    blocks.push(block ? index : (blocks[parent] ?? -1))
    links.push(
      isElement(node) && node.tagName === 'a' && attribute(node, 'href') !== undefined ? index : (links[parent] ?? -1),
    )
    if (!('childNodes' in node)) continue
    stack.push({ node, parent, leave: index })
    for (let at = node.childNodes.length - 1; at >= 0; at--)
      stack.push({ node: node.childNodes[at] as PageNode, parent: index })
  }
  for (const each of runs) each.text = each.text.replace(/\s+/gu, ' ').trim()
  return { nodes, runs, runFrom: firstRuns(nodes.length, runs) }
}

const isBlock = (node: PageNode) => isElement(node) && BLOCK_ELEMENTS.has(node.tagName)
const isBreak = (node: PageNode) => isElement(node) && node.tagName === 'br'

function firstRuns(nodes: number, runs: readonly Run[]): Int32Array {
  const from = new Int32Array(nodes + 1)
  let next = 0
  for (let index = 0; index <= nodes; index++) {
    while (next < runs.length && (runs[next] as Run).first < index) next++
    from[index] = next
  }
  return from
}
