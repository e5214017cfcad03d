import { countVisible } from './coverage'
import { drawingIn, FieldCodes, noteNumber, symbolOf } from './docx-run-parts'
import type { CommentPoint, StoryCounts, TrackedChange, WordParagraph, WordPiece, WordStory } from './docx-story'
import { isOn, valueOf, type ParagraphKind, type WordStyles } from './docx-styles'
import { CellGrid } from './docx-table'
import { childElement, childElements, descendants, textOf, type XmlElement } from './xml'

/** What is around an element. */
interface Around {
  readonly change?: TrackedChange
  readonly href?: string
  readonly cell?: { readonly row: number; readonly column: number }
  readonly leftOut?: string
}

export interface WalkOptions {
  readonly styles: WordStyles
  /** The address that a relation of the part leads to. */
  address(relation: string | undefined): string | undefined
  /** Whether a relation leads out of the file. */
  isOutside(relation: string | undefined): boolean
  /** The note that a reference of this kind and id means. */
  note(kind: 'footnote' | 'endnote', id: string): XmlElement | undefined
}

const NO_KIND: ParagraphKind = { kind: 'paragraph', title: false }

/** Walks the parts of a Word file and lists their paragraphs, with tracked changes and the places of comments. */
export class WordWalk {
  private readonly paragraphs: WordParagraph[] = []
  private readonly points: CommentPoint[] = []
  private readonly counts: StoryCounts = {
    formatChanges: 0,
    pictures: 0,
    remotePictures: 0,
    objects: 0,
    formulas: 0,
    symbols: 0,
    foreignParts: 0,
    footnotes: 0,
    numbered: 0,
  }
  private visible = 0
  private place = 0
  private readonly fields = new FieldCodes()
  private pieces: WordPiece[] = []
  /** UTF-16 length of the paragraph so far; -1 outside of paragraphs. */
  private length = -1
  private readonly boxes: { content: XmlElement; around: Around }[] = []
  private readonly waiting: string[] = []
  private readonly notes: { element: XmlElement; number: number }[] = []

  constructor(private readonly options: WalkOptions) {}

  /** The blocks of a part. @param leftOut why none of them is in the text */
  part(root: XmlElement, leftOut?: string): void {
    this.blocks(root, leftOut === undefined ? {} : { leftOut })
  }

  /** The notes that were referred to, each with its number. */
  notesAtEnd(): void {
    // A note may refer to a comment, but not to another note.
    for (const { element, number } of this.notes.splice(0)) {
      const first = this.paragraphs.length
      this.place++
      this.blocks(element, {})
      const opening = this.paragraphs[first]
      if (opening) this.prepend(opening, first, `${noteNumber(number)} `)
    }
  }

  finish(): WordStory {
    const { paragraphs, points, counts, visible } = this
    return { paragraphs, points, counts, visible }
  }

  private prepend(paragraph: WordParagraph, index: number, label: string): void {
    paragraph.pieces.unshift({ text: label, strong: false, emphasis: false, code: false })
    this.visible += countVisible(label)
    for (const [at, point] of this.points.entries())
      if (point.paragraph === index) this.points[at] = { ...point, at: point.at + label.length }
  }

  private blocks(parent: XmlElement, around: Around): void {
    for (const child of childElements(parent)) this.block(child, around)
  }

  private block(element: XmlElement, around: Around): void {
    switch (element.name) {
      case 'w:p':
        return this.paragraph(element, around)
      case 'w:tbl':
        return this.table(element, around)
      case 'w:altChunk':
      case 'w:subDoc':
        this.counts.foreignParts++
        return
      case 'w:sdt':
        return this.blocks(childElement(element, 'w:sdtContent') ?? element, aroundControl(element, around))
      default:
        return this.common(element, around, (inner) => this.blocks(element, inner))
    }
  }

  /** What may stand among blocks and among runs alike. */
  private common(element: XmlElement, around: Around, inside: (around: Around) => void): void {
    switch (element.name) {
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom':
        return inside({ ...around, change: around.change?.kind === 'deleted' ? around.change : changeOf(element) })
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:dir':
      case 'w:bdo':
        return inside(around)
      case 'w:commentRangeStart':
        return this.point(element, 'start')
      case 'w:commentRangeEnd':
        return this.point(element, 'end')
    }
  }

