import type { Range } from '../../text/model'
import type { Reporting } from './reporting'
import type { Tokens } from './tokens'
import * as is from './word-classes'

export interface Paraphrase {
  readonly reporting: Reporting
  /** The words that are reported, in UTF-16 offsets. */
  readonly range: Range
  readonly score: number
}

/** Words that what is reported must have at least. */
const ENOUGH = 4

/**
 * Indirect speech: what somebody said in the writer's words. It stands after "said (that)", or before ", Doe said".
 * A sentence
 * with a quotation in it has that as its claim.
 */
export function paraphraseOf(
  tokens: Tokens,
  quoted: Uint8Array,
  reportings: readonly Reporting[],
  first: number,
  end: number,
): Paraphrase | undefined {
  for (let at = first; at < end; at++) if (quoted[at]) return undefined
  for (const reporting of reportings) {
    if (!reporting.strong || !isSomebody(tokens, reporting)) continue
    const { cue, speaker } = reporting
    const that = thatAfter(tokens, cue.last + 1, end)
    const after = that >= 0 ? that + 1 : Math.max(cue.last, speaker.last) + 1
    const last = lastWord(tokens, end)
    const origin = !!((tokens.classes[cue.first] as number) & is.ORIGIN)
    const clause = that >= 0 || hasVerb(tokens, after, Math.min(last, after + CLAUSE))
    if (!origin && clause && last - after >= ENOUGH && speaker.last < cue.first)
      return { reporting, range: rangeOf(tokens, after, last), score: that >= 0 ? 0.8 : 0.6 }
    const before = Math.min(cue.first, speaker.first) - 1
    const rest = last - Math.max(cue.last, speaker.last)
    if (before - first >= ENOUGH && tokens.mark[before] === COMMA && rest < before - first)
      return { reporting, range: rangeOf(tokens, first, before - 1), score: 0.75 }
    if (rest > ENOUGH && tokens.mark[after] === COMMA)
      return { reporting, range: rangeOf(tokens, after + 1, last), score: 0.75 }
  }
  return undefined
}

const COMMA = 0x2c
/** Tokens in which a reported clause without "that" shows its verb. */
const CLAUSE = 12

/** "said on Thursday that": position of "that" when it comes within a few words, or -1. */
function thatAfter(tokens: Tokens, from: number, end: number): number {
  for (let at = from; at < Math.min(end, from + 5) && !tokens.mark[at]; at++)
    if ((tokens.classes[at] as number) & is.THAT) return at
  return -1
}

function hasVerb(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at <= to && tokens.mark[at] !== COMMA; at++)
    if ((tokens.classes[at] as number) & (is.AUXILIARY | is.VERB)) return true
  return false
}

/** The speaker is somebody an editor can ask: no "I", "it" or "who". */
function isSomebody(tokens: Tokens, { speaker }: Reporting): boolean {
  return !((tokens.classes[speaker.first] as number) & (is.RELATIVE | is.PERSONAL)) || speaker.last > speaker.first
}

function rangeOf(tokens: Tokens, first: number, last: number): Range {
  return { start: tokens.start[first] as number, end: tokens.end[last] as number }
}

function lastWord(tokens: Tokens, end: number): number {
  let last = end - 1
  while (last > 0 && tokens.mark[last]) last--
  return last
}
