import type { Placement as Outcome } from '../../contract/taxonomies'
import type { Range } from '../text/model'
import { offsetMap } from '../text/offsets'
import { fold, foldedText } from './folded-text'
import { passagesIn } from './passages'
import { reanchor } from './reanchor'

/** What another program says of a place, as far as it can be understood without its page. */
export interface Spot {
  readonly quote?: { readonly exact: string; readonly prefix: string; readonly suffix: string }
  /** In code points or in UTF-16 code units: programs differ, and the quote tells. */
  readonly position?: Range
  /** From the beginning of one to the beginning of another. */
  readonly between?: { readonly from: Spot; readonly to: Spot }
  /** The place that this one is a part of; a position counts from its beginning. */
  readonly within?: Spot
}

/** Several ways of saying one place. */
export interface Pointing {
  readonly spots: readonly Spot[]
  /** Whether it names the very text that it is looked for in: its position is then good without a quote. */
  readonly ofThisText: boolean
}

export interface SpotFound extends Range {
  readonly outcome: Outcome
}

export type Unit = 'code-points' | 'utf-16'

/** Occurrences of one quote that are weighed. */
const OCCURRENCES = 2_000
/** Quotes that are compared word by word because the text does not have them exactly. */
const COMPARED = 2_000
/** Folded characters from which on words that stand nowhere else are enough by themselves. */
const TELLING = 24
/** How much better than the next a place must be, of 2 for all the context and 1 for the position. */
const LEAD = 0.25

/**
 * Where others' annotations stand on a text. Exact words decide, helped by what stands around them and by positions;
 * where several places are as good, or the surroundings say otherwise, there is none. Words that are not there any more
 * are looked for as after a change of the text.
 *
 * @param unit what positions count in where nothing tells
 */
export function findSpots(pointings: readonly Pointing[], text: string, unit: Unit): (SpotFound | undefined)[] {
  const search = createSearch(pointings, text, unit)
  const found = pointings.map((pointing): SpotFound | undefined => {
    for (const spot of pointing.spots) {
      const range = search.place(spot, pointing.ofThisText)
      if (range) return { ...range, outcome: 'same' }
    }
    return undefined
  })
  const missing = pointings
    .flatMap(({ spots }, index) => {
      const quote = found[index] ? undefined : spots.find(({ quote }) => quote)?.quote
      const position = spots.find(({ quote }) => quote)?.position
      return quote && quote.exact.trim() && !search.has(quote.exact) ? [{ index, quote, position }] : []
    })
    .slice(0, COMPARED)
  const anchors = missing.map(({ quote, position }, index) => {
    // Without a position they are taken to come in the order of the text.
    const start = position?.start ?? Number.MAX_SAFE_INTEGER / 2 + index * 100_000
    return { start, end: start + quote.exact.length, ...quote }
  })
  for (const [index, placement] of (anchors.length ? reanchor(anchors, undefined, text) : []).entries())
    if (placement.outcome !== 'orphaned')
      found[(missing[index] as { index: number }).index] = {
        start: placement.start,
        end: placement.end,
        outcome: placement.outcome,
      }
  return found
}

function createSearch(pointings: readonly Pointing[], text: string, preferred: Unit) {
  const map = foldedText(text)
  const offsets = offsetMap(text)
  const toUtf16 = (at: number, unit: Unit) => (unit === 'utf-16' ? Math.min(at, text.length) : offsets.toUtf16(at))
  const units: readonly Unit[] = preferred === 'utf-16' ? ['utf-16', 'code-points'] : ['code-points', 'utf-16']
  const proven = units.find((unit) => {
    const both = pointings.flatMap(({ spots }) => spots.filter((one) => one.quote && one.position && !one.within))
    const right = both.filter(
      ({ quote, position }) =>
        position && text.slice(toUtf16(position.start, unit), toUtf16(position.end, unit)) === quote?.exact,
    )
    return both.length > 0 && right.length === both.length
  })
  const passages = passagesIn(map.folded, pointings.length)
  const there = new Map<string, boolean>()

  /** A position as a range of the text; it counts from the beginning of `scope`. */
  function at(position: Range, unit: Unit, scope: Range): Range | undefined {
    const from = unit === 'utf-16' ? scope.start : offsets.toCodePoints(scope.start)
    const start = toUtf16(from + position.start, unit)
    const end = toUtf16(from + position.end, unit)
    return start < end && end <= scope.end ? { start, end } : undefined
  }

  function placeQuote(
    { exact, prefix, suffix }: NonNullable<Spot['quote']>,
    position: Range | undefined,
    scope: Range,
  ) {
    const words = fold(exact).trim()
    if (!words) return undefined
    const [before, after] = [fold(prefix).trimStart(), fold(suffix).trimEnd()]
    const hasContext = Boolean(before.trim() || after.trim())
    const positions = new Set<number>()
    for (const unit of position ? units : []) {
      const range = at(position as Range, unit, scope)
      if (!range) continue
      const start = map.at(range.start)
      // White space that the quote begins with is not part of `words`.
      positions.add(map.folded.charAt(start) === ' ' ? start + 1 : start)
    }
    const candidates = occurrences(words, scope).map((start) => {
      const end = start + words.length
      const sides = [
        alike(before, map.folded.slice(Math.max(0, start - before.length), start), -1),
        alike(after, map.folded.slice(end, end + after.length), 1),
      ]
      const isAtPosition = positions.has(start)
      return {
        start,
        end,
        isAtPosition,
        best: Math.max(...sides),
        merit: sides.reduce((sum, side) => sum + side, isAtPosition ? 1 : 0),
      }
    })
    const [first, second] = candidates.sort((a, b) => b.merit - a.merit)
    if (!first || (second && first.merit - second.merit < LEAD)) return undefined
    const isAlone = !second && (!hasContext || words.length >= TELLING)
    const isThere = first.isAtPosition && (!hasContext || words.length >= TELLING / 2 || first.best >= LEAD)
    if (!isAlone && !isThere && first.best < 0.5) return undefined
    return { start: map.startOf(first.start), end: map.endOf(first.end) }
  }

  function occurrences(words: string, scope: Range): number[] {
    const to = scope.end >= text.length ? map.folded.length : map.at(scope.end)
    const list = passages.find(words, map.at(scope.start), to, OCCURRENCES)
    there.set(words, (there.get(words) ?? false) || list.length > 0)
    return list
  }

  function place({ quote, position, between, within }: Spot, ofThisText: boolean): Range | undefined {
    const scope = within ? place(within, ofThisText) : { start: 0, end: text.length }
    if (!scope) return undefined
    if (between) {
      const [from, to] = [place(between.from, ofThisText), place(between.to, ofThisText)]
      return from && to && from.start < to.start && scope.start <= from.start && to.start <= scope.end
        ? { start: from.start, end: to.start }
        : undefined
    }
    if (quote) return placeQuote(quote, position, scope)
    if (!position || !(ofThisText || within || proven)) return undefined
    const unit = ofThisText ? preferred : (proven ?? preferred)
    return at(position, unit, scope)
  }

  return { place, has: (exact: string) => there.get(fold(exact).trim()) ?? false }
}

/** Share of the context whose characters next to the quote are the same, 0 to 1. @param side -1 before it, 1 after it */
function alike(context: string, there: string, side: -1 | 1): number {
  if (!context.trim()) return 0
  let same = 0
  while (
    same < context.length &&
    same < there.length &&
    (side < 0
      ? context.charAt(context.length - 1 - same) === there.charAt(there.length - 1 - same)
      : context.charAt(same) === there.charAt(same))
  )
    same++
  return same / context.length
}
