import type { Block, Document } from '../../contract/entities'

/**
 * The text as paragraphs of a Word file: its blocks in order, and what no block holds as paragraphs of its own, so that
 * every visible character is in exactly one.
 */
export function textPieces({ text, blocks }: Pick<Document, 'text' | 'blocks'>): Block[] {
  const pieces: Block[] = []
  let at = 0
  const between = (to: number) => {
    const gap = text.slice(at, to)
    if (gap.trim()) {
      const start = at + gap.length - gap.trimStart().length
      pieces.push({ kind: 'paragraph', start, end: start + gap.trim().length })
    }
  }
  for (const block of [...blocks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(block.start, at)
    const end = Math.min(block.end, text.length)
    if (start >= end || !text.slice(start, end).trim()) continue
    between(start)
    pieces.push({ ...block, start, end })
    at = end
  }
  between(text.length)
  return pieces
}
