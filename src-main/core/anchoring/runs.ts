import type { Alignment } from './align'
import type { Tokens } from './tokens'

/** Tokens that are the same in both texts, `length` in a row. Indexes of tokens. */
export interface Run {
  from: number
  to: number
  length: number
}

/**
 * Runs of open tokens that occur once in each text, grown on both sides as far as the tokens agree; longest first, so
 * that the chance agreement of a word or two at the edge of one does not take words away from another.
 */
export function uniqueRuns(from: Tokens, to: Tokens, { forward, backward }: Alignment, length: number): Run[] {
  const there = shingles(to, backward, length)
  const here = shingles(from, forward, length)
  const runs: Run[] = []
  /** The end of the last run on each diagonal: a shingle inside it says nothing new. */
  const reached = new Map<number, number>()
  for (const [hash, at] of here) {
    if (at < 0) continue
    const other = there.get(hash)
    if (other === undefined || other < 0 || (reached.get(other - at) ?? -1) > at) continue
    if (!agree(from, to, at, other, length)) continue
    const run = grow(from, to, at, other, length, forward, backward)
    runs.push(run)
    reached.set(other - at, run.from + run.length)
  }
  return runs.sort((a, b) => b.length - a.length || a.from - b.from)
}

/** Each run of open tokens by its hash, in order: where it begins, or -1 when it occurs more than once. */
function shingles(tokens: Tokens, taken: Int32Array, length: number): Map<number, number> {
  const found = new Map<number, number>()
  let open = 0
  for (let index = 0; index < tokens.count; index++) {
    open = taken[index] === -1 ? open + 1 : 0
    if (open < length) continue
    const start = index - length + 1
    let hash = 0
    for (let at = start; at <= index; at++) hash = (Math.imul(hash, 0x01000193) ^ (tokens.ids[at] as number)) | 0
    found.set(hash, found.has(hash) ? -1 : start)
  }
  return found
}

function agree(from: Tokens, to: Tokens, at: number, other: number, length: number): boolean {
  for (let step = 0; step < length; step++) if (from.ids[at + step] !== to.ids[other + step]) return false
  return true
}

function grow(
  from: Tokens,
  to: Tokens,
  at: number,
  other: number,
  length: number,
  forward: Int32Array,
  backward: Int32Array,
): Run {
  const open = (i: number, j: number) => forward[i] === -1 && backward[j] === -1 && from.ids[i] === to.ids[j]
  let before = 0
  while (at - before > 0 && other - before > 0 && open(at - before - 1, other - before - 1)) before++
  let end = length
  while (at + end < from.count && other + end < to.count && open(at + end, other + end)) end++
  return { from: at - before, to: other - before, length: before + end }
}
