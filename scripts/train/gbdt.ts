import type { Forest } from '../../src-main/core/detectors/insertions/forest'
import { seededRandom } from './random'

export interface BoostOptions {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  /** L2 on leaf values. */
  readonly lambda: number
  /** Least sum of hessians in a leaf. */
  readonly minHessian: number
  /** Share of rows and of features each tree sees. */
  readonly rowShare: number
  readonly featureShare: number
  readonly seed: number
}

/** The mean of several forests that differ by their seed alone: steadier than one. */
export function boostSeveral(
  matrix: Matrix,
  labels: Float32Array,
  weights: Float32Array,
  options: BoostOptions,
  forests: number,
): Forest {
  const grown = Array.from({ length: forests }, (_, i) =>
    boost(matrix, labels, weights, { ...options, seed: options.seed + 100 * i }),
  )
  const nodesBefore = running(grown.map((forest) => forest.feature.length))
  const leavesBefore = running(grown.map((forest) => forest.leaves.length))
  const moved = (child: number, i: number) =>
    child >= 0 ? child + (nodesBefore[i] as number) : ~(~child + (leavesBefore[i] as number))
  const joined = (of: (forest: Forest, i: number) => Iterable<number>) =>
    grown.flatMap((forest, i) => [...of(forest, i)])
  return {
    bias: grown.reduce((sum, forest) => sum + forest.bias, 0) / forests,
    roots: Int32Array.from(joined((forest, i) => Array.from(forest.roots, (root) => moved(root, i)))),
    feature: Uint16Array.from(joined((forest) => forest.feature)),
    threshold: Float32Array.from(joined((forest) => forest.threshold)),
    left: Int32Array.from(joined((forest, i) => Array.from(forest.left, (child) => moved(child, i)))),
    right: Int32Array.from(joined((forest, i) => Array.from(forest.right, (child) => moved(child, i)))),
    leaves: Float32Array.from(joined((forest) => forest.leaves.map((leaf) => leaf / forests))),
  }
}

/** For each count the sum of those before it. */
function running(counts: readonly number[]): number[] {
  let sum = 0
  return counts.map((count) => (sum += count) - count)
}

export interface Matrix {
  readonly rows: number
  readonly width: number
  /** Row-major. */
  readonly values: Float32Array
}

const BINS = 64

/**
 * Gradient-boosted trees for logistic loss, by histograms, grown leaf by leaf (Friedman 2001; the histogram and
 * leaf-wise growth are LightGBM's, Ke et al. 2017). Deterministic: the same rows and seed give the same forest.
 */
