import { look, wordTable, type WordTable } from '../../src-main/core/detectors/claims/word-table'
import { seededRandom } from '../train/random'

export interface VectorOptions {
  readonly words: number
  readonly dimensions: number
  /** Words on each side that count as neighbours, the nearer the more. */
  readonly window: number
  readonly seed: number
}

export interface LearnedVectors {
  readonly dimensions: number
  readonly hashes: Int32Array
  /** Row of each hash. */
  readonly rows: WordTable
  readonly values: Float32Array
}

/**
 * Word vectors from running text: counts of neighbours left and right, as positive pointwise mutual information with
 * smoothed contexts, brought down by a randomised singular value decomposition (Levy, Goldberg and Dagan, TACL 2015;
 * Halko, Martinsson and Tropp, SIAM Review 2011). Each vector has length one.
 *
 * @param sentences word hashes in reading order
 */
export function learnVectors(sentences: readonly Int32Array[], options: VectorOptions): LearnedVectors {
  const frequency = new Map<number, number>()
  for (const sentence of sentences) for (const hash of sentence) frequency.set(hash, (frequency.get(hash) ?? 0) + 1)
  const hashes = Int32Array.from(
    [...frequency]
      .filter(([, count]) => count > 3)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, options.words)
      .map(([hash]) => hash),
  )
  const rows = wordTable(hashes, (row) => row)
  const matrix = informationOf(
    sentences.map((s) => s.map((hash) => look(rows, hash))),
    hashes.length,
    options.window,
  )
  return { dimensions: options.dimensions, rows, hashes, values: reduce(matrix, hashes.length, options) }
}

interface Sparse {
  readonly columns: number
  readonly row: Int32Array
  readonly column: Int32Array
  readonly value: Float32Array
}

function informationOf(sentences: readonly Int32Array[], words: number, window: number): Sparse {
  const contexts = Math.min(3000, words)
  const columns = contexts * 2
  const counts = new Map<number, number>()
  const count = (row: number, column: number, by: number) =>
    counts.set(row * columns + column, (counts.get(row * columns + column) ?? 0) + by)
  for (const sentence of sentences)
    for (let at = 0; at < sentence.length; at++)
      for (let step = 1; step <= window && at + step < sentence.length; step++) {
        const left = sentence[at] as number
        const right = sentence[at + step] as number
        if (left < 0 || right < 0) continue
        if (right < contexts) count(left, right, 1 / step)
        if (left < contexts) count(right, left + contexts, 1 / step)
      }
  const rowSums = new Float64Array(words)
  const columnSums = new Float64Array(columns)
  for (const [cell, times] of counts) {
    const row = Math.floor(cell / columns)
    rowSums[row] = (rowSums[row] as number) + times
    columnSums[cell % columns] = (columnSums[cell % columns] as number) + times
  }
  const smooth = columnSums.map((sum) => sum ** 0.75)
  const total = smooth.reduce((a, b) => a + b, 0)
  const kept: [number, number, number][] = []
  for (const [cell, times] of counts) {
    const row = Math.floor(cell / columns)
    const column = cell % columns
    const information = Math.log((times * total) / ((rowSums[row] as number) * (smooth[column] as number)))
    if (information > 0) kept.push([row, column, information])
  }
  return {
    columns,
    row: Int32Array.from(kept, (k) => k[0]),
    column: Int32Array.from(kept, (k) => k[1]),
    value: Float32Array.from(kept, (k) => k[2]),
  }
}

function reduce(matrix: Sparse, words: number, { dimensions, seed }: VectorOptions): Float32Array {
  const random = seededRandom(seed)
  const wide = dimensions + 8
  let right: Float64Array[] = Array.from({ length: wide }, () =>
    Float64Array.from({ length: matrix.columns }, () => random() - 0.5),
  )
  let scale: number[] = []
  for (let round = 0; round < 4; round++) {
    right = times(
      orthonormal(times(right, matrix.column, matrix.row, matrix.value, words)),
      matrix.row,
      matrix.column,
      matrix.value,
      matrix.columns,
    )
    scale = right.map((vector) => Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0)) || 1)
    right = orthonormal(right)
  }
  const left = times(right, matrix.column, matrix.row, matrix.value, words)
  const values = new Float32Array(words * dimensions)
  for (let word = 0; word < words; word++) {
    let length = 0
    for (let d = 0; d < dimensions; d++) {
      const value = ((left[d] as Float64Array)[word] as number) / Math.sqrt(scale[d] as number)
      values[word * dimensions + d] = value
      length += value * value
    }
    for (let d = 0; d < dimensions; d++)
      values[word * dimensions + d] = (values[word * dimensions + d] as number) / (Math.sqrt(length) || 1)
  }
  return values
}

function times(
  vectors: Float64Array[],
  from: Int32Array,
  to: Int32Array,
  value: Float32Array,
  size: number,
): Float64Array[] {
  return vectors.map((vector) => {
    const out = new Float64Array(size)
    for (let at = 0; at < value.length; at++)
      out[to[at] as number] =
        (out[to[at] as number] as number) + (value[at] as number) * (vector[from[at] as number] as number)
    return out
  })
}

/** Gram–Schmidt, twice for accuracy; in place. */
function orthonormal(vectors: Float64Array[]): Float64Array[] {
  vectors.forEach((vector, index) => {
    for (let pass = 0; pass < 2; pass++)
      for (const earlier of vectors.slice(0, index)) {
        let product = 0
        for (let at = 0; at < vector.length; at++) product += (vector[at] as number) * (earlier[at] as number)
        for (let at = 0; at < vector.length; at++)
          vector[at] = (vector[at] as number) - product * (earlier[at] as number)
      }
    const length = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0)) || 1
    for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) / length
  })
  return vectors
}
