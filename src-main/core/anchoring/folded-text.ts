import { lowerBound } from '../text/offsets'

/** A text as it is compared: white space as one space, marks that programs write each in their own way as one of them. */
export interface FoldedText {
  readonly folded: string
  /** UTF-16 offset in the text of a character of `folded`. */
  startOf(at: number): number
  /** UTF-16 offset in the text after the character before `at`. */
  endOf(at: number): number
  /** Where in `folded` an offset of the text is. */
  at(offset: number): number
}

const SPACE = /\s/u
const MARKS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
}
/** Soft hyphens and characters without a width, which pages have and copies of them lose. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/

export function foldedText(text: string): FoldedText {
  const starts: number[] = []
  const parts: string[] = []
  let inSpace = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at)
    if (SPACE.test(unit) && unit !== '\ufeff') {
      if (!inSpace) {
        starts.push(at)
        parts.push(' ')
      }
      inSpace = true
      continue
    }
    if (INVISIBLE.test(unit)) continue
    inSpace = false
    starts.push(at)
    parts.push(MARKS[unit] ?? unit)
  }
  return {
    folded: parts.join(''),
    startOf: (at) => starts[at] ?? text.length,
    endOf: (at) => (at > 0 ? (starts[at - 1] as number) + 1 : 0),
    at: (offset) => lowerBound(starts.length, (index) => (starts[index] as number) >= offset),
  }
}

/** The same for a short text whose offsets nobody needs. */
export function fold(text: string): string {
  return foldedText(text).folded
}
