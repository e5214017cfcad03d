import type { Block } from '@contract/entities'
import { lowerBound } from '@core/text/offsets'
import { inOneRow } from './tables'

/** Blocks a section holds: about a window's height, so that laying one out takes a part of a frame. */
const SECTION_BLOCKS = 6
/** UTF-16 units a section holds, but for one block that has more. */
const SECTION_CHARACTERS = 4_000
/** Sections a chapter holds: what the browser has to look after while one scrolls is chapters, and a few sections. */
const CHAPTER_SECTIONS = 24

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
    // A row of a table is not cut, however many cells it has.
    while (to < blocks.length && inOneRow(blocks[to - 1] as Block, blocks[to] as Block)) to++
    sections.push({ from, to })
    from = to
  }
  return sections
}

/** Runs of sections, likewise laid out as they come near. */
export function chaptersOf(sections: readonly Section[], size = CHAPTER_SECTIONS): Section[] {
  return Array.from({ length: Math.ceil(sections.length / size) }, (_, index) => ({
    from: index * size,
    to: Math.min(sections.length, (index + 1) * size),
  }))
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
    // Of a row of cells, one counts.
    if (index > from && inOneRow(blocks[index - 1] as Block, block)) continue
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
