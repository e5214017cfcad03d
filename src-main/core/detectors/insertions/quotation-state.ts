import { LINE, type LineTable } from './line-table'
import { NOT_LOWER } from './tokens'

export const QUOTE = {
  /** The line opens a quotation and does not close it. */
  open: 1,
  /** The line begins with an opening mark. */
  begins: 2,
  /** The line closes a quotation it did not open. */
  closes: 4,
  /** The line stands between two paragraphs of one quotation. */
  inside: 8,
  /** The line ends with a closing mark. */
  ends: 16,
  /** The line stands inside a sentence of a quotation, which breaks off above it and goes on below. */
  torn: 32,
} as const

/** Lines between two paragraphs of one quotation that are still taken for an interruption of it. */
const LONGEST_INTERRUPTION = 40
/** Lines inside one quoted sentence that are still taken for an interruption of it. */
const LONGEST_TEAR = 16
/** Fewer words than this that open a quotation may be a headline. */
const BROKEN_OFF_WORDS = 6
/** Marks before this place count: a line of a million marks is no quotation. */
const LONGEST_LINE = 20_000

/**
 * For each line the bits of QUOTE. A quotation of several paragraphs opens each of them and closes the last only, so
 * a paragraph that stays open and a later one that begins with a mark, or closes what it did not open, belong together:
 * whatever stands between them interrupts the quotation.
 */
export function quotationState(table: LineTable): Uint8Array {
  const { text, count, start, end, content, flags } = table
  const state = new Uint8Array(count)
  let openLine = -1
  let brokenOff = -1
  for (let line = 0; line < count; line++) {
    const bits = marksOf(
      text,
      content[line] as number,
      Math.min(end[line] as number, (start[line] as number) + LONGEST_LINE),
    )
    state[line] = bits
    if (brokenOff >= 0 && line - brokenOff - 1 <= LONGEST_TEAR && bits & QUOTE.closes && beginsInside(table, line))
      for (let between = brokenOff + 1; between < line; between++)
        state[between] = (state[between] as number) | QUOTE.inside | QUOTE.torn
    if (bits & QUOTE.open) brokenOff = isBrokenOff(table, line) ? line : -1
    else if (bits & QUOTE.closes) brokenOff = -1
    if (!((flags[line] as number) & LINE.prose) && !(openLine >= 0 && bits & (QUOTE.begins | QUOTE.closes))) continue
    if (
      openLine >= 0 &&
      line - openLine > 1 &&
      line - openLine <= LONGEST_INTERRUPTION &&
      bits & (QUOTE.begins | QUOTE.closes)
    )
      for (let between = openLine + 1; between < line; between++)
        state[between] = (state[between] as number) | QUOTE.inside
    openLine = bits & QUOTE.open ? line : -1
  }
  return state
}

/** Does the line end inside a sentence? It has the words of one and no full stop. */
function isBrokenOff({ firstToken, flags }: LineTable, line: number): boolean {
  const words = (firstToken[line + 1] as number) - (firstToken[line] as number)
  return words >= BROKEN_OFF_WORDS && !((flags[line] as number) & LINE.stop)
}

/** Does the line begin inside a sentence, with a small letter? */
function beginsInside({ tokens, firstToken }: LineTable, line: number): boolean {
  const first = firstToken[line] as number
  return first < (firstToken[line + 1] as number) && !((tokens.flags[first] as number) & NOT_LOWER)
}

/** Double marks only: a single one may be an apostrophe. German and English marks share “, so depth decides. */
function marksOf(text: string, from: number, to: number): number {
  let depth = 0
  let closes = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) depth = depth ? 0 : isInchMark(text, at) ? depth : 1
    else if (unit === 0x201c) depth = depth && !startsWord(text, at, from) ? 0 : 1
    else if (unit === 0x201e || unit === 0xab || unit === 0x300c) depth = 1
    else if (unit === 0x201d || unit === 0xbb || unit === 0x300d) {
      if (!depth) closes = QUOTE.closes
      depth = 0
    }
  }
  const first = text.charCodeAt(from)
  const last = text.charCodeAt(to - 1)
  const begins = first === 0x22 || first === 0x201c || first === 0x201e || first === 0xab || first === 0x300c
  const ends = last === 0x22 || last === 0x201d || last === 0x201c || last === 0xbb || last === 0x300d
  return (depth ? QUOTE.open : 0) | (begins ? QUOTE.begins : 0) | closes | (ends ? QUOTE.ends : 0)
}

function isInchMark(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return before >= 0x30 && before <= 0x39
}

function startsWord(text: string, at: number, from: number): boolean {
  return at === from || text[at - 1] === ' ' || text[at - 1] === '('
}
