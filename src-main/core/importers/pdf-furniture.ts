import { isGap, rowsOf } from './pdf-layout'
import type { Aside, PdfPage, Run } from './pdf-runs'

/** Rows looked at from either end of a page, and the part of its height that they may lie in. */
const ROWS = 4
const ZONE = 0.16
/** Points by which a running head may move from page to page. */
const DRIFT = 6

export interface TidiedPage extends PdfPage {
  /** Running heads and page numbers, in the order they stand. */
  readonly furniture: readonly Aside[]
}

interface EdgeRow {
  readonly runs: readonly Run[]
  readonly baseline: number
  /** Lower case, every number as one sign. */
  readonly key: string
  readonly text: string
}

/**
 * Takes running heads, running feet and page numbers off the pages: lines at either end of a page that come again at
 * the same height with the same words (numbers aside), numbers that count with the pages, and what the file itself
 * marks as an artifact there.
 */
export function takeFurniture(pages: readonly PdfPage[]): TidiedPage[] {
  const heads = pages.map((page) => edgeRows(page, 'top'))
  const feet = pages.map((page) => edgeRows(page, 'bottom'))
  const repeated = [repeatedKeys(heads), repeatedKeys(feet)] as const
  const offsets = [numberOffset(heads), numberOffset(feet)] as const
  return pages.map((page, index) => {
    const taken = new Set<Run>()
    const furniture: Aside[] = []
    for (const [side, rows] of [heads[index] ?? [], feet[index] ?? []].entries())
      for (const row of rows) {
        const reason = reasonFor(row, index, repeated[side] as Repeats, offsets[side], pages.length)
        if (!reason) break
        for (const run of row.runs) taken.add(run)
        furniture.push({ text: row.text, reason })
      }
    return { ...page, runs: page.runs.filter((run) => !taken.has(run)), furniture }
  })
}

function reasonFor(
  row: EdgeRow,
  page: number,
  repeated: Repeats,
  offset: number | undefined,
  pages: number,
): string | undefined {
  const number = pageNumber(row.text)
  if (number !== undefined && (number - page === offset || (pages === 1 && number === 1))) return 'page number'
  if (row.runs.every((run) => run.artifact)) return number === undefined ? 'running head' : 'page number'
  const places = repeated.get(row.key)
  const needed = pages > 6 ? 3 : 2
  if (!places || places.filter((at) => Math.abs(at - row.baseline) <= DRIFT).length < needed) return undefined
  return number === undefined ? 'running head' : 'page number'
}

/** Heights at which a line with this key stands, on whatever page. */
type Repeats = ReadonlyMap<string, readonly number[]>

function repeatedKeys(pages: readonly (readonly EdgeRow[])[]): Repeats {
  const places = new Map<string, number[]>()
  for (const rows of pages)
    for (const { key, baseline } of rows)
      if (/\p{L}/u.test(key)) places.set(key, [...(places.get(key) ?? []), baseline])
  return places
}

/** What is to be added to a page's index to get the number printed on it; the same on two pages in three, or nothing. */
function numberOffset(pages: readonly (readonly EdgeRow[])[]): number | undefined {
  const votes = new Map<number, number>()
  let numbered = 0
  for (const [index, rows] of pages.entries()) {
    const number = rows.map((row) => pageNumber(row.text)).find((one) => one !== undefined)
    if (number === undefined) continue
    numbered++
    votes.set(number - index, (votes.get(number - index) ?? 0) + 1)
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0]
  return best && best[1] >= 2 && best[1] * 3 >= numbered * 2 ? best[0] : undefined
}

const NUMBER =
  /^[\s\-–—|·[(]*(?:page|seite|p\.|s\.|pág\.?)?\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de|sur|di|van)\s*\d{1,4})?[\s\-–—|·.\])]*$/iu

/** The number that a line is, if it is nothing else. */
function pageNumber(line: string): number | undefined {
  const digits = NUMBER.exec(line)?.[1]
  if (!digits) return undefined
  return /\d/.test(digits) ? Number(digits) : roman(digits.toLowerCase())
}

function roman(digits: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  return [...digits].reduce((sum, digit, at) => {
    const value = values[digit] ?? 0
    return sum + (value < (values[digits[at + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}

/** The outermost rows of a page, from the edge inwards. */
function edgeRows(page: PdfPage, side: 'top' | 'bottom'): EdgeRow[] {
  const depth = (page.top - page.bottom) * ZONE
  const near = page.runs.filter((run) =>
    side === 'top' ? run.baseline > page.top - depth : run.baseline < page.bottom + depth,
  )
  const rows = rowsOf(near)
  const fromEdge = side === 'top' ? rows.slice(0, ROWS) : rows.reverse().slice(0, ROWS)
  return fromEdge.map(({ runs, baseline }) => {
    const inOrder = [...runs].sort((a, b) => a.x0 - b.x0)
    const text = inOrder.reduce((line, run, at) => {
      const before = inOrder[at - 1]
      return line + (before && isGap(before, run) ? ' ' : '') + run.text
    }, '')
    return { runs, baseline, text, key: text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ') }
  })
}
