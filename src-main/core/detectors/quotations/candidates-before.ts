import { phraseEndingAt, phraseStartingAt, subjectAfter, subjectBefore, type Phrase } from '../attribution/noun-phrase'
import { originAt } from '../attribution/reporting'
import { WORD, type Tokens } from '../attribution/tokens'
import * as is from '../attribution/word-classes'
import { MOST, type Candidate } from './candidate'
import type { Placed } from './surroundings'

const COLON = 0x3a
const COMMA = 0x2c
const CUES = is.CUE | is.WEAK_CUE

/** Speakers named in the same sentence before a quotation: Doe said "…"; According to Doe, "…"; Doe: "…". */
export function candidatesBefore(tokens: Tokens, quoted: Uint8Array, placed: Placed): Candidate[] {
  const { floor, first } = placed
  if (floor >= first) return []
  const found = reportedWithin(tokens, quoted, floor, first)
  if (tokens.mark[first - 1] === COLON) {
    const speaker = phraseEndingAt(tokens, first - 2, floor)
    if (speaker) found.push({ way: 'before-colon', speaker, cue: { first: first - 1, last: first - 1 } })
  }
  const subject = firstSubject(tokens, quoted, floor, first)
  if (subject) found.push({ way: 'before-first', speaker: subject })
  return found
}

/** Reporting verbs between two positions with their subjects, the one nearest the end first. */
export function reportedWithin(tokens: Tokens, quoted: Uint8Array, floor: number, end: number): Candidate[] {
  const found: Candidate[] = []
  for (let at = end - 1; at >= floor && found.length < MOST; at--) {
    if (quoted[at]) continue
    const classes = tokens.classes[at] as number
    if (classes & is.ORIGIN) {
      const origin = originAt(tokens, at, end)
      if (origin) found.push({ way: 'before-origin', speaker: origin.speaker, cue: origin.cue })
      continue
    }
    if (!(classes & CUES) || !((tokens.shape[at] as number) & WORD)) continue
    const cue = { first: at, last: at }
    const agent = passiveAgent(tokens, at, floor, end)
    if (agent) {
      found.push({ way: 'before-passive', speaker: agent, cue })
      continue
    }
    const speaker = subjectBefore(tokens, at, floor) ?? (at === floor ? subjectAfter(tokens, at, end) : undefined)
    if (speaker) found.push({ way: 'before-subject', speaker, cue })
    else {
      const subject = firstSubject(tokens, quoted, floor, at)
      if (subject) found.push({ way: 'before-clause', speaker: subject, cue })
    }
  }
  return found
}

/** "was described by Doe as": who follows "by". */
function passiveAgent(tokens: Tokens, verb: number, floor: number, end: number): Phrase | undefined {
  if (verb - 1 < floor || !((tokens.classes[verb - 1] as number) & (is.AUXILIARY | is.ADVERB))) return undefined
  for (let at = verb + 1; at < Math.min(end, verb + 6); at++) {
    const length = (tokens.end[at] as number) - (tokens.start[at] as number)
    if (length !== 2 || !((tokens.classes[at] as number) & is.PREPOSITION) || !isBy(tokens, at)) continue
    return phraseStartingAt(tokens, at + 1, end)
  }
  return undefined
}

function isBy(tokens: Tokens, at: number): boolean {
  return ((tokens.classes[at] as number) & is.AGENT) !== 0
}

/** The subject of a sentence: its first noun phrase that no preposition leads. */
export function firstSubject(tokens: Tokens, quoted: Uint8Array, floor: number, end: number): Phrase | undefined {
  for (let at = floor; at < end; at++) {
    if (quoted[at]) continue
    const classes = tokens.classes[at] as number
    if (classes & (is.PREPOSITION | is.ORIGIN)) {
      const object = phraseStartingAt(tokens, at + 1, end)
      if (object) at = object.last
      if (tokens.mark[at + 1] === COMMA) at++
      continue
    }
    const phrase = phraseStartingAt(tokens, at, end)
    if (phrase) return phrase
  }
  return undefined
}
