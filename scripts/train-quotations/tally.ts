import { speechProbability, type QuotationModel } from '../../src-main/core/detectors/quotations/quotation-model'
import { SPEECH } from '../../src-main/core/detectors/quotations/read-quotations'
import { calibrationError, reliabilityOf } from '../train/insertion-metrics'
import { isNamed, type Example } from './examples'
import { PRONOUN, type GoldQuotation, type LabelledArticle } from './labelled-articles'

/** The quotations of one article with their probabilities, and how many the labels have. */
export interface Tally {
  readonly judged: readonly {
    readonly score: number
    readonly isSpeech: boolean
    readonly hits: readonly GoldQuotation[]
    readonly speaker: string
  }[]
  readonly gold: number
}

export function tallyOf(
  article: LabelledArticle,
  examples: readonly Example[],
  model: Pick<QuotationModel, 'speech' | 'speechTable'>,
): Tally {
  return {
    judged: examples.map((example) => ({
      score: speechProbability(model, example),
      isSpeech: example.isSpeech,
      hits: example.hits,
      speaker: example.speaker,
    })),
    gold: article.quotes.filter(({ type }) => type !== 'indirect').length,
  }
}

const THRESHOLDS = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]

/** Figures over all articles, counted as quotations are judged: every one that is proposed counts. */
export function figuresOf(tallies: readonly Tally[]) {
  const judged = tallies.flatMap((tally) => tally.judged)
  const pairs = judged.map(({ score, isSpeech }) => ({ score, hit: isSpeech }))
  return {
    ...at(tallies, SPEECH),
    calibrationError: calibrationError(pairs),
    reliability: reliabilityOf(pairs),
    articles: tallies.length,
    quotations: judged.length,
    byThreshold: Object.fromEntries(THRESHOLDS.map((threshold) => [threshold, at(tallies, threshold).f1])),
  }
}

function at(tallies: readonly Tally[], threshold: number) {
  const named = new Map<GoldQuotation, boolean>()
  let emitted = 0
  let right = 0
  for (const { score, isSpeech, hits, speaker } of tallies.flatMap((tally) => tally.judged)) {
    if (score < threshold) continue
    emitted++
    if (isSpeech) right++
    for (const hit of hits) named.set(hit, named.get(hit) || isNamed(speaker, hit.speaker ?? ''))
  }
  const namable = [...named.keys()].filter(({ speaker }) => speaker && !PRONOUN.test(speaker))
  const precision = right / emitted
  const recall = named.size / tallies.reduce((sum, { gold }) => sum + gold, 0)
  return {
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded((2 * precision * recall) / (precision + recall)),
    speakers: rounded(namable.filter((quote) => named.get(quote)).length / namable.length),
  }
}

const rounded = (x: number) => +x.toFixed(4)
