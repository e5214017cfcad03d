import type { Block, Inline } from '../../contract/entities'
import type { ShownParagraph } from './edited-text'

/** Line endings that markup takes for characters. */
const LINE_SIGNS = /[\u0085\u2028\u2029]/g

/** The blocks of a text that was read from a file, each by itself. */
export function shownParagraphs({
  text,
  blocks,
  inlines,
}: {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly inlines: readonly Inline[]
}): ShownParagraph[] {
  let next = 0
  return blocks.map((block) => {
    const { kind, level, row, column, start, end } = block
    while (next < inlines.length && (inlines[next] as Inline).start < start) next++
    const inside: Inline[] = []
    for (; next < inlines.length && (inlines[next] as Inline).start < end; next++) {
      const inline = inlines[next] as Inline
      inside.push({ ...inline, start: inline.start - start, end: Math.min(inline.end, end) - start })
    }
    return { text: text.slice(start, end).replace(LINE_SIGNS, ' '), kind, level, row, column, inlines: inside }
  })
}
