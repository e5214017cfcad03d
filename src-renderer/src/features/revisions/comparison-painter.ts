import type { Block, Inline } from '@contract/entities'
import type { Hunk, Revision } from '@contract/revisions'
import type { Range } from '@core/text/model'
import { lowerBound } from '@core/text/offsets'
import { afterPaint } from '../../text/after-paint'
import { caretBlock, trimmed } from '../../text/caret'
import type { Mark } from '../../text/marks'
import { blockAt } from '../../text/sections'
import { paintBlock, signature, type Change } from '../reader/paint-block'
import { alignedRows, type Row } from './aligned-rows'
import type { ComparisonMarks } from './comparison-marks'

export type SideName = 'from' | 'to'

export interface ComparisonPainterOptions {
  /** Where it draws. */
  readonly sheet: HTMLElement
  /** What scrolls. */
  readonly viewport: HTMLElement
  readonly from: Revision
  readonly to: Revision
  readonly hunks: readonly Hunk[]
  readonly marks: ComparisonMarks
  readonly describe: (mark: Mark) => string
  /** “12 paragraphs are the same”. */
  readonly same: (count: number) => string
  readonly metrics: { charactersPerLine: number; lineHeight: number }
}

/** Rows of a section: the browser lays one out when it comes near. */
const ROWS = 10
/** Milliseconds at a time that the text off the window may take to get onto the page. */
const FILL_MS = 6

/**
 * Draws two texts in one sheet, row by row, so that what belongs together stands side by side and scrolls as one. As in
 * the reader, sections far from the window are laid out by the browser only when they come near.
 */
export class ComparisonPainter {
  readonly rows: readonly Row[]
  readonly #options: ComparisonPainterOptions
  readonly #sections: HTMLElement[] = []
  readonly #drawn = new Set<number>()
  readonly #elements: Record<SideName, Map<number, HTMLElement>> = { from: new Map(), to: new Map() }
  readonly #changes: Record<SideName, readonly Change[]>
  readonly #inlines: Record<SideName, readonly Inline[]>
  /** What the marks of a block were when it was drawn, by its element. */
  readonly #signatures = new WeakMap<HTMLElement, string>()
  readonly #observer: IntersectionObserver
  readonly #pieces = new Map<string, Set<HTMLElement>>()
  #focus: string | undefined
  #marks: ComparisonMarks
  #stop: () => void = () => {}

