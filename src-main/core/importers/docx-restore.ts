import { textPieces } from '../exporters/docx-pieces'
import { wordText } from '../exporters/docx-xml'
import type { SavedReview } from '../exporters/save-file'
import { alignParagraphs, standIns } from './align-paragraphs'
import type { ReadParagraph, TextItem } from './docx-reading'

export interface Restored {
  readonly items: readonly TextItem[]
  readonly opening: string
  readonly closing: string
  /** Whether every paragraph is as it was exported, and there is no other. */
  readonly unchanged: boolean
}

/**
 * Finds the paragraphs that are as they were exported, so that they come back with every character they had, also those
 * that Word files cannot hold, and with the white space between them.
 */
export function restore({ document }: SavedReview, paragraphs: readonly ReadParagraph[]): Restored {
  const pieces = textPieces(document)
  const written = pieces.map(({ start, end }) => wordText(document.text.slice(start, end)))
  const same = alignParagraphs(
    paragraphs.map(({ text }) => text),
    written,
  )
  const places = standIns(same, pieces.length)
  const items = paragraphs.map((paragraph, index): TextItem => {
    const place = places[index]
    const follows = index > 0 && place !== undefined && place > 0 && places[index - 1] === place - 1
    const gap = follows ? document.text.slice(pieces[place - 1]?.end, pieces[place]?.start) : undefined
    const at = same[index]
    const block = at === undefined ? undefined : pieces[at]
    if (!block) return { paragraph, gap }
    const { start, end } = block
    const inlines = document.inlines
      .filter((inline) => inline.start < end && inline.end > start)
      .map((inline) => ({
        ...inline,
        start: Math.max(inline.start, start) - start,
        end: Math.min(inline.end, end) - start,
      }))
    return { paragraph, known: { text: document.text.slice(start, end), block, inlines }, gap }
  })
  const last = pieces.length - 1
  return {
    items,
    opening: places[0] === 0 ? document.text.slice(0, pieces[0]?.start) : '',
    closing: places.length && places[places.length - 1] === last ? document.text.slice(pieces[last]?.end) : '',
    unchanged: same.length === pieces.length && same.every((at, index) => at === index),
  }
}
