import { seededRandom } from './random'

/** A line as a bag of buckets. */
export interface Bag {
  readonly buckets: Int32Array
  readonly label: number
  readonly weight: number
}

export interface LogisticOptions {
  readonly buckets: number
  readonly epochs: number
  readonly rate: number
  readonly l2: number
  readonly seed: number
}

/** Logistic regression over hashed features by AdaGrad (Duchi et al. 2011), rows shuffled by the seed. */
export function logistic(bags: readonly Bag[], options: LogisticOptions): { weights: Float32Array; bias: number } {
  const weights = new Float32Array(options.buckets)
  const squares = new Float32Array(options.buckets).fill(1e-2)
  let bias = -1.5
  let biasSquare = 1
  const random = seededRandom(options.seed)
  const order = Int32Array.from(bags, (_, i) => i)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const kept = order[i] as number
      order[i] = order[j] as number
      order[j] = kept
    }
    for (const index of order) {
      const bag = bags[index] as Bag
      const scale = 1 / Math.sqrt(bag.buckets.length)
      let score = bias
      for (const bucket of bag.buckets) score += (weights[bucket] as number) * scale
      const error = (1 / (1 + Math.exp(-score)) - bag.label) * bag.weight
      for (const bucket of bag.buckets) {
        const slope = error * scale + options.l2 * (weights[bucket] as number)
        squares[bucket] = (squares[bucket] as number) + slope * slope
        weights[bucket] = (weights[bucket] as number) - (options.rate * slope) / Math.sqrt(squares[bucket] as number)
      }
      biasSquare += error * error
      bias -= (options.rate * error) / Math.sqrt(biasSquare)
    }
  }
  return { weights, bias }
}
