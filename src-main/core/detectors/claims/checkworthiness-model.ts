import { lowerBound } from '../../text/offsets'
import { decodeBytes } from '../insertions/base64'
import stored from '../weights/claims.json'
import { NGRAM_KINDS, readNgrams, roomForNgrams } from './ngrams'
import { readTraits, TRAITS } from './traits'
import { look, wordTable, type WordTable } from './word-table'
import { readWords, roomForWords } from './words'

interface Weights {
  readonly ngrams: Int8Array
  /** What one step of an n-gram weight is worth, for each kind. */
  readonly ngramScale: readonly number[]
  /** Group of each word, words used alike together. */
  readonly senses: WordTable
  /** Row of each word in `wordWeights`. */
  readonly rows: WordTable
  /** What each word adds by what it is used like, before it is divided by the root of how many there are. */
  readonly wordWeights: Float32Array
  readonly traits: Float32Array
  readonly bias: number
  /** Log-odds of the linear model and the probability each stands for, both rising. */
  readonly calibration: readonly (readonly [logit: number, probability: number])[]
}

let loaded: Weights | undefined

function weights(): Weights {
  if (loaded) return loaded
  const hashes = new Int32Array(decodeBytes(stored.words))
  const senses = new Uint8Array(decodeBytes(stored.senses))
  loaded = {
    ngrams: new Int8Array(decodeBytes(stored.ngrams)),
    ngramScale: stored.ngramScale,
    senses: wordTable(hashes, (row) => senses[row] as number),
    rows: wordTable(hashes, (row) => row),
    wordWeights: new Float32Array(decodeBytes(stored.wordWeights)),
    traits: Float32Array.from(stored.traits),
    bias: stored.bias,
    calibration: stored.calibration as [number, number][],
  }
  return loaded
}

const words = roomForWords()
const ngrams = roomForNgrams()
const traits = new Float64Array(TRAITS.length)

/**
 * How likely a careful reader would want a sentence checked, 0 to 1: a logistic model over n-grams of words, stems,
 * grammatical roles and letters, words used alike and counted traits, trained on sentences of debates that people had
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
  return logit + usageLogit(model)
}

function usageLogit({ rows, wordWeights }: Weights): number {
  let sum = 0
  let known = 0
  for (let at = 0; at < words.count; at++) {
    const row = look(rows, words.hash[at] as number)
    if (row < 0) continue
    sum += wordWeights[row] as number
    known++
  }
  return sum / Math.sqrt(known || 1)
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
