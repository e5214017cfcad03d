import type { IndexedChunk } from './index'
import { forgiven, isNear } from './nearness'
import type { Query } from './query'
import { placeOf, withPrefix, type Segment } from './segment'

/** Okapi BM25's usual constants: how soon more of a word stops counting, and how much length counts. */
const SATURATION = 1.2
const LENGTH = 0.75
/** What a word is worth that only begins like the one asked for, or is only near it. */
const PREFIX = 0.4
const NEAR = 0.45
const TITLE = 2

export interface Found {
  readonly chunk: IndexedChunk
  readonly score: number
  /** The words of the index that matched; for the snippet. */
  readonly terms: ReadonlySet<string>
}

interface Variant {
  readonly term: string
  readonly weight: number
}

/** Chunks that hold every word of the query, the best first. */
export function scoresOf(
  segments: readonly Segment[],
  chunks: readonly IndexedChunk[],
  query: Query,
  isLive: (chunk: IndexedChunk) => boolean,
): Found[] {
  const terms = new Set<string>()
  let left: Map<number, number> | undefined
  const usual = usualLength(chunks)
  for (const word of query.words) {
    const variants = variantsOf(segments, word, word === query.unfinished)
    for (const { term } of variants) terms.add(term)
    const scores = new Map<number, number>()
    for (const variant of variants) score(segments, chunks, variant, usual, scores, left)
    left = scores
    if (left.size === 0) return []
  }
  const found: Found[] = []
  for (const [number, total] of left ?? []) {
    const chunk = chunks[number] as IndexedChunk
    if (isLive(chunk)) found.push({ chunk, score: chunk.where === 'title' ? total * TITLE : total, terms })
  }
  return found.sort((a, b) => b.score - a.score)
}

function usualLength(chunks: readonly IndexedChunk[]): number {
  let sum = 0
  for (const { length } of chunks) sum += length
  return Math.max(1, sum / Math.max(1, chunks.length))
}

/** The word as it is, what it is the beginning of where it may be unfinished, and what is near it where it is nowhere. */
function variantsOf(segments: readonly Segment[], word: string, unfinished: boolean): Variant[] {
  const variants = new Map<string, Variant>()
  for (const segment of segments) {
    if (placeOf(segment, word) >= 0) variants.set(word, { term: word, weight: 1 })
    if (!unfinished) continue
    const [from, to] = withPrefix(segment, word)
    for (let at = from; at < to; at++) {
      const term = segment.terms[at] as string
      if (term !== word) variants.set(term, { term, weight: (PREFIX * word.length) / term.length })
    }
  }
  const most = forgiven(word.length)
  if (variants.size > 0 || most === 0) return [...variants.values()]
  for (const { terms } of segments)
    for (const term of terms) if (isNear(word, term, most)) variants.set(term, { term, weight: NEAR })
  return [...variants.values()]
}

/** Adds a term's share to the scores of the chunks that hold it and, from the second word on, held those before. */
function score(
  segments: readonly Segment[],
  chunks: readonly IndexedChunk[],
  { term, weight }: Variant,
  usual: number,
  scores: Map<number, number>,
  before: ReadonlyMap<number, number> | undefined,
): void {
  const places = segments.map((segment) => placeOf(segment, term))
  let frequency = 0
  segments.forEach(({ offsets }, at) => {
    const place = places[at] as number
    if (place >= 0) frequency += (offsets[place + 1] as number) - (offsets[place] as number)
  })
  const rarity = Math.log(1 + (chunks.length - frequency + 0.5) / (frequency + 0.5))
  segments.forEach(({ offsets, postings, counts }, at) => {
    const place = places[at] as number
    if (place < 0) return
    for (let i = offsets[place] as number; i < (offsets[place + 1] as number); i++) {
      const number = postings[i] as number
      const base = before ? before.get(number) : 0
      if (base === undefined) continue
      const count = counts[i] as number
      const length = 1 - LENGTH + (LENGTH * (chunks[number] as IndexedChunk).length) / usual
      const share = (weight * rarity * count * (SATURATION + 1)) / (count + SATURATION * length)
      scores.set(number, (scores.get(number) ?? base) + share)
    }
  })
}
