/**
 * Trains the insertion detector and writes its weights.
 *
 *   node --import tsx scripts/train-insertions.ts --news FILE.jsonl [--extra FILE.jsonl] --date YYYY-MM-DD --out WEIGHTS.json
 *
 * Prints the figures of a cross-validation in which the articles of a publisher stay in one fold: nothing that is
 * measured, nor any storey of the model under it, has seen the publisher. Lines are judged by the program's own code.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { bestBlocks, type LineBlock } from '../src-main/core/detectors/insertions/blocks'
import { CONTEXT_FEATURES } from '../src-main/core/detectors/insertions/context-features'
import { LINE_FEATURES } from '../src-main/core/detectors/insertions/features'
import { fingerprint } from '../src-main/core/detectors/insertions/fingerprint'
import { calibrated } from '../src-main/core/detectors/insertions/calibration'
import { plattCalibration } from './train/calibrate'
import { calibrationError, figuresOf, reliabilityOf } from './train/insertion-metrics'
import { judge, Pipeline, type PipelineOptions } from './train/insertion-pipeline'
import type { Sample } from './train/insertion-sample'
import { insertionSamples } from './train/insertion-samples'
import { readArticles } from './train/labelled-lines'
import { storedForest, storedNgrams } from './train/store-weights'

const FOLDS = 5
const TREES = { lambda: 5, minHessian: 3, rowShare: 0.7, featureShare: 0.25, seed: 7 }
const OPTIONS: PipelineOptions = {
  ngrams: { epochs: 7, rate: 0.1, l2: 3e-5, seed: 3 },
  first: { ...TREES, trees: 200, leaves: 16, rate: 0.06 },
  firsts: 1,
  second: { ...TREES, trees: 120, leaves: 12, rate: 0.06 },
  seconds: 1,
}
/** The price of beginning or ending a block, in log-odds: chosen by cross-validation. */
const TURN = 0.15
/** The threshold is the lowest at which no more than this share of the English articles' own lines is cut. */
const MOST_CUT = 0.0062

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
const pipeline = new Pipeline(samples, OPTIONS)

const scores = new Map<Sample, Float32Array>()
for (let fold = 0; fold < FOLDS; fold++) {
  const model = pipeline.model([fold])
  for (const sample of judged) if (sample.fold === fold) scores.set(sample, judge(sample, model))
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
/** Each block with labelled lines: right where at least half of them are inserted. */
const pairs = judged.flatMap((sample) =>
  (blocks.get(sample) ?? []).flatMap((block) => {
    const labels = sample.article.lines
      .slice(block.first, block.end)
      .flatMap(({ label }) => (label === undefined ? [] : [label]))
    const hits = labels.reduce<number>((sum, label) => sum + label, 0)
    return labels.length ? [{ margin: block.margin, hit: hits * 2 >= labels.length, fold: sample.fold }] : []
  }),
)
/** Scores as another fold's calibration gives them, so that the error is not that of points on their own curve. */
const judgedElsewhere = Array.from({ length: FOLDS }, (_, fold) => {
  const others = plattCalibration(
    pairs.filter((pair) => pair.fold !== fold),
    0.5,
  )
  return pairs
    .filter((pair) => pair.fold === fold)
    .map(({ margin, hit }) => ({ score: calibrated(others, margin), hit }))
}).flat()
const figures = {
  english: figuresOf(english, flagged),
  otherLanguages: figuresOf(
    judged.filter((sample) => !sample.article.english),
    flagged,
  ),
  blocks: pairs.length,
  calibrationError: calibrationError(judgedElsewhere),
  reliability: reliabilityOf(judgedElsewhere),
}
console.log(JSON.stringify({ threshold, ...figures }, null, 2))

const model = pipeline.model([])
const data = [values.news, ...(values.extra ? [values.extra] : [])].map((path, i) => ({
  name: basename(path),
  sha256: (i ? extra : news)[0]?.sha256,
}))
writeFileSync(
  values.out,
  JSON.stringify({
    provenance: { made: values.date, by: 'scripts/train-insertions.ts', data, crossValidation: figures },
    features: fingerprint([...LINE_FEATURES, ...CONTEXT_FEATURES]),
    threshold,
    turn: TURN,
    calibration: plattCalibration(pairs, 0.5),
    ngrams: storedNgrams(model.ngrams),
    first: storedForest(model.first),
    second: storedForest(model.second),
  }) + '\n',
)
