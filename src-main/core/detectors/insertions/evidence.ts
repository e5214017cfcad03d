import type { Block } from '../../../contract/entities'
import { isByline, isDateLine } from '../../text/headline'
import type { DetectorInput } from '../detector'
import { labelOf, type LineFacts } from './base-features'
import { isAfterLatin, LINE, type LineTable } from './line-table'
import { addLists } from './list-evidence'
import { addMarkup } from './markup-evidence'
import { PURPOSES } from './phrases/index'
import { QUOTE } from './quotation-state'

/** What structure takes from a line's log-odds: cells, captions, headings of marked-up text are seldom insertions. */
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
 * and what the labelled articles have too little of to be learnt from. The amounts are set by hand; cross-validation
 * measures the lines with them.
 *
 * @returns how often each line stands elsewhere
 */
export function addEvidence(input: DetectorInput, facts: LineFacts, scores: Float32Array): Uint16Array {
  const { table } = facts
  addShape(facts, scores)
  // The headings and quotations of a plain text are read off its lines, which the model has seen.
  if (isMarkedUp(input)) input.model.blocks.forEach(({ kind }, line) => add(scores, line, STRUCTURE[kind] ?? 0))
  addHead(table, scores)
  addMarkup(input.markup ?? [], table, scores)
  return addSeen(input, table, scores)
}

/** Did the blocks come from markup? Those told by the form of plain lines are without links, emphasis, cells or captions. */
function isMarkedUp({ model, markup }: DetectorInput): boolean {
  return (
    (markup?.length ?? 0) > 0 ||
    model.inlines.length > 0 ||
    model.blocks.some(({ kind }) => kind === 'table-cell' || kind === 'caption')
  )
}

/** As in "Oldhaven 2-1 Westmere". */
const RESULT = /(?<![\d–-])\d{1,3}[-–]\d{1,3}(?![\d–-])/
const LONGEST_RESULT = 80
/** What it adds to stand between two paragraphs of one quotation. */
const INTERRUPTS = 1.5
/** What it adds to stand inside one quoted sentence, whose halves no writer would part. */
const TEARS = 3
/** What a marker phrase at the start adds in languages of which there are few labelled articles. */
const FOREIGN_MARKER = 1.5
/** What a marker phrase adds that labels the rest of its line, as in "RELATED: …". */
const LABEL = 1.2

/** What the labelled articles have too little of. */
function addShape(facts: LineFacts, scores: Float32Array): void {
  const { table, quotes } = facts
  let below = 0
  let foreign = false
  for (let line = 0; line < table.count; line++) {
    const flags = table.flags[line] as number
    if (flags & LINE.prose) {
      below = 0
      continue
    }
    const marks = quotes[line] as number
    const isFragment = !(flags & LINE.stop)
    // A short line without marks of its own between two paragraphs of one quotation.
    if (isFragment && marks === QUOTE.inside) add(scores, line, INTERRUPTS)
    if (marks & QUOTE.torn) add(scores, line, TEARS)
    // Headlines under a marker phrase, in languages of which hardly a labelled article exists.
    if (below > 0 && isFragment && (foreign || beginsAfterLatin(table, line))) add(scores, line, 1)
    if (isFragment && flags & LINE.foreignMarker) add(scores, line, FOREIGN_MARKER)
    if (flags & LINE.markerStart && labelOf(table, line).words) add(scores, line, LABEL)
    below--
    if (isRelatedMarker(table, line)) {
      below = HEADLINES_BELOW
      foreign = (flags & LINE.foreignMarker) !== 0
    }
    if (isResult(table, line)) add(scores, line, -1.5)
  }
  addLists(facts, scores)
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
const beginsAfterLatin = ({ text, tokens, firstToken }: LineTable, line: number) =>
  isAfterLatin(text, tokens, firstToken[line] as number, firstToken[line + 1] as number)
const isRelatedMarker = (table: LineTable, line: number) =>
  table.markers[line * PURPOSES.length + PURPOSES.indexOf('related')] === 1

function isResult(table: LineTable, line: number): boolean {
  const from = table.content[line] as number
  const to = table.end[line] as number
  return to - from <= LONGEST_RESULT && RESULT.test(table.text.slice(from, to))
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
