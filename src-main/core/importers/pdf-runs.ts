import { countVisible } from './coverage'
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api'

/** A piece of text as the page shows it, on one line in one font. Lengths in points, upwards, as the text is turned. */
export interface Run {
  readonly text: string
  readonly page: number
  /** Its place among the page's runs as the file has them. */
  readonly order: number
  /** Left and right edge. */
  readonly x0: number
  readonly x1: number
  /** Of the line it stands on. */
  readonly baseline: number
  readonly size: number
  readonly font: string
  readonly rtl: boolean
  /** Whether every character has the same width. */
  readonly fixed: boolean
  /** Whether white space follows it in the file. */
  space: boolean
  /** The file marks it as no part of the text (running heads and the like). */
  readonly artifact: boolean
}

export interface Aside {
  readonly text: string
  readonly reason: string
}

export interface PdfPage {
  /** From 0. */
  readonly index: number
  /** Quarter turns, anticlockwise, of most of its text. */
  readonly turn: number
  readonly top: number
  readonly bottom: number
  readonly runs: readonly Run[]
  /** Characters that are not white space, of all its text. */
  readonly visible: number
  /** What is not read as text, and why. */
  readonly aside: readonly Aside[]
}

/** The text of one page as runs, in the order of the file. White space alone is no run. */
export async function readRuns(page: PDFPageProxy, index: number): Promise<PdfPage> {
  const content = await page.getTextContent({ includeMarkedContent: true })
  const turn = mainTurn(content.items)
  const runs: Run[] = []
  const aside: Aside[] = []
  let visible = 0
  const marks: string[] = []
  let last: Run | undefined
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop()
      // pdf.js gives the tag, its types do not know.
      else marks.push('tag' in item ? String(item.tag) : '')
      continue
    }
    const { transform, width, fontName, dir, hasEOL } = item
    const str = plainLetters(item.str)
    if (!/\S/u.test(str)) {
      if (last && str) last.space = true
      continue
    }
    visible += countVisible(str)
    if (marks.some((mark) => mark === 'BPNote' || mark === 'BPMark')) {
      aside.push({ text: str, reason: 'note of the review' })
      continue
    }
    const [a, b, , , e, f] = transform as [number, number, number, number, number, number]
    if (turnOf(a, b) !== turn) {
      aside.push({ text: str, reason: 'text set at an angle' })
      continue
    }
    const [x, y] = turnedPoint(turn, e, f)
    const size = Math.hypot(transform[2], transform[3]) || Math.hypot(a, b) || 1
    const text = str.trim().replace(/\s+/gu, ' ')
    if (last && /^\s/u.test(str)) last.space = true
    const x1 = x + Math.max(0, width)
    last = {
      text,
      page: index,
      order: runs.length,
      x0: x,
      x1,
      baseline: y,
      size,
      font: fontName,
      rtl: dir === 'rtl',
      fixed: content.styles[fontName]?.fontFamily === 'monospace',
      space: false,
      artifact: marks.includes('Artifact'),
    }
    if (hasEOL || /\s$/u.test(str)) last.space = true
    if (!isDrawnAgain(runs, last)) runs.push(last)
    else aside.push({ text, reason: 'drawn twice' })
  }
  const [left, low, right, high] = page.view as [number, number, number, number]
  const corners = [turnedPoint(turn, left, low)[1], turnedPoint(turn, right, high)[1]]
  return { index, turn, top: Math.max(...corners), bottom: Math.min(...corners), runs, aside, visible }
}

/** Some files name the shapes that Arabic letters take in a word, in place of the letters. */
function plainLetters(text: string): string {
  return text.replace(/[\ufb50-\ufdff\ufe70-\ufefc]+/g, (shapes) => shapes.normalize('NFKC'))
}

/** A point of the page as it lies when its text is upright. */
export function turnedPoint(turn: number, x: number, y: number): [number, number] {
  return turn === 0 ? [x, y] : turn === 1 ? [y, -x] : turn === 2 ? [-x, -y] : [-y, x]
}

/** The way back of `turnedPoint`. */
export function pagePoint(turn: number, x: number, y: number): [number, number] {
  return turnedPoint((4 - turn) % 4, x, y)
}

/** Quarter turns of a direction; -1 for anything between. */
function turnOf(a: number, b: number): number {
  if (Math.abs(b) <= Math.abs(a) * 0.02) return a >= 0 ? 0 : 2
  if (Math.abs(a) <= Math.abs(b) * 0.02) return b >= 0 ? 1 : 3
  return -1
}

function mainTurn(items: readonly object[]): number {
  const characters = [0, 0, 0, 0]
  for (const item of items) {
    if (!('str' in item)) continue
    const { str, transform } = item as { str: string; transform: number[] }
    const turn = turnOf(transform[0] as number, transform[1] as number)
    if (turn >= 0) characters[turn] = (characters[turn] as number) + str.length
  }
  return characters.indexOf(Math.max(...characters))
}

/** Bold made by drawing the same words twice, a hair apart. */
function isDrawnAgain(runs: readonly Run[], run: Run): boolean {
  const before = runs[runs.length - 1]
  return (
    before !== undefined &&
    before.text === run.text &&
    Math.abs(before.x0 - run.x0) < run.size * 0.1 &&
    Math.abs(before.baseline - run.baseline) < run.size * 0.1
  )
}
