import type { LineFacts } from '../../src-main/core/detectors/insertions/base-features'
import { lineFacts } from '../../src-main/core/detectors/insertions/line-facts'
import { LINE, lineTable, type LineTable } from '../../src-main/core/detectors/insertions/line-table'
import { MOST_BUCKETS, ngramBuckets } from '../../src-main/core/detectors/insertions/ngrams'
import { textModel, type TextModel } from '../../src-main/core/text/model'
import { layOut, type LabelledArticle, type LabelledLine } from './labelled-lines'

/** One rendering of an article, ready to be learnt from. */
export interface Sample {
  readonly article: LabelledArticle
  readonly model: TextModel
  readonly table: LineTable
  /** With no n-gram scores yet. */
  readonly facts: LineFacts
  readonly bags: readonly Int32Array[]
  /** How much each line counts in training; 0 leaves it out. */
  readonly weights: Float32Array
  readonly fold: number
}

export function sampleOf(
  article: LabelledArticle,
  bullets: boolean,
  weightOf: (line: LabelledLine, isProse: boolean, index: number) => number,
  fold: number,
): Sample {
  const model = textModel(layOut(article, bullets))
  const table = lineTable(model)
  if (table.count !== article.lines.length)
    throw new Error(`${article.id}: ${article.lines.length} lines became ${table.count}.`)
  const buffer = new Int32Array(MOST_BUCKETS)
  const weights = Float32Array.from(article.lines, (line, index) =>
    line.label === undefined ? 0 : weightOf(line, ((table.flags[index] as number) & LINE.prose) !== 0, index),
  )
  const bags = article.lines.map((_, line) => buffer.slice(0, ngramBuckets(table, line, buffer)))
  return { article, model, table, facts: lineFacts(table, new Float32Array(table.count)), bags, weights, fold }
}
