import type { Alignment } from './align'
import type { Tokens } from './tokens'

/** Cells of the table that a gap may take; a larger one waits for shorter unique runs to divide it. */
const MOST_CELLS = 250_000
/** Tokens beside a tie that are compared where the other end of a gap is tied to somewhere else. */
const REACH = 40

/**
 * Compares what is still open between tokens that are given to each other. Where both ends of a gap are tied to the
 * ends of one gap of the other text, the two are compared whole; where a passage was moved, each end with what lies
 * beside its own tie.
 */
export function alignGaps(from: Tokens, to: Tokens, alignment: Alignment): void {
  const { forward, backward } = alignment
  for (let start = 0; start < from.count; start++) {
    if (forward[start] !== -1) continue
    let end = start + 1
    while (end < from.count && forward[end] === -1) end++
    const left = start === 0 ? -1 : (forward[start - 1] as number)
    const right = end === from.count ? to.count : (forward[end] as number)
    const leftEnd = openFrom(backward, left + 1)
    const rightStart = openUntil(backward, right)
    if (leftEnd === right) compare(from, to, alignment, start, end, left + 1, right)
    else {
      if (start > 0)
        compare(from, to, alignment, start, Math.min(end, start + REACH), left + 1, Math.min(leftEnd, left + 1 + REACH))
      if (end < from.count) {
        let first = end
        while (first > start && end - first < REACH && forward[first - 1] === -1) first--
        compare(from, to, alignment, first, end, Math.max(rightStart, right - REACH), right)
      }
    }
    start = end
  }
}

/** Where the open tokens that begin at an index end. */
function openFrom(taken: Int32Array, index: number): number {
  while (index < taken.length && taken[index] === -1) index++
  return index
}

/** Where the open tokens that end before an index begin. */
function openUntil(taken: Int32Array, index: number): number {
  while (index > 0 && taken[index - 1] === -1) index--
  return index
}

/** Longest common subsequence by the plain table: gaps are short, and the table tells the same every time. */
function compare(
  from: Tokens,
  to: Tokens,
  { forward, backward }: Alignment,
  start: number,
  end: number,
  toStart: number,
  toEnd: number,
): void {
  const height = end - start
  const width = toEnd - toStart
  if (height === 0 || width <= 0 || height * width > MOST_CELLS) return
  const row = width + 1
  const best = new Uint16Array((height + 1) * row)
  for (let i = height - 1; i >= 0; i--)
    for (let j = width - 1; j >= 0; j--)
      best[i * row + j] =
        from.ids[start + i] === to.ids[toStart + j]
          ? (best[(i + 1) * row + j + 1] as number) + 1
          : Math.max(best[(i + 1) * row + j] as number, best[i * row + j + 1] as number)
  for (let i = 0, j = 0; i < height && j < width;) {
    if (from.ids[start + i] === to.ids[toStart + j]) {
      forward[start + i] = toStart + j
      backward[toStart + j] = start + i
      i++
      j++
    } else if ((best[(i + 1) * row + j] as number) >= (best[i * row + j + 1] as number)) i++
    else j++
  }
}
