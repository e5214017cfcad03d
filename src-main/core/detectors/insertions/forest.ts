/** Boosted trees as they are trained and stored. A child is the index of a node, or ~index of a leaf. */
export interface Forest {
  readonly bias: number
  readonly roots: Int32Array
  readonly feature: Uint16Array
  readonly threshold: Float32Array
  readonly left: Int32Array
  readonly right: Int32Array
  readonly leaves: Float32Array
}

/** The same trees laid out for speed: what a node needs lies in one place of memory. */
export interface ReadyForest {
  readonly bias: number
  readonly roots: Int32Array
  /** Four to a node: feature, threshold (the same bits as in `thresholds`), left, right. */
  readonly nodes: Int32Array
  readonly thresholds: Float32Array
  readonly leaves: Float32Array
}

const FIELDS = 4

export function readyForest(forest: Forest): ReadyForest {
  const count = forest.feature.length
  const nodes = new Int32Array(count * FIELDS)
  const thresholds = new Float32Array(nodes.buffer)
  const placed = (child: number) => (child >= 0 ? child * FIELDS : child)
  for (let node = 0; node < count; node++) {
    nodes[node * FIELDS] = forest.feature[node] as number
    thresholds[node * FIELDS + 1] = forest.threshold[node] as number
    nodes[node * FIELDS + 2] = placed(forest.left[node] as number)
    nodes[node * FIELDS + 3] = placed(forest.right[node] as number)
  }
  return { bias: forest.bias, roots: forest.roots.map(placed), nodes, thresholds, leaves: forest.leaves }
}

/** Trees after which a row is judged no further where their sum is below `sure`. */
const ENOUGH = 64

/**
 * Log-odds of a row of features. A value at the threshold goes left.
 *
 * @param sure log-odds under which the rest of the trees would change nothing that matters: most lines of a story
 */
export function predict(forest: ReadyForest, row: Float32Array, sure = -Infinity): number {
  const { bias, roots } = forest
  const early = Math.min(ENOUGH, roots.length)
  const sum = bias + sumOf(forest, row, 0, early)
  return sum < sure ? sum : sum + sumOf(forest, row, early, roots.length)
}

function sumOf({ roots, nodes, thresholds, leaves }: ReadyForest, row: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let tree = from; tree < to; tree++) {
    let at = roots[tree] as number
    while (at >= 0)
      at = nodes[(row[nodes[at] as number] as number) <= (thresholds[at + 1] as number) ? at + 2 : at + 3] as number
    sum += leaves[~at] as number
  }
  return sum
}
