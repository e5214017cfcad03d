/**
 * Transient things are painted by the CSS Custom Highlight API, which leaves the page as it is: `::highlight(name)`.
 * Each name is set and taken away by its owner; others are never touched.
 */
export function paintHighlight(name: string, ranges: readonly (Range | undefined)[], priority = 0): void {
  const there = ranges.filter((range) => range !== undefined)
  if (there.length === 0) {
    CSS.highlights.delete(name)
    return
  }
  const highlight = new Highlight(...there)
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
}
