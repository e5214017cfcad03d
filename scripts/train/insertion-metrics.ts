import type { Sample } from './insertion-sample'

export interface Figures {
  precision: number
  recall: number
  f1: number
  macroF1: number
  bodyLinesCut: number
  cleanDocumentsTouched: string
  recallByKind: Record<string, string>
}

/** The figures of the evaluation, scope core, for lines flagged by `flagged`. */
export function figuresOf(samples: readonly Sample[], flagged: (sample: Sample, line: number) => boolean): Figures {
  let tp = 0
  let fp = 0
  let fn = 0
  let tn = 0
  let touched = 0
  let clean = 0
  let sum = 0
  let dirty = 0
  const kinds: Record<string, [number, number]> = {}
  for (const sample of samples) {
    let dtp = 0
    let dfp = 0
    let dfn = 0
    sample.article.lines.forEach(({ label, kind }, line) => {
      if (label === undefined) return
      const hit = flagged(sample, line)
      if (label) {
        const count = (kinds[kind ?? 'none'] ??= [0, 0])
        count[1]++
        if (hit) count[0]++
      }
      if (label && hit) dtp++
      else if (label) dfn++
      else if (hit) dfp++
      else tn++
    })
    tp += dtp
    fp += dfp
    fn += dfn
    if (dtp + dfn) {
      dirty++
      sum += (2 * dtp) / (2 * dtp + dfp + dfn)
    } else {
      clean++
      if (dfp) touched++
    }
  }
  const precision = tp / (tp + fp || 1)
  const recall = tp / (tp + fn || 1)
  return {
    precision: round(precision),
    recall: round(recall),
    f1: round((2 * precision * recall) / (precision + recall || 1)),
    macroF1: round(sum / (dirty || 1)),
    bodyLinesCut: Number((fp / (fp + tn || 1)).toFixed(5)),
    cleanDocumentsTouched: `${touched}/${clean}`,
    recallByKind: Object.fromEntries(
      Object.entries(kinds)
        .sort((a, b) => b[1][1] - a[1][1])
        .map(([kind, count]) => [kind, count.join('/')]),
    ),
  }
}

export interface Judged {
  readonly score: number
  readonly hit: boolean
}

/** Of suggestions of about one score: how many, their mean score, and the share that was right. */
export interface ReliabilityBin {
  readonly from: number
  readonly count: number
  readonly score: number
  readonly right: number
}

/** Ten equal bins of the score; those with nothing in them are left out. */
export function reliabilityOf(pairs: readonly Judged[]): ReliabilityBin[] {
  const bins = Array.from({ length: 10 }, (_, i) => ({ from: i / 10, score: 0, right: 0, count: 0 }))
  for (const { score, hit } of pairs) {
    const bin = bins[Math.min(9, Math.floor(score * 10))] as { score: number; right: number; count: number }
    bin.score += score
    bin.count++
    if (hit) bin.right++
  }
  return bins
    .filter(({ count }) => count > 0)
    .map(({ from, score, right, count }) => ({ from, count, score: round(score / count), right: round(right / count) }))
}

/** Mean distance between score and share of hits in the bins, weighted by their size. */
export function calibrationError(pairs: readonly Judged[]): number {
  return round(
    reliabilityOf(pairs).reduce((sum, { score, right, count }) => sum + count * Math.abs(score - right), 0) /
      (pairs.length || 1),
  )
}

const round = (value: number) => Number(value.toFixed(4))
