import type { Range } from '../../text/model'
import { isQuotationMark } from '../attribution/punctuation'
import { CAPITALISED, LINE_START, NUMBER, WORD, tokenAt, type Tokens } from '../attribution/tokens'
import type { MarkedQuotation } from './pair-marks'

/** A quotation and where it stands among the tokens. Positions of tokens; "end" positions are not part of a range. */
export interface Placed {
  readonly quotation: MarkedQuotation
  /** Position of its opening mark. */
  readonly first: number
  /** First position after its closing mark. */
  readonly end: number
  /** Where its sentence starts. */
  readonly floor: number
  /** Where the sentence that follows it ends: the full stop, the line's end, or the next quotation. */
  readonly ceiling: number
  /** Index of the quotation before it in the same paragraph, or -1. */
  readonly before: number
}

/** How far a reporting clause is looked for, in tokens. */
const REACH = 70

/**
 * 1 for tokens inside a quotation, which are the speaker's words and not the reporter's, and for those of parts that are
 * not the story.
 */
export function quotedTokens(
  tokens: Tokens,
  quotations: readonly MarkedQuotation[],
  skipped: readonly Range[],
): Uint8Array {
  const quoted = new Uint8Array(tokens.count)
  for (const part of skipped) quoted.fill(1, tokenAt(tokens, part.start), tokenAt(tokens, part.end))
  for (const { pieces } of quotations)
    for (const piece of pieces) quoted.fill(1, tokenAt(tokens, piece.start), tokenAt(tokens, piece.end))
  return quoted
}

export function place(tokens: Tokens, quoted: Uint8Array, quotations: readonly MarkedQuotation[]): Placed[] {
  const placed: Placed[] = []
  quotations.forEach((quotation, index) => {
    const first = tokenAt(tokens, quotation.start)
    const end = tokenAt(tokens, quotation.end)
    const previous = placed[index - 1]
    const sameParagraph = previous !== undefined && !startsLineBetween(tokens, previous.end, first)
    placed.push({
      quotation,
      first,
      end,
      floor: sentenceStart(tokens, quoted, first),
      ceiling: clauseEnd(tokens, quoted, end),
      before: sameParagraph ? index - 1 : -1,
    })
  })
  return placed
}

function startsLineBetween(tokens: Tokens, from: number, to: number): boolean {
  for (let at = to; at >= from; at--) if ((tokens.shape[at] as number) & LINE_START) return true
  return false
}

export function isTerminal(mark: number): boolean {
  return (
    mark === 0x2e ||
    mark === 0x21 ||
    mark === 0x3f ||
    mark === 0x2026 ||
    mark === 0x3002 ||
    mark === 0xff01 ||
    mark === 0xff1f
  )
}

/** First position of the sentence in which a position stands; a quotation that ends with a full stop ends a sentence. */
export function sentenceStart(tokens: Tokens, quoted: Uint8Array, from: number): number {
  const limit = Math.max(0, from - REACH)
  for (let at = from; at > limit; at--) {
    if ((tokens.shape[at] as number) & LINE_START) return at
    const before = at - 1
    if (quoted[before]) {
      if (
        at < from &&
        quoted[at] === 0 &&
        before > 0 &&
        isTerminal(tokens.mark[before - 1] as number) &&
        startsSentence(tokens, at)
      )
        return at
      continue
    }
    if (isTerminal(tokens.mark[before] as number) && startsSentence(tokens, at)) return at
  }
  return limit
}

/** After a full stop, a capital or an opening mark starts a sentence; a closing bracket or a comma does not. */
function startsSentence(tokens: Tokens, at: number): boolean {
  if ((tokens.shape[at] as number) & (WORD | NUMBER)) return !!((tokens.shape[at] as number) & (CAPITALISED | NUMBER))
  const mark = tokens.mark[at] as number
  return (
    isQuotationMark(mark) ||
    mark === 0x28 ||
    mark === 0x5b ||
    mark === 0x2014 ||
    mark === 0x2013 ||
    mark === 0x27 ||
    mark === 0x2018
  )
}

/** First position that the clause after a quotation no longer holds. */
export function clauseEnd(tokens: Tokens, quoted: Uint8Array, from: number): number {
  const limit = Math.min(tokens.count, from + REACH)
  for (let at = from; at < limit; at++) {
    if ((tokens.shape[at] as number) & LINE_START) return at
    if (quoted[at] || isTerminal(tokens.mark[at] as number) || tokens.mark[at] === 0x3b) return at
  }
  return limit
}
