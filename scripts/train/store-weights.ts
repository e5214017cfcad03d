import type { Forest } from '../../src-main/core/detectors/insertions/forest'
import type { StoredForest } from '../../src-main/core/detectors/insertions/stored-forest'

const base64 = (values: ArrayBufferView) =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')

export function storedForest(forest: Forest): StoredForest {
  return {
    bias: forest.bias,
    roots: base64(forest.roots),
    feature: base64(forest.feature),
    threshold: base64(forest.threshold),
    left: base64(forest.left),
    right: base64(forest.right),
    leaves: base64(forest.leaves),
  }
}

/** Weights as bytes: the scale times the byte is the weight. The few largest are cut to what 99.95 % stay under. */
export function storedNgrams(model: { weights: Float32Array; bias: number }): {
  weights: string
  scale: number
  bias: number
} {
  const sizes = model.weights.map(Math.abs).sort()
  const most = sizes[Math.floor(sizes.length * 0.9995)] as number
  const scale = most / 127
  const bytes = Int8Array.from(model.weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))))
  return { weights: base64(bytes), scale, bias: model.bias }
}
