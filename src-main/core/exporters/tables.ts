import type { Block } from '../../contract/entities'

/** Word's own limit; wider tables are no tables that somebody made. */
const MOST_COLUMNS = 63

/**
 * How many blocks from `from` on are the cells of one table: they know their places, and come row by row. 0 where that
 * block is no cell, or one that does not know its place.
 */
export function tableLength(blocks: readonly Block[], from: number): number {
  let row = 1
  let column = 1
  let at = from
  for (; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.kind !== 'table-cell' || !block.row || !block.column || block.column > MOST_COLUMNS) break
    const again = block.row === row && block.column === column && at > from
    const on = block.row > row || (block.row === row && block.column >= column)
    // Many more rows than cells are no table that somebody made.
    if (!on || block.row > at - from + 1_000 || (again && row === 1 && column === 1 && startsAnew(blocks, at))) break
    row = block.row
    column = block.column
  }
  return at - from
}

/** Row 1, column 1 twice in a row may be two paragraphs of one cell, or a table of one cell after another. */
function startsAnew(blocks: readonly Block[], at: number): boolean {
  const before = blocks[at - 1]
  return before?.row !== 1 || before.column !== 1
}

/**
 * The cells of a table in rows and columns, all rows equally wide: for each the indexes of the blocks that stand in it,
 * none where it is empty.
 *
 * @param count as `tableLength` counts
 */
export function tableGrid(blocks: readonly Block[], from: number, count: number): number[][][] {
  const indexes = Array.from({ length: count }, (_, at) => from + at)
  const placeOf = (index: number) => ({ row: 1, column: 1, ...blocks[index] })
  const rows = Math.max(...indexes.map((index) => placeOf(index).row))
  const columns = Math.max(...indexes.map((index) => placeOf(index).column))
  const grid = Array.from({ length: rows }, () => Array.from({ length: columns }, (): number[] => []))
  for (const index of indexes) {
    const { row, column } = placeOf(index)
    grid[row - 1]?.[column - 1]?.push(index)
  }
  return grid
}
