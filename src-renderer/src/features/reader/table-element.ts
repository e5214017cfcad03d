import type { ShownBlock } from '../../text/shown-blocks'
import type { TableShape } from '../../text/tables'

export interface Cell {
  readonly block: ShownBlock
  readonly element: HTMLElement
}

/**
 * Cells as a grid. They stay the elements they are, one for each block and in the order of the text, so that marks and
 * selections run over them as over paragraphs.
 *
 * @param whole whether its first and its last row are here; the rest of a long table stands in another section
 */
export function tableElement(
  cells: readonly Cell[],
  shape: TableShape,
  whole: { begins: boolean; ends: boolean },
  label: string,
): HTMLElement {
  const frame = document.createElement('div')
  frame.className = `table-frame${whole.begins ? '' : ' continues'}${whole.ends ? '' : ' goes-on'}`
  const table = document.createElement('div')
  table.className = 'table'
  table.dir = shape.rightToLeft ? 'rtl' : 'ltr'
  table.setAttribute('role', 'table')
  table.setAttribute('aria-label', label)
  table.setAttribute('aria-rowcount', String(shape.rows))
  table.style.gridTemplateColumns = shape.widths
    .map(({ share, least }) => `minmax(calc(${least}ch + 1.3em), ${share}fr)`)
    .join(' ')
  frame.append(table)
  let row: HTMLElement | undefined
  let number: number | undefined
  for (const { block, element } of cells) {
    if (!row || block.row !== number) {
      row = document.createElement('div')
      row.className = 'row'
      row.setAttribute('role', 'row')
      number = block.row
      row.setAttribute('aria-rowindex', String(number))
      table.append(row)
    }
    element.setAttribute('role', 'cell')
    element.style.gridColumn = String(block.column)
    if (shape.widths[(block.column as number) - 1]?.figures) element.classList.add('figure')
    row.append(element)
  }
  return frame
}
