import { addEvidence } from '../../src-main/core/detectors/insertions/evidence'
import { CONTEXT_WIDTH, ContextWriter, SURE } from '../../src-main/core/detectors/insertions/context-features'
import { FeatureWriter, LINE_WIDTH } from '../../src-main/core/detectors/insertions/features'
import { readyForest, type Forest } from '../../src-main/core/detectors/insertions/forest'
import { firstScores, lineScores } from '../../src-main/core/detectors/insertions/line-scores'
import { NGRAM_BUCKETS, ngramScores } from '../../src-main/core/detectors/insertions/ngrams'
import { boostSeveral, type BoostOptions } from './gbdt'
import type { Sample } from './insertion-sample'
import { logistic, type Bag, type LogisticOptions } from './logistic'

export interface PipelineOptions {
  readonly ngrams: Omit<LogisticOptions, 'buckets'>
  readonly first: BoostOptions
  /** Forests whose mean is taken. */
  readonly firsts: number
  readonly second: BoostOptions
  readonly seconds: number
}

export interface NgramModel {
  readonly weights: Float32Array
  readonly bias: number
}

export interface PipelineModel {
  readonly ngrams: NgramModel
  readonly first: Forest
  readonly second: Forest
}

/**
 * Models of three storeys, each of which learns from what the storey below says of publishers it has not seen. A model
 * is named by the folds that are kept from it; those that several others build on are fitted once.
 */
export class Pipeline {
  private readonly known = new Map<string, unknown>()

  constructor(
    private readonly samples: readonly Sample[],
    private readonly options: PipelineOptions,
  ) {}

  /** What is learnt from all folds but these. */
  model(without: readonly number[]): PipelineModel {
    return { ngrams: this.ngrams(without), first: this.first(without), second: this.second(without) }
  }

  private ngrams(without: readonly number[]): NgramModel {
    return this.once(`ngrams ${without.join()}`, () => {
      const bags: Bag[] = []
      for (const sample of this.others(without))
        sample.article.lines.forEach(({ label }, line) => {
          if (label !== undefined && sample.weights[line])
            bags.push({ buckets: sample.bags[line] as Int32Array, label, weight: sample.weights[line] as number })
        })
      return logistic(bags, { ...this.options.ngrams, buckets: NGRAM_BUCKETS })
    })
  }

  private first(without: readonly number[]): Forest {
    return this.once(`first ${without.join()}`, () =>
      this.grow(without, LINE_WIDTH, this.options.first, this.options.firsts, (sample) => {
        const writer = this.writer(sample, plus(without, sample.fold))
        return (line, row) => (writer.write(line, row), true)
      }),
    )
  }

  private second(without: readonly number[]): Forest {
    return this.grow(without, CONTEXT_WIDTH, this.options.second, this.options.seconds, (sample) => {
      const kept = plus(without, sample.fold)
      const writer = this.writer(sample, kept)
      const first = firstScores(writer, readyForest(this.first(kept)))
      const context = new ContextWriter(writer.facts, writer.runs, first)
      return (line, row) => {
        if ((first[line] as number) < SURE) return false
        context.write(line, row)
        return true
      }
    })
  }

  private writer(sample: Sample, without: readonly number[]): FeatureWriter {
    const { weights, bias } = this.ngrams(without)
    return new FeatureWriter({ ...sample.facts, ngrams: ngramScores(sample.table, weights, bias) })
  }

  private others(without: readonly number[]): Sample[] {
    return this.samples.filter(({ fold }) => !without.includes(fold))
  }

  /** @param rowsOf writes the row of a line; false where it is none to learn from */
  private grow(
    without: readonly number[],
    width: number,
    options: BoostOptions,
    forests: number,
    rowsOf: (sample: Sample) => (line: number, row: Float32Array) => boolean,
  ): Forest {
    const samples = this.others(without)
    const most = samples.reduce((sum, { weights }) => sum + weights.filter((weight) => weight > 0).length, 0)
    const values = new Float32Array(most * width)
    const labels = new Float32Array(most)
    const weights = new Float32Array(most)
    let rows = 0
    for (const sample of samples) {
      const write = rowsOf(sample)
      sample.article.lines.forEach(({ label }, line) => {
        if (label === undefined || !sample.weights[line]) return
        if (!write(line, values.subarray(rows * width, (rows + 1) * width))) return
        labels[rows] = label
        weights[rows++] = sample.weights[line] as number
      })
    }
    return boostSeveral({ rows, width, values }, labels, weights, options, forests)
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.known.has(name)) this.known.set(name, make())
    return this.known.get(name) as T
  }
}

/** Log-odds of each line as the program gives them, by the program's own code. */
export function judge(sample: Sample, model: PipelineModel): Float32Array {
  const ready = { ngrams: model.ngrams, first: readyForest(model.first), second: readyForest(model.second) }
  const { facts, scores } = lineScores(sample.table, ready)
  addEvidence({ model: sample.model }, facts, scores)
  return scores
}

const plus = (folds: readonly number[], fold: number) => [...new Set([...folds, fold])].sort()
