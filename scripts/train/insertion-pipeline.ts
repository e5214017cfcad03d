import { FeatureWriter, LINE_WIDTH, SECOND_WIDTH, SecondStage } from '../../src-main/core/detectors/insertions/features'
import { predict, type Forest } from '../../src-main/core/detectors/insertions/forest'
import { lineFacts } from '../../src-main/core/detectors/insertions/line-facts'
import { lineTable, type LineTable } from '../../src-main/core/detectors/insertions/line-table'
import { MOST_BUCKETS, NGRAM_BUCKETS, ngramBuckets, ngramScores } from '../../src-main/core/detectors/insertions/ngrams'
import type { LineFacts } from '../../src-main/core/detectors/insertions/base-features'
import { textModel } from '../../src-main/core/text/model'
import { boost, type BoostOptions } from './gbdt'
import { layOut, type LabelledArticle } from './labelled-lines'
import { logistic, type Bag, type LogisticOptions } from './logistic'

/** One rendering of an article, ready to be learnt from. */
export interface Sample {
  readonly article: LabelledArticle
  readonly bullets: boolean
  readonly table: LineTable
  readonly facts: LineFacts
  readonly bags: readonly Int32Array[]
  readonly weight: number
  readonly fold: number
}

export interface PipelineOptions {
  readonly folds: number
  readonly ngrams: LogisticOptions
  readonly first: BoostOptions
  readonly second: BoostOptions
}

export interface PipelineModel {
  readonly ngrams: { weights: Float32Array; bias: number }
  readonly first: Forest
  readonly second: Forest
}

export function sampleOf(article: LabelledArticle, bullets: boolean, weight: number, fold: number): Sample {
  const table = lineTable(textModel(layOut(article, bullets)))
  if (table.count !== article.lines.length) throw new Error(`${article.id}: ${article.lines.length} lines became ${table.count}.`)
  const buffer = new Int32Array(MOST_BUCKETS)
  const bags = article.lines.map((_, line) => buffer.slice(0, ngramBuckets(table, line, buffer)))
  return { article, bullets, table, facts: lineFacts(table, new Float32Array(table.count)), bags, weight, fold }
}

/** What each stage says of each line when it has not seen the publisher. */
export interface OutOfFold {
  readonly ngrams: Map<Sample, Float32Array>
  readonly first: Map<Sample, Float32Array>
}

export function crossFit(samples: readonly Sample[], options: PipelineOptions): OutOfFold {
  const ngrams = new Map<Sample, Float32Array>()
  for (const [train, test] of splits(samples, options.folds)) {
    const model = fitNgrams(train, options)
    for (const sample of test) ngrams.set(sample, ngramScores(sample.table, model.weights, model.bias))
  }
  const first = new Map<Sample, Float32Array>()
  for (const [train, test] of splits(samples, options.folds)) {
    const forest = fitFirst(train, ngrams, options)
    for (const sample of test) first.set(sample, firstScores(sample, ngrams.get(sample) as Float32Array, forest))
  }
  return { ngrams, first }
}

/** All stages, each trained on what the one before says of publishers it has not seen. */
export function fit(samples: readonly Sample[], options: PipelineOptions, known?: OutOfFold): PipelineModel {
  const oof = known ?? crossFit(samples, options)
  return { ngrams: fitNgrams(samples, options), first: fitFirst(samples, oof.ngrams, options), second: fitSecond(samples, oof, options) }
}

export function applyModel(sample: Sample, model: PipelineModel): Float32Array {
  const ngrams = ngramScores(sample.table, model.ngrams.weights, model.ngrams.bias)
  return secondScores(sample, ngrams, firstScores(sample, ngrams, model.first), model.second)
}

export function* splits(samples: readonly Sample[], folds: number): Generator<[Sample[], Sample[]]> {
  for (let fold = 0; fold < folds; fold++)
    yield [samples.filter((s) => s.fold % folds !== fold), samples.filter((s) => s.fold % folds === fold)]
}

function fitNgrams(samples: readonly Sample[], options: PipelineOptions) {
  const bags: Bag[] = []
  for (const sample of samples)
    sample.article.lines.forEach(({ label }, line) => {
      if (label !== undefined) bags.push({ buckets: sample.bags[line] as Int32Array, label, weight: sample.weight })
    })
  return logistic(bags, { ...options.ngrams, buckets: NGRAM_BUCKETS })
}

function fitFirst(samples: readonly Sample[], ngrams: Map<Sample, Float32Array>, options: PipelineOptions): Forest {
  return fitForest(samples, LINE_WIDTH, options.first, (sample) => {
    const writer = new FeatureWriter({ ...sample.facts, ngrams: ngrams.get(sample) as Float32Array })
    return (line, out) => writer.write(line, out)
  })
}

export function fitSecond(samples: readonly Sample[], oof: OutOfFold, options: PipelineOptions): Forest {
  return fitForest(samples, SECOND_WIDTH, options.second, (sample) => {
    const writer = new FeatureWriter({ ...sample.facts, ngrams: oof.ngrams.get(sample) as Float32Array })
    const second = new SecondStage(writer.runs, oof.first.get(sample) as Float32Array)
    return (line, out) => {
      writer.write(line, out)
      second.write(line, out)
    }
  })
}

function fitForest(
  samples: readonly Sample[],
  width: number,
  options: BoostOptions,
  writerOf: (sample: Sample) => (line: number, out: Float32Array) => void,
): Forest {
  const labelled = samples.flatMap((sample) => sample.article.lines.flatMap(({ label }, line) => (label === undefined ? [] : [{ sample, line, label }])))
  const values = new Float32Array(labelled.length * width)
  let writer: ((line: number, out: Float32Array) => void) | undefined
  let current: Sample | undefined
  labelled.forEach(({ sample, line }, row) => {
    if (sample !== current) writer = writerOf((current = sample))
    writer?.(line, values.subarray(row * width, (row + 1) * width))
  })
  const labels = Float32Array.from(labelled, ({ label }) => label)
  const weights = Float32Array.from(labelled, ({ sample }) => sample.weight)
  return boost({ rows: labelled.length, width, values }, labels, weights, options)
}

export function firstScores(sample: Sample, ngrams: Float32Array, forest: Forest): Float32Array {
  const writer = new FeatureWriter({ ...sample.facts, ngrams })
  const row = new Float32Array(LINE_WIDTH)
  return Float32Array.from({ length: sample.table.count }, (_, line) => {
    writer.write(line, row)
    return predict(forest, row)
  })
}

export function secondScores(sample: Sample, ngrams: Float32Array, first: Float32Array, forest: Forest): Float32Array {
  const writer = new FeatureWriter({ ...sample.facts, ngrams })
  const second = new SecondStage(writer.runs, first)
  const row = new Float32Array(SECOND_WIDTH)
  return Float32Array.from({ length: sample.table.count }, (_, line) => {
    writer.write(line, row)
    second.write(line, row)
    return predict(forest, row)
  })
}
