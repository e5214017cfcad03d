import type { Block, MarkupHint } from '../../../contract/entities'
import { isByline, isDateLine } from '../../text/headline'
import type { DetectorInput } from '../detector'
import type { LineFacts } from './base-features'
import { LINE, type LineTable } from './line-table'
import { PURPOSES } from './phrases/index'
import { QUOTE } from './quotation-state'

const ROLE =
  /related|promo|newsletter|subscri|share|social|aside|sidebar|sponsor|advert|\bad\b|cookie|consent|paywall|recommend|more-|trending|popular|teaser|comment/i

/** What structure takes from a line's log-odds: cells, captions and headings of a real document are seldom insertions. */
const STRUCTURE: Partial<Record<Block['kind'], number>> = {
  'table-cell': -2,
  caption: -2,
  heading: -0.7,
  quotation: -1.5,
}

/** From this share on, a document is taken for another version of one in the library, and "seen elsewhere" says nothing. */
const ANOTHER_VERSION = 0.4

/**
 * Adds to the lines' log-odds what the words do not show: markup, the kind of block, other documents of the library;
 * and what the labelled articles have too little of to be learnt from. The amounts are set by hand.
 *
 * @returns how often each line stands elsewhere
 */
export function addEvidence(input: DetectorInput, facts: LineFacts, scores: Float32Array): Uint16Array {
  const { table } = facts
  addShape(facts, scores)
  const { blocks } = input.model
  for (let line = 0; line < table.count; line++) {
    const block = blocks[line] as Block
    // A Markdown heading is read off the text itself, which the model has seen.
    const isRead = block.kind === 'heading' && table.text[block.start] === '#'
    if (!isRead) add(scores, line, STRUCTURE[block.kind] ?? 0)
  }
  addHead(table, scores)
  for (const hint of input.markup ?? []) addMarkup(hint, table, scores)
  return addSeen(input, table, scores)
}

/** As in "Oldhaven 2-1 Westmere". */
const RESULT = /(?<![\d–-])\d{1,3}[-–]\d{1,3}(?![\d–-])/
const LONGEST_RESULT = 80

/** What the labelled articles have too little of; part of what cross-validation measures. */
export function addShape({ table, quotes }: LineFacts, scores: Float32Array): void {
  let below = 0
  for (let line = 0; line < table.count; line++) {
    const flags = table.flags[line] as number
    if (flags & LINE.prose) {
      below = 0
      continue
    }
    const marks = quotes[line] as number
    const isFragment = !(flags & LINE.stop)
    // A short line without marks of its own between two paragraphs of one quotation.
    if (isFragment && marks & QUOTE.inside && !(marks & ~QUOTE.inside)) add(scores, line, 1.2)
    // Headlines under a marker phrase, in scripts of which hardly a labelled article exists.
    if (below > 0 && isFragment && isAfterLatin(table, line)) add(scores, line, 1)
    below--
    if (isRelatedMarker(table, line)) below = HEADLINES_BELOW
    if (isResult(table, line)) add(scores, line, -1.5)
  }
  addFoot(table, scores)
}

/** Who wrote it and when stands under the headline and belongs to the story; the labelled articles begin below it. */
function addHead({ text, start, end, flags, count }: LineTable, scores: Float32Array): void {
  if ((flags[0] as number) & LINE.prose) return
  const isCredit = (line: string) => isByline(line) || isDateLine(line)
  for (let line = 1; line < count && isCredit(text.slice(start[line], end[line])); line++) add(scores, line, -8)
}

/** Longer lines at the foot are paragraphs of the story, whatever they begin with. */
const LONGEST_PROMPT = 160

/** The labelled articles end with their story; most others end with prompts, which begin with a marker phrase. */
function addFoot(table: LineTable, scores: Float32Array): void {
  for (let line = table.count - 1; line > 0; line--) {
    const isPrompt = ((table.flags[line] as number) & LINE.markerStart) !== 0
    if (!isPrompt || (table.end[line] as number) - (table.start[line] as number) > LONGEST_PROMPT) return
    add(scores, line, 4)
  }
}

const HEADLINES_BELOW = 6
/** Greek, the next script after the Latin letters. */
const FIRST_AFTER_LATIN = 0x370

function isAfterLatin({ text, tokens, firstToken }: LineTable, line: number): boolean {
  const first = firstToken[line] as number
  return first < (firstToken[line + 1] as number) && text.charCodeAt(tokens.start[first] as number) >= FIRST_AFTER_LATIN
}

const isRelatedMarker = (table: LineTable, line: number) =>
  table.markers[line * PURPOSES.length + PURPOSES.indexOf('related')] === 1

function isResult(table: LineTable, line: number): boolean {
  const from = table.content[line] as number
  const to = table.end[line] as number
  return to - from <= LONGEST_RESULT && RESULT.test(table.text.slice(from, to))
}

function addMarkup(hint: MarkupHint, table: LineTable, scores: Float32Array): void {
  const isBeside = hint.roles.some((role) => ROLE.test(role))
  const first = lineAt(table, hint.start)
  for (let line = first; line < table.count && (table.start[line] as number) < hint.end; line++) {
    if ((table.end[line] as number) > hint.end + 1) continue
    const isProse = ((table.flags[line] as number) & LINE.prose) !== 0
    // A box beside the story may hold paragraphs that belong to it.
    const roles = isBeside ? (isProse ? 2 : 4.5) : 0
    const words = (table.firstToken[line + 1] as number) - (table.firstToken[line] as number)
    const links = hint.linkShare >= 0.9 && !isProse && words >= 3 ? 1.5 : hint.linkShare < 0.05 && isProse ? -0.5 : 0
    add(scores, line, roles + links)
  }
}

function addSeen({ seenElsewhere }: DetectorInput, table: LineTable, scores: Float32Array): Uint16Array {
  const seen = new Uint16Array(table.count)
  if (!seenElsewhere) return seen
  let lines = 0
  for (let line = 0; line < table.count; line++) {
    const times = seenElsewhere(table.text.slice(table.start[line], table.end[line]))
    seen[line] = Math.min(65535, times)
    if (times) lines++
  }
  if (lines / table.count >= ANOTHER_VERSION) return seen.fill(0)
  for (let line = 0; line < table.count; line++) {
    const times = seen[line] as number
    if (!times) continue
    const amount = Math.min(7, 1.5 + 1.2 * Math.log2(times))
    add(scores, line, (table.flags[line] as number) & LINE.prose ? amount / 2 : amount)
  }
  return seen
}

function add(scores: Float32Array, line: number, amount: number): void {
  scores[line] = (scores[line] as number) + amount
}

function lineAt(table: LineTable, offset: number): number {
  let low = 0
  let high = table.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((table.start[middle] as number) >= offset) high = middle
    else low = middle + 1
  }
  return low
}
