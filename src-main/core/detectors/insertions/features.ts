import { BASE_FEATURES, BASE_WIDTH, baseFeatures, baseIndex, type BaseFeature, type LineFacts } from './base-features'
import { LINE } from './line-table'
import { RUN_FEATURES, Runs, SHAPES } from './runs'
import { TOKEN } from './tokens'

/** What is read of the lines around a line. */
const NEIGHBOUR: readonly BaseFeature[] = [
  'characters', 'stop', 'prose', 'bullet', 'capitals', 'numbers', 'marker', 'markerWhole', 'related', 'advertisement', 'story', 'ngrams', 'functionWords',
]
const REACH = 3
const DOCUMENT_FEATURES = [
  'lines', 'proseShare', 'bulletShare', 'aloneShare', 'longestRun', 'markerShare', 'ideographShare', 'repeatShare', 'ngramMean', 'ngramHigh',
  'shortStops', 'place', 'fromTop', 'toBottom',
] as const
const PROBABILITY_REACH = 5

const around = (reach: number) => Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach).filter((offset) => offset !== 0)
const NEIGHBOUR_INDEXES = NEIGHBOUR.map(baseIndex)

/** The features of the first stage, in order. */
export const LINE_FEATURES: readonly string[] = [
  ...BASE_FEATURES,
  ...around(REACH).flatMap((offset) => NEIGHBOUR.map((name) => `${name}@${offset}`)),
  ...RUN_FEATURES,
  ...DOCUMENT_FEATURES,
]
export const LINE_WIDTH = LINE_FEATURES.length

/** What the second stage adds: what the first said of the line, the lines around it, its run, lines of its shape. */
export const SECOND_FEATURES: readonly string[] = [
  'p',
  ...around(PROBABILITY_REACH).map((offset) => `p@${offset}`),
  'pRunMean', 'pRunMax', 'pRunMin', 'pShapeMean', 'pDocumentShare', 'pDocumentMax', 'pSoFar', 'pBlockLength',
]
export const SECOND_WIDTH = LINE_WIDTH + SECOND_FEATURES.length

const PAGE = 4096

/** Writes feature vectors. Rows of base features are kept a page at a time, so that memory stays flat. */
export class FeatureWriter {
  readonly runs: Runs
  private readonly rows: Float32Array
  private pageStart = -1
  private readonly document: Float32Array

  constructor(readonly facts: LineFacts) {
    this.runs = new Runs(facts)
    this.rows = new Float32Array((Math.min(PAGE, facts.table.count) + 2 * REACH) * BASE_WIDTH)
    this.document = documentFeatures(facts, this.runs)
  }

  /** The first stage's features of a line; lines asked for in order are fastest. */
  write(line: number, out: Float32Array): void {
    const { count } = this.facts.table
    const page = line - (line % PAGE)
    if (page !== this.pageStart) this.load(page)
    const own = (line - page + REACH) * BASE_WIDTH
    for (let i = 0; i < BASE_WIDTH; i++) out[i] = this.rows[own + i] as number
    let at: number = BASE_WIDTH
    for (let offset = -REACH; offset <= REACH; offset++) {
      if (offset === 0) continue
      const there = line + offset
      const row = own + offset * BASE_WIDTH
      if (there < 0 || there >= count) for (let i = 0; i < NEIGHBOUR_INDEXES.length; i++) out[at++] = -2
      else for (let i = 0; i < NEIGHBOUR_INDEXES.length; i++) out[at++] = this.rows[row + (NEIGHBOUR_INDEXES[i] as number)] as number
    }
    at = this.runs.write(line, out, at)
    for (let i = 0; i < this.document.length; i++) out[at++] = this.document[i] as number
    out[at++] = line / count
    out[at++] = Math.log2(1 + line)
    out[at++] = Math.log2(count - line)
  }

  private load(page: number): void {
    const { count } = this.facts.table
    const from = Math.max(0, page - REACH)
    const to = Math.min(count, page + PAGE + REACH)
    for (let line = from; line < to; line++) baseFeatures(this.facts, line, this.rows, (line - page + REACH) * BASE_WIDTH)
    this.pageStart = page
  }
}

