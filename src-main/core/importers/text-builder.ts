import type { Block, Inline, LeftOut } from '../../contract/entities'

type InlineKind = Inline['kind']
interface OpenInline {
  readonly kind: InlineKind
  readonly href?: string
  /** Unset until something is written in it. */
  start?: number
}

/** Place of a table cell, both from 1. */
export interface Cell {
  readonly row: number
  readonly column: number
}

/** What an importer of marked-up text writes into: blocks, inlines and left-out parts over one growing text. */
export class TextBuilder {
  readonly blocks: Block[] = []
  readonly inlines: Inline[] = []
  readonly leftOut: LeftOut[] = []
  private readonly parts: string[] = []
  private length = 0
  private kind: Block['kind'] = 'paragraph'
  private level: number | undefined
  private cell: Cell | undefined
  private start: number | undefined
  /** White space that is written if something follows in the same block. */
  private gap = ''
  /** The next block follows without a blank line: items of a list, cells of a row, lines of a poem. */
  private tight = false
  private readonly open: OpenInline[] = []

  /** @param onBlock told of each block when its first character is written */
  constructor(private readonly onBlock: () => void = () => {}) {}

  /** Ends the block being written, if any; what is written next begins a block of this kind. */
  block(kind: Block['kind'], level?: number, cell?: Cell): void {
    this.endBlock()
    this.kind = kind
    this.level = level
    this.cell = cell
  }

  /** The offset after what was written last, in UTF-16. */
  get position(): number {
    return this.length
  }

  /** Ends the line: what follows is a block of the same kind under it, with a blank line between after a second one. */
  lineBreak(): void {
    const { kind, level, cell } = this
    // Two in a row stand for a new paragraph.
    if (this.start === undefined) this.tight = false
    if (this.start === undefined) return
    this.endBlock()
    this.block(kind, level, cell)
    this.tight = true
  }

  /** Text as markup has it: runs of white space (not of no-break spaces) count as one space, at the edges as none. */
  write(text: string): void {
    for (const piece of text.split(/([ \t\n\r\f]+)/)) {
      if (!piece) continue
      if (/^[ \t\n\r\f]/.test(piece)) this.gap ||= ' '
      else this.append(piece)
    }
  }

  /** Text whose white space counts, as in program code. */
  writeExactly(text: string): void {
    const content = text.trimEnd()
    if (content) this.append(this.start === undefined ? content.replace(/^\s*\n/, '') : content)
    this.gap += text.slice(content.length)
  }

  openInline(kind: InlineKind, href?: string): void {
    this.open.push({ kind, href })
  }

  closeInline(): void {
    const inline = this.open.pop()
    if (inline) this.endInline(inline)
  }

  /** Keeps a part of the source that is not in the text, at the place it had. */
  leave(text: string, reason: string): void {
    const content = text.replace(/\s+/gu, ' ').trim()
    if (!content) return
    const last = this.leftOut[this.leftOut.length - 1]
    // Pieces of one thing, one after the other, are one part.
    if (last && last.reason === reason && last.at === this.length && last.text.length < 2_000)
      last.text += `\n${content}`
    else this.leftOut.push({ text: content, reason, at: this.length })
  }

  finish(): string {
    this.endBlock()
    while (this.open.length) this.closeInline()
    this.inlines.sort((a, b) => a.start - b.start || b.end - a.end)
    const text = this.parts.join('')
    // A part left out at the very end of the text stands at its end.
    for (const part of this.leftOut) part.at = Math.min(part.at, text.length)
    return text
  }

  private append(piece: string): void {
    // No-break spaces and the like alone are no text to begin a block with.
    if (this.start === undefined && !/\S/u.test(piece)) return
    if (this.start === undefined) {
      this.push(this.length ? (this.isTight() ? '\n' : '\n\n') : '')
      this.start = this.length
      this.onBlock()
    } else this.push(this.gap)
    this.gap = ''
    for (const inline of this.open) inline.start ??= this.length
    this.push(piece)
  }

  private push(piece: string): void {
    if (!piece) return
    this.parts.push(piece)
    this.length += piece.length
  }

  private isTight(): boolean {
    const before = this.blocks[this.blocks.length - 1]
    const runs = this.kind === 'list-item' || this.kind === 'table-cell'
    return this.tight || (runs && before?.kind === this.kind)
  }

  private endBlock(): void {
    this.gap = ''
    if (this.start === undefined) return
    for (const inline of this.open) this.endInline(inline)
    const level = this.level === undefined ? {} : { level: this.level }
    this.blocks.push({ kind: this.kind, start: this.start, end: this.length, ...level, ...this.cell })
    this.start = undefined
    this.tight = false
  }

  private endInline(inline: OpenInline): void {
    if (inline.start !== undefined && inline.start < this.length) {
      const href = inline.href === undefined ? {} : { href: inline.href }
      this.inlines.push({ kind: inline.kind, start: inline.start, end: this.length, ...href })
    }
    inline.start = undefined
  }
}
