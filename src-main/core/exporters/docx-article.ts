import type { Block } from '../../contract/entities'
import { changeAttributes, type ParagraphRuns, type RunContext } from './docx-runs'
import { tableGrid, tableLength } from './tables'

/** A paragraph with what it is: a piece of the text and its runs. */
interface Piece {
  readonly block: Block
  readonly runs: ParagraphRuns
}

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
    const cells = tableLength(pieces, at)
    if (cells) {
      const paragraph = (index: number) => paragraphXml(all[index] as Piece, text, context)
      // Two tables that touch would become one.
      xml += (afterTable ? '<w:p/>' : '') + tableXml(tableGrid(pieces, at, cells), paragraph)
      at += cells
    } else {
      const piece = all[at++] as Piece
      xml += paragraphXml(piece, text, context)
    }
    afterTable = cells > 0
  }
  // A table may not be the last thing.
  return xml + (afterTable ? '<w:p/>' : '')
}

/** @param paragraph the XML of a piece by its index */
function tableXml(grid: readonly (readonly (readonly number[])[])[], paragraph: (index: number) => string): string {
  const columns = grid[0]?.length ?? 1
  const width = Math.floor(TEXT_WIDTH / columns)
  const cellXml = (cell: readonly number[]) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${cell.map(paragraph).join('') || '<w:p/>'}</w:tc>`
  const body = grid.map((row) => `<w:tr>${row.map(cellXml).join('')}</w:tr>`)
  const columnsXml = `<w:gridCol w:w="${width}"/>`.repeat(columns)
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${columnsXml}</w:tblGrid>${body.join('')}</w:tbl>`
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
