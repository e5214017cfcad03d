import type { Range } from '../text/model'

/** A stretch of one block that the same things cover. */
export interface Segment<T> extends Range {
  /** In the order they begin. */
  readonly over: readonly T[]
}

/**
 * Each block cut where something begins or ends on it, so that overlaps can be written one after the other.
 *
 * @param things in the order of the text
 * @returns a list of segments for each block
 */
export function segmentBlocks<T>(
  blocks: readonly Range[],
  things: readonly T[],
  rangeOf: (thing: T) => Range,
): Segment<T>[][] {
  let next = 0
  let active: T[] = []
  return blocks.map((block) => {
    for (; next < things.length && rangeOf(things[next] as T).start < block.end; next++) active.push(things[next] as T)
    active = active.filter((thing) => rangeOf(thing).end > block.start)
    return cut(block, active, rangeOf)
  })
}

function cut<T>(block: Range, things: readonly T[], rangeOf: (thing: T) => Range): Segment<T>[] {
  const edges = new Set([block.start, block.end])
  for (const range of things.map(rangeOf))
    for (const edge of [range.start, range.end]) if (edge > block.start && edge < block.end) edges.add(edge)
  const inOrder = [...edges].sort((a, b) => a - b)
  let next = 0
  let active: T[] = []
  return inOrder.slice(0, -1).map((start, index) => {
    const from = next
    while (next < things.length && rangeOf(things[next] as T).start <= start) next++
    active = [...active, ...things.slice(from, next)].filter((thing) => rangeOf(thing).end > start)
    return { start, end: inOrder[index + 1] as number, over: active }
  })
}
