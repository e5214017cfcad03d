import {
  isName,
  isNounHere,
  phraseEndingAt,
  phraseStartingAt,
  subjectAfter,
  subjectBefore,
  type Phrase,
} from '../attribution/noun-phrase'
import { originAt } from '../attribution/reporting'
import { POSSESSIVE, type Tokens } from '../attribution/tokens'
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
    if (!(classes & (CUES | is.SAYING))) continue
    const cue = { first: at, last: at }
    if (isNounHere(tokens, at) || !(classes & CUES)) {
      const owner = ownerOf(tokens, at, floor)
      if (owner) found.push({ way: 'before-owner', speaker: owner, cue })
      continue
    }
    const agent = passiveAgent(tokens, at, floor, end)
    if (agent) {
      found.push({ way: 'before-passive', speaker: agent, cue })
      continue
    }
    const inverted = at === floor && !(classes & is.TELLS)
    const speaker = subjectBefore(tokens, at, floor) ?? (inverted ? subjectAfter(tokens, at, end) : undefined)
    if (speaker) found.push({ way: 'before-subject', speaker, cue })
    if (!speaker || classes & is.GERUND) {
      const subject = firstSubject(tokens, quoted, floor, at)
      if (subject && subject.first !== speaker?.first) found.push({ way: 'before-clause', speaker: subject, cue })
    }
  }
  return found
}

/** "Doe's claim that", "their remarks": whose words they are. */
function ownerOf(tokens: Tokens, noun: number, floor: number): Phrase | undefined {
  for (let at = noun - 1; at >= Math.max(floor, noun - 3); at--) {
    if ((tokens.shape[at] as number) & POSSESSIVE) return phraseEndingAt(tokens, at - 1, floor)
    if ((tokens.classes[at] as number) & is.PERSONAL) return { first: at, last: at }
  }
  return undefined
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

/**
 * The subject of a sentence: its first noun phrase that neither a preposition nor a subordinate clause leads ("When
 * Doe left, the mayor …": the mayor).
 */
export function firstSubject(tokens: Tokens, quoted: Uint8Array, floor: number, end: number): Phrase | undefined {
  let subordinate = leadsClause(tokens, floor)
  let first: Phrase | undefined
  for (let at = floor; at < end; at++) {
    if (quoted[at]) continue
    if (tokens.mark[at] === COMMA) subordinate = false
    if (subordinate) continue
    const classes = tokens.classes[at] as number
    if (classes & (is.PREPOSITION | is.ORIGIN) && !isName(tokens, at)) {
      const object = phraseStartingAt(tokens, at + 1, end)
      if (object) at = object.last
      continue
    }
    first = phraseStartingAt(tokens, at, end)
    if (first) return first
  }
  return undefined
}

function leadsClause(tokens: Tokens, at: number): boolean {
  const classes = tokens.classes[at] as number
  if (classes & is.SUBORDINATOR || classes & is.GERUND) return true
  return !!(classes & is.PREPOSITION) && !!((tokens.classes[at + 1] ?? 0) & is.GERUND)
}
