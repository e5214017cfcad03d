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

const MAYBE = is.CUE | is.WEAK_CUE

/**
 * The first place in a stretch of tokens where speech is reported: "X said", "said X", "according to X".
 *
 * @param first @param end positions; end is not looked at
 */
export function findReporting(tokens: Tokens, first: number, end: number): Reporting | undefined {
  let weak: Reporting | undefined
  for (let at = first; at < end; at++) {
    const classes = tokens.classes[at] as number
    if (classes & is.ORIGIN) {
      const found = originAt(tokens, at, end)
      if (found) return found
    }
    if (!(classes & MAYBE) || isNounHere(tokens, at)) continue
    const speaker = subjectBefore(tokens, at, first) ?? inverted(tokens, at, first, end)
    if (!speaker) continue
    const that = at + 1 < end && (tokens.classes[at + 1] as number) & is.THAT
    const strong = !!(classes & is.CUE) || !!that
    const found = { speaker, cue: { first: at, last: at }, strong }
    if (strong) return found
    weak ??= found
  }
  return weak
}

/** "…, said Jane Doe": the verb stands first in its clause. */
function inverted(tokens: Tokens, verb: number, first: number, end: number): Phrase | undefined {
  const before = verb === first ? 0x2c : (tokens.mark[verb - 1] as number)
  if (before !== 0x2c && !isQuotationMark(before)) return undefined
  if ((tokens.classes[verb] as number) & is.TELLS) return undefined
  return subjectAfter(tokens, verb, end)
}

/** "according to X", "laut X", "selon X" */
export function originAt(tokens: Tokens, at: number, end: number): Reporting | undefined {
  const long =
    (tokens.end[at] as number) - (tokens.start[at] as number) === 9 &&
    (tokens.classes[at + 1] as number) & is.PREPOSITION
  const from = long ? at + 2 : at + 1
  const speaker = phraseStartingAt(tokens, from, end)
  return speaker && { speaker, cue: { first: at, last: from - 1 }, strong: true }
}

/** Positions of the tokens that start inside a range. */
export function tokensIn(tokens: Tokens, range: { start: number; end: number }): { first: number; end: number } {
  return { first: tokenAt(tokens, range.start), end: tokenAt(tokens, range.end) }
}
