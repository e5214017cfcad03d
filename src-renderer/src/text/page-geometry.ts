import type { Range as TextRange } from '@core/text/model'
import { blockElementOf, offsetAt, placeIn } from './dom-offsets'

/** Finds the element of the block an offset lies in. */
export type BlockLookup = (offset: number) => HTMLElement | undefined

/** The page's range for a range of the text; undefined where the text is not on the page. */
export function pageRange(lookup: BlockLookup, { start, end }: TextRange): Range | undefined {
  const first = lookup(start)
  const last = lookup(Math.max(start, end - 1))
  if (!first || !last) return undefined
  const from = placeIn(first, start, true)
  const to = placeIn(last, end)
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/**
 * The boxes of a range's lines in its first and in its last block, in order; both are the same where it has only one.
 * What lies between is not asked about: over a long story that would lay all of it out.
 */
export function edgeRects(lookup: BlockLookup, range: TextRange): { first: DOMRect[]; last: DOMRect[] } | undefined {
  const [from, to] = [lookup(range.start), lookup(Math.max(range.start, range.end - 1))]
  const whole = pageRange(lookup, range)
  if (!from || !to || !whole) return undefined
  const [first, last] = [whole.cloneRange(), whole.cloneRange()]
  if (from !== to) {
    first.setEnd(from, from.childNodes.length)
    last.setStart(to, 0)
  }
  const boxes = (part: Range) => [...part.getClientRects()].filter((box) => box.width > 0)
  return { first: boxes(first), last: boxes(last) }
}

/** Where a caret at the offset stands in the window. An empty line has no box of its own; its block's is taken. */
export function caretRect(block: HTMLElement, offset: number): DOMRect {
  for (const after of [true, false]) {
    const place = placeIn(block, offset, after)
    const range = document.createRange()
    range.setStart(place.node, place.offset)
    const rect = [...range.getClientRects()].at(after ? 0 : -1)
    if (rect && rect.height > 0) return rect
  }
  return block.getBoundingClientRect()
}

/** The offset of the text under a point of the window. */
export function offsetFromPoint(article: HTMLElement, x: number, y: number): number | undefined {
  const place = document.caretPositionFromPoint(x, y)
  if (!place || !blockElementOf(place.offsetNode)) return undefined
  return offsetAt(article, { node: place.offsetNode, offset: place.offset })
}

/**
 * The offset one line up or down from the caret, at the same distance from the side. Lines are found on the page,
 * where they are made.
 */
export function offsetOnNextLine(
  article: HTMLElement,
  caret: DOMRect,
  x: number,
  direction: 1 | -1,
): number | undefined {
  const step = Math.max(8, caret.height / 2)
  const from = direction > 0 ? caret.bottom : caret.top
  // Between two blocks there is room that belongs to neither; a picture or a caption may take more of it.
  for (let distance = step; distance < caret.height * 8; distance += step) {
    const offset = offsetFromPoint(article, x, from + direction * distance)
    if (offset !== undefined) return offset
  }
  return undefined
}
