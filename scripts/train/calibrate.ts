import type { Calibration } from '../../src-main/core/detectors/insertions/calibration'

/**
 * Isotonic regression (pool adjacent violators, Zadrozny and Elkan 2002) of hits on margins, thinned to few points.
 * What was proposed counts as accepted, so no score falls under `floor`.
 */
export function isotonic(pairs: readonly { margin: number; hit: boolean }[], floor: number): Calibration {
  const sorted = [...pairs].sort((a, b) => a.margin - b.margin)
  const pools: { sum: number; hits: number; count: number }[] = []
  for (const { margin, hit } of sorted) {
    pools.push({ sum: margin, hits: hit ? 1 : 0, count: 1 })
    for (;;) {
      const last = pools[pools.length - 1]
      const before = pools[pools.length - 2]
      // A pool keeps at least twenty, so that one lucky block is not a certainty.
      if (!last || !before || (last.hits / last.count > before.hits / before.count && before.count >= 20)) break
      before.sum += last.sum
      before.hits += last.hits
      before.count += last.count
      pools.pop()
    }
  }
  const logits = pools.map((pool) => Number((pool.sum / pool.count).toFixed(4)))
  const scores = pools.map((pool) =>
    Number(Math.min(0.99, Math.max(floor, (pool.hits + 1) / (pool.count + 2))).toFixed(4)),
  )
  return { logits, scores }
}
