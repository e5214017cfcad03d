import type { Block } from '../../../contract/entities'
import { lowerBound } from '../../text/offsets'
import type { Range } from '../../text/model'
import { BREAK, DIGIT, SPACE, characterKind } from '../../text/characters'
import { SINGLE } from './marks'
import type { MarkedQuotation } from './pair-marks'

const STRAIGHT = 0x27
const LEFT = 0x2018
const RIGHT = 0x2019
const LOW = 0x201a

/** Words that begin with an apostrophe: 'em, 'tis, 'til. */
const CLIPPED = /^(?:em|tis|twas|til|cause|cos|bout|round|n|s|d|ll|ve|re|t|neath|gainst)\b/i

/** Closing marks that are looked at for one opening mark: further ones belong to something else. */
const MOST = 12

/**
 * Quotations in single marks outside of all others, told apart from apostrophes: a mark opens before a word that
 * nothing stands right before, and closes after a full stop or comma, or where a plural's apostrophe is unlikely.
 *
 * @param outside quotations in other marks, in order; what is inside them is left alone
 */
export function singleQuotations(text: string, blocks: readonly Block[], outside: readonly Range[]): MarkedQuotation[] {
  const found: MarkedQuotation[] = []
  for (const block of blocks) {
    const closing = closingMarks(text, block, outside)
    let next = 0
    for (let at = block.start; at < block.end; at++) {
      const unit = text.charCodeAt(at)
      if (unit !== STRAIGHT && unit !== LEFT && unit !== LOW) continue
      if (!opens(text, at, block) || isInside(outside, at)) continue
      while (next < closing.length && (closing[next] as number) <= at + 1) next++
      const end = choose(text, closing, next)
      if (end < 0) continue
      const range = { start: at, end: end + 1 }
      found.push({ ...range, inner: { start: at + 1, end }, pieces: [range], open: false, family: SINGLE })
      at = end
    }
  }
  return found
}

function opens(text: string, at: number, block: Range): boolean {
  if (at > block.start) {
    const before = text.charCodeAt(at - 1)
    const kind = characterKind(before)
    if (kind !== SPACE && kind !== BREAK && !'([{—–-:'.includes(text.charAt(at - 1))) return false
  }
  const after = characterKind(text.charCodeAt(at + 1))
  return after < DIGIT && !CLIPPED.test(text.slice(at + 1, at + 9))
}

function closingMarks(text: string, block: Range, outside: readonly Range[]): number[] {
  const marks: number[] = []
  for (let at = block.start + 1; at < block.end; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== STRAIGHT && unit !== RIGHT && unit !== LEFT) continue
    const before = characterKind(text.charCodeAt(at - 1))
    const after = at + 1 < block.end ? characterKind(text.charCodeAt(at + 1)) : BREAK
    if (before !== SPACE && after > DIGIT && !isInside(outside, at)) marks.push(at)
  }
  return marks
}

/** The closing mark that fits best, or -1. */
function choose(text: string, closing: readonly number[], from: number): number {
  let doubtful = -1
  for (let index = from; index < closing.length && index < from + MOST; index++) {
    const at = closing[index] as number
    const before = text.charAt(at - 1)
    const plural = /[sS]/.test(before) && /\s/.test(text.charAt(at + 1))
    if (!plural) return at
    if (doubtful < 0) doubtful = at
  }
  return doubtful
}

function isInside(ranges: readonly Range[], at: number): boolean {
  const index = lowerBound(ranges.length, (i) => (ranges[i] as Range).end > at)
  return index < ranges.length && (ranges[index] as Range).start <= at
}
