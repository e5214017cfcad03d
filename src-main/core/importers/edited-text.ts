import type { Block, Document, Inline } from '../../contract/entities'
import { textPieces } from '../exporters/docx-pieces'
import { lowerBound } from '../text/offsets'
import { alignParagraphs, standIns } from './align-paragraphs'
import type { Reading } from './importer'

/** A paragraph as a file shows it. Offsets of its inlines count in its text. */
export interface ShownParagraph extends Pick<Block, 'kind' | 'level' | 'row' | 'column'> {
  readonly text: string
  readonly inlines: readonly Inline[]
}

/** A paragraph as it was written into the file: a piece of the document's text, or one line of it. */
export interface WrittenParagraph {
  /** As `squeezed` gives them. */
  readonly words: string
  /** Its index among the document's `textPieces`. */
  readonly piece: number
  /** What the file shows it as, where the same words may be another thing there. */
  readonly kind?: Block['kind']
  /** What the text has in front of these words and the file shows by its form, such as `- ` of a list item. */
  readonly prefix?: string
}

export interface ReadBack {
  /** The text as somebody edited it; undefined where nobody did. */
  readonly edited?: Reading
  /** Where in that text an offset of a shown paragraph is; beside a gap, by the edge of the range that it is. */
  place(paragraph: number, at: number, edge: 'start' | 'end'): number
}

/** What every format keeps of a text: its characters without white space; what no file can hold is �. */
export function squeezed(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, '')
    .replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/**
 * The paragraphs of a document as a format writes them that shows each piece as it is.
 *
 * @param written what the format makes of characters that it cannot hold
 */
export function writtenPieces(
  document: Pick<Document, 'text' | 'blocks'>,
  written = (text: string) => text,
): WrittenParagraph[] {
  return textPieces(document).map(({ start, end }, piece) => ({
    words: squeezed(written(document.text.slice(start, end))),
    piece,
  }))
}

/**
 * The text of an exported document as a file shows it. Paragraphs that are as they were exported come back with every
 * character and all white space that they had, the others as the file shows them.
 */
export function readBack(
  document: Pick<Document, 'text' | 'blocks' | 'inlines'>,
  written: readonly WrittenParagraph[],
  now: readonly ShownParagraph[],
): ReadBack {
  const then = written.filter(({ words }) => words)
  const words = now.map(({ text }) => squeezed(text))
  const kinds = then.some(({ kind }) => kind)
  const key = (said: string, kind: Block['kind'] | undefined) => (kinds ? `${kind} ${said}` : said)
  const seen = words.flatMap((one, index) => (one ? [index] : []))
  const unchanged = seen.length === then.length && seen.every((index, at) => words[index] === then[at]?.words)
  const same = unchanged
    ? seen.map((_, at) => at)
    : alignParagraphs(
        seen.map((index) => key(words[index] as string, now[index]?.kind)),
        then.map((one) => key(one.words, one.kind)),
      )
  const places = standIns(same, then.length)
  const pieces = textPieces(document)
  const inlinesIn = inlinesOf(pieces, document.inlines)
  const parts: string[] = []
  const blocks: Block[] = []
  const inlines: Inline[] = []
  const spots = new Map<number, (at: number, edge: 'start' | 'end') => number>()
  let length = 0
  const push = (text: string) => {
    parts.push(text)
    length += text.length
  }
  const add = (all: readonly Inline[], from: number, to: number, start: number) => {
    for (const inline of all)
      inlines.push({
        ...inline,
        start: start + Math.max(inline.start, from) - from,
        end: start + Math.min(inline.end, to) - from,
      })
  }
  const last = pieces[pieces.length - 1]
  if (places[0] === 0) push(document.text.slice(0, pieces[0]?.start))
  for (let at = 0; at < seen.length;) {
    const place = places[at]
    const from = place === undefined ? undefined : then[place]
    const piece = from && pieces[from.piece]
    const shown = now[seen[at] as number] as ShownParagraph
    const { kind, level, row, column } = piece ?? shown
    if (at > 0)
      push(gapBefore(document.text, pieces, then, places[at - 1], place) ?? plainGap(blocks, { kind, row, column }))
    const start = length
    const lines = linesOfPiece(then, same, at)
    if (lines && piece) {
      const text = document.text.slice(piece.start, piece.end)
      push(text)
      let skipped = squeezed(from.prefix ?? '').length
      for (const index of seen.slice(at, at + lines)) {
        const before = skipped
        const own = now[index] as ShownParagraph
        spots.set(index, (offset, edge) => {
          const count = before + squeezed(own.text.slice(0, offset)).length
          return (unchanged ? piece.start : start) + afterVisible(text, count, edge)
        })
        skipped += (words[index] as string).length
      }
      add(inlinesIn.get(from.piece) ?? [], piece.start, piece.end, start)
    } else {
      const prefix = from?.prefix ?? ''
      push(prefix + shown.text)
      spots.set(seen[at] as number, (offset) => start + prefix.length + offset)
      add(shown.inlines, 0, shown.text.length, start + prefix.length)
    }
    const about = { ...(level && { level }), ...(row && { row }), ...(column && { column }) }
    blocks.push({ kind, start, end: length, ...about })
    at += lines || 1
  }
  if (last && places[places.length - 1] === then.length - 1) push(document.text.slice(last.end))
  const text = unchanged ? document.text : parts.join('')
  const place = (paragraph: number, at: number, edge: 'start' | 'end') =>
    spots.get(paragraph)?.(at, edge) ?? text.length
  inlines.sort((a, b) => a.start - b.start || b.end - a.end)
  return { ...(!unchanged && { edited: { text, blocks, inlines } }), place }
}

