import { BASE_FEATURES, BASE_WIDTH, baseFeatures, type LineFacts } from './base-features'
import { LINE } from './line-table'
import type { Runs } from './runs'

const REACH = 3
const CONTEXT = [
  'first',
  ...Array.from({ length: 2 * REACH + 1 }, (_, i) => i - REACH)
    .filter((offset) => offset !== 0)
    .map((offset) => `first@${offset}`),
  'runLength',
  'runMean',
  'runMost',
  'runLeast',
  'runShare',
  'mostAbove',
  'mostBelow',
  'streakAbove',
  'streakBelow',
  'lead',
  'close',
  'sinceSure',
  'untilSure',
  'shapeMean',
  'shapeCount',
  'openingMean',
  'openingCount',
  'sameMean',
  'documentMean',
  'documentShare',
  'documentMost',
  'proseAbove',
  'proseBelow',
] as const

/** Features of the second model: those of the line, and what the first model says of the lines it belongs with. */
export const CONTEXT_FEATURES: readonly string[] = [...BASE_FEATURES, ...CONTEXT]
export const CONTEXT_WIDTH = CONTEXT_FEATURES.length

/** Below this the first model is sure that a line belongs: the second is not asked. */
export const SURE = -4
const MOST = 6
/** Log-odds from which a line is taken for inserted when its neighbours are looked at. */
const LIKELY = 0.5
const FAR = 12

interface Group {
  sum: number
  count: number
}

/** Reads the first model's log-odds across a document: in the run of a line, in lines made like it, in the whole. */
export class ContextWriter {
  private readonly scores: Float32Array
  private readonly sinceSure: Uint8Array
  private readonly untilSure: Uint8Array
  private readonly streakAbove: Uint8Array
  private readonly streakBelow: Uint8Array
  private readonly mostAbove: Float32Array
  private readonly mostBelow: Float32Array
  private readonly shapes = new Map<number, Group>()
  private readonly openings = new Map<number, Group>()
  private readonly same = new Map<number, Group>()
  private readonly runs: Group[] = []
  private readonly whole: Group & { likely: number; most: number } = { sum: 0, count: 0, likely: 0, most: -MOST }

  constructor(
    private readonly facts: LineFacts,
    private readonly runsOf: Runs,
    first: Float32Array,
  ) {
    const { table } = facts
    const { count } = table
    this.scores = first.map((score) => Math.max(-MOST, Math.min(MOST, score)))
    this.sinceSure = new Uint8Array(count)
    this.untilSure = new Uint8Array(count)
    this.streakAbove = new Uint8Array(count)
    this.streakBelow = new Uint8Array(count)
    this.mostAbove = new Float32Array(count)
    this.mostBelow = new Float32Array(count)
    let since = FAR
    let streak = 0
    let most = -MOST
    for (let line = 0; line < count; line++) {
      const score = this.scores[line] as number
      if (runsOf.first[line] === line) most = -MOST
      this.sinceSure[line] = Math.min(FAR, since)
      this.streakAbove[line] = Math.min(FAR, streak)
      this.mostAbove[line] = most
      most = Math.max(most, score)
      since = score >= LIKELY ? 1 : since + 1
      streak = score >= LIKELY ? streak + 1 : 0
      gather(this.shapes, runsOf.shape[line] as number, score)
      gather(this.openings, table.opening[line] as number, score)
      gather(this.same, table.hash[line] as number, score)
      if ((table.flags[line] as number) & LINE.prose) continue
      this.whole.sum += score
      this.whole.count++
      if (score >= LIKELY) this.whole.likely++
      this.whole.most = Math.max(this.whole.most, score)
    }
    since = FAR
    streak = 0
    for (let line = count - 1; line >= 0; line--) {
      const score = this.scores[line] as number
      if (runsOf.end[line] === line + 1) most = -MOST
      this.untilSure[line] = Math.min(FAR, since)
      this.streakBelow[line] = Math.min(FAR, streak)
      this.mostBelow[line] = most
      most = Math.max(most, score)
      since = score >= LIKELY ? 1 : since + 1
      streak = score >= LIKELY ? streak + 1 : 0
    }
  }

  write(line: number, out: Float32Array): void {
    const { facts, scores, runsOf } = this
    const { table } = facts
    baseFeatures(facts, line, out, 0)
    let at: number = BASE_WIDTH
    const put = (value: number) => {
      out[at++] = value
    }
    const own = scores[line] as number
    put(own)
    for (let offset = -REACH; offset <= REACH; offset++) if (offset !== 0) put(scores[line + offset] ?? -MOST - 1)
    const from = runsOf.first[line] as number
    const to = runsOf.end[line] as number
    const run = this.runAt(from, to)
    put(Math.log2(to - from))
    put(to - from > 1 ? (run.sum - own) / (to - from - 1) : -MOST - 1)
    const above = this.mostAbove[line] as number
    const below = this.mostBelow[line] as number
    put(Math.max(above, below))
    put(
      Math.min(line > from ? (scores[line - 1] as number) : MOST, line + 1 < to ? (scores[line + 1] as number) : MOST),
    )
    put(run.count / (to - from))
    put(above)
    put(below)
    put(this.streakAbove[line] as number)
    put(this.streakBelow[line] as number)
    put(scores[from] as number)
    put(scores[to - 1] as number)
    put(this.sinceSure[line] as number)
    put(this.untilSure[line] as number)
    const shape = this.shapes.get(runsOf.shape[line] as number) as Group
    put(without(shape, own))
    put(Math.log2(shape.count))
    const opening = this.openings.get(table.opening[line] as number) as Group
    put(without(opening, own))
    put(Math.log2(opening.count))
    put(without(this.same.get(table.hash[line] as number) as Group, own))
    const short = Math.max(1, this.whole.count)
    put(this.whole.sum / short)
    put(this.whole.likely / short)
    put(this.whole.most)
    put(line > 0 ? (table.flags[line - 1] as number) & LINE.prose : -1)
    put(line + 1 < table.count ? (table.flags[line + 1] as number) & LINE.prose : -1)
  }

  /** Sum of a run's log-odds, and how many of its lines are likely. */
  private runAt(from: number, to: number): Group {
    const known = this.runs[from]
    if (known) return known
    const run = { sum: 0, count: 0 }
    for (let line = from; line < to; line++) {
      run.sum += this.scores[line] as number
      if ((this.scores[line] as number) >= LIKELY) run.count++
    }
    return (this.runs[from] = run)
  }
}

/** Mean of a group without one of its members. */
const without = ({ sum, count }: Group, own: number) => (count > 1 ? (sum - own) / (count - 1) : -MOST - 1)

function gather(groups: Map<number, Group>, key: number, score: number): void {
  const group = groups.get(key)
  if (!group) groups.set(key, { sum: score, count: 1 })
  else {
    group.sum += score
    group.count++
  }
}
