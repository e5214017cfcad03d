import { look, type WordTable } from './word-table'
import type { Words } from './words'

/** Words as points: words used alike lie close together. Learned from running text by scripts/train-claims. */
export interface WordVectors {
  readonly dimensions: number
  /** Row of each word. */
  readonly rows: WordTable
  /** Row after row, `dimensions` each. */
  readonly values: Int8Array | Float32Array
}

/**
 * The points of a sentence's words as one row of numbers: their sum over the root of their number, then the greatest
 * and the least in each dimension. All zeros where no word is known.
 *
 * @param out length 3 × dimensions
 */
export function poolVectors(words: Words, vectors: WordVectors, out: Float32Array): void {
  const { dimensions, values, rows } = vectors
  out.fill(0)
  let known = 0
  for (let at = 0; at < words.count; at++) {
    const row = look(rows, words.hash[at] as number)
    if (row < 0) continue
    const from = row * dimensions
    if (known++ === 0) {
      for (let d = 0; d < dimensions; d++)
        out[d] = out[dimensions + d] = out[2 * dimensions + d] = values[from + d] as number
      continue
    }
    for (let d = 0; d < dimensions; d++) {
      const value = values[from + d] as number
      out[d] = (out[d] as number) + value
      if (value > (out[dimensions + d] as number)) out[dimensions + d] = value
      if (value < (out[2 * dimensions + d] as number)) out[2 * dimensions + d] = value
    }
  }
  if (known < 2) return
  const scale = 1 / Math.sqrt(known)
  for (let d = 0; d < dimensions; d++) out[d] = (out[d] as number) * scale
}
