import { isNounHere, phraseStartingAt, subjectAfter, subjectBefore, type Phrase } from './noun-phrase'
import { isQuotationMark } from './punctuation'
import { tokenAt, type Tokens } from './tokens'
import * as is from './word-classes'

/** Somebody says something: who, and the words that tell so. Positions of tokens. */
export interface Reporting {
  readonly speaker: Phrase
  readonly cue: Phrase
  /** A reported clause follows ("that …") or the verb can do nothing but report. */
  readonly strong: boolean
}

/** Most places that are read in one sentence: long lists of verbs are no speech. */
const MOST = 8

/**
 * Where speech is reported in a stretch of tokens, in order: "X said", "said X", "according to X".
 *
 * @param first @param end positions; end is not looked at
 * @param quoted 1 for tokens inside quotations, whose verbs are the speaker's own
 */
export function reportingsIn(tokens: Tokens, first: number, end: number, quoted?: Uint8Array): Reporting[] {
  const found: Reporting[] = []
  for (let at = first; at < end && found.length < MOST; at++) {
    if (quoted?.[at]) continue
    const classes = tokens.classes[at] as number
    if (classes & is.ORIGIN) {
      const origin = originAt(tokens, at, end)
      if (origin) found.push(origin)
      continue
    }
    if (!(classes & (is.CUE | is.WEAK_CUE)) || isNounHere(tokens, at)) continue
    const speaker = subjectBefore(tokens, at, first) ?? inverted(tokens, at, first, end)
    if (!speaker) continue
    const that = at + 1 < end && (tokens.classes[at + 1] as number) & is.THAT
    found.push({ speaker, cue: { first: at, last: at }, strong: !!(classes & is.CUE) || !!that })
  }
  return found
}

/** "…, said Jane Doe": the verb stands first in its clause. */
function inverted(tokens: Tokens, verb: number, first: number, end: number): Phrase | undefined {
  const before = verb === first ? COMMA : (tokens.mark[verb - 1] as number)
  if (before !== COMMA && !isQuotationMark(before)) return undefined
  if ((tokens.classes[verb] as number) & (is.TELLS | is.GERUND)) return undefined
  return subjectAfter(tokens, verb, end)
}

const COMMA = 0x2c
const ACCORDING = 'according'.length

/** "according to X", "laut X", "selon X" */
export function originAt(tokens: Tokens, at: number, end: number): Reporting | undefined {
  const length = (tokens.end[at] as number) - (tokens.start[at] as number)
  const long = length === ACCORDING && (tokens.classes[at + 1] ?? 0) & is.PREPOSITION
  const from = long ? at + 2 : at + 1
  const speaker = phraseStartingAt(tokens, from, end)
  return speaker && { speaker, cue: { first: at, last: from - 1 }, strong: true }
}

/** Positions of the tokens that start inside a range. */
export function tokensIn(tokens: Tokens, range: { start: number; end: number }): { first: number; end: number } {
  return { first: tokenAt(tokens, range.start), end: tokenAt(tokens, range.end) }
}
