import type { Range } from '../text/model'
import type { Alignment } from './align'
import type { Tokens } from './tokens'

/** Where the words of a range went: the place in the other text and how much of the range is there. */
export interface Found extends Range {
  /** Share of the range's characters, white space aside, that are at the place, 0 to 1. */
  readonly survived: number
  /** Whether most of what is there kept its place in the order of the text. */
  readonly inOrder: boolean
}

/** Tokens of a range: the first, and the one after the last. */
interface Span {
  readonly first: number
  readonly end: number
}

/** Tokens of the other text between two of a range's words that still make one passage, beyond those that went. */
const SLACK = 12
/** Times its own length that a changed edge of a range may grow before what is there counts as inserted. */
const GROWTH = 3

/** The passage of the other text that holds most of a range; nothing where none of its words is left. */
export function placeOf(
  range: Range,
  from: Tokens,
  to: Tokens,
  alignment: Alignment,
  kept: Uint8Array,
): Found | undefined {
  const span = spanOf(from, range)
  const chain = bestChain(span, from, alignment.forward)
  if (!chain) return undefined
  const { forward } = alignment
  const firstTo = forward[chain.first] as number
  const lastTo = forward[chain.last] as number
  const startTo = chain.first === span.first ? firstTo : edgeBefore(span, chain.first, alignment, firstTo)
  const endTo = chain.last === span.end - 1 ? lastTo : edgeAfter(span, chain.last, alignment, lastTo, to.count)
  let ordered = 0
  for (const index of chain.tokens) ordered += kept[index] as number
  return {
    start:
      chain.first === span.first ? inside(range.start, from, chain.first, to, firstTo) : (to.starts[startTo] as number),
    end: chain.last === span.end - 1 ? insideEnd(range.end, from, chain.last, to, lastTo) : (to.ends[endTo] as number),
    survived: chain.characters / characters(from, span),
    inOrder: ordered * 2 >= chain.tokens.length,
  }
}

interface Chain {
  first: number
  last: number
  tokens: number[]
  characters: number
}

/** The words of a range fall into passages where their counterparts do not follow one another; the largest counts. */
function bestChain({ first, end }: Span, from: Tokens, forward: Int32Array): Chain | undefined {
  let best: Chain | undefined
  let open: Chain | undefined
  for (let index = first; index < end; index++) {
    const target = forward[index] as number
    if (target === -1) continue
    const step = open && target - (forward[open.last] as number)
    if (!open || step === undefined || step <= 0 || step > index - open.last + SLACK)
      open = { first: index, last: index, tokens: [], characters: 0 }
    open.last = index
    open.tokens.push(index)
    open.characters += (from.ends[index] as number) - (from.starts[index] as number)
    if (!best || open.characters > best.characters) best = open
  }
  return best
}

/** First token of what the range's changed beginning became; the first unchanged one where it is not plain. */
function edgeBefore({ first }: Span, kept: number, { forward, backward }: Alignment, keptTo: number): number {
  const changed = kept - first
  if (!allOpen(forward, first, kept)) return keptTo
  const neighbour = first > 0 ? (forward[first - 1] as number) : -1
  let open = keptTo
  while (open > 0 && backward[open - 1] === -1) open--
  const became = keptTo - open
  const whole = first === 0 ? open === 0 : neighbour === open - 1
  if (whole) return became <= changed * GROWTH ? open : keptTo
  let openFrom = kept
  while (openFrom > 0 && forward[openFrom - 1] === -1) openFrom--
  // The change goes over the range's edge; where it is word for word, the edge lies as far in.
  return kept - openFrom === became ? keptTo - changed : keptTo
}

/** Last token of what the range's changed end became. */
function edgeAfter(
  { end }: Span,
  kept: number,
  { forward, backward }: Alignment,
  keptTo: number,
  count: number,
): number {
  const changed = end - 1 - kept
  if (!allOpen(forward, kept + 1, end)) return keptTo
  const neighbour = end < forward.length ? (forward[end] as number) : count
  let open = keptTo
  while (open + 1 < count && backward[open + 1] === -1) open++
  const became = open - keptTo
  if (neighbour === open + 1) return became <= changed * GROWTH ? open : keptTo
  let openFrom = kept
  while (openFrom + 1 < forward.length && forward[openFrom + 1] === -1) openFrom++
  return openFrom - kept === became ? keptTo + changed : keptTo
}

/** Words that were moved away left nothing behind that they could have become. */
function allOpen(forward: Int32Array, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (forward[index] !== -1) return false
  return true
}

/** A range may begin inside a word, or in the white space before one; it does so in the other text. */
function inside(offset: number, from: Tokens, index: number, to: Tokens, target: number): number {
  const into = offset - (from.starts[index] as number)
  let start = to.starts[target] as number
  for (let before = into; before < 0 && isSpace(to.text, start - 1); before++) start--
  return start + Math.max(0, into)
}

function insideEnd(offset: number, from: Tokens, index: number, to: Tokens, target: number): number {
  const beyond = offset - (from.ends[index] as number)
  let end = to.ends[target] as number
  for (let after = beyond; after > 0 && isSpace(to.text, end); after--) end++
  return end + Math.min(0, beyond)
}

const isSpace = (text: string, at: number) => /\s/.test(text.charAt(at))

/** The tokens that a range touches. */
export function spanOf(tokens: Tokens, range: Range): Span {
  const first = firstAfter(tokens.ends, range.start)
  let end = first
  while (end < tokens.count && (tokens.starts[end] as number) < range.end) end++
  return { first, end }
}

/** Index of the first entry of an ascending list that is larger. */
function firstAfter(list: Int32Array, value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}

function characters(tokens: Tokens, { first, end }: Span): number {
  let sum = 0
  for (let index = first; index < end; index++) sum += (tokens.ends[index] as number) - (tokens.starts[index] as number)
  return sum
}
