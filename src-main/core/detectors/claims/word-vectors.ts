import { look, type WordTable } from './word-table'
import type { Words } from './words'

/** Words as points: words used alike lie close together. Learned from running text by scripts/train-claims. */
export interface WordVectors {
  readonly dimensions: number
  /** Row of each word. */
  readonly rows: WordTable
  /** Row after row, `dimensions` each. */
  readonly values: Int8Array
}

/** The points of a sentence's words brought down to a few numbers, whatever the sentence's length. */
export interface PooledVectors {
  /** Rows of the words that have one, in the order of the sentence. */
  readonly rows: Int32Array
  known: number
  /** Greatest and least in each dimension; zeros where no word is known. */
  readonly greatest: Int8Array
  readonly least: Int8Array
}

/** A sentence's words beyond this many add nothing to its points: it is no sentence any more. */
const MOST = 512

export function roomForVectors(dimensions: number): PooledVectors {
  return { rows: new Int32Array(MOST), known: 0, greatest: new Int8Array(dimensions), least: new Int8Array(dimensions) }
}

/** Finds the words' rows, and the greatest and least value in each dimension. */
export function poolVectors(words: Words, vectors: WordVectors, out: PooledVectors): void {
  const { dimensions, values, rows } = vectors
  const { greatest, least } = out
  let known = 0
  for (let at = 0; at < words.count && known < MOST; at++) {
    const row = look(rows, words.hash[at] as number)
    if (row >= 0) out.rows[known++] = row
  }
  out.known = known
  const first = (out.rows[0] as number) * dimensions
  for (let d = 0; d < dimensions; d++) greatest[d] = least[d] = known > 0 ? (values[first + d] as number) : 0
  for (let at = 1; at < known; at++) {
    const from = (out.rows[at] as number) * dimensions
    for (let d = 0; d < dimensions; d++) {
      const value = values[from + d] as number
      // Without branches: which way they go is anybody's guess, and a wrong guess costs more than the sums.
      const above = value - (greatest[d] as number)
      greatest[d] = value - (above & (above >> 31))
      const below = value - (least[d] as number)
      least[d] = value - (below & ~(below >> 31))
    }
  }
}
