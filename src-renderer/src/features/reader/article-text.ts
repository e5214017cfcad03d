import type { Block, Document, LeftOut } from '@contract/entities'
import { lowerBound } from '@core/text/offsets'
import { afterPaint } from '../../text/after-paint'
import { blockAt, chaptersOf, estimatedHeight, sectionsOf, type Section } from '../../text/sections'
import { shownBlocks, type ShownBlock } from '../../text/shown-blocks'
import { isCell, tablesOf, type TableShape } from '../../text/tables'
import { tableElement, type Cell } from './table-element'

/** What stands beside the text without being of it. */
export interface TextWords {
  /** “Left out: navigation, 214 characters”. */
  leftOut(piece: LeftOut): string
  /** “Table with 4 rows and 3 columns”. */
  table(shape: TableShape): string
  /** The line under the title, where the text begins with the title. */
  readonly byline: string
}

export interface TextMetrics {
  readonly charactersPerLine: number
  /** CSS pixels. */
  readonly lineHeight: number
}

/** Milliseconds at a time that the text off the window may take to get onto the page. */
const FILL_MS = 5

/** White space that says something: columns, indents, lines of their own. */
const SPACED = /[\t\n]| {2}/

const TAGS: Record<Block['kind'], string> = {
  heading: 'h2',
  paragraph: 'p',
  'list-item': 'p',
  quotation: 'blockquote',
  caption: 'p',
  'table-cell': 'div',
}

/**
 * The words of an article on the page: all of them, in sections that the browser lays out as they come near, and
 * chapters of sections, because what it has to look after in every frame must not grow with the text.
 */
export class ArticleText {
  readonly blocks: readonly ShownBlock[]
  readonly sections: readonly Section[]
  readonly #chapters: readonly Section[]
  readonly #chapterElements: HTMLElement[] = []
  readonly #sectionElements: HTMLElement[] = []
  readonly #blockElements: HTMLElement[] = []
  readonly #tables: ReadonlyMap<number, TableShape>
  readonly #topLevel: number
  readonly #leftOut = new Map<number, LeftOut[]>()
  readonly #tableSizes: ResizeObserver
  /** Sections whose text is on the page. */
  readonly #filled = new Set<number>()
  #stopFilling: () => void = () => {}

