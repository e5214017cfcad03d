import type { Typefaces } from './pdf-faces'
import { setLines } from './pdf-lines'
import { noteLines } from './pdf-margin'
import { COLUMN, MARGIN, PAGE, type PlacedLine } from './pdf-sheet'
import type { Element, Structure } from './pdf-structure'
import { sourceLine, type ShownSource } from './sources'

export interface AppendixPart {
  readonly page: number
  readonly element: Element
  readonly lines: readonly PlacedLine[]
  /** Set for a heading. */
  readonly title?: string
}

const SIZE = 8.6
const STEP = 11.6
const WIDTH = MARGIN.left + MARGIN.width - COLUMN.left

/** What follows the story: notes that the margin had no room for, notes without a place, and the sources. */
export function setAppendix(
  sections: readonly { readonly title: string; readonly items: readonly string[] }[],
  faces: Typefaces,
  structure: Structure,
  from: number,
): AppendixPart[] {
  const parts: AppendixPart[] = []
  let page = from
  let y: number = PAGE.top
  const put = (text: string, element: Element, heading: boolean) => {
    const size = heading ? 13 : SIZE
    const step = heading ? 18 : STEP
    const range = { start: 0, end: text.length }
    const lines = heading
      ? setLines(text, range, { faces, size, width: WIDTH, styleAt: () => 'bold' })
      : noteLines(text, faces, WIDTH, size)
    y -= heading ? 16 : 5
    let part: PlacedLine[] = []
    const flush = () => {
      if (part.length > 0) parts.push({ page, element, lines: part, ...(heading && { title: text }) })
      part = []
    }
    for (const line of lines) {
      if (y - (heading ? 4 * step : step) < PAGE.bottom) {
        flush()
        page++
        y = PAGE.top
      }
      y -= step
      part.push({ line, page, x: COLUMN.left, baseline: y + step * 0.28, size })
    }
    flush()
  }
  for (const { title, items } of sections) {
    if (items.length === 0) continue
    put(title, structure.root.add('H2'), true)
    for (const item of items) put(item, structure.root.add('Note'), false)
  }
  return parts
}

export function sourceTexts(sources: readonly ShownSource[]): string[] {
  return sources.map((source, index) =>
    [`${index + 1}. ${sourceLine({ source })}`, source.note].filter(Boolean).join('\n'),
  )
}
