import type { Run } from './pdf-runs'

/** A line of one column: its runs in the order they are read. */
export interface Line {
  readonly runs: readonly Run[]
  readonly page: number
  readonly x0: number
  readonly x1: number
  readonly baseline: number
  /** Of most of its characters. */
  readonly size: number
  readonly font: string
  readonly rtl: boolean
  readonly column: Column
}

/** Where lines that are read one after the other may begin and end. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** Runs whose baselines are as good as one. */
interface Row {
  readonly runs: Run[]
  readonly baseline: number
  readonly height: number
  /** Where nothing stands, from the left; made when it is first asked for. */
  gaps?: readonly Interval[]
}

/** Both sides of a gutter must hold so many lines, and so many characters in each, to be columns of text. */
const FEWEST_LINES = 3
const FEWEST_CHARACTERS = 12
/** Fewer lines than this could be one column whose wide gaps between words fell one below the other. */
const FEW_LINES = 8
/** Widths of a gutter and of a column, by the size of the type and by the width of what is divided. */
const NARROWEST_GUTTER = 0.75
const NARROWEST_COLUMN = 0.15

/**
 * The lines of a page in the order they are read. Rows that share a gutter, with text on both sides of it, are columns,
 * read one after the other; what stands above or below them across the whole width is read before or after. This is the
 * recursive cut of Nagy and Seth (1984), made by rows so that a wide head over narrow columns does not hide the gutter.
 */
export function readingOrder(runs: readonly Run[]): Line[] {
  return divide(rowsOf(runs))
}

/** From top to bottom. */
export function rowsOf(runs: readonly Run[]): Row[] {
  const sorted = [...runs].sort((a, b) => b.baseline - a.baseline || a.x0 - b.x0)
  const rows: Row[] = []
  for (const run of sorted) {
    const row = rows[rows.length - 1]
    // A raised or lowered figure belongs to the line that it stands on.
    if (row && row.baseline - run.baseline < Math.min(row.height, run.size) * 0.5) row.runs.push(run)
    else rows.push({ runs: [run], baseline: run.baseline, height: run.size })
  }
  return rows
}

function divide(rows: readonly Row[]): Line[] {
  const lines: Line[] = []
  let single: Row[] = []
  const flush = () => {
    lines.push(...linesOf(single))
    single = []
  }
  for (let at = 0; at < rows.length;) {
    const band = columnsFrom(rows, at)
    if (!band) {
      single.push(rows[at++] as Row)
      continue
    }
    flush()
    const taken = rows.slice(at, band.end)
    const side = (keep: (run: Run) => boolean) =>
      taken
        .map((row) => ({ ...row, runs: row.runs.filter(keep), gaps: undefined }))
        .filter((row) => row.runs.length > 0)
    const first = divide(side((run) => middle(run) < band.gutter))
    const second = divide(side((run) => middle(run) >= band.gutter))
    lines.push(...(mostlyRtl(taken) ? [...second, ...first] : [...first, ...second]))
    at = band.end
  }
  flush()
  return lines
}

type Interval = readonly [from: number, to: number]

/** The longest stretch of rows from `start` with one gutter between two columns; nothing where there is none. */
function columnsFrom(rows: readonly Row[], start: number): { end: number; gutter: number } | undefined {
  let free: readonly Interval[] = [[-Infinity, Infinity]]
  let left = Infinity
  let right = -Infinity
  let best: { end: number; free: readonly Interval[] } | undefined
  for (let at = start; at < rows.length; at++) {
    const row = rows[at] as Row
    const narrowest = row.height * NARROWEST_GUTTER
    free = intersect(free, (row.gaps ??= gapsOf(row, narrowest)), narrowest)
    for (const run of row.runs) {
      left = Math.min(left, run.x0)
      right = Math.max(right, run.x1)
    }
    const inner = free.filter(([from, to]) => from > left && to < right)
    if (inner.length > 0) best = { end: at + 1, free: inner }
    // Nothing but the margins is left, and a row only ever takes away.
    else if (free.every(([from, to]) => from === -Infinity || to === Infinity) && best) break
    else if (free.length <= 2 && !best && at - start >= FEWEST_LINES) return undefined
  }
  if (!best) return undefined
  const { end, free: gutters } = best
  const taken = rows.slice(start, end)
  const widest = [...gutters].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
  const gutter = widest.map(([from, to]) => (from + to) / 2).find((at) => isGutter(taken, at))
  if (gutter === undefined) return undefined
  return { end: lastOfBoth(taken, gutter) + start, gutter }
}

/** Whether both sides are text, not the cells of a table, the numbers of a list or wide gaps between words. */
function isGutter(rows: readonly Row[], at: number): boolean {
  const left = sideOf(rows, (run) => middle(run) < at)
  const right = sideOf(rows, (run) => middle(run) >= at)
  const width = Math.max(left.to, right.to) - Math.min(left.from, right.from)
  const isText = (side: Side) =>
    side.edges.length >= FEWEST_LINES &&
    side.characters / side.edges.length >= FEWEST_CHARACTERS &&
    side.to - side.from >= width * NARROWEST_COLUMN
  // Lines of a column begin at one place; words after a wide gap do not.
  const begins = mostlyRtl(rows) ? left.edges.map(([, to]) => to) : right.edges.map(([from]) => from)
  const aligned = mostAtOnePlace(begins, (rows[0] as Row).height * 0.5)
  return (
    isText(left) &&
    isText(right) &&
    aligned >= Math.max(FEWEST_LINES, begins.length * 0.6) &&
    !(begins.length < FEW_LINES && isWrittenAcross(rows, at))
  )
}

