import type { Anchor } from '../../contract/entities'
import type { Range } from '../text/model'

/** Stands between passages of a lost text; a private-use character, so that no text has it as a word. */
const GAP = ' \ue000 '

/**
 * What is known of a text from the anchors that were made on it: their quotes with prefix and suffix, in the order of
 * their offsets, overlapping ones as one passage.
 *
 * @returns the passages as one text, and for each anchor its range there
 */
export function sparseText(anchors: readonly Anchor[]): { text: string; ranges: Range[] } {
  const ranges: Range[] = new Array<Range>(anchors.length)
  const order = anchors.map((anchor, index) => ({ anchor, index, at: anchor.start - anchor.prefix.length }))
  order.sort((a, b) => a.at - b.at || a.index - b.index)
  let text = ''
  /** Offset in the lost text that the end of `text` stands for; the passage that is open began at `begun`. */
  let reached = -Infinity
  let begun = 0
  for (const { anchor, index, at } of order) {
    const passage = anchor.prefix + anchor.exact + anchor.suffix
    const shared = Math.min(reached - at, passage.length)
    const follows = shared >= 0 && text.length - begun >= reached - at && overlaps(text, reached - at, passage, shared)
    if (!follows) {
      text += GAP
      begun = text.length
      reached = at
    }
    const start = text.length - (reached - at) + anchor.prefix.length
    if (at + passage.length > reached) {
      text += passage.slice(reached - at)
      reached = at + passage.length
    }
    ranges[index] = { start, end: start + anchor.exact.length }
  }
  return { text, ranges }
}

/** Whether a passage that begins `back` characters before the end of the text says the same as far as both go. */
function overlaps(text: string, back: number, passage: string, shared: number): boolean {
  return text.startsWith(passage.slice(0, shared), text.length - back)
}
