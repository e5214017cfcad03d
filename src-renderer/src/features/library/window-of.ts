/** Rows kept ready beyond each edge, so that scrolling shows no gaps. */
const BEYOND = 8

/**
 * Which rows of a list of equal rows have to exist: those in the viewport and a few beyond. Heights in CSS pixels;
 * `last` is exclusive.
 */
export function windowOf(list: { count: number; rowHeight: number; scrollTop: number; viewport: number }): {
  first: number
  last: number
} {
  const height = Math.max(1, list.rowHeight)
  const first = Math.max(0, Math.min(list.count, Math.floor(list.scrollTop / height)) - BEYOND)
  const last = Math.min(list.count, Math.ceil((list.scrollTop + list.viewport) / height) + BEYOND)
  return { first, last: Math.max(first, last) }
}
