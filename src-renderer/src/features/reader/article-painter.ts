import type { Block, Document, Inline, LeftOut } from '@contract/entities'
import type { Range } from '@core/text/model'
import { lowerBound } from '@core/text/offsets'
import { afterPaint } from '../../text/after-paint'
import { caretBlock } from '../../text/caret'
import { byPlace, type IntervalIndex } from '../../text/interval-index'
import type { Mark } from '../../text/marks'
import { blockAt, blocksIn, estimatedHeight, sectionsOf, type Section } from '../../text/sections'
import { shownBlocks, type ShownBlock } from '../../text/shown-blocks'
import { layoutSection, type LayoutPart } from './article-layout'
import { paintBlock, signature } from './paint-block'

/** Words that the painter puts beside the text. */
export interface PainterWords {
  describe(mark: Mark): string
  /** “Not part of the story · 5 lines · off-topic insertion”. */
  insertion(mark: Mark, lines: number): string
  /** “Left out: navigation, 214 characters”. */
  leftOut(piece: LeftOut): string
  /** The line under the title, where the text begins with the title. */
  readonly byline: string
}

export interface PainterOptions {
  readonly article: HTMLElement
  /** What scrolls. */
  readonly viewport: HTMLElement
  readonly document: Document
  readonly marks: IntervalIndex<Mark>
  readonly words: PainterWords
  readonly metrics: { charactersPerLine: number; lineHeight: number }
  /** After sections came near or were drawn again: places may have moved. */
  painted(): void
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
  'table-cell': 'p',
}

/**
 * Draws the article: the whole text at once, in sections that the browser lays out as they come near, and marks only
 * there. It writes the page itself, without a component for each paragraph, because a million words make thirteen
 * thousand of them; and it draws a block again only when what it bears has changed, so a selection elsewhere stays.
 */
export class ArticlePainter {
  readonly #options: PainterOptions
  readonly #blocks: readonly ShownBlock[]
  readonly #sections: readonly Section[]
  readonly #sectionElements: HTMLElement[] = []
  readonly #blockElements: HTMLElement[] = []
  readonly #signatures = new Map<number, string>()
  readonly #layouts = new Map<number, string>()
  readonly #near = new Set<number>()
  readonly #elements = new Map<string, Set<HTMLElement>>()
  readonly #inlines: readonly Inline[]
  readonly #topLevel: number
  readonly #leftOut = new Map<number, LeftOut[]>()
  readonly #observer: IntersectionObserver
  #focus: string | undefined
  /** Near, and not drawn yet. */
  readonly #waiting = new Set<number>()
  #frame = 0
  /** Sections whose text is on the page. */
  readonly #filled = new Set<number>()
  #stopFilling: () => void = () => {}

