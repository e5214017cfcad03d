import type { Block, Inline, LeftOut, MarkupHint } from '../../contract/entities'
import type { ImportedText } from './importer'

type Parts = Pick<ImportedText, 'text' | 'blocks' | 'inlines' | 'markup' | 'report'>

/** Several texts as one, with a blank line between them and everything that points into them moved along. */
export function joinTexts(texts: readonly Parts[]): Parts {
  const pieces: string[] = []
  const blocks: Block[] = []
  const inlines: Inline[] = []
  const markup: MarkupHint[] = []
  const leftOut: LeftOut[] = []
  const notices = new Set<string>()
  const coverage = { total: 0, inText: 0, leftOut: 0 }
  let at = 0
  for (const part of texts) {
    if (pieces.length) {
      pieces.push('\n\n')
      at += 2
    }
    const moved = <T extends { start: number; end: number }>(range: T): T => ({
      ...range,
      start: range.start + at,
      end: range.end + at,
    })
    for (const block of part.blocks) blocks.push(moved(block))
    for (const inline of part.inlines) inlines.push(moved(inline))
    for (const hint of part.markup) markup.push(moved(hint))
    for (const left of part.report.leftOut) leftOut.push({ ...left, at: left.at + at })
    for (const notice of part.report.notices) notices.add(notice)
    for (const count of ['total', 'inText', 'leftOut'] as const) coverage[count] += part.report.coverage[count]
    pieces.push(part.text)
    at += part.text.length
  }
  return { text: pieces.join(''), blocks, inlines, markup, report: { coverage, leftOut, notices: [...notices] } }
}
