import type { Block, Document, Inline } from '@contract/entities'
import type { Range } from '@core/text/model'
import { lowerBound } from '@core/text/offsets'
import { caretBlock } from '../../text/caret'
import { byPlace, type IntervalIndex } from '../../text/interval-index'
import type { Mark } from '../../text/marks'
import { blockAt, blocksIn, type Section } from '../../text/sections'
import { layoutSection, type LayoutPart } from './article-layout'
import { ArticleText, type TextMetrics, type TextWords } from './article-text'
import { paintBlock, signature } from './paint-block'

/** Words that the painter puts beside the text. */
export interface PainterWords extends TextWords {
  describe(mark: Mark): string
  /** “Not part of the story · 5 lines · off-topic insertion”. */
  insertion(mark: Mark, lines: number): string
}

export interface PainterOptions {
  readonly article: HTMLElement
  /** What scrolls. */
  readonly viewport: HTMLElement
  readonly document: Document
  readonly marks: IntervalIndex<Mark>
  readonly words: PainterWords
  readonly metrics: TextMetrics
  /** After sections came near or were drawn again: places may have moved. */
  painted(): void
}

/**
 * How far around the window marks are drawn, in window heights: the browser lays a section out at one and a half, and
 * what is drawn before that is laid out once.
 */
const NEAR = 1.75

/**
 * Draws an article's marks, near the window only. It writes the page itself, without a component for each paragraph,
 * because a million words make thirteen thousand of them; and it draws a block again only when what it bears has
 * changed, so a selection elsewhere stays.
 */
export class ArticlePainter {
  readonly #options: PainterOptions
  readonly #text: ArticleText
  readonly #signatures = new Map<number, string>()
  readonly #layouts = new Map<number, string>()
  readonly #near = new Set<number>()
  readonly #elements = new Map<string, Set<HTMLElement>>()
  readonly #inlines: readonly Inline[]
  readonly #sizes: ResizeObserver
  #focus: string | undefined
  /** Near, and not drawn yet; those that are reached next come first. */
  #waiting: number[] = []
  #frame = 0
  #lastTop = 0

  constructor(options: PainterOptions) {
    this.#options = options
    const { article, viewport, document, words, metrics } = options
    this.#text = new ArticleText(article, document, words, metrics)
    this.#inlines = [...document.inlines].sort((a, b) => a.start - b.start)
    this.#sizes = new ResizeObserver(() => this.follow())
    this.#sizes.observe(viewport)
    this.#sizes.observe(article)
  }

  /** The drawn pieces of a mark, in the order of the text. */
  pieces(id: string): HTMLElement[] {
    const pieces = [...(this.#elements.get(id) ?? [])]
    return pieces.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
  }

  /** Draws the section of an offset now, marks and all, whether it is near or not. */
  reveal(offset: number): HTMLElement | undefined {
    const index = this.#text.sectionOf(offset)
    if (index >= 0 && !this.#near.has(index)) this.#draw(index)
    return this.#text.element(blockAt(this.#text.blocks, offset))
  }

  /** As `reveal`, for a caret: at the end of a block it is in that block. */
  revealCaret(offset: number): HTMLElement | undefined {
    const { blocks } = this.#text
    const block = blocks[caretBlock(blocks, offset)]
    return block && this.reveal(block.start)
  }

  /** The offset of the text at a height of the window, to the block: what one reads there. */
  offsetNear(y: number): number {
    return this.#text.offsetNear(y)
  }

  isNear(offset: number): boolean {
    return this.#near.has(this.#text.sectionOf(offset))
  }

  /**
   * Follows the window over the text: what is in it is drawn now, what is around it one section a frame, so that
   * scrolling does not stumble.
   */
  follow(): void {
    const { sections } = this.#text
    if (sections.length === 0) return
    const { top, bottom, height } = this.#options.viewport.getBoundingClientRect()
    const around = this.#text.between(top - height * NEAR, bottom + height * NEAR)
    for (const index of this.#near) if (index < around.from || index >= around.to) this.#near.delete(index)
    const seen = this.#text.between(top, bottom)
    let drawn = false
    for (let index = seen.from; index < seen.to; index++)
      if (!this.#near.has(index)) {
        this.#draw(index)
        drawn = true
      }
    const after = missing(this.#near, seen.to, around.to)
    const before = missing(this.#near, around.from, seen.from).reverse()
    const { scrollTop } = this.#options.viewport
    this.#waiting = scrollTop < this.#lastTop ? [...before, ...after] : [...after, ...before]
    this.#lastTop = scrollTop
    this.#drawSoon()
    if (drawn) this.#options.painted()
  }

  /** Draws again what lies in the stretches, where it is near; the rest is drawn when it comes near. */
  refresh(changed: readonly Range[]): void {
    const { blocks, sections } = this.#text
    const touched = new Set<number>()
    for (const { start, end } of changed) {
      const { from, to } = blocksIn(blocks, start, end)
      for (const index of this.#near) {
        const section = sections[index] as Section
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

  /** Draws everything, for printing, and writes behind a mark the number of its note at the end. */
  drawAll(numbers: ReadonlyMap<string, number>): void {
    this.#text.sections.forEach((_, index) => this.#draw(index))
    for (const [id, pieces] of this.#elements) {
      for (const piece of pieces) delete piece.dataset['note']
      const number = numbers.get(id)
      const last = number === undefined ? undefined : this.pieces(id).at(-1)
      if (last) last.dataset['note'] = String(number)
    }
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#sizes.disconnect()
    this.#text.destroy()
  }

  #drawSoon(): void {
    if (this.#waiting.length === 0 || this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      const index = this.#waiting.shift()
      if (index === undefined) return
      if (!this.#near.has(index)) this.#draw(index)
      if (this.#waiting.length > 0) this.#drawSoon()
      else this.#options.painted()
    })
  }

  /** Lays a section out and draws those of its blocks that changed since they were drawn last. */
  #draw(index: number): void {
    this.#near.add(index)
    this.#text.fill(index)
    const { blocks, sections } = this.#text
    const section = sections[index] as Section
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
    const element = this.#text.element(index) as HTMLElement
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
    const content: HTMLElement[] = []
    for (let at = 0; at < parts.length;) {
      const part = parts[at] as LayoutPart
      if (part.kind === 'insertion') {
        content.push(this.#group(part))
        at++
        continue
      }
      const from = part.block
      let to = from
      while (parts[at]?.kind === 'block') {
        to++
        at++
      }
      content.push(...this.#text.arranged(from, to))
    }
    this.#text.replace(index, content)
  }

  #group({ mark, from, to, begins, ends, lines }: LayoutPart & { kind: 'insertion' }): HTMLElement {
    const group = document.createElement('div')
    const caption = this.#options.words.insertion(mark, lines)
    group.className = `insertion ${mark.kind}${begins ? '' : ' goes-on'}${ends ? '' : ' to-be-continued'}`
    group.dataset['tour'] = 'mark'
    group.setAttribute('role', 'group')
    group.setAttribute('aria-label', caption)
    if (begins) {
      const line = document.createElement('div')
      line.className = 'insertion-caption'
      line.dataset['mark'] = mark.id
      line.textContent = caption
      group.append(line)
    }
    group.append(...this.#text.arranged(from, to))
    return group
  }
}

/** The numbers from `from` up to `to` that are not in the set. */
function missing(held: ReadonlySet<number>, from: number, to: number): number[] {
  const found: number[] = []
  for (let index = from; index < to; index++) if (!held.has(index)) found.push(index)
  return found
}
