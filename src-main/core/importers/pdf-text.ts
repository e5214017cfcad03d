import type { Block, LeftOut, Page } from '../../contract/entities'
import type { TidiedPage } from './pdf-furniture'
import { isGap, readingOrder, type Line } from './pdf-layout'
import { paragraphsOf, type Paragraph } from './pdf-paragraphs'
import type { Run } from './pdf-runs'

/** Where a run's characters stand in the text; a hyphen taken off at its end is not counted. */
export interface PlacedRun {
  readonly run: Run
  readonly start: number
  readonly end: number
}

export interface PdfText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly leftOut: readonly LeftOut[]
  readonly pages: readonly Page[]
  /** In the order of the text. */
  readonly places: readonly PlacedRun[]
}

const BULLET = /^[•‣▪▫◦●○■□\uf0b7\uf0a7\uf0d8]\s*/u
const HYPHEN = /\p{L}[-\u2010\u00ad]$/u

/** The pages' runs as one text: in reading order, hyphens of divided words taken out, each part accounted for. */
export function assemble(pages: readonly TidiedPage[], labels: readonly string[] | null): PdfText {
  const lines = pages.flatMap((page) => readingOrder(page.runs))
  const paragraphs = paragraphsOf(lines)
  const words = vocabulary(lines)
  const writer = new Writer(pages, labels)
  for (const [index, paragraph] of paragraphs.entries()) writer.write(paragraph, paragraphs[index - 1], words)
  return writer.finish()
}

/** Words with a hyphen within, and words without, as the lines have them away from their ends. */
function vocabulary(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const line of lines)
    for (const run of line.runs)
      if (run.text.includes('-'))
        for (const word of run.text.toLowerCase().match(/\p{L}+-\p{L}+/gu) ?? []) words.add(word)
  return words
}

class Writer {
  private readonly parts: string[] = []
  private length = 0
  private readonly blocks: Block[] = []
  private readonly leftOut: LeftOut[] = []
  private readonly places: PlacedRun[] = []
  private readonly starts: number[] = []

  constructor(
    private readonly sources: readonly TidiedPage[],
    private readonly labels: readonly string[] | null,
  ) {}

  write(paragraph: Paragraph, before: Paragraph | undefined, compounds: ReadonlySet<string>): void {
    const { kind, level, lines } = paragraph
    if (before) this.push(kind === 'list-item' && before.kind === 'list-item' ? '\n' : '\n\n')
    let start = this.length
    for (const [index, line] of lines.entries()) {
      this.reach(line.page)
      if (index === 0) start = this.length
      this.writeLine(line, lines[index + 1], kind === 'list-item' && index === 0, compounds)
    }
    if (this.length > start) this.blocks.push({ kind, start, end: this.length, ...(level ? { level } : {}) })
  }

  finish(): PdfText {
    this.reach(this.sources.length)
    const text = this.parts.join('')
    const pages = this.sources.map((_, index) => ({
      start: Math.min(this.starts[index] ?? text.length, text.length),
      label: this.labels?.[index] || String(index + 1),
    }))
    for (const part of this.leftOut) part.at = Math.min(part.at, text.length)
    return { text, blocks: this.blocks, leftOut: this.leftOut, pages, places: this.places }
  }

  /** The text has come to a page: what was taken off it, and off those before it, stood here. */
  private reach(page: number): void {
    for (let index = this.starts.length; index <= page && index < this.sources.length; index++) {
      this.starts.push(this.length)
      const { furniture, aside } = this.sources[index] as TidiedPage
      for (const { text, reason } of [...furniture, ...aside]) this.leave(text, reason)
    }
  }

  private writeLine(line: Line, next: Line | undefined, item: boolean, compounds: ReadonlySet<string>): void {
    for (const [index, run] of line.runs.entries()) {
      const following = line.runs[index + 1]
      let text = run.text
      const bullet = item && index === 0 ? BULLET.exec(text)?.[0] : undefined
      if (bullet) {
        text = text.slice(bullet.length)
        this.leave(bullet, 'bullet')
        if (!text) continue
      }
      const divided = !following && next ? dividedWord(line, next, compounds) : undefined
      if (divided === 'join') {
        this.put(run, text.slice(0, -1))
        this.leave(text.slice(-1), 'hyphen of a divided word')
      } else this.put(run, text)
      if (following ? isGap(run, following) : next && !divided && needsSpace(text, next)) this.push(' ')
    }
  }

  private put(run: Run, text: string): void {
    if (!text) return
    this.places.push({ run, start: this.length, end: this.length + text.length })
    this.push(text)
  }

  private push(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }

  /** Where more is left out at one place for one reason, it is one part. */
  private leave(text: string, reason: string): void {
    const last = this.leftOut[this.leftOut.length - 1]
    if (last && last.reason === reason && last.at === this.length) last.text += `\n${text}`
    else this.leftOut.push({ text, reason, at: this.length })
  }
}

/**
 * Whether the last word of a line goes on in the next one: `join` without its hyphen, `keep` with it, or neither.
 * A hyphen before a small letter divides a word, unless the same compound stands elsewhere within a line.
 */
function dividedWord(line: Line, next: Line, compounds: ReadonlySet<string>): 'join' | 'keep' | undefined {
  const end = line.runs[line.runs.length - 1]?.text ?? ''
  if (!HYPHEN.test(end)) return undefined
  const begin = next.runs[0]?.text ?? ''
  if (end.endsWith('\u00ad')) return 'join'
  if (/^[\p{Lu}\p{N}]/u.test(begin)) return 'keep'
  const rest = /^\p{Ll}+/u.exec(begin)?.[0]
  if (!rest || /^(?:und|oder|and|or|et|ou|y|bzw)$/u.test(rest)) return undefined
  const head = /\p{L}+(?=[-\u2010]$)/u.exec(end)?.[0] ?? ''
  return compounds.has(`${head}-${rest}`.toLowerCase()) ? 'keep' : 'join'
}

/** Scripts without spaces between words have none where a line ends. */
function needsSpace(text: string, next: Line): boolean {
  const cjk = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u
  return !(cjk.test(text.slice(-1)) && cjk.test(next.runs[0]?.text.slice(0, 1) ?? ''))
}
