import type { Block } from '@contract/entities'

/** UTF-16 units that a block may have and still be drawn as one: laying out more takes longer than a frame. */
const MOST = 8_000
/** A place to cut is looked for this far back. */
const SLACK = 600

/** A block of the story as it is drawn: one that is very long is drawn in pieces, each from line to line. */
export interface ShownBlock extends Block {
  /** Of the block in the story, from 1. */
  readonly number: number
  /** Goes on from the piece before. */
  readonly continues: boolean
}

/** The blocks as they are drawn; pieces are cut after a sentence or, where none ends near, a word. Linear. */
export function shownBlocks(text: string, blocks: readonly Block[], most = MOST): ShownBlock[] {
  const shown: ShownBlock[] = []
  blocks.forEach((block, index) => {
    let start = block.start
    while (block.end - start > most) {
      const end = cut(text, start + most)
      shown.push({ ...block, start, end, number: index + 1, continues: start > block.start })
      start = end
    }
    shown.push({ ...block, start, number: index + 1, continues: start > block.start })
  })
  return shown
}

function cut(text: string, at: number): number {
  const before = text.slice(at - SLACK, at)
  const sentence = Math.max(before.lastIndexOf('. '), before.lastIndexOf('” '), before.lastIndexOf('? '))
  const space = sentence >= 0 ? sentence + 1 : before.lastIndexOf(' ')
  if (space >= 0) return at - SLACK + space + 1
  // Never inside a character that takes two units.
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at
}
