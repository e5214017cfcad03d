import type { SourcingState } from '@contract/taxonomies'
import type { SourcedSentence } from '@core/review/sourcing'
import { lowerBound } from '@core/text/offsets'

export interface Tick {
  /** From the start edge, in CSS pixels. */
  readonly x: number
  readonly width: number
  readonly state: SourcingState
}

/** What one sees first where several sentences share a pixel. */
const WEIGHT: Record<SourcingState, number> = { opinion: 0, attributed: 1, sourced: 2, insertion: 3, unsourced: 4 }

/**
 * One tick a sentence, as wide as its share of the text, with a hair between two; where there are more sentences than
 * pixels, each pixel shows the most telling of its sentences. Linear.
 */
export function ticksOf(sentences: readonly SourcedSentence[], width: number): Tick[] {
  const total = sentences.reduce((sum, { start, end }) => sum + end - start, 0)
  if (total === 0 || width <= 0) return []
  const scale = width / total
  const ticks: Tick[] = []
  let read = 0
  for (const { start, end, state } of sentences) {
    const x = Math.floor(read * scale)
    read += end - start
    const to = Math.max(x + 1, Math.floor(read * scale))
    const last = ticks[ticks.length - 1]
    if (last && x < last.x + last.width) {
      if (WEIGHT[state] > WEIGHT[last.state]) ticks[ticks.length - 1] = { ...last, state }
    } else ticks.push({ x, width: Math.max(1, to - x - (to - x > 2 ? 1 : 0)), state })
  }
  return ticks
}

/** Where each sentence ends in the strip, in characters from its start: made once for a text, asked at every scroll. */
export function runningLengths(sentences: readonly SourcedSentence[]): number[] {
  let sum = 0
  return sentences.map(({ start, end }) => (sum += end - start))
}

/** The index of the sentence whose tick lies at `share` (0 to 1) of the strip. */
export function sentenceAtShare(lengths: readonly number[], share: number): number {
  const wanted = share * (lengths[lengths.length - 1] ?? 0)
  return Math.min(
    lengths.length - 1,
    lowerBound(lengths.length, (i) => (lengths[i] as number) > wanted),
  )
}

/** Where in the strip the text at an offset lies, 0 to 1. */
export function shareAt(sentences: readonly SourcedSentence[], lengths: readonly number[], offset: number): number {
  const index = lowerBound(sentences.length, (i) => (sentences[i] as SourcedSentence).end > offset)
  const sentence = sentences[index]
  const inside = sentence ? Math.max(0, offset - sentence.start) : 0
  return ((lengths[index - 1] ?? 0) + inside) / (lengths[lengths.length - 1] || 1)
}
