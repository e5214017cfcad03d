import { seededRandom } from '../train/random'

/** One sentence as the features it has; indices below the dimension count. */
export interface Row {
  readonly indices: Int32Array
  readonly values: Float32Array
}

/**
 * Logistic regression with an L2 penalty by dual coordinate descent (Yu, Huang and Lin, Machine Learning 85, 2011).
 *
 * @param cost how much each row's error counts against the penalty
 * @returns `dimensions` weights and, last, the bias
 */
export function logisticDual(
  rows: readonly Row[],
  labels: readonly number[],
  cost: readonly number[],
  dimensions: number,
  { rounds = 30, seed = 1 } = {},
): Float64Array {
  const weights = new Float64Array(dimensions + 1)
  const random = seededRandom(seed)
  const count = rows.length
  const squares = rows.map((row) => row.values.reduce((sum, value) => sum + value * value, 1))
  const low = new Float64Array(count)
  const high = new Float64Array(count)
  const order = Array.from(rows.keys())
  const shift = (row: Row, by: number) => {
    for (let at = 0; at < row.indices.length; at++)
      weights[row.indices[at] as number] =
        (weights[row.indices[at] as number] as number) + by * (row.values[at] as number)
    weights[dimensions] = (weights[dimensions] as number) + by
  }
  rows.forEach((row, index) => {
    low[index] = Math.min(1e-3 * (cost[index] as number), 1e-8)
    high[index] = (cost[index] as number) - (low[index] as number)
    shift(row, (labels[index] ? 1 : -1) * (low[index] as number))
  })
  for (let round = 0; round < rounds; round++) {
    for (let at = count - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[order[at], order[other]] = [order[other] as number, order[at] as number]
    }
    let worst = 0
    for (const index of order) {
      const row = rows[index] as Row
      const sign = labels[index] ? 1 : -1
      const limit = cost[index] as number
      const slope = squares[index] as number
      const margin = sign * decision(weights, row)
      const down = 0.5 * slope * ((high[index] as number) - (low[index] as number)) + margin < 0
      const direction = down ? -1 : 1
      const before = down ? (high[index] as number) : (low[index] as number)
      let now = limit - before < 0.5 * limit ? before * 0.1 : before
      const gradient = () => slope * (now - before) + direction * margin + Math.log(now / (limit - now))
      worst = Math.max(worst, Math.abs(gradient()))
      for (let step = 0; step < 100 && Math.abs(gradient()) > 1e-6; step++) {
        const next = now - gradient() / (slope + limit / (limit - now) / now)
        now = next <= 0 ? now * 0.1 : Math.min(next, limit - 1e-12)
      }
      if (down) [high[index], low[index]] = [now, limit - now]
      else [low[index], high[index]] = [now, limit - now]
      shift(row, direction * (now - before) * sign)
    }
    if (worst < 0.01) break
  }
  return weights
}

/** The weighted sum of a row's features plus the bias. */
export function decision(weights: Float64Array, row: Row): number {
  let sum = weights[weights.length - 1] as number
  for (let at = 0; at < row.indices.length; at++)
    sum += (weights[row.indices[at] as number] as number) * (row.values[at] as number)
  return sum
}
