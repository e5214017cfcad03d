import type { Anchor } from '../../contract/entities'
import type { Range } from '../text/model'
import { align, type Alignment } from './align'
import { backbone } from './backbone'
import { mostLike } from './passage'
import { placeOf, spanOf, type Found } from './place'
import { similarity } from './similarity'
import { sparseText } from './sparse-text'
import { tokenise, type Tokens, type Vocabulary } from './tokens'

/** Tokens on each side of the place where an annotation is expected that are searched for it. */
const REACH = 400
/** Tokens of the longest quote that is searched for in its neighbourhood. */
const LONGEST = 500
/** What a passage counts for that stands where its neighbours say, against one that says the same elsewhere. */
const IN_PLACE = 0.2
/** Words alike, and surroundings too, on one side at least: below this sum it may be another passage. */
const ENOUGH = 0.75

/** A place with the reasons for it. */
interface Candidate {
  readonly found: Found
  readonly merit: number
}

/**
 * Places of annotations on a text when the one they were made on is gone: by quote, context, and where their neighbours
 * are. A passage that says the same in other surroundings is not taken for the one that was meant.
 */
export function placesByQuote(anchors: readonly Anchor[], to: string): { exact: string; found: Found | undefined }[] {
  const { text, ranges } = sparseText(anchors)
  const vocabulary: Vocabulary = new Map()
  const old = tokenise(text, vocabulary)
  const now = tokenise(to, vocabulary)
  const alignment = align(old, now)
  const kept = backbone(alignment.forward)
  const first = ranges.map((range) => placeOf(range, old, now, alignment, kept))
  const sure = anchors.map((anchor, index) => isSure(anchor, first[index], to))
  const expected = expectations(ranges, first, sure)
  return anchors.map((anchor, index) => {
    const { exact } = anchor
    const known = first[index]
    if (sure[index]) return { exact, found: known }
    const near = [expected[index], known?.start].flatMap((offset) =>
      offset === undefined ? [] : nearby(anchor, ranges[index] as Range, old, now, offset, alignment),
    )
    const best = [
      known && candidate(anchor, known, to),
      ...near.map((found) => candidate(anchor, found, to, expected[index])),
    ]
      .filter((one) => one !== undefined)
      .sort((a, b) => b.merit - a.merit)[0]
    return { exact, found: best && (best.merit >= ENOUGH ? best.found : doubted(best.found)) }
  })
}

/** Word for word, in the order of the others, among the same words. */
function isSure(anchor: Anchor, found: Found | undefined, to: string): boolean {
  if (!found?.inOrder || to.slice(found.start, found.end) !== anchor.exact) return false
  return agreement(anchor, found, to) > 0.6
}

function candidate(anchor: Anchor, found: Found, to: string, expected?: number): Candidate {
  const alike = Math.max(similarity(anchor.exact, to.slice(found.start, found.end)), found.survived)
  const inPlace = found.inOrder || (expected !== undefined && Math.abs(found.start - expected) < REACH * 10)
  return { found, merit: alike * 0.6 + agreement(anchor, found, to) * 0.4 + (inPlace ? IN_PLACE : 0) }
}

/** Good enough to be proposed, not to be taken. */
const doubted = (found: Found): Found => ({ ...found, survived: 0 })

/** How like the surroundings of a place are to an anchor's context, on the side that is more so. */
function agreement({ prefix, suffix }: Anchor, found: Found | undefined, to: string): number {
  if (!found) return 0
  const before =
    prefix &&
    similarity(prefix.trimStart(), to.slice(Math.max(0, found.start - prefix.length), found.start).trimStart())
  const after = suffix && similarity(suffix.trimEnd(), to.slice(found.end, found.end + suffix.length).trimEnd())
  const sides = [...(prefix ? [before || 0] : []), ...(suffix ? [after || 0] : [])]
  if (sides.length === 0) return 1
  return found.inOrder ? Math.max(...sides) : sides.reduce((sum, side) => sum + side, 0) / sides.length
}

/** For each range, where its nearest sure neighbours before it say that it should be. */
function expectations(ranges: readonly Range[], found: readonly (Found | undefined)[], sure: readonly boolean[]) {
  const order = ranges.map((_, index) => index).sort((a, b) => (ranges[a] as Range).start - (ranges[b] as Range).start)
  const expected: (number | undefined)[] = new Array<number | undefined>(ranges.length)
  let last: number | undefined
  for (const index of order) {
    expected[index] = last
    if (sure[index]) last = found[index]?.end
  }
  let next: number | undefined
  for (const index of order.reverse()) {
    expected[index] ??= next
    if (sure[index]) next = found[index]?.start
  }
  return expected
}

/** The passage near an expected offset that is most like a range with its context. */
function nearby(
  { prefix, suffix }: Anchor,
  range: Range,
  old: Tokens,
  now: Tokens,
  expected: number,
  { forward, backward }: Alignment,
): Found[] {
  const around = spanOf(old, { start: range.start - prefix.length, end: range.end + suffix.length })
  const centre = spanOf(now, { start: expected, end: expected }).first
  const window = [Math.max(0, centre - REACH), Math.min(now.count, centre + REACH)] as const
  if (around.end - around.first > LONGEST) return []
  const pairs = mostLike(old, [around.first, around.end], now, window)
  const local = { forward: new Int32Array(forward.length).fill(-1), backward: new Int32Array(backward.length).fill(-1) }
  for (const [one, other] of pairs) {
    local.forward[one] = other
    local.backward[other] = one
  }
  const found = placeOf(range, old, now, local, new Uint8Array(forward.length))
  return found ? [found] : []
}
