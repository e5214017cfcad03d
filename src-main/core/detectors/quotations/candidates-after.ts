import { isName, isNounHere, phraseStartingAt, subjectAfter, subjectBefore } from '../attribution/noun-phrase'
import { originAt } from '../attribution/reporting'
import { LINE_START, type Tokens } from '../attribution/tokens'
import * as is from '../attribution/word-classes'
import { MOST, type Candidate } from './candidate'
import type { Placed } from './surroundings'

const COMMA = 0x2c
const CUES = is.CUE | is.WEAK_CUE

/** Speakers named in the clause after a quotation: "…," Doe said; "…," said Doe; "…" — Doe. */
export function candidatesAfter(tokens: Tokens, placed: Placed): Candidate[] {
  const found: Candidate[] = []
  let start = placed.end
  if (start >= tokens.count) return found
  const signature = signedBy(tokens, start)
  if (signature) found.push(signature)
  if (tokens.mark[start] === COMMA) start++
  if (start >= placed.ceiling) return found
  for (let at = start; at < placed.ceiling && found.length < MOST; at++) {
    const classes = tokens.classes[at] as number
    if (classes & is.ORIGIN) {
      const origin = originAt(tokens, at, placed.ceiling)
      if (origin) found.push({ way: 'after-origin', speaker: origin.speaker, cue: origin.cue })
      break
    }
    if (!(classes & CUES) || isNounHere(tokens, at)) continue
    const cue = { first: at, last: at }
    if (at === start || onlyAdverbs(tokens, start, at)) {
      const speaker = subjectAfter(tokens, at, placed.ceiling)
      if (speaker) found.push({ way: 'after-inverted', speaker, cue })
      continue
    }
    const speaker = subjectBefore(tokens, at, start)
    if (!speaker) continue
    if (opensClause(tokens, start, speaker.first)) found.push({ way: 'after-subject', speaker, cue })
    else if (tokens.mark[speaker.first - 1] === COMMA) found.push({ way: 'after-clause', speaker, cue })
  }
  if (!found.length) {
    const speaker = phraseStartingAt(tokens, start, placed.ceiling)
    if (speaker) found.push({ way: 'after-bare', speaker })
  }
  return found
}

function onlyAdverbs(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (!((tokens.classes[at] as number) & (is.ADVERB | is.AUXILIARY)) || isName(tokens, at)) return false
  return true
}

/** Between a quotation and its speaker stand a conjunction or a few adverbs at most. */
function opensClause(tokens: Tokens, start: number, speaker: number): boolean {
  if (speaker - start > 3) return false
  for (let at = start; at < speaker; at++) {
    const small = is.ADVERB | is.CONJUNCTION | is.DETERMINER | is.CALENDAR
    if (!((tokens.classes[at] as number) & small) && tokens.mark[at] !== COMMA) return false
  }
  return true
}

/** "…" — Jane Doe, or (Jane Doe): a name after a dash, as under letters and in captions. */
function signedBy(tokens: Tokens, start: number): Candidate | undefined {
  const mark = tokens.mark[start] as number
  const dash = mark === 0x2014 || mark === 0x2013 || mark === 0x2015 || mark === 0x2d || mark === 0x7e
  if (!dash && mark !== 0x28) return undefined
  let at = start + 1
  while (at < start + 3 && tokens.mark[at] === mark) at++
  if (at >= tokens.count || !isName(tokens, at)) return undefined
  const limit = lineEnd(tokens, at)
  const speaker = phraseStartingAt(tokens, at, limit)
  return speaker && { way: 'after-signature', speaker, cue: { first: start, last: start } }
}

function lineEnd(tokens: Tokens, from: number): number {
  let at = from
  while (at < tokens.count && at - from < 40 && (at === from || !((tokens.shape[at] as number) & LINE_START))) at++
  return at
}
