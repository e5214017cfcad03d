import { LINE, type LineTable } from './line-table'
import { QUOTE } from './quotation-state'
import { NOT_LOWER } from './tokens'
import type { LineFacts } from './base-features'

export const RUN_FEATURES = [
  'runLength',
  'fromRunStart',
  'toRunEnd',
  'runNgramMean',
  'runNgramMax',
  'runNgramMin',
  'runStory',
  'runStop',
  'runBullets',
  'runMarkers',
  'runRepeats',
  'runHeadlines',
  'runNames',
  'runNewNames',
  'markerAbove',
  'markerBelow',
  'introColon',
  'introOpenQuote',
  'introStop',
  'introWords',
  'outroLower',
  'outroQuote',
  'shapeNgramMean',
  'shapeCount',
  'shapeAlone',
  'shapeStory',
] as const

const FAR = 12
const AGGREGATES = 11
/** Words from which a line without a full stop is counted as a headline. */
const HEADLINE_WORDS = 4
const SHAPES = 64

/** Runs of lines that are not running text, and groups of lines of one shape; what is known of each. */
export class Runs {
  /** First line of the run a line is in, and the line after its last. A paragraph of running text is a run by itself. */
  readonly first: Int32Array
  readonly end: Int32Array
  readonly shape: Uint8Array
  readonly count: number
  readonly longest: number
  readonly alone: number
  private readonly aggregate: Float32Array
  private readonly above: Uint8Array
  private readonly below: Uint8Array
  private readonly shapes = new Float32Array(SHAPES * 4)

  constructor(private readonly facts: LineFacts) {
    const { table, ties, ngrams } = facts
    const { count } = table
    this.first = new Int32Array(count)
    this.end = new Int32Array(count)
    this.shape = new Uint8Array(count)
    this.aggregate = new Float32Array(count * AGGREGATES)
    this.above = new Uint8Array(count).fill(FAR)
    this.below = new Uint8Array(count).fill(FAR)
    let runs = 0
    let longest = 0
    let alone = 0
    for (let from = 0; from < count;) {
      let to = from + 1
      if (!isProse(table, from)) while (to < count && !isProse(table, to)) to++
      this.fillRun(from, to)
      if (!isProse(table, from)) {
        runs++
        longest = Math.max(longest, to - from)
        if (to - from === 1) alone++
      }
      from = to
    }
    for (let line = 0; line < count; line++) {
      const shape = shapeOf(table, line)
      this.shape[line] = shape
      const at = shape * 4
      this.shapes[at] = (this.shapes[at] as number) + 1
      this.shapes[at + 1] = (this.shapes[at + 1] as number) + (ngrams[line] as number)
      this.shapes[at + 2] =
        (this.shapes[at + 2] as number) + ((this.end[line] as number) - (this.first[line] as number) === 1 ? 1 : 0)
      this.shapes[at + 3] = (this.shapes[at + 3] as number) + (ties.story[line] as number)
    }
    this.count = runs
    this.longest = longest
    this.alone = alone
  }

  private fillRun(from: number, to: number): void {
    const { table, ties, ngrams, sameLine } = this.facts
    let sum = 0
    let most = -99
    let least = 99
    let story = 0
    let stops = 0
    let bullets = 0
    let markers = 0
    let repeats = 0
    let headlines = 0
    let words = 0
    let names = 0
    let newNames = 0
    let since = FAR
    for (let line = from; line < to; line++) {
      this.first[line] = from
      this.end[line] = to
      const score = ngrams[line] as number
      sum += score
      most = Math.max(most, score)
      least = Math.min(least, score)
      story += ties.story[line] as number
      const flags = table.flags[line] as number
      if (flags & LINE.stop) stops++
      else if (wordsOf(table, line) >= HEADLINE_WORDS) headlines++
      if ((sameLine[line] as number) > 1) repeats++
      words += ties.contentWords[line] as number
      names += (ties.knownNames[line] as number) + (ties.newNames[line] as number)
      newNames += ties.newNames[line] as number
      if (flags & (LINE.bullet | LINE.numbered)) bullets++
      this.above[line] = Math.min(FAR, since)
      since++
      if (flags & (LINE.markerWhole | LINE.markerStart)) {
        markers++
        since = 1
      }
    }
    since = FAR
    for (let line = to - 1; line >= from; line--) {
      this.below[line] = Math.min(FAR, since)
      since++
      if ((table.flags[line] as number) & (LINE.markerWhole | LINE.markerEnd)) since = 1
    }
    const length = to - from
    const totals = [sum, most * length, least * length, story, stops, bullets, markers, repeats, headlines]
    const at = from * AGGREGATES
    totals.forEach((total, i) => (this.aggregate[at + i] = total / length))
    this.aggregate[at + totals.length] = words ? names / words : 0
    this.aggregate[at + totals.length + 1] = names ? newNames / names : 0
  }

  /** Writes RUN_FEATURES at `out[at …]`; returns the place after them. */
  write(line: number, out: Float32Array, at: number): number {
    const { table, quotes } = this.facts
    const from = this.first[line] as number
    const to = this.end[line] as number
    let place = at
    const put = (value: number) => {
      out[place++] = value
    }
    put(Math.log2(to - from))
    put(Math.log2(1 + line - from))
    put(Math.log2(to - line))
    for (let i = 0; i < AGGREGATES; i++) put(this.aggregate[from * AGGREGATES + i] as number)
    put(this.above[line] as number)
    put(this.below[line] as number)
    const intro = from - 1
    if (intro >= 0) {
      const last = table.text.charCodeAt((table.end[intro] as number) - 1)
      put(last === 0x3a || last === 0xff1a ? 1 : 0)
      put((quotes[intro] as number) & QUOTE.open ? 1 : 0)
      put((table.flags[intro] as number) & LINE.stop ? 1 : 0)
      put(Math.log2(1 + wordsOf(table, intro)))
    } else for (let i = 0; i < 4; i++) put(-1)
    if (to < table.count) {
      const opening = table.tokens.flags[table.firstToken[to] as number] as number
      put(wordsOf(table, to) && !(opening & NOT_LOWER) ? 1 : 0)
      put((quotes[to] as number) & QUOTE.begins ? 1 : 0)
    } else for (let i = 0; i < 2; i++) put(-1)
    const shape = (this.shape[line] as number) * 4
    const members = this.shapes[shape] as number
    put((this.shapes[shape + 1] as number) / members)
    put(Math.log2(members))
    put((this.shapes[shape + 2] as number) / members)
    put((this.shapes[shape + 3] as number) / members)
    return place
  }
}

const isProse = (table: LineTable, line: number) => ((table.flags[line] as number) & LINE.prose) !== 0
const wordsOf = (table: LineTable, line: number) =>
  (table.firstToken[line + 1] as number) - (table.firstToken[line] as number)

/** Lines that look alike: length in four steps, full stop, list marker, running text, capital or number first. */
function shapeOf(table: LineTable, line: number): number {
  const words = wordsOf(table, line)
  const flags = table.flags[line] as number
  const length = words <= 2 ? 0 : words <= 6 ? 1 : words <= 14 ? 2 : 3
  const opening = words ? (table.tokens.flags[table.firstToken[line] as number] as number) : 0
  return (
    length * 16 +
    (flags & LINE.stop ? 8 : 0) +
    (flags & (LINE.bullet | LINE.numbered) ? 4 : 0) +
    (flags & LINE.prose ? 2 : 0) +
    (opening & 4 ? 1 : 0)
  )
}
