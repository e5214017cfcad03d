import type { Block, MarkupHint } from '../../../contract/entities'
import type { DetectorInput } from '../detector'
import { LINE, type LineTable } from './line-table'

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
 * Adds to the lines' log-odds what the words do not show: markup, the kind of block, other documents of the library.
 * The amounts are set by hand: the labelled articles have none of this.
 *
 * @returns how often each line stands elsewhere
 */
export function addEvidence(input: DetectorInput, table: LineTable, scores: Float32Array): Uint16Array {
  const { blocks } = input.model
  for (let line = 0; line < table.count; line++) {
    const block = blocks[line] as Block
    // A Markdown heading is read off the text itself, which the model has seen.
    const isRead = block.kind === 'heading' && table.text[block.start] === '#'
    if (!isRead) add(scores, line, STRUCTURE[block.kind] ?? 0)
  }
  for (const hint of input.markup ?? []) addMarkup(hint, table, scores)
  return addSeen(input, table, scores)
}

function addMarkup(hint: MarkupHint, table: LineTable, scores: Float32Array): void {
  const roles = hint.roles.some((role) => ROLE.test(role)) ? 2.5 : 0
  const first = lineAt(table, hint.start)
  for (let line = first; line < table.count && (table.start[line] as number) < hint.end; line++) {
    if ((table.end[line] as number) > hint.end + 1) continue
    const isProse = ((table.flags[line] as number) & LINE.prose) !== 0
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
    if (times) add(scores, line, Math.min(4, 1 + Math.log2(times)))
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
