import { lowerBound } from '@core/text/offsets'

/** Lists kept in order and never changed in place: a step costs a copy of references, not a sort. */
export type Compare<T> = (a: T, b: T) => number

/** The list with the item in its place; what was there under the same order stays before it. */
export function placed<T>(list: readonly T[], item: T, compare: Compare<T>): T[] {
  const index = lowerBound(list.length, (i) => compare(list[i] as T, item) > 0)
  return [...list.slice(0, index), item, ...list.slice(index)]
}

/** The list without the item that compares equal to `item`. */
export function without<T>(list: readonly T[], item: T, compare: Compare<T>): readonly T[] {
  const index = lowerBound(list.length, (i) => compare(list[i] as T, item) >= 0)
  const held = list[index]
  return held !== undefined && compare(held, item) === 0 ? [...list.slice(0, index), ...list.slice(index + 1)] : list
}
