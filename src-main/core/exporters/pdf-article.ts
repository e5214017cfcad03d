import type { Block, Document } from '../../contract/entities'
import { textPieces } from './docx-pieces'
import type { FontStyle } from './exporter'
import type { Typefaces } from './pdf-faces'
import { setLines, type SetLine } from './pdf-lines'
import { COLUMN, PAGE, type PlacedLine } from './pdf-sheet'
import type { Element, Role, Structure } from './pdf-structure'

/** Lines of one block on one page. */
export interface BlockPart {
  readonly page: number
  readonly element: Element
  readonly block: Block
  readonly lines: readonly PlacedLine[]
  /** Whether the block begins here. */
  readonly first: boolean
}

interface Look {
  readonly size: number
  /** Baseline to baseline. Points. */
  readonly step: number
  readonly before: number
  readonly indent: number
  readonly style: FontStyle
}

const BODY: Look = { size: 10.5, step: 15.6, before: 8, indent: 0, style: 'regular' }
const HEADINGS: readonly Look[] = [
  { size: 21, step: 25, before: 20, indent: 0, style: 'bold' },
  { size: 15, step: 19, before: 18, indent: 0, style: 'bold' },
  { size: 12.5, step: 17, before: 14, indent: 0, style: 'bold' },
  { size: 11, step: 15.6, before: 12, indent: 0, style: 'bold' },
]
const GUTTER = 10

/** Sets the story in type: its blocks in lines, the lines on pages. @param top where the first line may stand */
export function setArticle(document: Document, faces: Typefaces, structure: Structure, top: number): BlockPart[] {
  const setter = new Setter(document, faces, structure, top)
  const pieces = textPieces(document)
  for (let at = 0; at < pieces.length;) {
    const cells = pieces.slice(at).findIndex((piece) => piece.kind !== 'table-cell' || !piece.row || !piece.column)
    const count = cells < 0 ? pieces.length - at : cells
    if (count > 0) setter.table(pieces.slice(at, at + count))
    else setter.block(pieces[at] as Block, pieces[at - 1])
    at += Math.max(1, count)
  }
  return setter.parts
}

class Setter {
  readonly parts: BlockPart[] = []
  private page = 0
  private list: Element | undefined

  constructor(
    private readonly document: Document,
    private readonly faces: Typefaces,
    private readonly structure: Structure,
    private y: number,
  ) {}

  block(block: Block, before: Block | undefined): void {
    const look = lookOf(block)
    const lines = this.linesOf(block, look, COLUMN.width - look.indent)
    const close = block.kind === 'list-item' && before?.kind === 'list-item'
    this.y -= close ? 3 : look.before
    // A heading at the foot of a page would stand over nothing.
    const needed =
      block.kind === 'heading' ? lines.length * look.step + 3 * BODY.step : Math.min(2, lines.length) * look.step
    if (this.y - needed < PAGE.bottom) this.turn()
    this.put(block, lines, look, COLUMN.left + look.indent, this.elementOf(block))
  }

  /** Rows of cells side by side, each as wide as the others. */
  table(cells: readonly Block[]): void {
    this.list = undefined
    const columns = Math.max(...cells.map((cell) => cell.column ?? 1))
    const width = (COLUMN.width - GUTTER * (columns - 1)) / columns
    const look = { ...BODY, size: 9, step: 12.5 }
    const table = this.structure.root.add('Table')
    this.y -= BODY.before
    for (let at = 0; at < cells.length;) {
      let to = at + 1
      while (
        to < cells.length &&
        cells[to]?.row === cells[at]?.row &&
        (cells[to]?.column ?? 0) > (cells[to - 1]?.column ?? 0)
      )
        to++
      const row = table.add('TR')
      const set = cells.slice(at, to).map((cell) => ({ cell, lines: this.linesOf(cell, look, width) }))
      const height = Math.max(...set.map(({ lines }) => lines.length)) * look.step
      if (this.y - height < PAGE.bottom) this.turn()
      const [y, page] = [this.y, this.page]
      let [lowest, last] = [y, page]
      for (const { cell, lines } of set) {
        this.y = y
        this.page = page
        this.put(cell, lines, look, COLUMN.left + ((cell.column ?? 1) - 1) * (width + GUTTER), row.add('TD'))
        if (this.page > last || (this.page === last && this.y < lowest)) [lowest, last] = [this.y, this.page]
      }
      this.y = lowest - 4
      this.page = last
      at = to
    }
  }

  private put(block: Block, lines: readonly SetLine[], look: Look, x: number, element: Element): void {
    let part: PlacedLine[] = []
    let first = true
    const flush = () => {
      if (part.length > 0) this.parts.push({ page: this.page, element, block, lines: part, first })
      if (part.length > 0) first = false
      part = []
    }
    for (const line of lines) {
      if (this.y - look.step < PAGE.bottom) {
        flush()
        this.turn()
      }
      this.y -= look.step
      part.push({ line, page: this.page, x, baseline: this.y + look.step * 0.28, size: look.size })
    }
    flush()
  }

  private linesOf(block: Block, { size, style }: Look, width: number): SetLine[] {
    const marks = this.document.inlines.filter(
      ({ kind, start, end }) => (kind === 'strong' || kind === 'emphasis') && start < block.end && end > block.start,
    )
    const styleAt = (offset: number): FontStyle => {
      if (style === 'bold') return style
      const on = marks.filter(({ start, end }) => offset >= start && offset < end)
      return on.some(({ kind }) => kind === 'strong') ? 'bold' : on.length > 0 ? 'italic' : style
    }
    return setLines(this.document.text, block, { faces: this.faces, size, width, styleAt })
  }

  private elementOf(block: Block): Element {
    const { root } = this.structure
    if (block.kind !== 'list-item') {
      this.list = undefined
      return root.add(roleOf(block))
    }
    this.list ??= root.add('L')
    return this.list.add('LI').add('LBody')
  }

  private turn(): void {
    this.page++
    this.y = PAGE.top
  }
}

function lookOf({ kind, level = 1 }: Block): Look {
  switch (kind) {
    case 'heading':
      return HEADINGS[Math.min(level, HEADINGS.length) - 1] ?? BODY
    case 'list-item':
      return { ...BODY, indent: 14 * Math.min(level, 6) }
    case 'quotation':
      return { ...BODY, indent: 18 }
    case 'caption':
      return { ...BODY, size: 9, step: 13, style: 'italic' }
    default:
      return BODY
  }
}

function roleOf({ kind, level = 1 }: Block): Role {
  if (kind === 'heading') return `H${Math.max(1, Math.min(6, level))}` as Role
  return kind === 'quotation' ? 'BlockQuote' : kind === 'caption' ? 'Caption' : 'P'
}
