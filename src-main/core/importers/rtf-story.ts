import type { Block } from '../../contract/entities'
import { countVisible } from './coverage'
import type { RtfState } from './rtf-state'
import { TextBuilder } from './text-builder'

/** Which of the two readings of tracked changes: as accepted, or as it was before them. */
export type RtfReading = 'accepted' | 'earlier'

/** Writes the text of a rich text file as blocks, as its formatting says at each place. */
export class RtfStory {
  readonly builder = new TextBuilder()
  /** Heading level by the number of a style. */
  readonly headings = new Map<number, number>()
  /** Visible characters of the source, in the text and beside it. */
  visible = 0
  /** Pieces of text. */
  insertions = 0
  deletions = 0
  private inParagraph = false
  private row = 1
  private column = 1
  private open: readonly string[] = []

  constructor(private readonly reading: RtfReading) {}

  write(text: string, state: RtfState): void {
    const { hidden, inserted, deleted } = state
    if (hidden) return this.leave(text, 'hidden text')
    if (inserted) this.insertions++
    if (deleted) this.deletions++
    if (this.reading === 'accepted' && deleted) return this.leave(text, 'deleted as a tracked change')
    if (this.reading === 'earlier' && inserted) return
    this.visible += countVisible(text)
    this.beginParagraph(state)
    this.format(state)
    this.builder.write(text)
  }

  leave(text: string, reason: string): void {
    this.visible += countVisible(text)
    this.builder.leave(text, reason)
  }

  endParagraph({ inTable }: RtfState): void {
    this.inParagraph = false
    if (!inTable) this.row = 1
    this.builder.block('paragraph')
  }

  nextCell(): void {
    this.column++
  }

  nextRow(): void {
    this.row++
    this.column = 1
  }

  private beginParagraph({ inTable, outline, style, list, listLevel }: RtfState): void {
    if (this.inParagraph) return
    this.inParagraph = true
    const level = outline !== undefined && outline < 9 ? Math.min(6, outline + 1) : this.headings.get(style)
    const kind: Block['kind'] = inTable ? 'table-cell' : level ? 'heading' : list ? 'list-item' : 'paragraph'
    if (!inTable) {
      this.row = 1
      this.column = 1
    }
    if (kind === 'table-cell') this.builder.block(kind, undefined, { row: this.row, column: this.column })
    else this.builder.block(kind, kind === 'heading' ? level : kind === 'list-item' ? listLevel + 1 : undefined)
  }

  /** Opens and closes emphasis and links so that they are as the state has them. */
  private format({ bold, italic, link }: RtfState): void {
    const wanted = [...(link ? [`link ${link}`] : []), ...(bold ? ['strong'] : []), ...(italic ? ['emphasis'] : [])]
    if (wanted.join() === this.open.join()) return
    for (let count = this.open.length; count > 0; count--) this.builder.closeInline()
    for (const kind of wanted)
      if (kind.startsWith('link ')) this.builder.openInline('link', kind.slice(5))
      else this.builder.openInline(kind as 'strong' | 'emphasis')
    this.open = wanted
  }
}

/** 1 to 6 for the name of a heading's style in the languages we meet, 0 for other styles. */
export function headingLevel(name: string): number {
  const text = name.trim()
  const numbered =
    /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок)\s*([1-9])$/iu
  const level = Number(numbered.exec(text)?.[1] ?? 0)
  return level ? Math.min(level, 6) : /^(?:title|titel)$/i.test(text) ? 1 : 0
}