export function boost(matrix: Matrix, labels: Float32Array, weights: Float32Array, options: BoostOptions): Forest {
  const { rows, width } = matrix
  const edges = Array.from({ length: width }, (_, feature) => binEdges(matrix, feature))
  const bins = edges.map((edge, feature) => binColumn(matrix, feature, edge))
  const random = seededRandom(options.seed)
  let positive = 0
  let total = 0
  for (let row = 0; row < rows; row++) {
    positive += (labels[row] as number) * (weights[row] as number)
    total += weights[row] as number
  }
  const bias = Math.log(positive / (total - positive))
  const scores = new Float64Array(rows).fill(bias)
  const gradient = new Float64Array(rows)
  const hessian = new Float64Array(rows)
  const feature: number[] = []
  const threshold: number[] = []
  const left: number[] = []
  const right: number[] = []
  const roots: number[] = []
  const leaves: number[] = []
  const order = new Int32Array(rows)

  for (let tree = 0; tree < options.trees; tree++) {
    for (let row = 0; row < rows; row++) {
      const p = 1 / (1 + Math.exp(-(scores[row] as number)))
      gradient[row] = (p - (labels[row] as number)) * (weights[row] as number)
      hessian[row] = Math.max(1e-6, p * (1 - p)) * (weights[row] as number)
    }
    let sampled = 0
    for (let row = 0; row < rows; row++) if (random() < options.rowShare) order[sampled++] = row
    const features = edges
      .map((_, i) => i)
      .filter((i) => (edges[i] as Float32Array).length > 0 && random() < options.featureShare)
    if (!features.length) continue
    const grown = growTree(bins, features, gradient, hessian, order.subarray(0, sampled), options)
    // Into the flat forest: an inner node is its index, a leaf is ~index.
    const base = feature.length
    const leafBase = leaves.length
    const place = (node: number) => (node >= 0 ? base + node : ~(leafBase + ~node))
    for (const node of grown.nodes) {
      feature.push(node.feature)
      threshold.push((edges[node.feature] as Float32Array)[node.bin] as number)
      left.push(place(node.left))
      right.push(place(node.right))
    }
    for (const value of grown.leaves) leaves.push(value * options.rate)
    roots.push(grown.nodes.length ? base : ~leafBase)
    for (let row = 0; row < rows; row++) {
      let node = grown.nodes.length ? 0 : ~0
      while (node >= 0) {
        const split = grown.nodes[node] as GrownNode
        node = ((bins[split.feature] as Uint8Array)[row] as number) <= split.bin ? split.left : split.right
      }
      scores[row] = (scores[row] as number) + (grown.leaves[~node] as number) * options.rate
    }
  }
  return {
    bias,
    roots: Int32Array.from(roots),
    feature: Uint16Array.from(feature),
    threshold: Float32Array.from(threshold),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    leaves: Float32Array.from(leaves),
  }
}

interface GrownNode {
  feature: number
  bin: number
  left: number
  right: number
}

interface OpenLeaf {
  rows: Int32Array
  histogram: Float64Array
  gradient: number
  hessian: number
  split?: { gain: number; feature: number; bin: number }
  /** Where the leaf hangs: parent node and side. */
  parent: number
  side: 'left' | 'right'
}

function growTree(
  bins: Uint8Array[],
  features: number[],
  gradient: Float64Array,
  hessian: Float64Array,
  rows: Int32Array,
  options: BoostOptions,
): { nodes: GrownNode[]; leaves: number[] } {
  const nodes: GrownNode[] = []
  const open: OpenLeaf[] = []
  const leafOf = (part: Int32Array, histogram: Float64Array, parent: number, side: 'left' | 'right'): OpenLeaf => {
    let g = 0
    let h = 0
    for (const row of part) {
      g += gradient[row] as number
      h += hessian[row] as number
    }
    return {
      rows: part,
      histogram,
      gradient: g,
      hessian: h,
      parent,
      side,
      split: bestSplit(histogram, features, g, h, options),
    }
  }
  open.push(leafOf(rows, histogramOf(bins, features, gradient, hessian, rows), -1, 'left'))
  while (open.length < options.leaves) {
    let best = -1
    for (let i = 0; i < open.length; i++) {
      const gain = open[i]?.split?.gain ?? 0
      if (gain > 1e-9 && (best < 0 || gain > (open[best]?.split?.gain ?? 0))) best = i
    }
    if (best < 0) break
    const leaf = open[best] as OpenLeaf
    const split = leaf.split as { gain: number; feature: number; bin: number }
    const column = bins[split.feature] as Uint8Array
    const [lower, upper] = divided(leaf.rows, column, split.bin)
    const small = lower.length < upper.length ? lower : upper
    const histogram = histogramOf(bins, features, gradient, hessian, small)
    const other = new Float64Array(histogram.length)
    for (let i = 0; i < other.length; i++) other[i] = (leaf.histogram[i] as number) - (histogram[i] as number)
    const index = nodes.length
    nodes.push({ feature: split.feature, bin: split.bin, left: 0, right: 0 })
    hang(nodes, leaf, index)
    open[best] = leafOf(lower, small === lower ? histogram : other, index, 'left')
    open.push(leafOf(upper, small === lower ? other : histogram, index, 'right'))
  }
  const leaves = open.map((leaf, i) => {
    hang(nodes, leaf, ~i)
    return -leaf.gradient / (leaf.hessian + options.lambda)
  })
  return { nodes, leaves }
}

