import type { Range } from '../text/model'
import { lowerBound } from '../text/offsets'
import type { Run } from './pdf-runs'
import type { PlacedRun } from './pdf-text'

/** A rectangle on a page, as its text is turned. Points, upwards. */
export interface Box {
  readonly page: number
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** Below and above the baseline, by the size of the type: what a marker pen would cover. */
const BELOW = 0.22
const ABOVE = 0.78
/** Distance from words, by the size of their type, at which a box between lines still belongs to the line. */
const OVERLAP = 0.4

/** Widths of the printable ASCII characters from the space on, in thousandths, as the metrics of Times Roman have them. */
const WIDTHS = [
  250, 333, 408, 500, 500, 833, 778, 333, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
]

/**
 * The boxes that cover a range of the text, one for each run that it touches, in the order of the text.
 *
 * @param places in the order of the text
 */
export function boxesOf(places: readonly PlacedRun[], { start, end }: Range): Box[] {
  const boxes: Box[] = []
  for (let index = lowerBound(places.length, (at) => (places[at] as PlacedRun).end > start); ; index++) {
    const place = places[index]
    if (!place || place.start >= end) return boxes
    const edges = edgesOf(place.run)
    const a = edges[Math.max(0, start - place.start)] as number
    const b = edges[Math.min(edges.length - 1, end - place.start)] as number
    boxes.push({ page: place.run.page, x0: Math.min(a, b), x1: Math.max(a, b), ...heightOf(place.run) })
  }
}

/** The part of the text under boxes of one page, whose places are given: from the first to the last character whose middle one of them covers. */
export function rangeUnder(places: readonly PlacedRun[], boxes: readonly Box[]): Range | undefined {
  let start = Infinity
  let end = -Infinity
  for (const place of places) {
    const { y0, y1 } = heightOf(place.run)
    const over = boxes.filter((box) => Math.min(y1, box.y1) - Math.max(y0, box.y0) > (y1 - y0) * OVERLAP)
    if (over.length === 0) continue
    const edges = edgesOf(place.run)
    for (let at = 0; at + 1 < edges.length && place.start + at < place.end; at++) {
      const middle = ((edges[at] as number) + (edges[at + 1] as number)) / 2
      if (!over.some((box) => middle > box.x0 && middle < box.x1)) continue
      start = Math.min(start, place.start + at)
      end = Math.max(end, place.start + at + 1)
    }
  }
  return start < end ? { start, end } : undefined
}

/** The run of a page nearest to a box on it, where there is no text under it. */
export function nearestTo(places: readonly PlacedRun[], box: Box): Range | undefined {
  const away = ({ run }: PlacedRun) => {
    const { y0, y1 } = heightOf(run)
    const down = Math.max(0, box.y0 - y1, y0 - box.y1)
    // A note in the margin belongs to the line beside it, not to a nearer one above.
    return down * 4 + Math.max(0, box.x0 - run.x1, run.x0 - box.x1)
  }
  const best = places.reduce<PlacedRun | undefined>(
    (least, one) => (!least || away(one) < away(least) ? one : least),
    undefined,
  )
  return best && { start: best.start, end: best.end }
}

function heightOf({ baseline, size }: Run): { y0: number; y1: number } {
  return { y0: baseline - size * BELOW, y1: baseline + size * ABOVE }
}

/** Where each character of a run begins, and where the last one ends, one for each UTF-16 unit and one more. */
function edgesOf(run: Run): number[] {
  const { text, x0, x1, rtl, fixed } = run
  const widths = fixed ? [...text].map((character) => (character.length > 1 ? [1, 0] : [1])).flat() : widthsOf(text)
  const total = widths.reduce((sum, width) => sum + width, 0) || 1
  const edges = [rtl ? x1 : x0]
  let done = 0
  for (const width of widths) {
    done += width
    edges.push(rtl ? x1 - ((x1 - x0) * done) / total : x0 + ((x1 - x0) * done) / total)
  }
  return edges
}

/** How wide the characters are, one against the other; pdf.js says only how wide the whole run is. */
function widthsOf(text: string): number[] {
  return [...text].flatMap((character) => {
    const width = widthOf(character)
    return character.length > 1 ? [width, 0] : [width]
  })
}

function widthOf(character: string): number {
  const known = WIDTHS[character.charCodeAt(0) - 32]
  if (known !== undefined) return known
  if (/\p{M}/u.test(character)) return 0
  const base = WIDTHS[character.normalize('NFD').charCodeAt(0) - 32]
  if (base !== undefined) return base
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff00-\uffef\p{Extended_Pictographic}]/u.test(
    character,
  )
    ? 1000
    : /\p{Lu}/u.test(character)
      ? 680
      : 500
}
