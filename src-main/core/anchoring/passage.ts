import type { Tokens } from './tokens'

/** Tokens given to each other, in order: [index in the one text, index in the other]. */
export type Pairs = [number, number][]

/** What a pair of tokens that differ, or a token without a partner, costs against a letter in common. */
const GAP = 2

/**
 * The passage of a window that is most like a span of the other text: local alignment (Smith and Waterman 1981) over
 * words, weighted by their length. The first `end` of each pair of bounds is exclusive.
 */
export function mostLike(
  from: Tokens,
  [first, end]: readonly [number, number],
  to: Tokens,
  [toFirst, toEnd]: readonly [number, number],
): Pairs {
  const height = end - first
  const width = toEnd - toFirst
  if (height <= 0 || width <= 0) return []
  const row = width + 1
  const score = new Int32Array((height + 1) * row)
  let best = 0
  for (let i = 1; i <= height; i++) {
    const token = first + i - 1
    const weight = (from.ends[token] as number) - (from.starts[token] as number)
    for (let j = 1; j <= width; j++) {
      const cell = i * row + j
      const diagonal = score[cell - row - 1] as number
      const paired = from.ids[token] === to.ids[toFirst + j - 1] ? diagonal + weight : diagonal - GAP
      const value = Math.max(0, paired, (score[cell - row] as number) - GAP, (score[cell - 1] as number) - GAP)
      score[cell] = value
      if (value > (score[best] as number)) best = cell
    }
  }
  const pairs: Pairs = []
  for (let cell = best; (score[cell] as number) > 0;) {
    const i = Math.floor(cell / row)
    const j = cell % row
    const value = score[cell] as number
    const token = first + i - 1
    const same = from.ids[token] === to.ids[toFirst + j - 1]
    const weight = (from.ends[token] as number) - (from.starts[token] as number)
    if (same && value === (score[cell - row - 1] as number) + weight) {
      pairs.push([token, toFirst + j - 1])
      cell -= row + 1
    } else if (!same && value === (score[cell - row - 1] as number) - GAP) cell -= row + 1
    else if (value === (score[cell - row] as number) - GAP) cell -= row
    else cell -= 1
  }
  return pairs.reverse()
}