  private table(table: XmlElement, around: Around): void {
    const rows = rowsOf(table)
    // A box around the text is no table, and a table in a cell belongs to that cell.
    const single = rows.length === 1 && cellsOf(rows[0] as XmlElement).length === 1
    const grid = single || around.cell ? undefined : new CellGrid()
    this.place++
    for (const row of rows) {
      grid?.row(row)
      const properties = childElement(row, 'w:trPr')
      const changed = childElement(properties, 'w:ins') ?? childElement(properties, 'w:del')
      const inRow = changed && !around.change ? { ...around, change: changeOf(changed) } : around
      for (const cell of cellsOf(row)) this.blocks(cell, grid ? { ...inRow, cell: grid.cell(cell) } : inRow)
    }
    this.place++
  }

  private paragraph(element: XmlElement, around: Around): void {
    const properties = childElement(element, 'w:pPr')
    const kind = around.leftOut ? NO_KIND : this.options.styles.paragraph(properties)
    const ofMark = childElement(properties, 'w:rPr')
    const marked = ['w:ins', 'w:moveTo', 'w:del', 'w:moveFrom'].flatMap((name) => childElement(ofMark, name) ?? [])
    if (childElement(properties, 'w:pPrChange')) this.counts.formatChanges++
    if (kind.kind === 'list-item') this.counts.numbered++
    const mark = marked[marked.length - 1]
    const leftOut = around.leftOut ?? kind.leftOut
    const paragraph: WordParagraph = {
      kind: around.cell ? 'table-cell' : kind.kind,
      ...(kind.level && !around.cell && { level: kind.level }),
      ...around.cell,
      place: this.place,
      pieces: [],
      ...(mark ? { mark: changeOf(mark) } : around.change && { mark: around.change }),
      ...(leftOut && { leftOut }),
      title: kind.title,
    }
    const index = this.paragraphs.push(paragraph) - 1
    this.pieces = paragraph.pieces
    this.length = 0
    for (const comment of this.waiting.splice(0)) this.points.push({ comment, edge: 'start', paragraph: index, at: 0 })
    this.inlines(element, around)
    this.length = -1
    for (const { content, around: outside } of this.boxes.splice(0)) this.blocks(content, outside)
  }

  private inlines(parent: XmlElement, around: Around): void {
    for (const child of childElements(parent)) this.inline(child, around)
  }

  private inline(element: XmlElement, around: Around): void {
    switch (element.name) {
      case 'w:r':
        return this.run(element, around)
      case 'w:hyperlink':
        return this.inlines(element, {
          ...around,
          href: this.options.address(element.attributes['r:id']) ?? around.href,
        })
      case 'w:sdt':
        return this.inlines(childElement(element, 'w:sdtContent') ?? element, aroundControl(element, around))
      case 'w:fldSimple': {
        const href = FieldCodes.address(element.attributes['w:instr'] ?? '')
        return this.inlines(element, href ? { ...around, href } : around)
      }
      case 'm:oMath':
      case 'm:oMathPara':
        this.counts.formulas++
        return this.write(descendants(element, 'm:t').map(textOf).join(''), undefined, around)
      case 'mc:AlternateContent':
        return this.inlines(choiceOf(element), around)
      case 'w:subDoc':
        this.counts.foreignParts++
        return
      default:
        return this.common(element, around, (inner) => this.inlines(element, inner))
    }
  }

  private run(run: XmlElement, around: Around): void {
    const properties = childElement(run, 'w:rPr')
    if (childElement(properties, 'w:rPrChange')) this.counts.formatChanges++
    for (const child of childElements(run)) this.inRun(child, properties, around)
  }

