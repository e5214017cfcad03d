import { seededRandom } from '../train/random'

const ROUNDS = 12

/**
 * Groups of words that are used alike: k-means on the sphere (Dhillon and Modha, Machine Learning 42, 2001) over their
 * vectors. The commonest words and some at random are where the groups start.
 *
 * @param values row after row, each of length one
 * @returns the group of each row, below `groups`
 */
export function groupWords(values: Float32Array, dimensions: number, groups: number, seed: number): Uint8Array {
  const random = seededRandom(seed)
  const count = values.length / dimensions
  const row = (at: number) => values.subarray(at * dimensions, (at + 1) * dimensions)
  let centres = Array.from({ length: groups }, (_, at) => row(at < groups / 2 ? at : Math.floor(random() * count)))
  const group = new Uint8Array(count)
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < count; at++) group[at] = nearest(row(at), centres)
    const sums = centres.map(() => new Float32Array(dimensions))
    for (let at = 0; at < count; at++) {
      const sum = sums[group[at] as number] as Float32Array
      row(at).forEach((value, d) => (sum[d] = (sum[d] as number) + value))
    }
    centres = sums.map((sum) => {
      const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1
      return sum.map((value) => value / length)
    })
  }
  return group
}

function nearest(point: Float32Array, centres: readonly Float32Array[]): number {
  let best = -Infinity
  let found = 0
  centres.forEach((centre, at) => {
    let product = 0
    for (let d = 0; d < point.length; d++) product += (point[d] as number) * (centre[d] as number)
    if (product <= best) return
    best = product
    found = at
  })
  return found
}
