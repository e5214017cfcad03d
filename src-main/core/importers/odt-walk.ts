import type { Block } from '../../contract/entities'
import { keepAddress } from './address'
import { countVisible } from './coverage'
import type { OdtChange } from './odt-changes'
import type { OdtStyles } from './odt-styles'
import { TextBuilder, type Cell } from './text-builder'
import { childElement, childElements, textOf, type XmlElement } from './xml'

/** Rows and cells that a file may say are repeated; spreadsheets repeat empty ones a million times. */
const MOST_REPEATED = 1_000

/** A comment as it stands in the text. */
export interface OdtNote {
  readonly element: XmlElement
  readonly name: string | undefined
  readonly start: number
  end: number
}

/** How text is written at a place; inherited by what is inside. */
interface Context {
  readonly lists: number
  readonly cell?: Cell
  readonly kind?: Block['kind']
  readonly strong: boolean
  readonly emphasis: boolean
  readonly link: boolean
}

const TOP: Context = { lists: 0, strong: false, emphasis: false, link: false }

/** Parts that a reader does not see, or that are read from elsewhere. */
const UNSEEN = new Set([
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'office:binary-data',
  'office:event-listeners',
  'table:table-columns',
  'table:table-column',
  'text:script',
  'text:note-citation',
  'draw:object-ole',
  'draw:plugin',
  'draw:applet',
])

/** Writes the content of an OpenDocument text as blocks; afterwards its fields say what was found beside the text. */
export class OdtWalk {
  readonly builder = new TextBuilder()
  readonly notes: OdtNote[] = []
  /** Visible characters of the source, in the text and beside it. */
  visible = 0
  pictures = 0
  objects = 0
  private readonly footnotes: XmlElement[] = []
  private readonly boxes: XmlElement[] = []
  /** Insertions that are open at a place. */
  private readonly insertions = new Set<string>()
  /** The next paragraph goes on in the block that is open. */
  private goesOn = false

  constructor(
    private readonly styles: OdtStyles,
    private readonly changes: ReadonlyMap<string, OdtChange>,
    private readonly reading: 'accepted' | 'earlier',
  ) {}

  read(body: XmlElement): string {
    this.blocks(body, TOP)
    for (let index = 0; index < this.footnotes.length; index++) {
      this.builder.block('paragraph')
      this.write(`[${index + 1}] `)
      this.goesOn = true
      this.blocks(this.footnotes[index] as XmlElement, TOP)
    }
    return this.builder.finish()
  }

  /** Whether an insertion is open that this reading does not have. */
  private get silent(): boolean {
    return this.reading === 'earlier' && this.insertions.size > 0
  }

  private blocks(parent: XmlElement, context: Context): void {
    for (const child of childElements(parent)) this.block(child, context)
  }

