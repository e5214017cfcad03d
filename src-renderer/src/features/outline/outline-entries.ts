import type { Block } from '@contract/entities'
import { excerpt } from '../../text/caret'

export interface OutlineEntry {
  /** Empty for what stands before the first heading. */
  readonly title: string
  /** First and last block, counted from 1, as the gutter counts them. */
  readonly from: number
  readonly to: number
  /** Depth from 0. */
  readonly depth: number
  readonly start: number
  readonly end: number
}

/** Paragraphs to a stretch where a story has no headings. */
const STRETCH = 8

/**
 * The parts of a story: from heading to heading or, without headings, stretches of paragraphs named by their first
 * words. A title that opens the text is no part of its own.
 */
export function outlineOf(text: string, blocks: readonly Block[], title: string): OutlineEntry[] {
  const isTitle = (block: Block | undefined) => block && text.slice(block.start, block.end).trim() === title.trim()
  const first = isTitle(blocks[0]) ? 1 : 0
  const headings = blocks.flatMap((block, index) => (block.kind === 'heading' && index >= first ? [index] : []))
  const starts = headings.length > 0 ? [...headings] : stretches(blocks.length, first)
  const opening = headings.length > 0 && (headings[0] as number) > first
  if (opening) starts.unshift(first)
  const top = Math.min(...headings.map((index) => blocks[index]?.level ?? 1))
  return starts.map((from, position) => {
    const to = starts[position + 1] ?? blocks.length
    const block = blocks[from] as Block
    const depth = block.kind === 'heading' ? Math.max(0, (block.level ?? 1) - top) : 0
    const end = blocks[to - 1]?.end ?? block.end
    const named = opening && position === 0 ? '' : excerpt(text, block, 48)
    return { title: named, from: from + 1, to, depth: Math.min(depth, 3), start: block.start, end }
  })
}

function stretches(count: number, first: number): number[] {
  const size = Math.max(STRETCH, Math.ceil((count - first) / 24))
  return Array.from({ length: Math.ceil((count - first) / size) }, (_, index) => first + index * size)
}
