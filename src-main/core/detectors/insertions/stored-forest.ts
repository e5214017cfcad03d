import { decodeBytes } from './base64'
import { readyForest, type ReadyForest } from './forest'

/** A forest as a weights file holds it: arrays as base64. */
export interface StoredForest {
  readonly bias: number
  readonly roots: string
  readonly feature: string
  readonly threshold: string
  readonly left: string
  readonly right: string
  readonly leaves: string
}

/** A forest from a weights file, ready to predict. */
export function loadForest(stored: StoredForest): ReadyForest {
  return readyForest({
    bias: stored.bias,
    roots: new Int32Array(decodeBytes(stored.roots)),
    feature: new Uint16Array(decodeBytes(stored.feature)),
    threshold: new Float32Array(decodeBytes(stored.threshold)),
    left: new Int32Array(decodeBytes(stored.left)),
    right: new Int32Array(decodeBytes(stored.right)),
    leaves: new Float32Array(decodeBytes(stored.leaves)),
  })
}