  private block(element: XmlElement, context: Context): void {
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        return this.paragraph(element, context)
      case 'text:list':
        return this.blocks(element, { ...context, lists: context.lists + 1, kind: 'list-item' })
      case 'table:table':
        return this.table(element, context)
      case 'text:table-of-content':
      case 'text:alphabetical-index':
        return this.leave(spaced(element), 'table of contents')
      case 'text:change-start':
      case 'text:change-end':
      case 'text:change':
        return this.change(element, context)
      default:
        if (UNSEEN.has(element.name)) return
        if (/^(?:draw|dr3d):/.test(element.name)) this.inline(element, context)
        else this.blocks(element, context)
    }
  }

  private paragraph(element: XmlElement, context: Context): void {
    // The first paragraph of a footnote goes on after its number; in text that is not to be, none begins.
    if (!this.goesOn && !this.silent) this.begin(element, context)
    this.goesOn = false
    this.inlines(element, context)
    const boxes = this.boxes.splice(0)
    for (const box of boxes) this.blocks(box, { ...TOP, cell: context.cell })
    this.builder.block('paragraph')
  }

  private begin(element: XmlElement, { cell, kind, lists }: Context): void {
    const own =
      element.name === 'text:h'
        ? {
            kind: 'heading' as const,
            level: Math.min(6, Math.max(1, Number(element.attributes['text:outline-level']) || 1)),
          }
        : this.styles.blockOf(element.attributes['text:style-name'])
    if (cell) this.builder.block('table-cell', undefined, cell)
    else if (own.kind === 'heading') this.builder.block('heading', own.level ?? 1)
    else if (kind === 'list-item') this.builder.block('list-item', lists)
    else this.builder.block(own.kind)
  }

  private table(table: XmlElement, context: Context): void {
    let row = 0
    const visit = (parent: XmlElement) => {
      for (const child of childElements(parent)) {
        if (child.name === 'table:table-row') {
          row++
          this.row(child, row, context)
          row += repeated(child, 'table:number-rows-repeated') - 1
        } else if (/^table:table-(?:header-rows|rows|row-group)$/.test(child.name)) visit(child)
      }
    }
    visit(table)
  }

  private row(element: XmlElement, row: number, context: Context): void {
    let column = 0
    for (const cell of childElements(element)) {
      if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') continue
      column++
      this.blocks(cell, { ...TOP, cell: context.cell ?? { row, column } })
      column += repeated(cell, 'table:number-columns-repeated') - 1
    }
  }

  private inlines(parent: XmlElement, context: Context): void {
    for (const child of parent.children)
      if (typeof child === 'string') this.write(child)
      else this.inline(child, context)
  }

  private inline(element: XmlElement, context: Context): void {
    const { name, attributes } = element
    switch (name) {
      case 'text:s':
        return this.write(' ')
      case 'text:tab':
        return this.write('\t')
      case 'text:line-break':
        if (!this.silent) this.builder.lineBreak()
        return
      case 'text:span':
        return this.emphasised(element, context, this.styles.emphasisOf(attributes['text:style-name']))
      case 'text:a':
        return this.link(element, context)
      case 'text:note': {
        const body = childElement(element, 'text:note-body')
        if (!body || this.silent) return
        this.footnotes.push(body)
        return this.write(`[${this.footnotes.length}]`)
      }
      case 'office:annotation':
        if (!this.silent) this.note(element)
        return
      case 'office:annotation-end': {
        const note = this.notes.find((one) => one.name === attributes['office:name'])
        if (note) note.end = this.builder.position
        return
      }
      case 'text:change':
      case 'text:change-start':
      case 'text:change-end':
        return this.change(element, context)
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        return this.leave(attributes['text:string-value'] ?? textOf(element), 'hidden text')
      case 'text:ruby-text':
        return this.leave(textOf(element), 'reading aid')
      case 'draw:image':
        this.pictures++
        return
      case 'draw:object':
        this.objects++
        return
      case 'svg:title':
      case 'svg:desc':
        return this.leave(textOf(element), 'picture text')
      case 'draw:text-box':
        this.boxes.push(element)
        return
      case 'text:p':
      case 'text:h':
      case 'text:list':
        // Text inside a drawing stands after the paragraph that it is anchored in.
        this.boxes.push({ name: 'box', attributes: {}, children: [element] })
        return
      default:
        if (!UNSEEN.has(name)) this.inlines(element, context)
    }
  }

  private note(element: XmlElement): void {
    const at = this.builder.position
    this.notes.push({ element, name: element.attributes['office:name'], start: at, end: at })
  }

  private emphasised(element: XmlElement, context: Context, found: { strong: boolean; emphasis: boolean }): void {
    const strong = found.strong && !context.strong
    const emphasis = found.emphasis && !context.emphasis
    if (strong) this.builder.openInline('strong')
    if (emphasis) this.builder.openInline('emphasis')
    this.inlines(element, {
      ...context,
      strong: context.strong || found.strong,
      emphasis: context.emphasis || found.emphasis,
    })
    if (emphasis) this.builder.closeInline()
    if (strong) this.builder.closeInline()
  }

  private link(element: XmlElement, context: Context): void {
    const href = keepAddress(element.attributes['xlink:href'])
    if (context.link || !href) return this.inlines(element, context)
    this.builder.openInline('link', href)
    this.inlines(element, { ...context, link: true })
    this.builder.closeInline()
  }

  private change({ name, attributes }: XmlElement, context: Context): void {
    const id = attributes['text:change-id'] ?? ''
    const change = this.changes.get(id)
    if (!change) return
    if (change.kind === 'insertion') {
      if (name === 'text:change-start') this.insertions.add(id)
      else if (name === 'text:change-end') this.insertions.delete(id)
    } else if (change.kind === 'deletion' && name !== 'text:change-end') {
      if (this.reading === 'earlier') this.restored(change, context)
      else for (const paragraph of change.content) this.leave(textOf(paragraph), 'deleted as a tracked change')
    }
  }

  /** Text that went, at the place where it was: its first paragraph goes on with the one around it. */
  private restored({ content }: OdtChange, context: Context): void {
    content.forEach((paragraph, index) => {
      if (paragraph.name !== 'text:p' && paragraph.name !== 'text:h') return this.block(paragraph, context)
      if (index > 0) this.begin(paragraph, context)
      this.inlines(paragraph, context)
    })
  }

  private write(text: string): void {
    if (this.silent) return
    this.visible += countVisible(text)
    this.builder.write(text)
  }

  private leave(text: string, reason: string): void {
    this.visible += countVisible(text)
    this.builder.leave(text, reason)
  }
}

function repeated({ attributes }: XmlElement, name: string): number {
  const times = Number(attributes[name] ?? 1)
  return times >= 1 ? Math.min(MOST_REPEATED, Math.floor(times)) : 1
}

/** The text of several paragraphs, so that their words do not run together. */
function spaced(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : `${spaced(child)} `)).join('')
}