/** Whether the file gives most rows in one go: words of one line, then, rather than of two columns. */
function isWrittenAcross(rows: readonly Row[], at: number): boolean {
  let across = 0
  let both = 0
  for (const { runs } of rows) {
    const orders = runs.filter((run) => middle(run) < at).map((run) => run.order)
    const beyond = runs.filter((run) => middle(run) >= at).map((run) => run.order)
    if (orders.length === 0 || beyond.length === 0) continue
    both++
    if (Math.max(...orders) + 1 === Math.min(...beyond)) across++
  }
  return across * 2 > both
}

interface Side {
  characters: number
  from: number
  to: number
  /** Of each line. */
  readonly edges: Interval[]
}

function sideOf(rows: readonly Row[], keep: (run: Run) => boolean): Side {
  const side: Side = { characters: 0, from: Infinity, to: -Infinity, edges: [] }
  for (const row of rows) {
    let from = Infinity
    let to = -Infinity
    for (const run of row.runs) {
      if (!keep(run)) continue
      side.characters += run.text.length
      from = Math.min(from, run.x0)
      to = Math.max(to, run.x1)
    }
    if (from > to) continue
    side.edges.push([from, to])
    side.from = Math.min(side.from, from)
    side.to = Math.max(side.to, to)
  }
  return side
}

/** How many of the numbers lie within `slack` of the most popular place. */
function mostAtOnePlace(numbers: readonly number[], slack: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  let most = 0
  for (let from = 0, to = 0; to < sorted.length; to++) {
    while ((sorted[to] as number) - (sorted[from] as number) > slack) from++
    most = Math.max(most, to - from + 1)
  }
  return most
}

/** One side may be longer than the other, but a line far below both belongs to neither. */
function lastOfBoth(rows: readonly Row[], gutter: number): number {
  const near = (index: number) => rows.slice(Math.max(0, index - 2), index + 3).flatMap((row) => row.runs)
  const both = rows.findLastIndex((_, index) => {
    const runs = near(index)
    return runs.some((run) => middle(run) < gutter) && runs.some((run) => middle(run) >= gutter)
  })
  for (let at = both + 1; at < rows.length; at++) {
    const gap = (rows[at - 1] as Row).baseline - (rows[at] as Row).baseline
    if (gap > (rows[at] as Row).height * 3) return at
  }
  return rows.length
}

function gapsOf(row: Row, narrowest: number): Interval[] {
  const runs = row.runs.length > 1 ? [...row.runs].sort((a, b) => a.x0 - b.x0) : row.runs
  const gaps: Interval[] = []
  let end = -Infinity
  for (const run of runs) {
    if (run.x0 - end >= narrowest) gaps.push([end, run.x0])
    end = Math.max(end, run.x1)
  }
  gaps.push([end, Infinity])
  return gaps
}

function intersect(a: readonly Interval[], b: readonly Interval[], narrowest: number): Interval[] {
  const both: Interval[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [from, to] = a[i] as Interval
    const [start, end] = b[j] as Interval
    const low = Math.max(from, start)
    const high = Math.min(to, end)
    if (high - low >= narrowest) both.push([low, high])
    if (to < end) i++
    else j++
  }
  return both
}

/** Each row as one line of one column. */
function linesOf(rows: readonly Row[]): Line[] {
  if (rows.length === 0) return []
  const all = rows.flatMap((row) => row.runs)
  const column = {
    left: all.reduce((least, run) => Math.min(least, run.x0), Infinity),
    right: all.reduce((most, run) => Math.max(most, run.x1), -Infinity),
  }
  return rows.map((row) => lineOf(row, column))
}

function lineOf(row: Row, column: Column): Line {
  const rtl = mostlyRtl([row])
  const runs = [...row.runs].sort((a, b) => (rtl ? b.x1 - a.x1 : a.x0 - b.x0))
  const main = runs.reduce((most, run) => (run.text.length > most.text.length ? run : most))
  return {
    runs: rtl ? leftToRightStretches(runs) : runs,
    page: main.page,
    x0: Math.min(...runs.map((run) => run.x0)),
    x1: Math.max(...runs.map((run) => run.x1)),
    baseline: main.baseline,
    size: main.size,
    font: main.font,
    rtl,
    column,
  }
}

/** Within a line read from the right, words and figures that are read from the left keep their own order. */
function leftToRightStretches(runs: readonly Run[]): Run[] {
  const ordered: Run[] = []
  let stretch: Run[] = []
  for (const run of runs) {
    if (!run.rtl && /[\p{L}\p{N}]/u.test(run.text)) stretch.unshift(run)
    else {
      ordered.push(...stretch, run)
      stretch = []
    }
  }
  return [...ordered, ...stretch]
}

function mostlyRtl(rows: readonly Row[]): boolean {
  let balance = 0
  for (const row of rows) for (const run of row.runs) balance += run.rtl ? run.text.length : -run.text.length
  return balance > 0
}

/** Whether two runs of a line, one read after the other, are two words: the file says so, or the eye does. */
export function isGap(run: Run, next: Run): boolean {
  const size = Math.min(run.size, next.size)
  // Letters of these scripts touch, so that a narrow gap is one between words.
  if (run.rtl && next.rtl) return run.x0 - next.x1 > size * (run.space ? 0.05 : 0.15)
  const gap = Math.max(next.x0 - run.x1, run.x0 - next.x1)
  return gap > size * (run.space ? 0.05 : 0.25)
}

const middle = (run: Run) => (run.x0 + run.x1) / 2
