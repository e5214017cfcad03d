import { childElement, type XmlElement } from './xml'
import { valueOf } from './docx-styles'

/** Word's own limit of columns. */
const MOST = 63

/** Counts the rows and columns of a table as its rows and cells come by, cells over several columns among them. */
export class CellGrid {
  private rowNumber = 0
  private column = 0

  row(row: XmlElement): void {
    this.rowNumber++
    const properties = childElement(row, 'w:trPr')
    this.column = properties ? spanOf(properties, 'w:gridBefore', 0) : 0
  }

  /** A cell that carries one above it on (`w:vMerge`) has a place of its own, where it rarely has a text. */
  cell(cell: XmlElement): { row: number; column: number } {
    const column = this.column + 1
    const properties = childElement(cell, 'w:tcPr')
    this.column += properties ? Math.max(1, spanOf(properties, 'w:gridSpan', 1)) : 1
    return { row: this.rowNumber, column }
  }
}

function spanOf(properties: XmlElement, name: string, otherwise: number): number {
  const value = Number.parseInt(valueOf(properties, name) ?? '', 10)
  return Number.isNaN(value) ? otherwise : Math.min(Math.max(0, value), MOST)
}
