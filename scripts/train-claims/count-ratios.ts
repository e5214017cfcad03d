import { BUCKETS } from '../../src-main/core/detectors/claims/ngrams'
import type { Row } from './logistic-dual'

const SMOOTHING = 2
/** Half of an n-gram's scale is the same for all, half is how far its share differs between the two classes. */
const SHARED = 0.5
const STRENGTH = 1.3

/**
 * How strongly each feature should speak before learning: n-grams by the log-ratio of their counts among sentences
 * worth checking and the others (Wang and Manning, ACL 2012, as a scale without its sign), all else as it is.
 */
export function countRatios(rows: readonly Row[], labels: readonly number[], dimensions: number): Float64Array {
  const counts = [new Float64Array(BUCKETS).fill(SMOOTHING), new Float64Array(BUCKETS).fill(SMOOTHING)] as const
  const totals = [2 * SMOOTHING, 2 * SMOOTHING] as [number, number]
  rows.forEach(({ indices }, at) => {
    const label = labels[at] ? 1 : 0
    totals[label]++
    for (const index of indices) if (index < BUCKETS) counts[label][index] = (counts[label][index] as number) + 1
  })
  const scale = new Float64Array(dimensions).fill(1)
  for (let at = 0; at < BUCKETS; at++) {
    const ratio = Math.log((counts[1][at] as number) / totals[1] / ((counts[0][at] as number) / totals[0]))
    scale[at] = STRENGTH * (SHARED + (1 - SHARED) * Math.abs(ratio))
  }
  return scale
}
