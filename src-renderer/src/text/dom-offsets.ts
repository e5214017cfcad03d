/**
 * Between places in the page and offsets in the text, both ways. Each block of the article is one element that holds
 * its text and nothing else, cut up as it may be by marks; its `data-start` is where it begins. Offsets are UTF-16.
 */
export interface Place {
  readonly node: Node
  readonly offset: number
}

const BLOCK = '[data-start]'

/** The element of the block a node stands in. */
export function blockElementOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>(BLOCK) ?? null
}

const startOf = (block: HTMLElement) => Number(block.dataset['start'])

/**
 * Offset of a place of the page. A place between blocks counts as the start of the next one; undefined outside the
 * article.
 */
export function offsetAt(article: HTMLElement, { node, offset }: Place): number | undefined {
  if (!article.contains(node)) return undefined
  const block = blockElementOf(node)
  if (block) {
    const before = document.createRange()
    before.setStart(block, 0)
    before.setEnd(node, offset)
    return startOf(block) + before.toString().length
  }
  const next = node.childNodes[offset]
  const later = next ? firstBlockFrom(article, next) : firstBlockAfter(article, node)
  if (later) return startOf(later)
  const blocks = article.querySelectorAll<HTMLElement>(BLOCK)
  const last = blocks[blocks.length - 1]
  return last && startOf(last) + (last.textContent?.length ?? 0)
}

function firstBlockFrom(article: HTMLElement, node: Node): HTMLElement | null {
  if (node instanceof HTMLElement) {
    if (node.matches(BLOCK)) return node
    const inside = node.querySelector<HTMLElement>(BLOCK)
    if (inside) return inside
  }
  return firstBlockAfter(article, node)
}

function firstBlockAfter(article: HTMLElement, node: Node): HTMLElement | null {
  for (let at: Node | null = node; at && at !== article; at = at.parentNode)
    for (let next = at.nextSibling; next; next = next.nextSibling)
      if (next instanceof HTMLElement) {
        const found = next.matches(BLOCK) ? next : next.querySelector<HTMLElement>(BLOCK)
        if (found) return found
      }
  return null
}

/**
 * The place of an offset inside a block's element. At a boundary between two pieces it is the end of the earlier, or
 * with `after` the start of the later: where a range begins, so that it has a box on the right line.
 */
export function placeIn(block: HTMLElement, offset: number, after = false): Place {
  let left = offset - startOf(block)
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let last: Node | undefined
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    if (after ? left < node.length : left <= node.length) return { node, offset: left }
    left -= node.length
    last = node
  }
  return last ? { node: last, offset: last.nodeValue?.length ?? 0 } : { node: block, offset: 0 }
}
