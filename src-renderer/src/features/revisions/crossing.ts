import type { Hunk } from '@contract/revisions'
import type { Range } from '@core/text/model'
import { lowerBound } from '@core/text/offsets'

const SPACE = /\s/

/**
 * From offsets in a stretch that both texts have to those of the other text. The words are the same, the white space
 * between them need not be. Ask with rising offsets: the way is gone once. UTF-16.
 */
export function crossing(
  { fromStart, fromEnd, toStart, toEnd }: Hunk,
  from: string,
  to: string,
): (offset: number) => number {
  const isEven = fromEnd - fromStart === toEnd - toStart
  if (isEven && from.slice(fromStart, fromEnd) === to.slice(toStart, toEnd))
    return (offset) => offset - fromStart + toStart
  let [i, j] = [fromStart, toStart]
  return (offset) => {
    while (i < offset && i < fromEnd) {
      if (SPACE.test(from.charAt(i))) i++
      else {
        while (j < toEnd && SPACE.test(to.charAt(j))) j++
        i++
        j++
      }
    }
    return Math.min(j, toEnd)
  }
}

/** The comparison read the other way round. */
export function reversed(hunks: readonly Hunk[]): Hunk[] {
  const kinds = { same: 'same', removed: 'added', added: 'removed' } as const
  return hunks.map(({ kind, fromStart, fromEnd, toStart, toEnd }) => ({
    kind: kinds[kind],
    fromStart: toStart,
    fromEnd: toEnd,
    toStart: fromStart,
    toEnd: fromEnd,
  }))
}

/**
 * Where a range of the earlier text lies in the later one, from its first word that is still there to its last; nothing
 * where none is. UTF-16.
 */
export function rangeAcross(
  hunks: readonly Hunk[],
  { start, end }: Range,
  from: string,
  to: string,
): Range | undefined {
  let found: { start: number; end: number } | undefined
  for (let at = firstHunk(hunks, start); at < hunks.length; at++) {
    const hunk = hunks[at] as Hunk
    if (hunk.fromStart >= end) break
    const [first, last] = [Math.max(start, hunk.fromStart), Math.min(end, hunk.fromEnd)]
    if (hunk.kind !== 'same' || from.slice(first, last).trim() === '') continue
    const across = crossing(hunk, from, to)
    const [begins, ends] = [across(first), across(last)]
    found = { start: Math.min(found?.start ?? begins, begins), end: Math.max(found?.end ?? ends, ends) }
  }
  return found
}

/** Where in the later text a place of the earlier one was, or would be. UTF-16. */
export function placeAcross(hunks: readonly Hunk[], offset: number): number {
  const hunk = hunks[firstHunk(hunks, offset)]
  if (!hunk) return hunks.at(-1)?.toEnd ?? 0
  const { kind, fromStart, toStart, toEnd } = hunk
  return kind === 'same' ? Math.min(toStart + Math.max(0, offset - fromStart), toEnd) : toStart
}

/** The first hunk that ends after an offset of the earlier text: hunks are in the order of both. */
function firstHunk(hunks: readonly Hunk[], offset: number): number {
  return lowerBound(hunks.length, (index) => (hunks[index] as Hunk).fromEnd > offset)
}
