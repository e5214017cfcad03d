import type { Block } from '@contract/entities'
import { blocksIn, type Section } from '../../text/sections'
import type { Mark } from '../../text/marks'

/** What stands in a section, in order: single blocks, and runs of blocks that are not part of the story. */
export type LayoutPart =
  | { readonly kind: 'block'; readonly block: number }
  | {
      readonly kind: 'insertion'
      readonly mark: Mark
      readonly from: number
      readonly to: number
      /** Whether the run begins here, or carries on from the section before. */
      readonly begins: boolean
      /** Whether it ends here, or goes on in the section after. */
      readonly ends: boolean
      readonly lines: number
    }

/**
 * Groups the blocks of a section by the insertions that take them up whole. A mark that covers a block in part leaves
 * it where it is; of two that overlap, a flag counts before a suggestion, and else the first one.
 *
 * @param marks those that touch the section, in the order of the text
 */
export function layoutSection(blocks: readonly Block[], section: Section, marks: readonly Mark[]): LayoutPart[] {
  const parts: LayoutPart[] = []
  let next = section.from
  for (const mark of insertionsOf(marks)) {
    const whole = wholeBlocks(blocks, mark)
    const from = Math.max(whole.from, next)
    const to = Math.min(whole.to, section.to)
    if (from >= to) continue
    while (next < from) parts.push({ kind: 'block', block: next++ })
    parts.push({
      kind: 'insertion',
      mark,
      from,
      to,
      begins: from === whole.from,
      ends: to === whole.to,
      lines: whole.to - whole.from,
    })
    next = to
  }
  while (next < section.to) parts.push({ kind: 'block', block: next++ })
  return parts
}

/** What somebody flagged stands before what is only proposed for the same lines. */
function insertionsOf(marks: readonly Mark[]): Mark[] {
  const all = marks.filter((mark) => mark.insertion)
  const flagged = all.filter((mark) => mark.kind !== 'suggestion')
  return all.filter(
    (mark) => mark.kind !== 'suggestion' || !flagged.some((other) => other.start < mark.end && other.end > mark.start),
  )
}

/** The blocks that lie inside the range whole; none when it ends in the middle of its only block. */
export function wholeBlocks(blocks: readonly Block[], range: { start: number; end: number }): Section {
  let { from, to } = blocksIn(blocks, range.start, range.end)
  if (from < to && (blocks[from] as Block).start < range.start) from++
  if (from < to && (blocks[to - 1] as Block).end > range.end) to--
  return { from, to: Math.max(from, to) }
}
