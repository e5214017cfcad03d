import { attribute, type PageElement } from './html-parse'
import type { Cell } from './text-builder'

/** Columns that one cell may cover; wider ones are made to exhaust a reader. */
const WIDEST = 100

/** Counts the rows and columns of a table as its cells come by, cells that cover several rows or columns among them. */
export class CellCounter {
  private rowNumber = 0
  private column = 0
  /** For each column, from 1: the last row that a cell above covers. */
  private readonly coveredTo: number[] = []

  row(): void {
    this.rowNumber++
    this.column = 0
  }

  cell(element: PageElement): Cell {
    const row = Math.max(1, this.rowNumber)
    do this.column++
    while ((this.coveredTo[this.column] ?? 0) >= row)
    const column = this.column
    const width = span(element, 'colspan', WIDEST)
    const height = span(element, 'rowspan', 65_534)
    for (let at = column; at < column + width; at++) this.coveredTo[at] = row + height - 1
    this.column += width - 1
    return { row, column }
  }
}

function span(element: PageElement, name: string, most: number): number {
  const value = Number.parseInt(attribute(element, name) ?? '1', 10)
  return value >= 1 ? Math.min(value, most) : 1
}
