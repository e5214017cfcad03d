import type { Range } from '@core/text/model'

/** A stretch of text that bears what is said about it: marks, emphasis, a character that must be shown by name. */
export type MarkTree<T extends Range> = readonly (Range | { readonly span: T; readonly children: MarkTree<T> })[]

interface Open<T extends Range> {
  span: T
  children: (Range | { span: T; children: MarkTree<T> })[]
}

/**
 * Nests overlapping spans so that the text reads once, in order: a span inside another becomes its child, one that
 * crosses another is closed and opened again. Linear but for the sorting.
 *
 * @param spans in the order of `byPlace`; parts outside `range` are cut off
 */
export function markTree<T extends Range>(range: Range, spans: readonly T[]): MarkTree<T> {
  const root: Open<T>['children'] = []
  let open: Open<T>[] = []
  let at = range.start
  let next = 0

  const top = () => open[open.length - 1]?.children ?? root
  const write = (to: number) => {
    if (to > at) top().push({ start: at, end: to })
    at = Math.max(at, to)
  }
  const begin = (span: T) => {
    const made = { span, children: [] }
    top().push(made)
    open.push(made)
  }

  while (at < range.end) {
    while (next < spans.length && (spans[next] as T).start <= at) {
      const span = spans[next++] as T
      if (span.end > at) begin(span)
    }
    const stop = Math.min(range.end, (spans[next] as T | undefined)?.start ?? range.end, ...open.map((o) => o.span.end))
    write(stop)
    const firstEnded = open.findIndex((o) => o.span.end <= at)
    if (firstEnded < 0) continue
    const again = open.slice(firstEnded).filter((o) => o.span.end > at)
    open = open.slice(0, firstEnded)
    if (at < range.end) for (const { span } of again) begin(span)
  }
  return root
}
