/** Boosted trees in flat arrays. A child is the index of a node, or ~index of a leaf. */
export interface Forest {
  readonly bias: number
  readonly roots: Int32Array
  readonly feature: Uint16Array
  readonly threshold: Float32Array
  readonly left: Int32Array
  readonly right: Int32Array
  readonly leaves: Float32Array
}

/** Log-odds of a row of features. A value at the threshold goes left. */
export function predict(forest: Forest, row: Float32Array): number {
  const { roots, feature, threshold, left, right, leaves } = forest
  let sum = forest.bias
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number
    while (node >= 0)
      node = (row[feature[node] as number] as number) <= (threshold[node] as number) ? (left[node] as number) : (right[node] as number)
    sum += leaves[~node] as number
  }
  return sum
}
