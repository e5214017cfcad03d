import type { Interval } from './interval-index'

/**
 * A lane for each range so that ranges which overlap have different ones: the underlines of a line are stacked by it.
 * Lanes count from 0 and are reused as soon as they are free; beyond `most` they are shared.
 *
 * @param items in the order of the text
 */
export function lanesOf(items: readonly Interval[], most = 4): Map<string, number> {
  const ends: number[] = []
  const lanes = new Map<string, number>()
  for (const { id, start, end } of items) {
    const free = ends.findIndex((taken) => taken <= start)
    const lane = free >= 0 ? free : Math.min(ends.length, most - 1)
    ends[lane] = Math.max(ends[lane] ?? 0, end)
    lanes.set(id, lane)
  }
  return lanes
}
