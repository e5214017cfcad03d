import type { Annotation, Reply } from '../../contract/entities'
import { commentWords } from './docx-comment-words'
import type { FontStyle } from './exporter'
import type { Typefaces } from './pdf-faces'
import { setLines, type SetLine } from './pdf-lines'
import { MARGIN, PAGE } from './pdf-sheet'
import type { ShownSource } from './sources'

/** A note of the margin: the words of an annotation with its thread, in lines. */
export interface MarginNote {
  readonly annotation: Annotation
  readonly number: number
  readonly page: number
  /** Upper edge of the line that it is about. */
  readonly beside: number
  readonly lines: readonly SetLine[]
  /** Whether the rest of it stands after the story. */
  readonly cut: boolean
}

/** Size of the type, and baseline to baseline. Points. */
export const NOTE = { size: 7.4, step: 9.6, gap: 7 } as const
/** A note with more lines than this goes on after the story. */
const MOST_LINES = 12
const GOES_ON = '… continued under “Notes”'

/** What a note says, line by line; the first line stands in bold. */
export function noteText(
  number: number,
  annotation: Annotation,
  thread: readonly Reply[],
  sources: ReadonlyMap<string, ShownSource>,
): string {
  const { head, note, tail } = commentWords(annotation, sources)
  const [title = 'Comment', ...rest] = head
  const done = annotation.kind === 'comment' && annotation.resolved ? ' · resolved' : ''
  const replies = thread.map(({ author, body }) => `${author.name}: ${body}`)
  return [`${number}  ${title}${done} · ${annotation.author.name}`, ...rest, ...note, ...tail, ...replies].join('\n')
}

/** A note's text in lines of some width, its first line in bold. */
export function noteLines(text: string, faces: Typefaces, width: number, size: number): SetLine[] {
  const bold = text.indexOf('\n')
  const styleAt = (offset: number): FontStyle => (offset < (bold < 0 ? text.length : bold) ? 'bold' : 'regular')
  return setLines(text, { start: 0, end: text.length }, { faces, size, width, styleAt })
}

/** The lines that the margin has room for; `cut` where they are not all. */
export function inMargin(lines: readonly SetLine[], faces: Typefaces): { lines: SetLine[]; cut: boolean } {
  if (lines.length <= MOST_LINES) return { lines: [...lines], cut: false }
  return { lines: [...lines.slice(0, MOST_LINES - 1), ...goesOn(faces)], cut: true }
}

const goesOn = (faces: Typefaces) =>
  setLines(
    GOES_ON,
    { start: 0, end: GOES_ON.length },
    { faces, size: NOTE.size, width: MARGIN.width, styleAt: () => 'italic' },
  )

/**
 * The upper edges of a page's notes: each beside its line, or as near below it as those above allow, moved up together
 * where the page would end. What the page has no room for is cut to its first line, the longest first.
 */
export function stackNotes(notes: readonly MarginNote[], faces: Typefaces): { note: MarginNote; top: number }[] {
  const room = PAGE.top - PAGE.bottom
  const kept = [...notes]
  const height = ({ lines }: MarginNote) => lines.length * NOTE.step + NOTE.gap
  const total = () => kept.reduce((sum, note) => sum + height(note), 0)
  const byLength = kept
    .map((_, index) => index)
    .sort((a, b) => height(kept[b] as MarginNote) - height(kept[a] as MarginNote))
  for (const index of byLength) {
    if (total() <= room) break
    const note = kept[index] as MarginNote
    if (note.lines.length > 2)
      kept[index] = { ...note, lines: [...note.lines.slice(0, 1), ...goesOn(faces)], cut: true }
  }
  let free: number = PAGE.top
  const tops = kept.map((note) => {
    const top = Math.min(free, note.beside)
    free = top - height(note)
    return top
  })
  let lowest: number = PAGE.bottom
  for (let at = kept.length - 1; at >= 0; at--) {
    const needed = lowest + height(kept[at] as MarginNote)
    if ((tops[at] as number) >= needed) break
    tops[at] = needed
    lowest = needed
  }
  // A page with more notes than fit even cut short: the rest is only after the story.
  return kept.map((note, index) => ({ note, top: tops[index] as number })).filter(({ top }) => top <= PAGE.top + 1)
}
