import type { Block } from '../../contract/entities'
import { isByline } from '../text/headline'
import type { Line } from './pdf-layout'

/** Lines that are one block of the text. */
export interface Paragraph {
  readonly kind: Block['kind']
  readonly level?: number
  readonly lines: Line[]
}

/** Steps from line to line, by the size of the type: a larger one than this times the usual divides paragraphs. */
const WIDE_STEP = 1.3
/** What a usual step is where too few lines show it. */
const USUAL_STEP = 1.25
/** By the size of the type. */
const INDENT = 0.7
/** A heading is larger than the text by so much, and no longer than so many characters. */
const LARGER = 1.12
const LONGEST_HEADING = 220
const HEADING_LEVELS = 6

const MARKER = /^(?:[•‣▪▫◦●○■□–—\-*·\uf0b7\uf0a7\uf0d8]|\(?\d{1,3}[.)]|\(?[a-z][.)])$/u
const MARKED = /^(?:[•‣▪▫◦●○■□\uf0b7\uf0a7\uf0d8]\s*|[–—\-*·]\s+|\(?\d{1,3}[.)]\s+)\S/u

/** Joins lines into paragraphs, headings and list items, by their places, sizes and first characters. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const body = bodyStyle(lines)
  const step = usualStep(lines, body.size)
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups[groups.length - 1]
    if (group && continues(group, line, step)) group.push(line)
    else groups.push([line])
  }
  const levels = headingSizes(groups, body.size)
  return groups.map((group, index) => describe(group, groups[index + 1], levels, body))
}

interface Style {
  readonly size: number
  readonly font: string
}

/** Size and font of most characters. */
function bodyStyle(lines: readonly Line[]): Style {
  const sizes = new Map<number, number>()
  const fonts = new Map<string, number>()
  for (const line of lines) {
    const characters = line.runs.reduce((sum, run) => sum + run.text.length, 0)
    const size = rounded(line.size)
    sizes.set(size, (sizes.get(size) ?? 0) + characters)
    fonts.set(line.font, (fonts.get(line.font) ?? 0) + characters)
  }
  return { size: mostOf(sizes) ?? 10, font: mostOf(fonts) ?? '' }
}

/** Baseline to baseline within the text, by the size of its type. */
function usualStep(lines: readonly Line[], size: number): number {
  const steps = new Map<number, number>()
  for (let at = 1; at < lines.length; at++) {
    const before = lines[at - 1] as Line
    const line = lines[at] as Line
    if (before.column !== line.column || rounded(line.size) !== size || rounded(before.size) !== size) continue
    const step = Math.round(((before.baseline - line.baseline) / size) * 20) / 20
    if (step > 0.8 && step < 3) steps.set(step, (steps.get(step) ?? 0) + 1)
  }
  return mostOf(steps) ?? USUAL_STEP
}

function continues(group: readonly Line[], line: Line, step: number): boolean {
  const before = group[group.length - 1] as Line
  if (!sameSize(before, line)) return false
  if (startsItem(line)) return false
  return before.column === line.column
    ? continuesBelow(group, before, line, step)
    : continuesBeyond(group, before, line)
}

/** On the next line of the same column. */
function continuesBelow(group: readonly Line[], before: Line, line: Line, step: number): boolean {
  const em = line.size
  if (before.baseline - line.baseline > em * step * WIDE_STEP || before.baseline < line.baseline) return false
  const larger = line.column.right - line.column.left
  const centred = (one: Line) =>
    Math.abs(one.x0 + one.x1 - one.column.left - one.column.right) < em && one.x1 - one.x0 < larger - 2 * em
  if (centred(before) && centred(line) && endsOpen(before)) return true
  if (isLast(before, line)) return false
  const first = group[0] as Line
  const shift = before.rtl ? before.x1 - line.x1 : line.x0 - before.x0
  if (shift > em * INDENT) return startsItem(first) && group.length === 1
  // Out again: the first line of a paragraph may stand in, whatever stood in for longer is a block of its own.
  return shift >= -em * INDENT || group.length === 1
}

/** At the top of the next column or page. */
function continuesBeyond(group: readonly Line[], before: Line, line: Line): boolean {
  const em = line.size
  if (isLast(before, line)) return false
  const indent = line.rtl ? line.column.right - line.x1 : line.x0 - line.column.left
  const goesOn = /^\p{Ll}/u.test(line.runs[0]?.text ?? '')
  if (indent > em * INDENT && !startsItem(group[0] as Line)) return false
  return goesOn || endsOpen(before)
}

/** The first word of the next line would have fitted on this one, so somebody ended it here. */
function isLast(before: Line, line: Line): boolean {
  const first = line.runs[0]
  if (!first) return true
  const word = /^\S*/u.exec(first.text)?.[0].length ?? 0
  const width = ((first.x1 - first.x0) * word) / Math.max(1, first.text.length)
  const room = before.rtl ? before.x0 - before.column.left : before.column.right - before.x1
  // Ragged lines of a heading or a narrow column leave more room than one word needs.
  return room > width + before.size * 0.6 && room > before.size
}

/** No sentence ends with the line. */
function endsOpen(line: Line): boolean {
  return !/[.!?…:。！？][”"’'»)\]]*$/u.test(line.runs[line.runs.length - 1]?.text ?? '')
}

function startsItem(line: Line): boolean {
  const [first, second] = line.runs
  if (!first) return false
  // Most lines begin with a letter of a word, and need no closer look.
  if (/^\p{L}{2}/u.test(first.text)) return false
  if (MARKED.test(first.text)) return true
  return second !== undefined && MARKER.test(first.text) && second.x0 - first.x1 > line.size * 0.2
}

/** Sizes larger than the text's, the largest first. */
function headingSizes(groups: readonly (readonly Line[])[], body: number): number[] {
  const sizes = new Set<number>()
  for (const group of groups) {
    const size = rounded((group[0] as Line).size)
    if (size >= body * LARGER && lengthOf(group) <= LONGEST_HEADING) sizes.add(size)
  }
  return [...sizes].sort((a, b) => b - a).slice(0, HEADING_LEVELS)
}

function describe(lines: Line[], next: readonly Line[] | undefined, levels: readonly number[], body: Style): Paragraph {
  const first = lines[0] as Line
  const level = levels.indexOf(rounded(first.size)) + 1
  const short = lengthOf(lines) <= LONGEST_HEADING && first.runs.some((run) => /\p{L}/u.test(run.text))
  const words = first.runs.map((run) => run.text).join(' ')
  if (isByline(words)) return { kind: 'paragraph', lines }
  if (level > 0 && short) return { kind: 'heading', level, lines }
  if (startsItem(first)) return { kind: 'list-item', level: 1, lines }
  const bold = first.font !== body.font && lines.length === 1 && next?.[0]?.font === body.font && endsOpen(first)
  const apart = next !== undefined && (next.length > 1 || lengthOf(next) > lengthOf(lines))
  if (bold && apart && lengthOf(lines) <= 80 && isOneFont(first) && sameSize(first, { size: body.size }))
    return { kind: 'heading', level: Math.min(HEADING_LEVELS, levels.length + 1), lines }
  return { kind: 'paragraph', lines }
}

const isOneFont = (line: Line) => line.runs.every((run) => run.font === line.font)
const lengthOf = (lines: readonly Line[]) =>
  lines.reduce((sum, line) => sum + line.runs.reduce((length, run) => length + run.text.length + 1, 0), 0)
const sameSize = (a: { size: number }, b: { size: number }) =>
  Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * 0.08
const rounded = (size: number) => Math.round(size * 2) / 2

function mostOf<T>(counts: ReadonlyMap<T, number>): T | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
