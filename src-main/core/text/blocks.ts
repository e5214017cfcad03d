import type { Block } from '../../contract/entities'

/** `- `, `* `, `• `, `1. `, `2) ` at the start of a line. */
const LIST_MARKER = /^(?:[-*•‣▪◦–—]|\d{1,3}[.)])\s+/u
const MARKDOWN_HEADING = /^(#{1,6})\s+\S/u

/**
 * The blocks of a plain text: each line that has more than white space on it, without the white space around it.
 * What a line is (heading, list item) is told by its form alone.
 */
export function plainBlocks(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, line.end)
    const heading = MARKDOWN_HEADING.exec(content)
    if (heading) blocks.push({ kind: 'heading', ...line, level: heading[1]?.length ?? 1 })
    else if (LIST_MARKER.test(content)) blocks.push({ kind: 'list-item', ...line, level: 1 })
    else blocks.push({ kind: 'paragraph', ...line })
  }
  return blocks
}

/** Ranges of the lines that hold something, white space at both ends left out. Any line ending. */
export function linesOf(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  const ends = /\r\n|[\n\r\u2028\u2029]/g
  let start = 0
  for (;;) {
    const match = ends.exec(text)
    const end = match ? match.index : text.length
    const line = text.slice(start, end)
    const lead = line.length - line.trimStart().length
    const content = line.trim()
    if (content) lines.push({ start: start + lead, end: start + lead + content.length })
    if (!match) return lines
    start = ends.lastIndex
  }
}
