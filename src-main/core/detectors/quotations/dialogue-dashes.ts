import type { Block } from '../../../contract/entities'
import type { Range } from '../../text/model'
import { LINE_START, tokenAt, type Tokens } from '../attribution/tokens'
import { CUE } from '../attribution/word-classes'
import { DASH, RESUMED } from './marks'
import type { MarkedQuotation } from './pair-marks'

const DASHES = new Set([0x2013, 0x2014, 0x2015])
const COMMA = 0x2c

/** How far into its paragraph the speaker of a dialogue line is looked for, in tokens. */
const REACH = 120

/**
 * Lines of dialogue after a dash, as Spanish, French, Polish and Russian print them: "—No sé —dijo Ana." Only where a
 * reporting verb follows the words after a dash or a comma: other lines that begin with a dash are lists.
 */
export function dashQuotations(text: string, blocks: readonly Block[], tokens: Tokens): MarkedQuotation[] {
  const found: MarkedQuotation[] = []
  for (const block of blocks) {
    if (!DASHES.has(text.charCodeAt(block.start))) continue
    const first = tokenAt(tokens, block.start)
    const end = wordsEnd(tokens, first)
    if (end < 0) continue
    const range = { start: block.start, end: tokens.end[end] as number }
    found.push(dialogue(range, block.start + 1, DASH))
    const more = resumption(tokens, end + 1, block)
    if (more) found.push(dialogue(more, more.start, RESUMED))
  }
  return found
}

function dialogue(range: Range, inner: number, family: number): MarkedQuotation {
  return { ...range, inner: { start: inner, end: range.end }, pieces: [range], open: false, family }
}

/** "—No sé —dijo Ana—. Ya veremos.": what is said after the dash that closes the reporting words. */
function resumption(tokens: Tokens, from: number, block: Range): Range | undefined {
  let at = from
  while (at < tokens.count && (tokens.start[at] as number) < block.end && !((tokens.classes[at] as number) & CUE)) at++
  while (at < tokens.count && (tokens.start[at] as number) < block.end && !DASHES.has(tokens.mark[at] as number)) at++
  at++
  while (at < tokens.count && tokens.mark[at]) at++
  if (at >= tokens.count || (tokens.start[at] as number) >= block.end) return undefined
  return { start: tokens.start[at] as number, end: block.end }
}

/** Last token of the words spoken, or -1 where nobody is said to speak. */
function wordsEnd(tokens: Tokens, first: number): number {
  for (let at = first + 2; at < Math.min(tokens.count, first + REACH); at++) {
    if ((tokens.shape[at] as number) & LINE_START) return -1
    if (!((tokens.classes[at] as number) & CUE)) continue
    let before = at - 1
    // A pronoun or a name may stand between: "— Nie wiem — Anna powiedziała."
    for (let step = 0; step < 2 && before > first && !isBreak(tokens, before); step++) before--
    if (!isBreak(tokens, before) || before <= first + 1) continue
    return tokens.mark[before] === COMMA ? before : before - 1
  }
  return -1
}

function isBreak(tokens: Tokens, at: number): boolean {
  const mark = tokens.mark[at] as number
  return DASHES.has(mark) || mark === COMMA
}
