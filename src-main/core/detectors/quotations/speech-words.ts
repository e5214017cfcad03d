import { LINE_START, type Tokens } from '../attribution/tokens'
import type { Placed } from './surroundings'
import { joinHashes, wordHashAt } from './word-hash'

/** Words around and inside quotations are looked up in a table of this many weights. */
export const SPEECH_BUCKETS = 1 << 13

/** Tokens before and after a quotation that are read. */
const BEFORE = 6
const AFTER = 4
/** A longer quotation is no title: its own words say little. */
const SHORT = 9

/**
 * The words that stand around a quotation, and its first and last where it is short, as buckets without
 * repeats.
 *
 * @param repeated how often a short quotation's words stand in the document
 */
export function speechWords(text: string, tokens: Tokens, { first, end }: Placed, repeated: number): number[] {
  const found = new Set<number>()
  const add = (hash: number) => found.add(spread(hash) & (SPEECH_BUCKETS - 1))
  const at = (position: number) => wordHashAt(text, tokens, position)
  const length = end - first - 2
  const size = length < 2 ? 1 : length < 4 ? 2 : length < SHORT ? 3 : 4
  let start = first
  while (start > first - BEFORE && start > 0 && !((tokens.shape[start] as number) & LINE_START)) start--
  const before = start < first ? at(first - 1) : 0
  const earlier = start < first - 1 ? at(first - 2) : 0
  add(joinHashes(before, 1))
  add(joinHashes(joinHashes(before, 2), size))
  add(joinHashes(earlier, 3))
  add(joinHashes(joinHashes(earlier, before), 4))
  for (let near = start; near < first; near++) add(joinHashes(at(near), 5))
  let stop = end
  while (stop < end + AFTER && stop < tokens.count && !((tokens.shape[stop] as number) & LINE_START)) stop++
  const after = stop > end ? at(end) : 0
  add(joinHashes(after, 6))
  add(joinHashes(joinHashes(after, 7), size))
  add(joinHashes(stop > end + 1 ? at(end + 1) : 0, 8))
  for (let near = end; near < stop; near++) add(joinHashes(at(near), 9))
  if (repeated > 0) add(joinHashes(joinHashes(Math.min(repeated, 3), 12), size))
  if (length < SHORT) {
    add(joinHashes(at(first + 1), 10))
    add(joinHashes(at(end - 2), 11))
  }
  return [...found]
}

/** The finaliser of MurmurHash3. */
function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