  constructor(options: PainterOptions) {
    this.#options = options
    const { text, inlines, report } = options.document
    const blocks = (this.#blocks = shownBlocks(text, options.document.blocks))
    this.#sections = sectionsOf(blocks)
    // Headings of the text go under the window's own, without a gap in their levels.
    this.#topLevel = blocks.reduce(
      (top, b, at) => (at > 0 && b.kind === 'heading' ? Math.min(top, b.level ?? 1) : top),
      6,
    )
    this.#inlines = [...inlines].sort((a, b) => a.start - b.start)
    for (const piece of report.leftOut) {
      const before = blocks.length === 0 ? 0 : lowerBound(blocks.length, (i) => (blocks[i] as Block).start >= piece.at)
      const held = this.#leftOut.get(before)
      if (held) held.push(piece)
      else this.#leftOut.set(before, [piece])
    }
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), {
      root: options.viewport,
      rootMargin: '100% 0px',
    })
    this.#build()
  }

  /** Sections whose marks are drawn now, in order. */
  get near(): number[] {
    return [...this.#near].sort((a, b) => a - b)
  }

  section(index: number): Section {
    return this.#sections[index] as Section
  }

  /** The drawn pieces of a mark, in the order of the text. */
  pieces(id: string): HTMLElement[] {
    const pieces = [...(this.#elements.get(id) ?? [])]
    return pieces.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  }

  /** Draws the section of an offset now, marks and all, whether it is near or not. */
  reveal(offset: number): HTMLElement | undefined {
    const index = this.#sectionOf(offset)
    if (index >= 0 && !this.#near.has(index)) this.#draw(index)
    return this.#blockElements[blockAt(this.#blocks, offset)]
  }

  /** As `reveal`, for a caret: at the end of a block it is in that block. */
  revealCaret(offset: number): HTMLElement | undefined {
    const blocks = this.#blocks
    const block = blocks[caretBlock(blocks, offset)]
    return block && this.reveal(block.start)
  }

  #sectionOf(offset: number): number {
    const block = blockAt(this.#blocks, offset)
    return lowerBound(this.#sections.length, (i) => (this.#sections[i] as Section).to > block)
  }

  /** The offset of the text at a height of the window, to the block: what one reads there. */
  offsetNear(y: number): number {
    const blocks = this.#blocks
    const below = (element: HTMLElement | undefined) => (element?.getBoundingClientRect().bottom ?? 0) > y
    const first = lowerBound(this.#sections.length, (i) => below(this.#sectionElements[i]))
    // All of it lies above when one is at the end, or the page is being left.
    const index = Math.min(first, this.#sections.length - 1)
    const section = this.#sections[index]
    if (!section) return 0
    this.#fill(index)
    const within = lowerBound(section.to - section.from, (i) => below(this.#blockElements[section.from + i]))
    return blocks[Math.min(section.from + within, section.to - 1)]?.start ?? 0
  }

  isNear(offset: number): boolean {
    return this.#near.has(this.#sectionOf(offset))
  }

  /** Draws again what lies in the stretches, where it is near; the rest is drawn when it comes near. */
  refresh(changed: readonly Range[]): void {
    const blocks = this.#blocks
    const touched = new Set<number>()
    for (const { start, end } of changed) {
      const { from, to } = blocksIn(blocks, start, end)
      for (const index of this.#near) {
        const section = this.#sections[index] as Section
        if (from < section.to && to > section.from) touched.add(index)
      }
    }
    for (const index of touched) this.#draw(index)
    if (touched.size > 0) this.#options.painted()
  }

  /** Rings the mark in focus; the one before loses its ring. */
  setFocus(id: string | undefined): void {
    for (const element of this.#elements.get(this.#focus ?? '') ?? []) element.classList.remove('focus')
    this.#focus = id
    for (const element of this.#elements.get(id ?? '') ?? []) element.classList.add('focus')
  }

  /** Draws everything, for printing. */
  drawAll(): void {
    this.#sections.forEach((_, index) => this.#draw(index))
  }

  destroy(): void {
    this.#observer.disconnect()
    this.#stopFilling()
    cancelAnimationFrame(this.#frame)
    this.#options.article.replaceChildren()
  }

  #build(): void {
    const { article, metrics } = this.#options
    const fragment = document.createDocumentFragment()
    this.#sections.forEach((section, index) => {
      const element = document.createElement('div')
      element.className = 'section'
      element.dataset['section'] = String(index)
      element.style.containIntrinsicBlockSize = `auto ${estimatedHeight(this.#blocks, section, metrics)}px`
      this.#sectionElements.push(element)
      fragment.append(element)
    })
    fragment.append(...this.#before(this.#blocks.length))
    article.replaceChildren(fragment)
    for (const element of this.#sectionElements) this.#observer.observe(element)
    this.#stopFilling = afterPaint(() => this.#fillFrom(0))
  }

  /** Puts the words of a section on the page, where they are not yet. */
  #fill(index: number): void {
    if (this.#filled.has(index)) return
    this.#filled.add(index)
    const { from, to } = this.#sections[index] as Section
    const content: HTMLElement[] = []
    for (let block = from; block < to; block++) {
      const made = this.#blockElement(block)
      this.#blockElements[block] = made
      content.push(...this.#before(block), made)
    }
    this.#sectionElements[index]?.append(...content)
  }

  /** The whole text gets onto the page, a few milliseconds of it at a time, once what one sees has been painted. */
  #fillFrom(first: number): void {
    const until = performance.now() + FILL_MS
    let index = first
    while (index < this.#sections.length && performance.now() < until) this.#fill(index++)
    if (index >= this.#sections.length) return
    const timer = setTimeout(() => this.#fillFrom(index))
    this.#stopFilling = () => clearTimeout(timer)
  }

  #blockElement(index: number): HTMLElement {
    const { document: story } = this.#options
    const block = this.#blocks[index] as ShownBlock
    const isTitle = index === 0 && story.text.slice(block.start, block.end).trim() === story.title.trim()
    const level = Math.min(6, 2 + (block.level ?? 1) - this.#topLevel)
    const element = document.createElement(
      isTitle ? 'h1' : block.kind === 'heading' ? `h${Math.max(2, level)}` : TAGS[block.kind],
    )
    element.className = `block ${isTitle ? 'title' : block.kind}`
    element.dir = 'auto'
    if (block.kind === 'list-item') element.dataset['depth'] = String(Math.min(block.level ?? 1, 6))
    element.dataset['start'] = String(block.start)
    if (block.continues) element.classList.add('continues')
    else element.dataset['number'] = String(block.number)
    element.textContent = story.text.slice(block.start, block.end)
    // Kept spaces hang over the end of a line and are underlined there, so only what needs them has them.
    if (SPACED.test(element.textContent)) element.classList.add('spaced')
    return element
  }

  /** What is shown before a block without being of the text: the byline, and what the import left out there. */
  #before(block: number): HTMLElement[] {
    const leftOut = (this.#leftOut.get(block) ?? []).map((piece) => {
      const details = document.createElement('details')
      details.className = 'left-out'
      const summary = document.createElement('summary')
      summary.textContent = this.#options.words.leftOut(piece)
      const content = document.createElement('p')
      content.textContent = piece.text
      details.append(summary, content)
      return details
    })
    const { byline } = this.#options.words
    if (block !== 1 || !byline) return leftOut
    const line = document.createElement('p')
    line.className = 'byline'
    line.textContent = byline
    return [line, ...leftOut]
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const index = Number((entry.target as HTMLElement).dataset['section'])
      if (!entry.isIntersecting) {
        this.#near.delete(index)
        this.#waiting.delete(index)
      } else if (!this.#near.has(index)) this.#waiting.add(index)
    }
    if (this.#waiting.size > 0 && this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#drawWaiting())
  }

  /** One section a frame: they come near a window's height before they are seen, and scrolling must not stumble. */
  #drawWaiting(): void {
    this.#frame = 0
    const [index] = this.#waiting
    if (index === undefined) return
    this.#waiting.delete(index)
    if (!this.#near.has(index)) this.#draw(index)
    if (this.#waiting.size > 0) this.#frame = requestAnimationFrame(() => this.#drawWaiting())
    else this.#options.painted()
  }

  /** Lays a section out and draws those of its blocks that changed since they were drawn last. */
  #draw(index: number): void {
    this.#near.add(index)
    this.#fill(index)
    const blocks = this.#blocks
    const section = this.#sections[index] as Section
    const [first, last] = [blocks[section.from] as Block, blocks[section.to - 1] as Block]
    const marks = this.#options.marks.overlapping(first.start, last.end)
    this.#layOut(index, layoutSection(blocks, section, marks))
    let from = 0
    for (let at = section.from; at < section.to; at++) {
      const block = blocks[at] as Block
      while (from < marks.length && (marks[from] as Mark).end <= block.start) from++
      const own: Mark[] = []
      for (let i = from; i < marks.length && (marks[i] as Mark).start < block.end; i++)
        if ((marks[i] as Mark).end > block.start) own.push(marks[i] as Mark)
      this.#drawBlock(at, block, own)
    }
  }

  #drawBlock(index: number, block: Block, marks: readonly Mark[]): void {
    const isFirst = !this.#signatures.has(index)
    const wanted = signature(marks)
    if (this.#signatures.get(index) === wanted) return
    this.#signatures.set(index, wanted)
    const { text } = this.#options.document
    const element = this.#blockElements[index] as HTMLElement
    if (!isFirst) for (const old of element.querySelectorAll<HTMLElement>('mark')) this.#forget(old)
    const content = { text, block, marks, inlines: this.#inlinesIn(block) }
    element.replaceChildren(
      paintBlock(content, this.#options.words.describe, (mark, piece) => {
        const pieces = this.#elements.get(mark.id)
        if (pieces) pieces.add(piece)
        else this.#elements.set(mark.id, new Set([piece]))
        if (mark.id === this.#focus) piece.classList.add('focus')
      }),
    )
  }

  #forget(piece: HTMLElement): void {
    const id = piece.dataset['mark'] ?? ''
    const pieces = this.#elements.get(id)
    pieces?.delete(piece)
    if (pieces?.size === 0) this.#elements.delete(id)
  }

  #inlinesIn(block: Block): Inline[] {
    const from = lowerBound(this.#inlines.length, (i) => (this.#inlines[i] as Inline).end > block.start)
    const found: Inline[] = []
    for (let i = from; i < this.#inlines.length && (this.#inlines[i] as Inline).start < block.end; i++)
      found.push(this.#inlines[i] as Inline)
    return found.sort((a, b) => byPlace({ ...a, id: '' }, { ...b, id: '' }))
  }

  /** Puts the blocks of a section under their insertions, where these changed. Blocks are moved, never made anew. */
  #layOut(index: number, parts: readonly LayoutPart[]): void {
    const insertions = parts.filter((part) => part.kind === 'insertion')
    const wanted = insertions.map((p) => `${p.mark.id}:${p.mark.kind}:${p.mark.look}:${p.from}:${p.to}`).join('|')
    if ((this.#layouts.get(index) ?? '') === wanted) return
    this.#layouts.set(index, wanted)
    const withLeftOut = (block: number) => [...this.#before(block), this.#blockElements[block] as HTMLElement]
    this.#sectionElements[index]?.replaceChildren(
      ...parts.flatMap((part) => {
        if (part.kind === 'block') return withLeftOut(part.block)
        const group = document.createElement('div')
        const caption = this.#options.words.insertion(part.mark, part.lines)
        group.className = `insertion ${part.mark.kind}`
        group.dataset['tour'] = 'mark'
        group.setAttribute('role', 'group')
        group.setAttribute('aria-label', caption)
        if (part.begins) {
          const line = document.createElement('div')
          line.className = 'insertion-caption'
          line.dataset['mark'] = part.mark.id
          line.textContent = caption
          group.append(line)
        }
        for (let block = part.from; block < part.to; block++) group.append(...withLeftOut(block))
        return [group]
      }),
    )
  }
}