  constructor(options: ComparisonPainterOptions) {
    this.#options = options
    this.#marks = options.marks
    const { from, to, hunks } = options
    this.rows = alignedRows(from, to, hunks)
    this.#changes = {
      from: hunks.flatMap((one) =>
        one.kind === 'removed' ? changed(from.text, one.kind, one.fromStart, one.fromEnd) : [],
      ),
      to: hunks.flatMap((one) => (one.kind === 'added' ? changed(to.text, one.kind, one.toStart, one.toEnd) : [])),
    }
    const sorted = (inlines: readonly Inline[]) => [...inlines].sort((a, b) => a.start - b.start)
    this.#inlines = { from: sorted(from.inlines), to: sorted(to.inlines) }
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) this.#draw(Number((target as HTMLElement).dataset['section']))
      },
      { root: options.viewport, rootMargin: '100% 0px' },
    )
    this.#build()
  }

  /** The element of the block that an offset of a side is in, drawn now. Between two blocks it is the later one. */
  reveal(side: SideName, offset: number): HTMLElement | undefined {
    return this.#revealBlock(side, blockAt(this.#options[side].blocks, offset))
  }

  /** As `reveal`, for a caret: at the end of a block it is in that block. And the offset in it that is nearest. */
  revealCaret(side: SideName, offset: number): { element: HTMLElement; offset: number } | undefined {
    const { blocks } = this.#options[side]
    const index = caretBlock(blocks, offset)
    const [block, element] = [blocks[index], this.#revealBlock(side, index)]
    return block && element && { element, offset: Math.max(block.start, Math.min(offset, block.end)) }
  }

  #revealBlock(side: SideName, block: number): HTMLElement | undefined {
    const row = lowerBound(this.rows.length, (index) => (this.rows[index] as Row)[side].end > block)
    this.#draw(Math.floor(row / ROWS))
    return this.#elements[side].get(block)
  }

  /** Where a mark is drawn, on either side. */
  pieces(id: string): HTMLElement[] {
    return [...(this.#pieces.get(id) ?? [])].filter((piece) => piece.isConnected)
  }

  /** Other marks: what is drawn already is drawn again. */
  setMarks(marks: ComparisonMarks): void {
    this.#marks = marks
    for (const side of ['from', 'to'] as const)
      for (const [index, element] of this.#elements[side]) this.#paint(side, index, element)
    this.setFocus(this.#focus)
  }

  /** Rings the marks of what is looked at now, on both sides. */
  setFocus(id: string | undefined): void {
    for (const piece of this.pieces(this.#focus ?? '')) piece.classList.remove('focus')
    this.#focus = id
    if (id !== undefined) for (const piece of this.pieces(id)) piece.classList.add('focus')
  }

  destroy(): void {
    this.#stop()
    this.#observer.disconnect()
    this.#options.sheet.replaceChildren()
  }

  #build(): void {
    const fragment = document.createDocumentFragment()
    for (let first = 0; first < this.rows.length; first += ROWS) {
      const rows = this.rows.slice(first, first + ROWS)
      const element = document.createElement('div')
      element.className = 'section'
      // Where only changes are shown, a section without one takes no room.
      if (rows.every(({ changed }, at) => !changed && !this.#beginsSame(first + at))) element.classList.add('same')
      element.dataset['section'] = String(this.#sections.length)
      element.style.containIntrinsicBlockSize = `auto ${Math.round(rows.reduce((sum, row) => sum + this.#height(row), 0))}px`
      this.#sections.push(element)
      fragment.append(element)
    }
    this.#options.sheet.replaceChildren(fragment)
    for (const section of this.#sections) this.#observer.observe(section)
    this.#stop = afterPaint(() => this.#drawFrom(0))
  }

  /** All of it gets onto the page, a few milliseconds at a time, once what one sees has been painted. */
  #drawFrom(first: number): void {
    const until = performance.now() + FILL_MS
    let index = first
    while (index < this.#sections.length && performance.now() < until) this.#draw(index++)
    if (index >= this.#sections.length) return
    const timer = setTimeout(() => this.#drawFrom(index))
    this.#stop = () => clearTimeout(timer)
  }

  #height({ from, to }: Row): number {
    const { charactersPerLine, lineHeight } = this.#options.metrics
    const lines = (side: SideName, { first, end }: Row['from']) => {
      const blocks = this.#options[side].blocks.slice(first, end)
      return blocks.reduce((sum, block) => sum + Math.ceil((block.end - block.start) / charactersPerLine) + 0.6, 0)
    }
    return Math.max(lines('from', from), lines('to', to)) * lineHeight
  }

  #draw(section: number): void {
    if (this.#drawn.has(section)) return
    this.#drawn.add(section)
    const content: HTMLElement[] = []
    const first = section * ROWS
    for (let index = first; index < Math.min(first + ROWS, this.rows.length); index++) {
      const row = this.rows[index] as Row
      if (this.#beginsSame(index)) content.push(this.#gap(index))
      const element = document.createElement('div')
      element.className = `row${row.changed ? '' : ' same'}`
      element.append(this.#side('from', row), this.#side('to', row))
      content.push(element)
    }
    this.#sections[section]?.replaceChildren(...content)
    if (this.#focus !== undefined) this.setFocus(this.#focus)
  }

  #beginsSame(index: number): boolean {
    return this.rows[index]?.changed === false && this.rows[index - 1]?.changed !== false
  }

  #gap(index: number): HTMLElement {
    let end = index
    while (this.rows[end]?.changed === false) end++
    const gap = document.createElement('p')
    gap.className = 'gap'
    gap.textContent = this.#options.same(end - index)
    return gap
  }

  #side(side: SideName, row: Row): HTMLElement {
    const { blocks, language } = this.#options[side]
    const element = document.createElement('div')
    element.className = `side ${side}`
    if (language !== 'und') element.lang = language
    for (let index = row[side].first; index < row[side].end; index++) {
      const block = blocks[index] as Block
      const made = document.createElement('p')
      made.className = `block ${block.kind}`
      made.dir = 'auto'
      made.dataset[side === 'to' ? 'start' : 'from'] = String(block.start)
      this.#elements[side].set(index, made)
      this.#paint(side, index, made)
      element.append(made)
    }
    return element
  }

  #paint(side: SideName, index: number, element: HTMLElement): void {
    const { text, blocks } = this.#options[side]
    const block = blocks[index] as Block
    const marks = this.#marks[side].overlapping(block.start, block.end)
    const wanted = signature(marks)
    if (this.#signatures.get(element) === wanted) return
    this.#signatures.set(element, wanted)
    const content = {
      text,
      block,
      inlines: within(this.#inlines[side], block) as Inline[],
      marks,
      changes: within(this.#changes[side], block) as Change[],
    }
    for (const old of element.querySelectorAll<HTMLElement>('mark'))
      this.#pieces.get(old.dataset['mark'] ?? '')?.delete(old)
    element.replaceChildren(
      paintBlock(content, this.#options.describe, (mark, piece) => {
        const pieces = this.#pieces.get(mark.id)
        if (pieces) pieces.add(piece)
        else this.#pieces.set(mark.id, new Set([piece]))
      }),
    )
  }
}

/** Those of a sorted list that share a character with the block. */
function within(list: readonly Range[], { start, end }: Range): readonly Range[] {
  const from = lowerBound(list.length, (index) => (list[index] as Range).end > start)
  const to = lowerBound(list.length, (index) => (list[index] as Range).start >= end)
  return list.slice(from, Math.max(from, to))
}

/** What changed, without the white space around it, which nobody reads as a change. */
function changed(text: string, kind: Change['kind'], start: number, end: number): Change[] {
  const range = trimmed(text, { start, end })
  return range ? [{ kind, ...range }] : []
}
