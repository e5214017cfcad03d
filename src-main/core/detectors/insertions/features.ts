import { BASE_FEATURES, BASE_WIDTH, baseFeatures, baseIndex, type BaseFeature, type LineFacts } from './base-features'
import { LINE } from './line-table'
import { RUN_FEATURES, Runs } from './runs'
import { TOKEN } from './tokens'

/** What is read of the lines around a line. */
const NEIGHBOUR: readonly BaseFeature[] = [
  'characters',
  'stop',
  'prose',
  'bullet',
  'capitals',
  'numbers',
  'marker',
  'markerWhole',
  'related',
  'advertisement',
  'story',
  'ngrams',
  'functionWords',
]
const REACH = 3
const DOCUMENT_FEATURES = [
  'lines',
  'proseShare',
  'bulletShare',
  'aloneShare',
  'longestRun',
  'markerShare',
  'ideographShare',
  'repeatShare',
  'ngramMean',
  'ngramHigh',
  'shortStops',
  'place',
  'fromTop',
  'toBottom',
] as const

const around = (reach: number) =>
  Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach).filter((offset) => offset !== 0)
const NEIGHBOUR_INDEXES = NEIGHBOUR.map(baseIndex)

/** The features of the model, in order. */
export const LINE_FEATURES: readonly string[] = [
  ...BASE_FEATURES,
  ...around(REACH).flatMap((offset) => NEIGHBOUR.map((name) => `${name}@${offset}`)),
  ...RUN_FEATURES,
  ...DOCUMENT_FEATURES,
]
export const LINE_WIDTH = LINE_FEATURES.length

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

  /** The features of a line; lines asked for in order are fastest. */
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
      else
        for (let i = 0; i < NEIGHBOUR_INDEXES.length; i++)
          out[at++] = this.rows[row + (NEIGHBOUR_INDEXES[i] as number)] as number
    }
    at = this.runs.write(line, out, at)
    for (let i = 0; i < this.document.length; i++) out[at++] = this.document[i] as number
    out[at] = line / count
    out[at + 1] = Math.log2(1 + line)
    out[at + 2] = Math.log2(count - line)
  }

  private load(page: number): void {
    const { count } = this.facts.table
    const from = Math.max(0, page - REACH)
    const to = Math.min(count, page + PAGE + REACH)
    for (let line = from; line < to; line++)
      baseFeatures(this.facts, line, this.rows, (line - page + REACH) * BASE_WIDTH)
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
    Math.log2(1 + count),
    prose / count,
    bullets / count,
    runs.alone / Math.max(1, runs.count),
    runs.longest / count,
    markers / count,
    ideographs / Math.max(1, looked),
    repeats / count,
    sum / short,
    high / count,
    stops / short,
  )
}
