/**
 * Trains the insertion detector and writes its weights.
 *
 *   node --import tsx scripts/train-insertions.ts --news FILE.jsonl [--extra FILE.jsonl] --date YYYY-MM-DD --out WEIGHTS.json [--quick]
 *
 * Prints the figures of a cross-validation in which the articles of a publisher stay in one fold. --quick leaves out
 * the nested part: the second stage then sees first-stage scores made with the fold that is left out.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { bestBlocks } from '../src-main/core/detectors/insertions/blocks'
import { calibrated } from '../src-main/core/detectors/insertions/calibration'
import { isotonic } from './train/calibrate'
import { foldsOf } from './train/folds'
import { calibrationError, figuresOf } from './train/insertion-metrics'
import { applyModel, crossFit, fit, fitSecond, sampleOf, secondScores, splits, type PipelineOptions, type Sample } from './train/insertion-pipeline'
import { evaluationBullets, readArticles } from './train/labelled-lines'
import { storedForest, storedNgrams } from './train/store-weights'

const FOLDS = 5
const TREES = { trees: 200, leaves: 16, rate: 0.06, lambda: 5, minHessian: 3, rowShare: 0.7, featureShare: 0.25 }
const OPTIONS: PipelineOptions = {
  folds: FOLDS,
  ngrams: { buckets: 0, epochs: 5, rate: 0.1, l2: 1e-5, seed: 3 },
  first: { ...TREES, seed: 7 },
  second: { ...TREES, trees: 150, seed: 11 },
}
/** Log-odds from which a line counts, and the price of beginning or ending a block: chosen by cross-validation. */
const THRESHOLD = 0.3
const TURN = 0.3

const { values } = parseArgs({
  options: {
    news: { type: 'string' },
    extra: { type: 'string' },
    date: { type: 'string' },
    out: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
if (!values.news || !values.date || !values.out) {
  console.error('usage: train-insertions.ts --news FILE.jsonl [--extra FILE.jsonl] --date YYYY-MM-DD --out WEIGHTS.json [--quick]')
  process.exit(2)
}

const news = readArticles(values.news, false)
const extra = values.extra ? readArticles(values.extra, true) : []
const folds = foldsOf([...news, ...extra], FOLDS)
const samples: Sample[] = [...news, ...extra].flatMap((article) => {
  const fold = folds.get(article.publisher) as number
  const bullets = evaluationBullets(article.id)
  if (article.extra) return [sampleOf(article, bullets, 0.3, fold)]
  return [sampleOf(article, bullets, 0.5, fold), sampleOf(article, !bullets, 0.5, fold)]
})

const oof = crossFit(samples, OPTIONS)
const scores = new Map<Sample, Float32Array>()
for (const [train, test] of splits(samples, FOLDS)) {
  if (values.quick) {
    const forest = fitSecond(train, oof, OPTIONS)
    for (const sample of test)
      scores.set(sample, secondScores(sample, oof.ngrams.get(sample) as Float32Array, oof.first.get(sample) as Float32Array, forest))
  } else {
    const model = fit(train, OPTIONS)
    for (const sample of test) scores.set(sample, applyModel(sample, model))
  }
}
for (const [sample, logits] of scores) scores.set(sample, logits.map((logit) => logit - THRESHOLD))

const judged = samples.filter((sample) => !sample.article.extra && sample.bullets === evaluationBullets(sample.article.id))
const blocks = new Map(judged.map((sample) => [sample, bestBlocks(scores.get(sample) as Float32Array, TURN)]))
const flagged = (sample: Sample, line: number) => (blocks.get(sample) ?? []).some((block) => line >= block.first && line < block.end)
const pairs = judged.flatMap((sample) =>
  (blocks.get(sample) ?? []).flatMap((block) => {
    const labels = sample.article.lines.slice(block.first, block.end).flatMap(({ label }) => (label === undefined ? [] : [label]))
    return labels.length ? [{ margin: block.margin, hit: labels.reduce<number>((sum, label) => sum + label, 0) * 2 >= labels.length }] : []
  }),
)
const calibration = isotonic(pairs, 0.5)
const english = judged.filter((sample) => sample.article.english)
const figures = {
  english: figuresOf(english, flagged),
  otherLanguages: figuresOf(judged.filter((sample) => !sample.article.english), flagged),
  blocks: pairs.length,
  calibrationError: calibrationError(pairs.map(({ margin, hit }) => ({ score: calibrated(calibration, margin), hit }))),
}
console.log(JSON.stringify(figures, null, 2))

const model = fit(samples, OPTIONS, oof)
const data = [values.news, ...(values.extra ? [values.extra] : [])].map((path, i) => ({
  name: basename(path),
  sha256: (i ? extra : news)[0]?.sha256,
}))
writeFileSync(
  values.out,
  JSON.stringify({
    provenance: { made: values.date, by: 'scripts/train-insertions.ts', data, crossValidation: figures },
    threshold: THRESHOLD,
    turn: TURN,
    calibration,
    ngrams: storedNgrams(model.ngrams),
    forests: [storedForest(model.first), storedForest(model.second)],
  }) + '\n',
)
