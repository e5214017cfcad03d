/**
 * Trains the insertion detector and writes its weights.
 *
 *   node --import tsx scripts/train-insertions.ts --news FILE.jsonl [--extra FILE.jsonl] --date YYYY-MM-DD --out WEIGHTS.json
 *
 * Prints the figures of a cross-validation in which the articles of a publisher stay in one fold: nothing that is
 * measured, nor the n-grams under it, has seen the publisher.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { bestBlocks, type LineBlock } from '../src-main/core/detectors/insertions/blocks'
import { LINE_FEATURES } from '../src-main/core/detectors/insertions/features'
import { fingerprint } from '../src-main/core/detectors/insertions/fingerprint'
import { calibrated } from '../src-main/core/detectors/insertions/calibration'
import { isotonic } from './train/calibrate'
import { calibrationError, figuresOf } from './train/insertion-metrics'
import { applyModel, fit, splits, type PipelineOptions, type Sample } from './train/insertion-pipeline'
import { insertionSamples } from './train/insertion-samples'
import { readArticles } from './train/labelled-lines'
import { storedForest, storedNgrams } from './train/store-weights'

const FOLDS = 5
const TREES = {
  trees: 200,
  leaves: 16,
  rate: 0.06,
  lambda: 5,
  minHessian: 3,
  rowShare: 0.7,
  featureShare: 0.25,
  seed: 7,
}
const OPTIONS: PipelineOptions = {
  folds: FOLDS,
  forests: 1,
  ngrams: { epochs: 5, rate: 0.1, l2: 1e-5, seed: 3 },
  trees: TREES,
}
/** The price of beginning or ending a block, in log-odds: chosen by cross-validation. */
const TURN = 0.15
/** The threshold is the lowest at which no more than this share of the English articles' own lines is cut. */
const MOST_CUT = 0.0065

const { values } = parseArgs({
  options: {
    news: { type: 'string' },
    extra: { type: 'string' },
    date: { type: 'string' },
    out: { type: 'string' },
  },
})
if (!values.news || !values.date || !values.out) {
  console.error(
    'usage: train-insertions.ts --news FILE.jsonl [--extra FILE.jsonl] --date YYYY-MM-DD --out WEIGHTS.json',
  )
  process.exit(2)
}

const news = readArticles(values.news, false)
const extra = values.extra ? readArticles(values.extra, true) : []
const { all: samples, judged } = insertionSamples(news, extra, FOLDS)

const isJudged = new Set(judged)
const scores = new Map<Sample, Float32Array>()
for (const [train, test] of splits(samples, FOLDS)) {
  const model = fit(train, OPTIONS)
  for (const sample of test) if (isJudged.has(sample)) scores.set(sample, applyModel(sample, model))
}

const english = judged.filter((sample) => sample.article.english)
/** What would be flagged at a threshold. */
function blocksAt(threshold: number, of: readonly Sample[]): Map<Sample, LineBlock[]> {
  return new Map(
    of.map((sample) => [
      sample,
      bestBlocks(
        (scores.get(sample) as Float32Array).map((logit) => logit - threshold),
        TURN,
      ),
    ]),
  )
}
const flaggedIn = (blocks: Map<Sample, LineBlock[]>) => (sample: Sample, line: number) =>
  (blocks.get(sample) ?? []).some((block) => line >= block.first && line < block.end)
let threshold = -1
while (threshold < 3 && figuresOf(english, flaggedIn(blocksAt(threshold, english))).bodyLinesCut > MOST_CUT)
  threshold += 0.05
threshold = Number(threshold.toFixed(2))
const blocks = blocksAt(threshold, judged)
const flagged = flaggedIn(blocks)
const pairs = judged.flatMap((sample) =>
  (blocks.get(sample) ?? []).flatMap((block) => {
    const labels = sample.article.lines
      .slice(block.first, block.end)
      .flatMap(({ label }) => (label === undefined ? [] : [label]))
    return labels.length
      ? [{ margin: block.margin, hit: labels.reduce<number>((sum, label) => sum + label, 0) * 2 >= labels.length }]
      : []
  }),
)
const calibration = isotonic(pairs, 0.5)
const figures = {
  english: figuresOf(english, flagged),
  otherLanguages: figuresOf(
    judged.filter((sample) => !sample.article.english),
    flagged,
  ),
  blocks: pairs.length,
  calibrationError: calibrationError(pairs.map(({ margin, hit }) => ({ score: calibrated(calibration, margin), hit }))),
}
console.log(JSON.stringify({ threshold, ...figures }, null, 2))

const model = fit(samples, OPTIONS)
const data = [values.news, ...(values.extra ? [values.extra] : [])].map((path, i) => ({
  name: basename(path),
  sha256: (i ? extra : news)[0]?.sha256,
}))
writeFileSync(
  values.out,
  JSON.stringify({
    provenance: { made: values.date, by: 'scripts/train-insertions.ts', data, crossValidation: figures },
    features: fingerprint(LINE_FEATURES),
    threshold,
    turn: TURN,
    calibration,
    ngrams: storedNgrams(model.ngrams),
    forest: storedForest(model.forest),
  }) + '\n',
)
