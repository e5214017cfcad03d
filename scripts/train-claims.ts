/**
 * Learns which sentences are worth checking: tsx scripts/train-claims.ts DATA-FOLDER DATE
 *
 * Prints cross-validated figures, each sentence judged by a model that did not see it, and writes the weights with
 * their provenance. The same data give the same weights.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { calibrated } from '../src-main/core/detectors/claims/checkworthiness-model'
import { BUCKETS } from '../src-main/core/detectors/claims/ngrams'
import { wordTable } from '../src-main/core/detectors/claims/word-table'
import { readWords, roomForWords } from '../src-main/core/detectors/claims/words'
import { calibrationOf } from './train-claims/calibrate'
import { countRatios } from './train-claims/count-ratios'
import { foldsOf } from './train-claims/folds'
import { groupWords } from './train-claims/group-words'
import { labelledSentences, runningText } from './train-claims/labelled-sentences'
import { learnVectors, type LearnedVectors } from './train-claims/learn-vectors'
import { decision, logisticDual } from './train-claims/logistic-dual'
import { measure, type Measures } from './train-claims/measures'
import { base64, quantise } from './train-claims/quantise'
import { sentenceRows } from './train-claims/sentence-rows'
import { reliabilityOf, type ReliabilityBin } from './train/insertion-metrics'

const [folder, date] = process.argv.slice(2)
if (!folder || !date) {
  console.error('usage: tsx scripts/train-claims.ts DATA-FOLDER DATE')
  process.exit(2)
}
const FOLDS = 5
const COST = 1
const WORDS = 7_000
const DIMENSIONS = 150
const WINDOWS = [3, 8]
const sentences = labelledSentences(folder).filter((sentence) => sentence.source === 'claimbuster')
const labels = sentences.map((sentence) => sentence.label)

const words = roomForWords()
const reading = runningText(folder).map((text) => {
  readWords(text, 0, text.length, words)
  return words.hash.slice(0, words.count)
})
// Near neighbours tell what kind of word it is, farther ones what it is about.
const sets = WINDOWS.map((window) => learnVectors(reading, { words: WORDS, dimensions: DIMENSIONS, window, seed: 3 }))
const [near] = sets as [LearnedVectors]
const grouped = learnVectors(reading, { words: WORDS, dimensions: 80, window: 3, seed: 3 })
const senses = groupWords(grouped.values, grouped.dimensions, 30, 5)
const { rows, dimensions, unscale } = sentenceRows(
  sentences.map((sentence) => sentence.text),
  sets,
  wordTable(near.hashes, (row) => senses[row] as number),
)
const all = Array.from(rows.keys())

type Row = (typeof rows)[number]

/** Weights learned on the chosen sentences, for rows as they are. */
function fit(chosen: readonly number[]): Float64Array {
  const mine = chosen.map((at) => rows[at] as Row)
  const theirs = chosen.map((at) => labels[at] as number)
  const scale = countRatios(mine, theirs, dimensions)
  const scaled = mine.map(({ indices, values }) => ({
    indices,
    values: values.map((value, at) => value * (scale[indices[at] as number] as number)),
  }))
  const weights = logisticDual(
    scaled,
    theirs,
    chosen.map(() => COST),
    dimensions,
  )
  return weights.map((weight, at) => weight * (scale[at] ?? 1))
}

/** Log-odds of each sentence by a model that did not see its fold. */
function outOfFold(by: 'alone' | 'together'): number[] {
  const fold = foldsOf(sentences, FOLDS, by, 7)
  const logits: number[] = new Array(rows.length).fill(0)
  for (let held = 0; held < FOLDS; held++) {
    const weights = fit(all.filter((at) => fold[at] !== held))
    for (const at of all) if (fold[at] === held) logits[at] = decision(weights, rows[at] as Row)
  }
  return logits
}

/** Probabilities with the calibration learned on the other half of the logits, so that it is not judged on its own data. */
function crossCalibrated(logits: readonly number[]): number[] {
  const half = foldsOf(sentences, 2, 'alone', 11)
  const knots = [0, 1].map((held) => {
    const other = all.filter((at) => half[at] !== held)
    return calibrationOf(
      other.map((at) => logits[at] as number),
      other.map((at) => labels[at] as number),
    )
  })
  return logits.map((logit, at) => calibrated(logit, knots[half[at] as number] as [number, number][]))
}

const figures: Record<string, Measures & { reliability: ReliabilityBin[] }> = {}
let calibration: [number, number][] = []
for (const by of ['alone', 'together'] as const) {
  const logits = outOfFold(by)
  if (by === 'alone') calibration = calibrationOf(logits, labels)
  const scores = crossCalibrated(logits)
  const judged = scores.map((score, at) => ({ score, hit: labels[at] === 1 }))
  figures[by] = { ...measure(scores, labels), reliability: reliabilityOf(judged) }
  console.log(by === 'alone' ? 'folds at random: ' : 'folds by debate: ', figures[by])
}

const model = unscale(fit(all))
const ngrams = quantise(model.ngrams, percentile(model.ngrams, 0.9995))
const file = join(import.meta.dirname, '../src-main/core/detectors/weights/claims.json')
writeFileSync(
  file,
  JSON.stringify({
    provenance: {
      made: date,
      by: 'scripts/train-claims.ts',
      from: Object.fromEntries(
        ['claims-dev.jsonl', 'quotes-dev.jsonl', 'insertions-dev.jsonl', 'insertions-web-dev.jsonl'].map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex'),
        ]),
      ),
      labels: `${sentences.length} ClaimBuster sentences, ${labels.filter(Boolean).length} worth checking`,
      crossValidation: figures,
    },
    buckets: BUCKETS,
    bias: model.bias,
    calibration,
    traits: model.traits,
    ngramScale: model.kindScale.map((scale) => scale * ngrams.step),
    words: base64(near.hashes),
    senses: base64(senses),
    wordWeights: base64(ownWeights(model.vectors)),
    ngrams: base64(ngrams.bytes),
  }),
)
console.log(`wrote ${file}`)

/** What each word adds through the sentence's mean vectors, so that detection need not multiply them out. */
function ownWeights(weights: Float64Array): Float32Array {
  return Float32Array.from(near.hashes, (_, row) => {
    let sum = 0
    sets.forEach(({ values, dimensions: width }, set) => {
      for (let d = 0; d < width; d++)
        sum += (values[row * width + d] as number) * (weights[set * DIMENSIONS + d] as number)
    })
    return sum
  })
}

function percentile(values: Float64Array, share: number): number {
  const sizes = values
    .filter((value) => value !== 0)
    .map(Math.abs)
    .sort()
  return sizes[Math.floor(sizes.length * share)] ?? 1
}
