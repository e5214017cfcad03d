import type { Block } from '@contract/entities'
import { lowerBound } from '@core/text/offsets'

/** Blocks a section holds: 20 to 100 scroll alike, and 20 keep the drawing of one section well under a frame. */
export const SECTION_BLOCKS = 20
/** UTF-16 units a section holds, but for one block that has more. */
const SECTION_CHARACTERS = 16_000

/** A run of blocks that the browser lays out only when it comes near. `to` is exclusive. */
export interface Section {
  readonly from: number
  readonly to: number
}

export function sectionsOf(
  blocks: readonly Block[],
  size = SECTION_BLOCKS,
  characters = SECTION_CHARACTERS,
): Section[] {
  const sections: Section[] = []
  for (let from = 0; from < blocks.length;) {
    const start = (blocks[from] as Block).start
    let to = from + 1
    while (to < blocks.length && to - from < size && (blocks[to] as Block).end - start <= characters) to++
    sections.push({ from, to })
    from = to
  }
  return sections
}

/** Height in CSS pixels that a section will have, near enough for the scroll bar until it is laid out. */
export function estimatedHeight(
  blocks: readonly Block[],
  { from, to }: Section,
  { charactersPerLine, lineHeight }: { charactersPerLine: number; lineHeight: number },
): number {
  let height = 0
  for (let index = from; index < to; index++) {
    const block = blocks[index] as Block
    height += Math.max(1, Math.ceil((block.end - block.start) / charactersPerLine)) * lineHeight + lineHeight / 2
  }
  return Math.round(height)
}

/** The block that holds the offset or, between two blocks, the later one; past the last block, the last. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  const index = lowerBound(blocks.length, (i) => (blocks[i] as Block).end > offset)
  return Math.min(index, blocks.length - 1)
}

/** Blocks that share a character with the range; `to` is exclusive. Empty where none does. */
export function blocksIn(blocks: readonly Block[], start: number, end: number): Section {
  const from = lowerBound(blocks.length, (i) => (blocks[i] as Block).end > start)
  const to = lowerBound(blocks.length, (i) => (blocks[i] as Block).start >= end)
  return { from, to: Math.max(from, to) }
}
