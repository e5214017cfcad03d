import type { Block } from '../../contract/entities'
import { looksLikeHeadline } from './headline'

/** `- `, `* `, `• `, `1. `, `2) ` at the start of a line. */
const LIST_MARKER = /^(?:[-*•‣▪◦–—]|\d{1,3}[.)])\s+/u
const MARKDOWN_HEADING = /^(#{1,6})\s+\S/u
const QUOTED = /^>+(?:\s|$)/u
/** Characters: a text under a sub-heading is longer than the heading, and no heading itself. */
const LONGEST_SUBHEADING = 80

interface Line {
  readonly start: number
  readonly end: number
}

/**
 * The blocks of a plain text: each line that has more than white space on it, without the white space around it.
 * What a line is (heading, list item, quotation) is told by its form: a heading is marked as one, or looks like a
 * headline and stands alone, first in the text or over a longer line.
 */
export function plainBlocks(text: string): Block[] {
  const lines = linesOf(text)
  return lines.map((line, index) => {
    const content = text.slice(line.start, line.end)
    const marked = MARKDOWN_HEADING.exec(content)
    if (marked) return { kind: 'heading', ...line, level: marked[1]?.length ?? 1 }
    if (LIST_MARKER.test(content)) return { kind: 'list-item', ...line, level: 1 }
    if (QUOTED.test(content)) return { kind: 'quotation', ...line }
    const level = headingLevel(text, lines, index, content)
    return level ? { kind: 'heading', ...line, level } : { kind: 'paragraph', ...line }
  })
}

/** 1 for the headline, 2 for a sub-heading, 0 for neither. */
function headingLevel(text: string, lines: readonly Line[], index: number, content: string): number {
  const line = lines[index] as Line
  const next = lines[index + 1]
  if (!next || !looksLikeHeadline(content) || !blankBetween(text, line.end, next.start)) return 0
  if (index === 0) return 1
  if (content.length > LONGEST_SUBHEADING || /["”»’')?!]$/u.test(content)) return 0
  if (!blankBetween(text, (lines[index - 1] as Line).end, line.start)) return 0
  const below = text.slice(next.start, next.end)
  return below.length > content.length && !looksLikeHeadline(below) ? 2 : 0
}

/** Two line endings or more between two lines. */
function blankBetween(text: string, end: number, start: number): boolean {
  return (text.slice(end, start).match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0) >= 2
}

/** Ranges of the lines that hold something, white space at both ends left out. Any line ending. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  const ends = /\r\n|[\n\r\u2028\u2029]/g
  let start = 0
  for (;;) {
    const match = ends.exec(text)
    const end = match ? match.index : text.length
    const line = text.slice(start, end)
    const content = line.trim()
    if (content) {
      const lead = line.length - line.trimStart().length
      lines.push({ start: start + lead, end: start + lead + content.length })
    }
    if (!match) return lines
    start = ends.lastIndex
  }
}
