import { BUCKETS, readNgrams, roomForNgrams } from '../../src-main/core/detectors/claims/ngrams'
import { readTraits, TRAITS } from '../../src-main/core/detectors/claims/traits'
import { look, type WordTable } from '../../src-main/core/detectors/claims/word-table'
import { readWords, roomForWords } from '../../src-main/core/detectors/claims/words'
import type { LearnedVectors } from './learn-vectors'
import type { Row } from './logistic-dual'

/** How strongly each part speaks before anything is learned: the penalty pulls on what is scaled down. */
const KIND_SCALE = [1.5, 1, 1.5, 1.3, 1]
const TRAIT_SCALE = 0.15
const VECTOR_SCALE = 0.7

export interface SentenceRows {
  readonly rows: Row[]
  readonly dimensions: number
  /** Weights learned on the rows, back in the units that detection counts in. */
  unscale(weights: Float64Array): {
    ngrams: Float64Array
    kindScale: readonly number[]
    /** By dimension of the vectors, one set after the other. */
    vectors: Float64Array
    traits: number[]
    bias: number
  }
}

/** The features of sentences as rows: n-gram buckets that stand in two sentences or more, mean vectors, traits. */
export function sentenceRows(
  texts: readonly string[],
  sets: readonly LearnedVectors[],
  senses: WordTable,
): SentenceRows {
  const words = roomForWords()
  const ngrams = roomForNgrams()
  const width = sets.reduce((sum, { dimensions }) => sum + dimensions, 0)
  const read = texts.map((text) => {
    readWords(text, 0, text.length, words)
    readNgrams(text, words, senses, ngrams)
    const traits = new Float64Array(TRAITS.length)
    readTraits(text, words, traits)
    const means = sets.flatMap((set) => meanOf(set, words.hash.subarray(0, words.count)))
    return { buckets: ngrams.buckets.slice(0, ngrams.count), ends: ngrams.ends.slice(), traits, means }
  })
  const stands = new Uint16Array(BUCKETS)
  for (const { buckets } of read) for (const bucket of new Set(buckets)) stands[bucket] = (stands[bucket] as number) + 1
  const means = TRAITS.map((_, at) => read.reduce((sum, r) => sum + (r.traits[at] as number), 0) / read.length)
  const spreads = TRAITS.map(
    (_, at) =>
      Math.sqrt(
        read.reduce((sum, r) => sum + ((r.traits[at] as number) - (means[at] as number)) ** 2, 0) / read.length,
      ) || 1,
  )
  const traitsAt = BUCKETS + width
  const rows = read.map(({ buckets, ends, traits, means: usage }): Row => {
    const features = new Map<number, number>()
    let from = 0
    ends.forEach((to, kind) => {
      const scale = (KIND_SCALE[kind] as number) / Math.sqrt(to - from || 1)
      for (const bucket of buckets.subarray(from, to))
        if ((stands[bucket] as number) > 1) features.set(bucket, (features.get(bucket) ?? 0) + scale)
      from = to
    })
    usage.forEach((value, at) => features.set(BUCKETS + at, value * VECTOR_SCALE))
    traits.forEach((value, at) =>
      features.set(traitsAt + at, ((value - (means[at] as number)) / (spreads[at] as number)) * TRAIT_SCALE),
    )
    return { indices: Int32Array.from(features.keys()), values: Float32Array.from(features.values()) }
  })
  return {
    rows,
    dimensions: traitsAt + TRAITS.length,
    unscale(weights) {
      const traits = TRAITS.map((_, at) => ((weights[traitsAt + at] as number) * TRAIT_SCALE) / (spreads[at] as number))
      return {
        ngrams: weights.slice(0, BUCKETS),
        kindScale: KIND_SCALE,
        vectors: weights.slice(BUCKETS, traitsAt).map((weight) => weight * VECTOR_SCALE),
        traits,
        bias:
          (weights[weights.length - 1] as number) - traits.reduce((sum, w, at) => sum + w * (means[at] as number), 0),
      }
    },
  }
}

/** Sum over the root of how many words are known. */
function meanOf({ dimensions, rows, values }: LearnedVectors, hashes: Int32Array): number[] {
  const sums: number[] = new Array(dimensions).fill(0)
  let known = 0
  for (const hash of hashes) {
    const row = look(rows, hash)
    if (row < 0) continue
    known++
    for (let d = 0; d < dimensions; d++) sums[d] = (sums[d] as number) + (values[row * dimensions + d] as number)
  }
  return sums.map((sum) => sum / Math.sqrt(known || 1))
}