/** How many of the paragraphs from `at` on are all the lines of one piece, unchanged; 0 where they are not. */
function linesOfPiece(then: readonly WrittenParagraph[], same: readonly (number | undefined)[], at: number): number {
  const first = same[at]
  if (first === undefined || then[first - 1]?.piece === then[first]?.piece) return 0
  let lines = 1
  while (then[first + lines]?.piece === then[first]?.piece) if (same[at + lines] !== first + lines++) return 0
  return lines
}

/** What stood between two paragraphs that still follow each other; undefined where they did not. */
function gapBefore(
  text: string,
  pieces: readonly Block[],
  then: readonly WrittenParagraph[],
  before: number | undefined,
  place: number | undefined,
): string | undefined {
  if (before === undefined || place !== before + 1) return undefined
  const [from, to] = [then[before]?.piece ?? 0, then[place]?.piece ?? 0]
  if (from === to) return '\n'
  return to === from + 1 ? text.slice(pieces[from]?.end, pieces[to]?.start) : undefined
}

/** Items of a list and cells of a table follow each other without a blank line. */
function plainGap(before: readonly Block[], after: Pick<Block, 'kind' | 'row' | 'column'>): string {
  const kind = before[before.length - 1]?.kind
  const anew = after.kind === 'table-cell' && (after.row ?? 1) === 1 && (after.column ?? 1) === 1
  const runs = (after.kind === 'list-item' || after.kind === 'table-cell') && !anew
  return runs && kind === after.kind ? '\n' : '\n\n'
}

function inlinesOf(pieces: readonly Block[], inlines: readonly Inline[]): Map<number, Inline[]> {
  const byPiece = new Map<number, Inline[]>()
  for (const inline of inlines) {
    const first = lowerBound(pieces.length, (index) => (pieces[index]?.end ?? 0) > inline.start)
    for (let at = first; at < pieces.length && (pieces[at] as Block).start < inline.end; at++) {
      const there = byPiece.get(at)
      if (there) there.push(inline)
      else byPiece.set(at, [inline])
    }
  }
  return byPiece
}

/** The offset after so many characters that are seen; before the next one for the start of a range. */
function afterVisible(text: string, count: number, edge: 'start' | 'end'): number {
  const isSpace = (at: number) => /[\s\u0085]/u.test(text.charAt(at))
  let at = 0
  for (let left = count; left > 0 && at < text.length; at++) if (!isSpace(at)) left--
  if (edge === 'start') while (at < text.length && isSpace(at)) at++
  return at
}
