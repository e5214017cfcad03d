import { isNounHere, subjectAfter, subjectBefore } from '../attribution/noun-phrase'
import { LINE_START, type Tokens } from '../attribution/tokens'
import { CUE } from '../attribution/word-classes'
import type { Candidate } from './candidate'
import { firstSubject, reportedWithin } from './candidates-before'
import { clauseEnd, sentenceStart, type Placed } from './surroundings'

/** A speaker that was chosen for an earlier quotation. */
export interface Spoken {
  readonly candidate: Candidate | undefined
  readonly placed: Placed
}

/** Speakers who may be carried over to a quotation: from the one before it, and from the sentences on both sides. */
export function candidatesAround(
  tokens: Tokens,
  quoted: Uint8Array,
  placed: Placed,
  previous: Spoken | undefined,
): Candidate[] {
  const found: Candidate[] = []
  if (previous?.candidate) {
    const { speaker, cue } = previous.candidate
    if (placed.before >= 0) found.push({ way: 'previous-here', speaker, cue })
    else if (linesBetween(tokens, previous.placed.end, placed.first) === 1)
      found.push({ way: 'previous-paragraph', speaker, cue })
  }
  const end = placed.floor
  if (end > 0 && !quoted[end - 1]) {
    const floor = sentenceStart(tokens, quoted, end - 1)
    const said = reportedWithin(tokens, quoted, floor, end)[0]
    if (said) found.push({ way: 'lead-in', speaker: said.speaker, cue: said.cue })
    const subject = firstSubject(tokens, quoted, floor, end)
    if (subject) found.push({ way: 'lead-in-first', speaker: subject })
  }
  const next = followUp(tokens, quoted, placed)
  if (next) found.push(next)
  return found
}

/** Lines begun after one position up to another, counted to two. */
function linesBetween(tokens: Tokens, from: number, to: number): number {
  let lines = 0
  for (let at = to; at >= from && lines < 2; at--) if ((tokens.shape[at] as number) & LINE_START) lines++
  return lines
}

/** "…" Doe added that …: the sentence after the quotation, in the same paragraph. */
function followUp(tokens: Tokens, quoted: Uint8Array, placed: Placed): Candidate | undefined {
  const start = placed.end
  if (start >= tokens.count || (tokens.shape[start] as number) & LINE_START || quoted[start]) return undefined
  const end = clauseEnd(tokens, quoted, start)
  for (let at = start; at < end; at++) {
    if (!((tokens.classes[at] as number) & CUE) || isNounHere(tokens, at)) continue
    const cue = { first: at, last: at }
    const speaker = subjectBefore(tokens, at, start) ?? subjectAfter(tokens, at, end)
    return speaker && { way: 'follow-up', speaker, cue }
  }
  return undefined
}
