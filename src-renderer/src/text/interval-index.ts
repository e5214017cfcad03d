import type { Range } from '@core/text/model'

export interface Interval extends Range {
  readonly id: string
}

/** UTF-16 units a bucket covers: about a paragraph, so that a question about a block looks into two or three. */
const BUCKET = 1_024

/**
 * Which ranges touch a stretch of text. Ranges are kept in buckets of the text, so adding, removing and asking cost
 * what the stretch costs, whatever the number of ranges. Offsets are UTF-16.
 */
export class IntervalIndex<T extends Interval> {
  readonly #items = new Map<string, T>()
  readonly #buckets = new Map<number, Map<string, T>>()

  get(id: string): T | undefined {
    return this.#items.get(id)
  }

  /** Puts an item in, in the place of the one with its id. */
  set(item: T): void {
    this.delete(item.id)
    this.#items.set(item.id, item)
    for (let bucket = bucketOf(item.start); bucket <= bucketOf(item.end); bucket++) {
      const held = this.#buckets.get(bucket)
      if (held) held.set(item.id, item)
      else this.#buckets.set(bucket, new Map([[item.id, item]]))
    }
  }

  /** @returns the item that was there */
  delete(id: string): T | undefined {
    const item = this.#items.get(id)
    if (!item) return undefined
    this.#items.delete(id)
    for (let bucket = bucketOf(item.start); bucket <= bucketOf(item.end); bucket++) {
      const held = this.#buckets.get(bucket)
      held?.delete(id)
      if (held?.size === 0) this.#buckets.delete(bucket)
    }
    return item
  }

  clear(): void {
    this.#items.clear()
    this.#buckets.clear()
  }

  /** Items that share at least one character with the stretch, by start and, of one start, the longest first. */
  overlapping(start: number, end: number): T[] {
    const found: T[] = []
    for (let bucket = bucketOf(start); bucket <= bucketOf(end); bucket++)
      for (const item of this.#buckets.get(bucket)?.values() ?? [])
        // An item that began in an earlier bucket of the question was met there.
        if (item.start < end && item.end > start && Math.max(bucketOf(item.start), bucketOf(start)) === bucket)
          found.push(item)
    return found.sort(byPlace)
  }
}

const bucketOf = (offset: number) => Math.floor(offset / BUCKET)

/** The order of the text; of two that start together the longer first, so that the shorter lies inside it. */
export function byPlace(a: Interval, b: Interval): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
