import weights from '../weights/insertions.json'
import { decodeBytes } from './base64'
import type { Calibration } from './calibration'
import { CONTEXT_FEATURES } from './context-features'
import { LINE_FEATURES } from './features'
import { fingerprint } from './fingerprint'
import type { ReadyForest } from './forest'
import { loadForest } from './stored-forest'

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
    first: loadForest(weights.first),
    second: loadForest(weights.second),
    threshold: weights.threshold,
    turn: weights.turn,
    calibration: weights.calibration,
  })
}

const scaled = (bytes: Int8Array, scale: number) => Float32Array.from(bytes, (byte) => byte * scale)
