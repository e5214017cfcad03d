import type { JudgedSentence, TextSpan } from '../../../contract/entities'
import type { Range, Sentence, TextModel } from '../../text/model'
import { attributionOf } from '../attribution/attribution-of'
import type { Findings } from '../detector'
import { checkworthinessOf } from './checkworthiness-model'
import { readClaim, type ClaimReading } from './read-claim'

/** A sentence of the story with what the later steps ask of it. */
export interface StorySentence extends JudgedSentence {
  readonly block: number
  readonly speaker?: TextSpan
  readonly cue?: TextSpan
  /** Share of its characters inside quotation marks, 0 to 1. */
  readonly quoted: number
  /** What stands in it, read on first use. */
  readonly reading: ClaimReading
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
  const quoted = coverage(findings.quotations.map((quotation) => quotation.inner))
  return storySentences(model, findings).map((sentence) => new JudgedStorySentence(model, sentence, findings, quoted))
}

class JudgedStorySentence implements StorySentence {
  readonly start: number
  readonly end: number
  readonly block: number
  readonly checkworthiness: number
  readonly attribution: JudgedSentence['attribution']
  readonly speaker?: TextSpan
  readonly cue?: TextSpan
  readonly quoted: number
  private read: ClaimReading | undefined

  constructor(
    private readonly model: TextModel,
    sentence: Sentence,
    findings: Findings,
    quoted: (asked: Range) => number,
  ) {
    const { attribution, speaker, cue } = attributionOf(model, sentence, findings)
    this.start = sentence.start
    this.end = sentence.end
    this.block = sentence.block
    this.checkworthiness = checkworthinessOf(model.text, sentence.start, sentence.end)
    this.attribution = attribution
    this.speaker = speaker
    this.cue = cue
    this.quoted = quoted(sentence) / (sentence.end - sentence.start)
  }

  get reading(): ClaimReading {
    return (this.read ??= readClaim(this.model.text, this.start, this.end))
  }
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
