import type { JudgedSentence, TextSpan } from '../../../contract/entities'
import type { Range, Sentence, TextModel } from '../../text/model'
import { attributionOf } from '../attribution/attribution-of'
import type { Findings } from '../detector'
import { checkworthinessOf } from './checkworthiness-model'

/** A sentence of the story with what the later steps ask of it. */
export interface StorySentence extends JudgedSentence {
  readonly block: number
  readonly speaker?: TextSpan
  readonly cue?: TextSpan
  /** Share of its characters inside quotation marks, 0 to 1. */
  readonly quoted: number
}

/**
 * The sentences that are part of the story. A text that is nothing but insertions has no story that they could stand
 * in, so all of it counts.
 */
export function storySentences({ sentences }: TextModel, findings: Findings): readonly Sentence[] {
  const ofStory = outside(sentences, findings.insertions)
  return ofStory.length > 0 ? ofStory : sentences
}

/** Judges every sentence that is part of the story. */
export function judgeSentences(model: TextModel, findings: Findings): StorySentence[] {
  const { text } = model
  const quoted = coverage(findings.quotations.map((quotation) => quotation.inner))
  return storySentences(model, findings).map((sentence) => ({
    start: sentence.start,
    end: sentence.end,
    block: sentence.block,
    checkworthiness: checkworthinessOf(text, sentence.start, sentence.end),
    ...attributionOf(model, sentence, findings),
    quoted: quoted(sentence) / (sentence.end - sentence.start),
  }))
}

/** Sentences that do not start inside one of the ranges; both in order. */
function outside(sentences: readonly Sentence[], ranges: readonly Range[]): Sentence[] {
  let at = 0
  return sentences.filter((sentence) => {
    while (at < ranges.length && (ranges[at] as Range).end <= sentence.start) at++
    const range = ranges[at]
    return !range || sentence.start < range.start
  })
}

/** How many UTF-16 units of a range the others cover; asked in the order of the text. */
function coverage(ranges: readonly Range[]): (asked: Range) => number {
  let at = 0
  return (asked) => {
    while (at < ranges.length && (ranges[at] as Range).end <= asked.start) at++
    let covered = 0
    for (let next = at; next < ranges.length && (ranges[next] as Range).start < asked.end; next++) {
      const range = ranges[next] as Range
      covered += Math.max(0, Math.min(range.end, asked.end) - Math.max(range.start, asked.start))
    }
    return Math.min(covered, asked.end - asked.start)
  }
}
