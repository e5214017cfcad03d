import type { Block } from '@contract/entities'
import { runsFromTheRight } from './direction'

export interface Column {
  /** Characters: its share of the width, and what its longest word needs. */
  readonly share: number
  readonly least: number
  /** Its cells below the head are figures, which stand under each other by their last digit. */
  readonly figures: boolean
}

/** How the cells of one table stand side by side. Cells of all its parts share it, so that columns stay columns. */
export interface TableShape {
  readonly columns: number
  readonly rows: number
  readonly widths: readonly Column[]
  readonly rightToLeft: boolean
}

/** A figure, a sum, a share. */
const FIGURE = /^[\s\p{Sc}]*[+\-−–]?[\d.,:’'\s]*\d\s*[%‰\p{Sc}\p{L}]{0,3}$/u
const LONGEST_FIGURE = 40

/** Characters: no column takes more than this of the others' room, and a longer word is broken. */
const WIDEST = 40
const LONGEST_WORD = 14

/**
 * The table of each block that is a cell with a place in one; a table begins where row 1, column 1 comes again.
 * Linear.
 */
export function tablesOf(text: string, blocks: readonly Block[]): Map<number, TableShape> {
  const tables = new Map<number, TableShape>()
  for (let from = 0; from < blocks.length; from++) {
    if (!isCell(blocks[from])) continue
    let to = from + 1
    while (to < blocks.length && isCell(blocks[to]) && !beginsTable(blocks, to)) to++
    const shape = shapeOf(text, blocks.slice(from, to))
    for (let index = from; index < to; index++) tables.set(index, shape)
    from = to - 1
  }
  return tables
}

/** Whether both are cells of one row, so that they are not parted. */
export function inOneRow(before: Block, after: Block): boolean {
  return isCell(before) && isCell(after) && before.row === after.row && before.start !== after.start
}

export function isCell(block: Block | undefined): boolean {
  return block?.kind === 'table-cell' && block.row !== undefined && block.column !== undefined
}

/** A very long cell is drawn in pieces, which all have its place. */
function beginsTable(blocks: readonly Block[], index: number): boolean {
  const [before, block] = [blocks[index - 1] as Block, blocks[index] as Block]
  return block.row === 1 && block.column === 1 && !(before.row === 1 && before.column === 1)
}

function shapeOf(text: string, cells: readonly Block[]): TableShape {
  const columns = cells.reduce((most, { column }) => Math.max(most, column as number), 0)
  const rows = cells.reduce((most, { row }) => Math.max(most, row as number), 0)
  const widths = Array.from({ length: columns }, () => ({ share: 3, least: 3, figures: rows > 1 }))
  for (const { start, end, column, row } of cells) {
    const width = widths[(column as number) - 1]
    if (!width) continue
    width.share = Math.min(WIDEST, Math.max(width.share, end - start))
    // A few characters are a figure with its unit, which is not broken.
    const needed = end - start <= 9 ? end - start : longestWord(text.slice(start, Math.min(end, start + 400)))
    const isFigure = end - start <= LONGEST_FIGURE && FIGURE.test(text.slice(start, end))
    if (row !== 1 && !isFigure) width.figures = false
    width.least = Math.min(LONGEST_WORD, Math.max(width.least, needed))
  }
  const words = cells.slice(0, 40).map(({ start, end }) => text.slice(start, Math.min(end, start + 40)))
  return { columns, rows, widths, rightToLeft: runsFromTheRight(words.join(' ')) }
}

function longestWord(text: string): number {
  return text.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0)
}
