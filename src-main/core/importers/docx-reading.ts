import type { Block, Inline, LeftOut } from '../../contract/entities'
import type { Range } from '../text/model'
import type { WordParagraph, WordPiece, WordStory } from './docx-story'

/** Which of the two texts of a file with tracked changes is read. */
export interface Choice {
  keeps(piece: WordPiece): boolean
  /** Whether the paragraph ends where the file ends it; else it runs on into the next one. */
  ends(paragraph: WordParagraph): boolean
}

/** A paragraph of one reading, which tracked changes may have made of several. */
export interface ReadParagraph {
  readonly text: string
  readonly pieces: readonly {
    readonly piece: WordPiece
    readonly paragraph: number
    readonly from: number
    readonly at: number
  }[]
  /** Gives kind, level and cell: the last one, as in Word. */
  readonly of: WordParagraph
}

/** What stands for a paragraph in the text: its own lines, or words that are known to have been written as it. */
export interface TextItem {
  readonly paragraph: ReadParagraph
  /** As long as the paragraph's text. */
  readonly known?: { readonly text: string; readonly block: Block; readonly inlines: readonly Inline[] }
  /** What stands before it; told by the kinds of the two paragraphs where it is not given. */
  readonly gap?: string
}

export interface PlacedText {
  readonly text: string
  readonly blocks: Block[]
  readonly inlines: Inline[]
  readonly highlights: readonly (Range & { readonly colour: string })[]
  /** Where a range of the file that begins or ends at a place begins or ends in the text. */
  start(paragraph: number, at: number): number
  end(paragraph: number, at: number): number
}

/** The paragraphs of one reading that have anything to see. */
export function readParagraphs({ paragraphs }: Pick<WordStory, 'paragraphs'>, choice: Choice): ReadParagraph[] {
  const read: ReadParagraph[] = []
  let text = ''
  let pieces: ReadParagraph['pieces'][number][] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.leftOut) continue
    let from = 0
    for (const piece of paragraph.pieces) {
      if (choice.keeps(piece)) {
        pieces.push({ piece, paragraph: index, from, at: text.length })
        text += piece.text
      }
      from += piece.text.length
    }
    const next = paragraphs[index + 1]
    const goesOn =
      next &&
      !next.leftOut &&
      next.place === paragraph.place &&
      next.row === paragraph.row &&
      next.column === paragraph.column
    if (!choice.ends(paragraph) && goesOn) continue
    if (/\S/u.test(text)) read.push({ text, pieces, of: paragraph })
    text = ''
    pieces = []
  }
  return read
}

/** Puts paragraphs together to a text with blocks; white space around lines is left out, line breaks part blocks. */
export function placeText(items: readonly TextItem[], opening = '', closing = ''): PlacedText {
  const parts: string[] = [opening]
  let length = opening.length
  const blocks: Block[] = []
  const inlines: Inline[] = []
  const highlights: { start: number; end: number; colour: string }[] = []
  const runs: { paragraph: number; from: number; to: number; at: number }[] = []
  const push = (text: string) => {
    parts.push(text)
    length += text.length
  }
  let before: ReadParagraph | undefined
  for (const { paragraph, known, gap } of items) {
    const lines = known ? [{ start: 0, end: paragraph.text.length, blank: false }] : linesOf(paragraph.text)
    for (const [index, line] of lines.entries()) {
      if (index > 0) push(line.blank ? '\n\n' : '\n')
      else if (before) push(gap ?? gapBetween(before.of, paragraph.of))
      const start = length
      const { kind, level, row, column } = known?.block ?? paragraph.of
      push((known?.text ?? paragraph.text).slice(line.start, line.end))
      blocks.push({ kind, start, end: length, ...(level && { level }), ...(row && { row }), ...(column && { column }) })
      for (const { piece, paragraph: from, from: offset, at } of paragraph.pieces) {
        const first = Math.max(at, line.start)
        const last = Math.min(at + piece.text.length, line.end)
        if (first >= last) continue
        const place = start + first - line.start
        runs.push({ paragraph: from, from: offset + first - at, to: offset + last - at, at: place })
        if (!known) addInlines(inlines, piece, place, place + last - first)
        if (piece.highlight) highlights.push({ start: place, end: place + last - first, colour: piece.highlight })
      }
      for (const inline of known?.inlines ?? [])
        inlines.push({ ...inline, start: start + inline.start, end: start + inline.end })
      before = paragraph
    }
  }
  push(closing)
  const text = parts.join('')
  return {
    text,
    blocks,
    inlines: inlines.sort((a, b) => a.start - b.start || b.end - a.end),
    highlights: joined(highlights, text),
    start(paragraph, at) {
      const run =
        runs[firstOf(runs, (one) => one.paragraph > paragraph || (one.paragraph === paragraph && one.to > at))]
      if (!run) return text.length
      return run.at + (run.paragraph === paragraph ? Math.max(0, at - run.from) : 0)
    },
    end(paragraph, at) {
      const beyond = firstOf(
        runs,
        (one) => one.paragraph > paragraph || (one.paragraph === paragraph && one.from >= at),
      )
      const run = runs[beyond - 1]
      if (!run) return 0
      return run.at + (run.paragraph === paragraph ? Math.min(at, run.to) : run.to) - run.from
    },
  }
}

