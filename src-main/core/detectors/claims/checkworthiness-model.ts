import { lowerBound } from '../../text/offsets'
import { decodeBytes } from '../insertions/base64'
import stored from '../weights/claims.json'
import { NGRAM_KINDS, readNgrams, roomForNgrams } from './ngrams'
import { readTraits, TRAITS } from './traits'
import { poolVectors, roomForVectors, type PooledVectors, type WordVectors } from './word-vectors'
import { wordTable, type WordTable } from './word-table'
import { readWords, roomForWords } from './words'

interface Weights {
  readonly ngrams: Int8Array
  /** What one step of an n-gram weight is worth, for each kind. */
  readonly ngramScale: readonly number[]
  readonly vectors: WordVectors
  /** Group of each word, words used alike together. */
  readonly senses: WordTable
  /** What each word's own point adds, before it is divided by the root of how many there are. */
  readonly wordWeights: Float32Array
  readonly greatest: Float32Array
  readonly least: Float32Array
  readonly traits: Float32Array
  readonly bias: number
  /** Log-odds of the linear model and the probability each stands for, both rising. */
  readonly calibration: readonly (readonly [logit: number, probability: number])[]
}

let loaded: Weights | undefined

function weights(): Weights {
  if (loaded) return loaded
  const hashes = new Int32Array(decodeBytes(stored.words))
  const pooled = new Float32Array(decodeBytes(stored.pooled))
  const { dimensions } = stored
  const values = new Int8Array(decodeBytes(stored.vectors))
  const senses = new Uint8Array(decodeBytes(stored.senses))
  loaded = {
    ngrams: new Int8Array(decodeBytes(stored.ngrams)),
    ngramScale: stored.ngramScale,
    vectors: {
      dimensions,
      rows: wordTable(Array.from(hashes, (hash, row) => [hash, row] as const)),
      values,
    },
    senses: wordTable(Array.from(hashes, (hash, row) => [hash, senses[row] as number] as const)),
    wordWeights: new Float32Array(decodeBytes(stored.wordWeights)),
    greatest: pooled.subarray(0, dimensions),
    least: pooled.subarray(dimensions),
    traits: Float32Array.from(stored.traits),
    bias: stored.bias,
    calibration: stored.calibration as [number, number][],
  }
  return loaded
}

const words = roomForWords()
const ngrams = roomForNgrams()
const traits = new Float64Array(TRAITS.length)
let room: PooledVectors | undefined

/**
 * How likely a careful reader would want a sentence checked, 0 to 1: a logistic model over n-grams of words, stems,
 * grammatical roles and letters, word vectors and counted traits, trained on sentences of debates that people had
 * labelled (see the weights' provenance). Costs the length of the sentence.
 *
 * @param start @param end UTF-16 offsets of the sentence
 */
export function checkworthinessOf(text: string, start: number, end: number): number {
  return calibrated(checkworthinessLogit(text, start, end), weights().calibration)
}

/** The same before calibration, as log-odds. */
export function checkworthinessLogit(text: string, start: number, end: number): number {
  const model = weights()
  readWords(text, start, end, words)
  let logit = model.bias
  readNgrams(text, words, model.senses, ngrams)
  let from = 0
  for (let kind = 0; kind < NGRAM_KINDS.length; kind++) {
    const to = ngrams.ends[kind] as number
    let sum = 0
    for (let at = from; at < to; at++) sum += model.ngrams[ngrams.buckets[at] as number] as number
    if (to > from) logit += (sum * (model.ngramScale[kind] as number)) / Math.sqrt(to - from)
    from = to
  }
  readTraits(text, words, traits)
  for (let at = 0; at < TRAITS.length; at++) logit += (traits[at] as number) * (model.traits[at] as number)
  return logit + pooledLogit(model)
}

function pooledLogit(model: Weights): number {
  const pooled = (room ??= roomForVectors(model.vectors.dimensions))
  poolVectors(words, model.vectors, pooled)
  let own = 0
  for (let at = 0; at < pooled.known; at++) own += model.wordWeights[pooled.rows[at] as number] as number
  let logit = own / Math.sqrt(pooled.known || 1)
  for (let d = 0; d < pooled.greatest.length; d++)
    logit +=
      (pooled.greatest[d] as number) * (model.greatest[d] as number) +
      (pooled.least[d] as number) * (model.least[d] as number)
  return logit
}

/** Straight lines between the knots; beyond the outer ones the ends' values. */
export function calibrated(logit: number, knots: readonly (readonly [number, number])[]): number {
  const after = lowerBound(knots.length, (at) => (knots[at] as readonly [number, number])[0] > logit)
  if (after === knots.length) return (knots[after - 1] as readonly [number, number])[1]
  if (after === 0) return (knots[0] as readonly [number, number])[1]
  const [left, low] = knots[after - 1] as readonly [number, number]
  const [right, high] = knots[after] as readonly [number, number]
  return low + ((high - low) * (logit - left)) / (right - left)
}