  constructor(
    private readonly article: HTMLElement,
    private readonly document: Document,
    private readonly words: TextWords,
    private readonly metrics: TextMetrics,
  ) {
    const { text, report } = document
    const blocks = (this.blocks = shownBlocks(text, document.blocks))
    this.sections = sectionsOf(blocks)
    this.#chapters = chaptersOf(this.sections)
    this.#tables = tablesOf(text, blocks)
    // Headings of the text go under the window's own, without a gap in their levels.
    this.#topLevel = blocks.reduce(
      (top, b, at) => (at > 0 && b.kind === 'heading' ? Math.min(top, b.level ?? 1) : top),
      6,
    )
    for (const piece of report.leftOut) {
      const before = blocks.length === 0 ? 0 : lowerBound(blocks.length, (i) => (blocks[i] as Block).start >= piece.at)
      const held = this.#leftOut.get(before)
      if (held) held.push(piece)
      else this.#leftOut.set(before, [piece])
    }
    // What scrolls by itself has to be within reach of the keyboard; what does not is no stop on the way.
    this.#tableSizes = new ResizeObserver((entries) => {
      for (const { target } of entries)
        if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0')
        else target.removeAttribute('tabindex')
    })
    this.#build()
  }

  /** The section that holds the offset; -1 in a story without text. */
  sectionOf(offset: number): number {
    if (this.blocks.length === 0) return -1
    const block = blockAt(this.blocks, offset)
    return lowerBound(this.sections.length, (i) => (this.sections[i] as Section).to > block)
  }

  /** The element of a block; there once its section is filled. */
  element(block: number): HTMLElement | undefined {
    return this.#blockElements[block]
  }

  /** Sections that touch the stretch of the window between two heights; of those that are not laid out, by estimate. */
  between(top: number, bottom: number): Section {
    const from = this.#sectionAt(top)
    let to = from + 1
    while (to < this.sections.length && topOf(this.#sectionElement(to)) < bottom) to++
    return { from, to: Math.min(to, this.sections.length) }
  }

  /** The offset of the text at a height of the window, to the block: what one reads there. */
  offsetNear(y: number): number {
    const index = this.#sectionAt(y)
    const section = this.sections[index]
    if (!section) return 0
    this.fill(index)
    const within = lowerBound(section.to - section.from, (i) => bottomOf(this.#blockElements[section.from + i]) > y)
    return this.blocks[Math.min(section.from + within, section.to - 1)]?.start ?? 0
  }

  /** By chapters first: to ask about what is inside one that is skipped would lay it out. */
  #sectionAt(y: number): number {
    const chapter = Math.min(
      lowerBound(this.#chapters.length, (i) => bottomOf(this.#chapterElements[i]) > y),
      this.#chapters.length - 1,
    )
    const { from, to } = this.#chapters[chapter] ?? { from: 0, to: 0 }
    const within = lowerBound(to - from, (i) => bottomOf(this.#sectionElement(from + i)) > y)
    // All of it lies above when one is at the end, or the page is being left.
    return Math.max(0, Math.min(from + within, to - 1))
  }

  /** Puts the words of a section on the page, where they are not yet. */
  fill(index: number): void {
    if (this.#filled.has(index)) return
    this.#filled.add(index)
    const { from, to } = this.sections[index] as Section
    for (let block = from; block < to; block++) this.#blockElements[block] = this.#blockElement(block)
    this.#sectionElement(index).append(...this.arranged(from, to))
  }

  /** Arranges a section anew; its blocks are moved, never made again. */
  replace(index: number, content: readonly Node[]): void {
    this.#sectionElement(index).replaceChildren(...content)
  }

  /** Blocks with what stands before them, the cells of a table as a table. `to` is exclusive. */
  arranged(from: number, to: number): HTMLElement[] {
    const content: HTMLElement[] = []
    for (let block = from; block < to; block++) {
      content.push(...this.#before(block))
      const shape = this.#tables.get(block)
      if (!shape) {
        content.push(this.#blockElements[block] as HTMLElement)
        continue
      }
      const cells: Cell[] = []
      const begins = this.#tables.get(block - 1) !== shape
      for (; block < to && this.#tables.get(block) === shape; block++) {
        if (cells.length > 0) content.push(...this.#before(block))
        cells.push(this.#cell(block))
      }
      const ends = this.#tables.get(block) !== shape
      const frame = tableElement(cells, shape, { begins, ends }, this.words.table(shape))
      this.#tableSizes.observe(frame)
      content.push(frame)
      block--
    }
    return content
  }

  destroy(): void {
    this.#stopFilling()
    this.#tableSizes.disconnect()
    this.article.replaceChildren()
  }

  /** Chapters only; their sections are made as they come near, or as the text is filled in. */
  #build(): void {
    const fragment = document.createDocumentFragment()
    for (const { from, to } of this.#chapters) {
      const chapter = document.createElement('div')
      chapter.className = 'chapter'
      let height = 0
      for (let index = from; index < to; index++) height += this.#height(index)
      chapter.style.containIntrinsicBlockSize = `auto ${height}px`
      this.#chapterElements.push(chapter)
      fragment.append(chapter)
    }
    fragment.append(...this.#before(this.blocks.length))
    this.article.replaceChildren(fragment)
    this.#stopFilling = afterPaint(() => this.#fillFrom(0))
  }

  #height(section: number): number {
    return estimatedHeight(this.blocks, this.sections[section] as Section, this.metrics)
  }

  #sectionElement(index: number): HTMLElement {
    const known = this.#sectionElements[index]
    if (known) return known
    const at = lowerBound(this.#chapters.length, (i) => (this.#chapters[i] as Section).to > index)
    const { from, to } = this.#chapters[at] as Section
    for (let section = from; section < to; section++) {
      const element = document.createElement('div')
      element.className = 'section'
      element.style.containIntrinsicBlockSize = `auto ${this.#height(section)}px`
      this.#sectionElements[section] = element
      this.#chapterElements[at]?.append(element)
    }
    return this.#sectionElements[index] as HTMLElement
  }

  /** The whole text gets onto the page, a few milliseconds of it at a time, once what one sees has been painted. */
  #fillFrom(first: number): void {
    const until = performance.now() + FILL_MS
    let index = first
    while (index < this.sections.length && performance.now() < until) this.fill(index++)
    if (index >= this.sections.length) return
    const timer = setTimeout(() => this.#fillFrom(index))
    this.#stopFilling = () => clearTimeout(timer)
  }

  #blockElement(index: number): HTMLElement {
    const { text, title } = this.document
    const block = this.blocks[index] as ShownBlock
    const isTitle = index === 0 && text.slice(block.start, block.end).trim() === title.trim()
    const level = Math.min(6, 2 + (block.level ?? 1) - this.#topLevel)
    const element = document.createElement(
      isTitle ? 'h1' : block.kind === 'heading' ? `h${Math.max(2, level)}` : TAGS[block.kind],
    )
    element.className = `block ${isTitle ? 'title' : block.kind}`
    element.dir = 'auto'
    if (block.kind === 'list-item') element.dataset['depth'] = String(Math.min(block.level ?? 1, 6))
    element.dataset['start'] = String(block.start)
    if (block.continues) element.classList.add('continues')
    // Of a row of cells the first has the number: there is no room beside the others.
    else if (!isCell(block) || block.column === 1) element.dataset['number'] = String(block.number)
    element.textContent = text.slice(block.start, block.end)
    // Kept spaces hang over the end of a line and are underlined there, so only what needs them has them.
    if (SPACED.test(element.textContent)) element.classList.add('spaced')
    return element
  }

  #cell(index: number): Cell {
    const block = this.blocks[index] as ShownBlock
    const element = this.#blockElements[index] as HTMLElement
    return { block, element }
  }

  /** What is shown before a block without being of the text: the byline, and what the import left out there. */
  #before(block: number): HTMLElement[] {
    const leftOut = (this.#leftOut.get(block) ?? []).map((piece) => {
      const details = document.createElement('details')
      details.className = 'left-out'
      const summary = document.createElement('summary')
      summary.textContent = this.words.leftOut(piece)
      const content = document.createElement('p')
      content.textContent = piece.text
      details.append(summary, content)
      return details
    })
    if (block !== 1 || !this.words.byline) return leftOut
    const line = document.createElement('p')
    line.className = 'byline'
    line.textContent = this.words.byline
    return [line, ...leftOut]
  }
}

const topOf = (element: HTMLElement) => element.getBoundingClientRect().top
const bottomOf = (element: HTMLElement | undefined) => element?.getBoundingClientRect().bottom ?? 0