/** What a reading leaves out of the file, with reasons, at its places in the text. */
export function leftOutOf(
  { paragraphs }: Pick<WordStory, 'paragraphs'>,
  choice: Choice,
  placed: PlacedText,
): LeftOut[] {
  const leftOut: LeftOut[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    let from = 0
    let fresh = true
    for (const piece of paragraph.pieces) {
      const reason =
        paragraph.leftOut ?? piece.leftOut ?? (choice.keeps(piece) ? undefined : 'deleted, as a tracked change')
      if (reason === undefined) fresh = true
      else {
        const last = leftOut[leftOut.length - 1]
        if (last && !fresh && last.reason === reason) last.text += piece.text
        else leftOut.push({ text: piece.text, reason, at: Math.min(placed.start(index, from), placed.text.length) })
        fresh = false
      }
      from += piece.text.length
    }
  }
  return leftOut
    .map((part) => ({ ...part, text: part.text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '')
}

/** Items of a list and cells of a table follow each other without a blank line. */
function gapBetween(before: WordParagraph, after: WordParagraph): string {
  const runs = after.kind === 'list-item' || (after.kind === 'table-cell' && before.place === after.place)
  return runs && before.kind === after.kind ? '\n' : '\n\n'
}

/** Lines with something on them, without the white space around it; whether an empty one stands before. */
function linesOf(text: string): { start: number; end: number; blank: boolean }[] {
  const lines: { start: number; end: number; blank: boolean }[] = []
  let at = 0
  let blank = false
  for (const line of text.split('\n')) {
    const content = line.trim()
    if (content) {
      const start = at + line.length - line.trimStart().length
      lines.push({ start, end: start + content.length, blank })
    }
    blank = !content
    at += line.length + 1
  }
  return lines
}

function addInlines(inlines: Inline[], piece: WordPiece, start: number, end: number): void {
  const add = (kind: Inline['kind'], href?: string) => {
    const same = inlines.findLast((one) => one.kind === kind && one.end === start && one.href === href)
    if (same) same.end = end
    else inlines.push({ kind, start, end, ...(href !== undefined && { href }) })
  }
  if (piece.href) add('link', piece.href)
  if (piece.strong) add('strong')
  if (piece.emphasis) add('emphasis')
  if (piece.code) add('code')
}

/** Highlights of one colour with nothing but white space between them are one. */
function joined(highlights: readonly { start: number; end: number; colour: string }[], text: string) {
  const all: { start: number; end: number; colour: string }[] = []
  for (const one of highlights) {
    const last = all[all.length - 1]
    if (last && last.colour === one.colour && !text.slice(last.end, one.start).trim()) last.end = one.end
    else all.push({ ...one })
  }
  return all
}

/** Index of the first that fulfils what all after it fulfil, too; the length where none does. */
function firstOf<T>(sorted: readonly T[], fulfils: (one: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fulfils(sorted[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