/** Rows up to the bin, and rows above it, each in their order. */
function divided(rows: Int32Array, column: Uint8Array, bin: number): [Int32Array, Int32Array] {
  let low = 0
  for (let i = 0; i < rows.length; i++) if ((column[rows[i] as number] as number) <= bin) low++
  const lower = new Int32Array(low)
  const upper = new Int32Array(rows.length - low)
  let toLower = 0
  let toUpper = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    if ((column[row] as number) <= bin) lower[toLower++] = row
    else upper[toUpper++] = row
  }
  return [lower, upper]
}

function hang(nodes: GrownNode[], leaf: OpenLeaf, child: number): void {
  const parent = nodes[leaf.parent]
  if (parent) parent[leaf.side] = child
}

function histogramOf(
  bins: Uint8Array[],
  features: number[],
  gradient: Float64Array,
  hessian: Float64Array,
  rows: Int32Array,
): Float64Array {
  const histogram = new Float64Array(features.length * BINS * 2)
  for (let i = 0; i < features.length; i++) {
    const column = bins[features[i] as number] as Uint8Array
    const base = i * BINS * 2
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number
      const at = base + (column[row] as number) * 2
      histogram[at] = (histogram[at] as number) + (gradient[row] as number)
      histogram[at + 1] = (histogram[at + 1] as number) + (hessian[row] as number)
    }
  }
  return histogram
}

function bestSplit(histogram: Float64Array, features: number[], g: number, h: number, options: BoostOptions) {
  const whole = (g * g) / (h + options.lambda)
  let best: { gain: number; feature: number; bin: number } | undefined
  for (let i = 0; i < features.length; i++) {
    let lowG = 0
    let lowH = 0
    for (let bin = 0; bin < BINS - 1; bin++) {
      const at = (i * BINS + bin) * 2
      lowG += histogram[at] as number
      lowH += histogram[at + 1] as number
      const highH = h - lowH
      if (lowH < options.minHessian) continue
      if (highH < options.minHessian) break
      const gain =
        (lowG * lowG) / (lowH + options.lambda) + ((g - lowG) * (g - lowG)) / (highH + options.lambda) - whole
      if (gain > (best?.gain ?? 1e-9)) best = { gain, feature: features[i] as number, bin }
    }
  }
  return best
}

/** Upper edges of the bins: quantiles of a column, at most BINS - 1 of them. */
function binEdges(matrix: Matrix, feature: number): Float32Array {
  const step = Math.max(1, Math.floor(matrix.rows / 20_000))
  const column: number[] = []
  for (let row = 0; row < matrix.rows; row += step) column.push(matrix.values[row * matrix.width + feature] as number)
  const sorted = Float32Array.from(column).sort()
  const distinct = [...new Set(sorted)]
  if (distinct.length <= 1) return new Float32Array(0)
  const edges = new Set<number>()
  if (distinct.length < BINS)
    for (let i = 0; i + 1 < distinct.length; i++)
      edges.add(Math.fround(((distinct[i] as number) + (distinct[i + 1] as number)) / 2))
  else
    for (let i = 1; i < BINS; i++) {
      const value = sorted[Math.floor((i * sorted.length) / BINS)] as number
      if (value < (sorted[sorted.length - 1] as number)) edges.add(value)
    }
  return Float32Array.from([...edges].sort((a, b) => a - b))
}

/** The bin of each row: the number of edges below its value. */
function binColumn(matrix: Matrix, feature: number, edges: Float32Array): Uint8Array {
  const column = new Uint8Array(matrix.rows)
  for (let row = 0; row < matrix.rows; row++) {
    const value = matrix.values[row * matrix.width + feature] as number
    let low = 0
    let high = edges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (value <= (edges[middle] as number)) high = middle
      else low = middle + 1
    }
    column[row] = low
  }
  return column
}
