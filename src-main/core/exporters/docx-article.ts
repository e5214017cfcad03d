import type { Block } from '../../contract/entities'
import { changeAttributes, type ParagraphRuns, type RunContext } from './docx-runs'

/** A paragraph with what it is: a piece of the text and its runs. */
interface Piece {
  readonly block: Block
  readonly runs: ParagraphRuns
}

/** Word's own limit. */
const MOST_COLUMNS = 63
/** Twentieths of a point between the margins of the page. */
const TEXT_WIDTH = 9_026

/** The story: its paragraphs, and its tables where cells know their row and column. */
export function articleXml(
  pieces: readonly Block[],
  runs: readonly ParagraphRuns[],
  text: string,
  context: RunContext,
): string {
  const all = pieces.map((block, index): Piece => ({ block, runs: runs[index] as ParagraphRuns }))
  let xml = ''
  let afterTable = false
  for (let at = 0; at < all.length;) {
    const cells = tableAt(all, at)
    if (cells.length) {
      // Two tables that touch would become one.
      xml += (afterTable ? '<w:p/>' : '') + tableXml(cells, text, context)
      at += cells.length
    } else {
      const piece = all[at++] as Piece
      xml += paragraphXml(piece, text, context)
    }
    afterTable = cells.length > 0
  }
  // A table may not be the last thing.
  return xml + (afterTable ? '<w:p/>' : '')
}

/** The cells of the table that begins with a piece; none where that is no cell, or one that does not know its place. */
function tableAt(all: readonly Piece[], from: number): Piece[] {
  const cells: Piece[] = []
  let row = 1
  let column = 1
  for (let at = from; at < all.length; at++) {
    const { block } = all[at] as Piece
    if (block.kind !== 'table-cell' || !block.row || !block.column || block.column > MOST_COLUMNS) break
    const again = block.row === row && block.column === column && cells.length > 0
    const on = block.row > row || (block.row === row && block.column >= column)
    // A jump of many rows is no table that somebody made.
    if (!on || block.row > row + 1_000 || (again && row === 1 && column === 1 && startsAnew(all, at))) break
    row = block.row
    column = block.column
    cells.push(all[at] as Piece)
  }
  return cells
}

/** Row 1, column 1 twice in a row may be two paragraphs of one cell, or a table of one cell after another. */
function startsAnew(all: readonly Piece[], at: number): boolean {
  const before = (all[at - 1] as Piece).block
  return before.row !== 1 || before.column !== 1
}

function tableXml(cells: readonly Piece[], text: string, context: RunContext): string {
  const columns = Math.max(...cells.map(({ block }) => block.column ?? 1))
  const width = Math.floor(TEXT_WIDTH / columns)
  const byPlace = new Map<string, string>()
  let rows = 0
  for (const piece of cells) {
    const { row = 1, column = 1 } = piece.block
    rows = Math.max(rows, row)
    const place = `${row} ${column}`
    byPlace.set(place, (byPlace.get(place) ?? '') + paragraphXml(piece, text, context))
  }
  const cellXml = (row: number, column: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${byPlace.get(`${row} ${column}`) ?? '<w:p/>'}</w:tc>`
  const body = Array.from({ length: rows }, (_, row) => {
    const inRow = Array.from({ length: columns }, (_, column) => cellXml(row + 1, column + 1))
    return `<w:tr>${inRow.join('')}</w:tr>`
  })
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns)
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`
}

function paragraphXml({ block, runs }: Piece, text: string, context: RunContext): string {
  // The mark at the end goes with the paragraph, or accepting the deletion would leave an empty line.
  const cut = block.kind === 'table-cell' ? undefined : runs.cut
  const properties = [
    styleXml(block, text),
    runs.rightToLeft ? '<w:bidi/>' : '',
    cut ? `<w:rPr><w:del ${changeAttributes(cut, context)}/></w:rPr>` : '',
  ].join('')
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs.xml}</w:p>`
}

function styleXml(block: Block, text: string): string {
  const style = (id: string) => `<w:pStyle w:val="${id}"/>`
  switch (block.kind) {
    case 'heading':
      return style(`Heading${Math.min(6, Math.max(1, Math.round(block.level ?? 2)))}`)
    case 'list-item': {
      // A list marker that the text has itself is not drawn a second time.
      const bare = /^(?:[-*•‣▪◦–—]|\d+[.)])\s/u.test(text.slice(block.start, block.start + 12))
      const level = Math.min(8, Math.max(0, Math.round(block.level ?? 1) - 1))
      return style('ListParagraph') + (bare ? '' : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
    }
    case 'quotation':
      return style('Quote')
    case 'caption':
      return style('Caption')
    case 'paragraph':
    case 'table-cell':
      return ''
  }
}
