import weights from '../weights/insertions.json'
import { decodeBytes } from './base64'
import type { Calibration } from './calibration'
import { CONTEXT_FEATURES } from './context-features'
import { LINE_FEATURES } from './features'
import { fingerprint } from './fingerprint'
import { readyForest, type Forest, type ReadyForest } from './forest'

export interface InsertionModel {
  readonly ngrams: { readonly weights: Float32Array; readonly bias: number }
  /** Judges each line. */
  readonly first: ReadyForest
  /** Judges it again, knowing what the first says of the others. */
  readonly second: ReadyForest
  /** Log-odds at which a line is taken as inserted. */
  readonly threshold: number
  /** What it costs to begin or end a block, in log-odds. */
  readonly turn: number
  readonly calibration: Calibration
}

export interface StoredForest {
  readonly bias: number
  readonly roots: string
  readonly feature: string
  readonly threshold: string
  readonly left: string
  readonly right: string
  readonly leaves: string
}

/** Weights are for one list of features, in one order. */
const featuresFingerprint = fingerprint([...LINE_FEATURES, ...CONTEXT_FEATURES])

let loaded: InsertionModel | undefined

/**
 * The weights, decoded on first use.
 *
 * @throws Error when they were trained on other features than the program has
 */
export function insertionModel(): InsertionModel {
  if (weights.features !== featuresFingerprint)
    throw new Error('The weights of the insertion detector are for other features: train them again.')
  return (loaded ??= {
    ngrams: {
      weights: scaled(new Int8Array(decodeBytes(weights.ngrams.weights)), weights.ngrams.scale),
      bias: weights.ngrams.bias,
    },
    first: readyForest(forestOf(weights.first)),
    second: readyForest(forestOf(weights.second)),
    threshold: weights.threshold,
    turn: weights.turn,
    calibration: weights.calibration,
  })
}

function forestOf(stored: StoredForest): Forest {
  return {
    bias: stored.bias,
    roots: new Int32Array(decodeBytes(stored.roots)),
    feature: new Uint16Array(decodeBytes(stored.feature)),
    threshold: new Float32Array(decodeBytes(stored.threshold)),
    left: new Int32Array(decodeBytes(stored.left)),
    right: new Int32Array(decodeBytes(stored.right)),
    leaves: new Float32Array(decodeBytes(stored.leaves)),
  }
}

const scaled = (bytes: Int8Array, scale: number) => Float32Array.from(bytes, (byte) => byte * scale)
