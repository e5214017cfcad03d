import { addShape } from '../../src-main/core/detectors/insertions/evidence'
import { FeatureWriter, LINE_WIDTH } from '../../src-main/core/detectors/insertions/features'
import { predict, readyForest, type Forest } from '../../src-main/core/detectors/insertions/forest'
import { lineFacts } from '../../src-main/core/detectors/insertions/line-facts'
import { LINE, lineTable, type LineTable } from '../../src-main/core/detectors/insertions/line-table'
import { MOST_BUCKETS, NGRAM_BUCKETS, ngramBuckets, ngramScores } from '../../src-main/core/detectors/insertions/ngrams'
import type { LineFacts } from '../../src-main/core/detectors/insertions/base-features'
import { textModel } from '../../src-main/core/text/model'
import { boostSeveral, type BoostOptions } from './gbdt'
import { layOut, type LabelledArticle, type LabelledLine } from './labelled-lines'
import { logistic, type Bag, type LogisticOptions } from './logistic'

/** One rendering of an article, ready to be learnt from. */
export interface Sample {
  readonly article: LabelledArticle
  readonly bullets: boolean
  readonly table: LineTable
  readonly facts: LineFacts
  readonly bags: readonly Int32Array[]
  /** How much each line counts in training; 0 leaves it out. */
  readonly weights: Float32Array
  readonly fold: number
}

export interface PipelineOptions {
  readonly folds: number
  /** Forests whose mean is taken. */
  readonly forests: number
  readonly ngrams: Omit<LogisticOptions, 'buckets'>
  readonly trees: BoostOptions
}

export interface PipelineModel {
  readonly ngrams: { weights: Float32Array; bias: number }
  readonly forest: Forest
}

export function sampleOf(
  article: LabelledArticle,
  bullets: boolean,
  weights: (line: LabelledLine, isProse: boolean, index: number) => number,
  fold: number,
): Sample {
  const table = lineTable(textModel(layOut(article, bullets)))
  if (table.count !== article.lines.length)
    throw new Error(`${article.id}: ${article.lines.length} lines became ${table.count}.`)
  const buffer = new Int32Array(MOST_BUCKETS)
  const lineWeights = Float32Array.from(article.lines, (line, index) =>
    line.label === undefined ? 0 : weights(line, ((table.flags[index] as number) & LINE.prose) !== 0, index),
  )
  const bags = article.lines.map((_, line) => buffer.slice(0, ngramBuckets(table, line, buffer)))
  return {
    article,
    bullets,
    table,
    facts: lineFacts(table, new Float32Array(table.count)),
    bags,
    weights: lineWeights,
    fold,
  }
}

/** N-gram scores of each line by a model that has not seen the publisher. */
export function ngramsOutOfFold(samples: readonly Sample[], options: PipelineOptions): Map<Sample, Float32Array> {
  const scores = new Map<Sample, Float32Array>()
  for (const [train, test] of splits(samples, options.folds)) {
    const model = fitNgrams(train, options)
    for (const sample of test) scores.set(sample, ngramScores(sample.table, model.weights, model.bias))
  }
  return scores
}

/** The trees learn from n-gram scores as they are for publishers that have not been seen. */
export function fit(samples: readonly Sample[], options: PipelineOptions): PipelineModel {
  return { ngrams: fitNgrams(samples, options), forest: fitForest(samples, ngramsOutOfFold(samples, options), options) }
}

/** Log-odds of each line. */
export function applyModel(sample: Sample, model: PipelineModel): Float32Array {
  const ngrams = ngramScores(sample.table, model.ngrams.weights, model.ngrams.bias)
  const writer = new FeatureWriter({ ...sample.facts, ngrams })
  const row = new Float32Array(LINE_WIDTH)
  const forest = readyForest(model.forest)
  const scores = Float32Array.from({ length: sample.table.count }, (_, line) => {
    writer.write(line, row)
    return predict(forest, row)
  })
  addShape(sample.facts, scores)
  return scores
}

export function* splits(samples: readonly Sample[], folds: number): Generator<[Sample[], Sample[]]> {
  for (let fold = 0; fold < folds; fold++)
    yield [samples.filter((s) => s.fold % folds !== fold), samples.filter((s) => s.fold % folds === fold)]
}

function fitNgrams(samples: readonly Sample[], options: PipelineOptions) {
  const bags: Bag[] = []
  for (const sample of samples)
    sample.article.lines.forEach(({ label }, line) => {
      if (label !== undefined && sample.weights[line])
        bags.push({ buckets: sample.bags[line] as Int32Array, label, weight: sample.weights[line] as number })
    })
  return logistic(bags, { ...options.ngrams, buckets: NGRAM_BUCKETS })
}

function fitForest(samples: readonly Sample[], ngrams: Map<Sample, Float32Array>, options: PipelineOptions): Forest {
  const labelled = samples.flatMap((sample) =>
    sample.article.lines.flatMap(({ label }, line) =>
      label === undefined || !sample.weights[line] ? [] : [{ sample, line, label }],
    ),
  )
  const values = new Float32Array(labelled.length * LINE_WIDTH)
  let writer: FeatureWriter | undefined
  let current: Sample | undefined
  labelled.forEach(({ sample, line }, row) => {
    if (sample !== current) writer = new FeatureWriter({ ...sample.facts, ngrams: ngrams.get(sample) as Float32Array })
    current = sample
    writer?.write(line, values.subarray(row * LINE_WIDTH, (row + 1) * LINE_WIDTH))
  })
  const labels = Float32Array.from(labelled, ({ label }) => label)
  const weights = Float32Array.from(labelled, ({ sample, line }) => sample.weights[line] as number)
  return boostSeveral(
    { rows: labelled.length, width: LINE_WIDTH, values },
    labels,
    weights,
    options.trees,
    options.forests,
  )
}
