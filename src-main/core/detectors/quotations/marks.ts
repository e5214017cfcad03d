import { BREAK, DIGIT, SPACE, characterKind } from '../../text/characters'
import { markContext } from './mark-context'

/** Kinds of marks that close each other. */
export const DOUBLE = 1
export const GUILLEMET = 2
export const CORNER = 3
export const WHITE_CORNER = 4
export const SINGLE_GUILLEMET = 5
export const SINGLE = 6
export const DASH = 7
/** The words after a name and a colon in a printed conversation. */
export const TRANSCRIPT = 8
/** Dialogue after a dash that goes on after its reporting words. */
export const RESUMED = 9

const FAMILIES: readonly (readonly [string, number])[] = [
  ['"“”„‟＂❝❞', DOUBLE],
  ['«»', GUILLEMET],
  ['「」', CORNER],
  ['『』', WHITE_CORNER],
  ['‹›', SINGLE_GUILLEMET],
]
const familyOf = new Map<number, number>()
for (const [marks, family] of FAMILIES) for (const mark of marks) familyOf.set(mark.charCodeAt(0), family)

/** One quotation mark and what it can do where it stands. */
export interface Mark {
  readonly at: number
  readonly family: number
  readonly opens: boolean
  readonly closes: boolean
}

const STRAIGHT = 0x22
const APOSTROPHE = 0x27
const GRAVE = 0x60
const LEFT = 0x201c
const RIGHT = 0x201d
const LOW = 0x201e
const EQUALS = 0x3d
/** Longer values of an attribute are not looked for: it keeps the search short. */
const LONGEST_VALUE = 300

/** All marks between two offsets, single ones left out: those may be apostrophes and are looked at apart. */
export function marksBetween(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = []
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== STRAIGHT && unit < 0xab) {
      // ''So'' and ``so'': two single marks for a double one, as typewriters and wires write.
      if ((unit === APOSTROPHE || unit === GRAVE) && at + 1 < end && text.charCodeAt(at + 1) === unit) {
        const mark = doubled(text, at, unit)
        if (mark) marks.push(mark)
        at++
      }
      continue
    }
    const family = familyOf.get(unit)
    // name="value": what markup leaves behind is nobody's words.
    if (at > start && text.charCodeAt(at - 1) === EQUALS && (unit === STRAIGHT || unit === RIGHT)) {
      const close = valueEnd(text, at + 1, Math.min(end, at + LONGEST_VALUE), unit)
      if (close > 0) at = close
    } else if (family) {
      const mark = read(text, at, unit, family)
      if (mark) marks.push(mark)
    }
  }
  return marks
}

function doubled(text: string, at: number, unit: number): Mark | undefined {
  const opens = isLetter(text, at + 2)
  const starts = at === 0 || !isLetterOrMark(text, at - 1)
  if (unit === GRAVE) return opens ? { at, family: DOUBLE, opens: true, closes: false } : undefined
  if (opens && starts) return { at, family: DOUBLE, opens: true, closes: false }
  return { at: at + 1, family: DOUBLE, opens: false, closes: true }
}

function isLetter(text: string, at: number): boolean {
  return at < text.length && characterKind(text.charCodeAt(at)) <= DIGIT
}

/** White space and line ends stand before an opening mark; anything else before a closing one. */
function isLetterOrMark(text: string, at: number): boolean {
  const kind = characterKind(text.charCodeAt(at))
  return kind !== SPACE && kind !== BREAK && !'([—–-'.includes(text.charAt(at))
}

function valueEnd(text: string, from: number, to: number, unit: number): number {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === unit) return at
  return -1
}

/** Kind of mark at an offset, or 0. */
export function familyAt(text: string, at: number): number {
  return familyOf.get(text.charCodeAt(at)) ?? 0
}

function read(text: string, at: number, unit: number, family: number): Mark | undefined {
  if (family === CORNER || family === WHITE_CORNER) {
    const opens = unit === 0x300c || unit === 0x300e
    return { at, family, opens, closes: !opens }
  }
  const context = markContext(text, at)
  if (unit === STRAIGHT) {
    // 6'2", 12": inches, unless a quotation is open that ends with a figure; then the mark can only close.
    if (context.measure && !context.opens)
      return isHeight(text, at) ? undefined : { at, family, opens: false, closes: true }
    const either = context.opens === context.closes
    return { at, family, opens: either || context.opens, closes: either || context.closes }
  }
  if (family === GUILLEMET || family === SINGLE_GUILLEMET) return guillemet(at, unit, family, context)
  if (unit === LOW) return { at, family, opens: true, closes: false }
  // “ opens in English and closes in German; ” opens in Swedish, and by slip anywhere.
  const lineStart = isBreak(text, at - 1)
  if (unit === LEFT)
    return {
      at,
      family,
      opens: !isBreak(text, at + 1),
      closes: !context.opens && (context.closes || isBreak(text, at + 1)),
    }
  return { at, family, opens: lineStart || (context.opens && !context.closes), closes: true }
}

/** «French» opens with the left one, »German« with the right one; white space tells which it is. */
function guillemet(at: number, unit: number, family: number, context: { opens: boolean; closes: boolean }): Mark {
  const left = unit === 0xab || unit === 0x2039
  if (context.opens === context.closes) return { at, family, opens: left, closes: !left }
  return left ? { at, family, opens: true, closes: context.closes } : { at, family, opens: context.opens, closes: true }
}

function isBreak(text: string, at: number): boolean {
  return at < 0 || at >= text.length || characterKind(text.charCodeAt(at)) === BREAK
}

function isHeight(text: string, at: number): boolean {
  let digit = at - 1
  while (digit > 0 && at - digit < 4 && characterKind(text.charCodeAt(digit)) === DIGIT) digit--
  const unit = text.charCodeAt(digit)
  return unit === 0x27 || unit === 0x2019 || unit === 0x2032
}
