import type { Signal } from '../../../contract/entities'
import type { ClaimType } from '../../../contract/taxonomies'
import type { Range } from '../../text/model'
import type { Proposal } from '../detector'
import type { StorySentence } from './judge-sentences'
import type { ClaimReading } from './read-claim'

/** Of the sentences of a story at most this share is proposed: an editor asked to check everything checks nothing. */
const SHARE = 0.35
const ALWAYS = 2
const LEAST = 0.5
/** A date, a byline, a caption: too short to claim anything. UTF-16 units. */
const SHORTEST = 30

/** Proposes the sentences most worth checking, save those whose words are somebody's and proposed as that already. */
export function claimProposals(text: string, sentences: readonly StorySentence[]): Proposal[] {
  const candidates = sentences.filter(
    (sentence) => sentence.checkworthiness >= LEAST && sentence.end - sentence.start >= SHORTEST && !isSpeech(sentence),
  )
  const most = Math.ceil(sentences.length * SHARE) + ALWAYS
  const chosen = [...candidates]
    .sort((a, b) => b.checkworthiness - a.checkworthiness || a.start - b.start)
    .slice(0, most)
  return chosen.sort((a, b) => a.start - b.start).map((sentence) => proposal(text, sentence, sentence.reading))
}

/** A quotation, or a report of what somebody said: these are proposed by who said them. */
function isSpeech(sentence: StorySentence): boolean {
  return sentence.quoted >= 0.5 || (sentence.speaker !== undefined && sentence.cue !== undefined)
}

function proposal(text: string, sentence: StorySentence, reading: ClaimReading): Proposal {
  return {
    kind: 'claim',
    claimType: claimTypeOf(reading),
    attribution: sentence.attribution,
    speaker: sentence.speaker,
    cue: sentence.cue,
    start: sentence.start,
    end: sentence.end,
    score: sentence.checkworthiness,
    signals: claimSignals(text, sentence, reading),
  }
}

export function claimTypeOf(reading: ClaimReading): ClaimType {
  if (reading.accusation && (reading.name || reading.crime)) return 'allegation'
  if (reading.statistic || (reading.figures.length > 0 && (reading.change || reading.comparison))) return 'statistic'
  if (reading.future && !reading.superlative && !reading.event) return 'prediction'
  if (reading.judgement && !reading.event && reading.figures.length === 0) return 'opinion'
  if (reading.past && reading.year) return 'background'
  return 'fact'
}

/** Why the sentence is worth a look, in an editor's words. */
export function claimSignals(text: string, sentence: StorySentence, reading: ClaimReading): Signal[] {
  const signals: Signal[] = [
    {
      name: 'checkworthiness',
      detail: `Reads like the sentences that fact-checkers pick (${sentence.checkworthiness.toFixed(2)})`,
      weight: sentence.checkworthiness - 0.5,
      start: sentence.start,
      end: sentence.end,
    },
  ]
  const add = (name: string, weight: number, range: Range | undefined, words: (shown: string) => string) => {
    if (range) signals.push({ name, detail: words(shown(text, range)), weight, start: range.start, end: range.end })
  }
  for (const figure of reading.figures) add('figure', 0.3, figure, (words) => `Gives a figure: ${words}`)
  add('superlative', 0.3, reading.superlative, (words) => `Superlative: ${words}`)
  add('accusation', 0.3, reading.accusation, (words) =>
    reading.name ? `An accusation, and ${shown(text, reading.name)} is named: “${words}”` : `An accusation: “${words}”`,
  )
  add('cause', 0.2, reading.cause, (words) => `Says that one thing caused another: “${words}”`)
  add('change', 0.2, reading.change, (words) => `Says that something changed: “${words}”`)
  add('comparison', 0.15, reading.comparison, (words) => `Compares: “${words}”`)
  add('event', 0.15, reading.event, (words) => `Reports something that is on record: “${words}”`)
  add('date', 0.1, reading.year, (words) => `Gives a year: ${words}`)
  add('future', -0.1, reading.future, (words) => `Speaks of what is to come: “${words}”`)
  if (signals.length === 1) add('name', 0.1, reading.name, (words) => `Says something of ${words}`)
  add('judgement', -0.1, reading.judgement, (words) => `Judges rather than states: “${words}”`)
  return signals
}

export function shown(text: string, range: Range): string {
  const words = text.slice(range.start, range.end).replace(/\s+/g, ' ')
  return words.length > 60 ? `${words.slice(0, 57)}…` : words
}