function documentFeatures(facts: LineFacts, runs: Runs): Float32Array {
  const { table, ngrams, sameLine } = facts
  const { count, flags } = table
  let prose = 0
  let bullets = 0
  let markers = 0
  let repeats = 0
  let sum = 0
  let high = 0
  let stops = 0
  for (let line = 0; line < count; line++) {
    const bits = flags[line] as number
    if (bits & (LINE.bullet | LINE.numbered)) bullets++
    if (bits & (LINE.markerWhole | LINE.markerStart)) markers++
    if ((sameLine[line] as number) > 1) repeats++
    if ((ngrams[line] as number) > 0) high++
    if (bits & LINE.prose) prose++
    else {
      sum += ngrams[line] as number
      if (bits & LINE.stop) stops++
    }
  }
  let ideographs = 0
  const looked = Math.min(table.tokens.count, 2000)
  for (let token = 0; token < looked; token++) if ((table.tokens.flags[token] as number) & TOKEN.ideograph) ideographs++
  const short = Math.max(1, count - prose)
  return Float32Array.of(
    Math.log2(1 + count), prose / count, bullets / count, runs.alone / Math.max(1, runs.count), runs.longest / count, markers / count,
    ideographs / Math.max(1, looked), repeats / count, sum / short, high / count, stops / short,
  )
}

/** Adds what the first stage said (`p`, log-odds by line) to features that `FeatureWriter.write` put into `out`. */
export class SecondStage {
  private readonly shapeSum = new Float64Array(SHAPES)
  private readonly shapeCount = new Int32Array(SHAPES)
  private readonly runMean: Float32Array
  private readonly runMax: Float32Array
  private readonly runMin: Float32Array
  private readonly blockStart: Int32Array
  private readonly blockEnd: Int32Array
  private share = 0
  private most = -99

  constructor(
    private readonly runs: Runs,
    private readonly p: Float32Array,
  ) {
    const count = p.length
    this.runMean = new Float32Array(count)
    this.runMax = new Float32Array(count)
    this.runMin = new Float32Array(count)
    this.blockStart = new Int32Array(count)
    this.blockEnd = new Int32Array(count)
    for (let from = 0; from < count; ) {
      const to = runs.end[from] as number
      let sum = 0
      let most = -99
      let least = 99
      for (let line = from; line < to; line++) {
        const value = p[line] as number
        sum += value
        most = Math.max(most, value)
        least = Math.min(least, value)
        const shape = runs.shape[line] as number
        this.shapeSum[shape] = (this.shapeSum[shape] as number) + value
        this.shapeCount[shape] = (this.shapeCount[shape] as number) + 1
        if (value > 0) this.share += 1 / count
      }
      this.most = Math.max(this.most, most)
      this.runMean.fill(sum / (to - from), from, to)
      this.runMax.fill(most, from, to)
      this.runMin.fill(least, from, to)
      from = to
    }
    // Blocks of lines on the same side of even odds.
    for (let from = 0; from < count; ) {
      let to = from + 1
      while (to < count && (p[to] as number) > 0 === (p[from] as number) > 0) to++
      this.blockStart.fill(from, from, to)
      this.blockEnd.fill(to, from, to)
      from = to
    }
  }

  write(line: number, out: Float32Array): void {
    const { p } = this
    let at = LINE_WIDTH
    out[at++] = p[line] as number
    for (let offset = -PROBABILITY_REACH; offset <= PROBABILITY_REACH; offset++) {
      if (offset === 0) continue
      const there = line + offset
      out[at++] = there < 0 || there >= p.length ? -9 : (p[there] as number)
    }
    const shape = this.runs.shape[line] as number
    out[at++] = this.runMean[line] as number
    out[at++] = this.runMax[line] as number
    out[at++] = this.runMin[line] as number
    out[at++] = (this.shapeSum[shape] as number) / (this.shapeCount[shape] as number)
    out[at++] = this.share
    out[at++] = this.most
    out[at++] = line - (this.blockStart[line] as number)
    out[at++] = (this.blockEnd[line] as number) - (this.blockStart[line] as number)
  }
}