  private inRun(element: XmlElement, properties: XmlElement | undefined, around: Around): void {
    const write = (text: string) => this.write(text, properties, around)
    switch (element.name) {
      case 'w:t':
      case 'w:delText':
        return write(textIn(element))
      case 'w:tab':
      case 'w:ptab':
        return write('\t')
      case 'w:br':
      case 'w:cr':
        return write('\n')
      case 'w:noBreakHyphen':
        return write('\u2011')
      case 'w:softHyphen':
        return write('\u00ad')
      case 'w:sym': {
        const symbol = symbolOf(element)
        if (!symbol) this.counts.symbols++
        return write(symbol ?? '\u25a1')
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.reference(element, properties, around)
      case 'w:commentReference':
        return this.point(element, 'reference')
      case 'w:fldChar':
        return this.fields.mark(element.attributes['w:fldCharType'])
      case 'w:instrText':
        return this.fields.code(textOf(element))
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.drawing(element, around)
      case 'mc:AlternateContent':
        for (const child of childElements(choiceOf(element))) this.inRun(child, properties, around)
        return
      case 'w:ruby': {
        const base = childElement(element, 'w:rubyBase')
        const reading = childElement(element, 'w:rt')
        if (base) this.inlines(base, around)
        if (reading) this.inlines(reading, { ...around, leftOut: 'reading aid over the line' })
      }
    }
  }

  /** A number in the text that cannot be taken for a figure, and the note at the end. */
  private reference(element: XmlElement, properties: XmlElement | undefined, around: Around): void {
    const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
    const note = this.options.note(kind, element.attributes['w:id'] ?? '')
    if (!note) return
    const number = ++this.counts.footnotes
    this.write(noteNumber(number), properties, around)
    if (around.change?.kind !== 'deleted') this.notes.push({ element: note, number })
  }

  private drawing(element: XmlElement, around: Around): void {
    const { boxes, relations, isObject, watermark } = drawingIn(element)
    for (const content of boxes) this.boxes.push({ content, around })
    if (watermark) this.write(watermark, undefined, { ...around, leftOut: around.leftOut ?? 'watermark' })
    if (isObject) this.counts.objects++
    else if (relations.some((relation) => this.options.isOutside(relation))) this.counts.remotePictures++
    else if (!boxes.length && !watermark) this.counts.pictures++
  }

  private write(text: string, properties: XmlElement | undefined, around: Around): void {
    if (!text || this.length < 0 || this.fields.inCode) return
    const switched = (name: string) => {
      const found = childElement(properties, name)
      return found ? isOn(found.attributes['w:val'], true) : undefined
    }
    const style = this.options.styles.run(properties && valueOf(properties, 'w:rStyle'))
    const highlight = properties && valueOf(properties, 'w:highlight')
    const leftOut = around.leftOut ?? (switched('w:vanish') ? 'hidden text' : undefined)
    const href = around.href ?? this.fields.href
    this.pieces.push({
      text,
      strong: switched('w:b') ?? style.strong,
      emphasis: switched('w:i') ?? style.emphasis,
      code: style.code,
      ...(around.change && { change: around.change }),
      ...(href && { href }),
      ...(highlight && highlight !== 'none' && { highlight }),
      ...(leftOut && { leftOut }),
    })
    this.length += text.length
    this.visible += countVisible(text)
  }

  private point(element: XmlElement, edge: CommentPoint['edge']): void {
    const comment = element.attributes['w:id'] ?? ''
    const last = this.paragraphs.length - 1
    if (this.length >= 0) this.points.push({ comment, edge, paragraph: last, at: this.length })
    else if (edge === 'start') this.waiting.push(comment)
    else if (last >= 0) this.points.push({ comment, edge, paragraph: last, at: Number.MAX_SAFE_INTEGER })
  }
}

function changeOf({ name, attributes }: XmlElement): TrackedChange {
  return {
    kind: name === 'w:ins' || name === 'w:moveTo' ? 'inserted' : 'deleted',
    moved: name.startsWith('w:move'),
    author: attributes['w:author'] ?? '',
    time: attributes['w:date'] ?? '',
  }
}

/** A content control: a contents list is none of the text, nor is the prompt of one that nobody filled in. */
function aroundControl(control: XmlElement, around: Around): Around {
  const properties = childElement(control, 'w:sdtPr')
  const gallery = childElement(childElement(properties, 'w:docPartObj'), 'w:docPartGallery')?.attributes['w:val'] ?? ''
  if (/table of contents/i.test(gallery)) return { ...around, leftOut: 'table of contents' }
  return childElement(properties, 'w:showingPlcHdr') ? { ...around, leftOut: 'placeholder' } : around
}

/** The branch of an alternative that is read: the newer one, unless only the older one has text. */
function choiceOf(alternative: XmlElement): XmlElement {
  const choice = childElement(alternative, 'mc:Choice')
  const fallback = childElement(alternative, 'mc:Fallback')
  const hasText = (element: XmlElement | undefined) => element && descendants(element, 'w:t').length > 0
  return (hasText(choice) || !hasText(fallback) ? choice : fallback) ?? fallback ?? alternative
}

/** Rows and cells may stand in content controls and tracked changes. */
const rowsOf = (table: XmlElement) => inside(table, 'w:tr')
const cellsOf = (row: XmlElement) => inside(row, 'w:tc')
function inside(parent: XmlElement, name: string): XmlElement[] {
  return childElements(parent).flatMap((child) => {
    if (child.name === name) return [child]
    const wrapper = /^w:(?:sdt|sdtContent|customXml|ins|del|moveTo|moveFrom)$/.test(child.name)
    return wrapper ? inside(child, name) : []
  })
}

/** White space at the ends counts only where the file says so; line ends in the file are spaces. */
function textIn(element: XmlElement): string {
  const text = textOf(element).replace(/[\t\r\n]+/g, ' ')
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^ +| +$/g, '')
}
