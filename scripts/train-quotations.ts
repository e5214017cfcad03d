// Learns who says a quotation and whether a quotation is speech at all, from articles with attributed quotations.
//
//   npx tsx scripts/train-quotations.ts DATA.jsonl [--write DATE]
//
// Each line: {"id","text","quotes":[{"start","end","type","parts"?,"speaker"?,"speakerStart"?,"speakerEnd"?}]}, offsets
// in code points. Prints cross-validated figures (five folds by article); with --write also stores the weights.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { readyForest, type Forest } from '../src-main/core/detectors/insertions/forest'
import { WAYS } from '../src-main/core/detectors/quotations/candidate'
import { SPEAKER_FEATURES } from '../src-main/core/detectors/quotations/speaker-features'
import { SPEECH_FEATURES } from '../src-main/core/detectors/quotations/speech-features'
import { examplesOf, type Example } from './train-quotations/examples'
import { foldOf, labelledArticles, type LabelledArticle } from './train-quotations/labelled-articles'
import { PRIOR, trainSpeakers, trainSpeech } from './train-quotations/linear'
import { figuresOf, tallyOf, type Tally } from './train-quotations/tally'
import { growSpeakers } from './train-quotations/trees'
import { base64, quantise } from './train-claims/quantise'
import { storedForest } from './train/store-weights'

const FOLDS = 5
const PARTS = 3
const ROUNDS = 3

interface Learned {
  readonly speakers: number[][]
  readonly speakerTrees: Forest
  readonly speech: number[]
  readonly speechTable: Float32Array
}

function linearSpeakers(articles: readonly LabelledArticle[]): number[][] {
  let speakers: number[][] = PRIOR
  for (let round = 0; round < ROUNDS; round++)
    speakers = trainSpeakers(articles.flatMap((article) => examplesOf(article, { speakers, speakerForest: undefined })))
  return speakers
}

/** What the trees are given of the linear model is what it says of articles that it has not seen. */
function learn(articles: readonly LabelledArticle[]): Learned {
  const unseen: Example[] = []
  for (let part = 0; part < PARTS; part++) {
    const isHeld = ({ id }: LabelledArticle) => foldOf(id, PARTS, 'part') === part
    const speakers = linearSpeakers(articles.filter((article) => !isHeld(article)))
    for (const article of articles)
      if (isHeld(article)) unseen.push(...examplesOf(article, { speakers, speakerForest: undefined }))
  }
  const speakers = linearSpeakers(articles)
  const speakerTrees = growSpeakers(unseen)
  const examples = articles.flatMap((article) =>
    examplesOf(article, { speakers, speakerForest: readyForest(speakerTrees) }),
  )
  return { speakers, speakerTrees, ...trainSpeech(examples) }
}

const modelOf = ({ speakers, speakerTrees, speech, speechTable }: Learned) => ({
  speakers,
  speakerForest: readyForest(speakerTrees),
  speech,
  speechTable,
})

const [path, flag, date] = process.argv.slice(2)
if (!path || (flag && (flag !== '--write' || !date))) {
  console.error('usage: tsx scripts/train-quotations.ts DATA.jsonl [--write DATE]')
  process.exit(2)
}
const articles = labelledArticles(path)
const tallies: Tally[] = []
for (let fold = 0; fold < FOLDS; fold++) {
  const model = modelOf(learn(articles.filter(({ id }) => foldOf(id, FOLDS) !== fold)))
  for (const article of articles)
    if (foldOf(article.id, FOLDS) === fold) tallies.push(tallyOf(article, examplesOf(article, model), model))
}
const figures = figuresOf(tallies)
console.log(figures)

if (flag) {
  const { speakers, speakerTrees, speech, speechTable } = learn(articles)
  const { bytes, step } = quantise(Float64Array.from(speechTable), Math.max(...speechTable.map(Math.abs)))
  const round = (x: number) => +x.toFixed(3)
  const weights = {
    provenance: {
      made: date,
      by: 'scripts/train-quotations.ts',
      from: createHash('sha256').update(readFileSync(path)).digest('hex'),
      labels: `${articles.length} PolNeAR articles (Newell et al. 2018)`,
      crossValidation: figures,
    },
    ways: WAYS,
    speakerFeatures: SPEAKER_FEATURES,
    speakers: speakers.map((row) => row.map(round)),
    speakerForest: storedForest(speakerTrees),
    speechFeatures: SPEECH_FEATURES,
    speech: speech.map(round),
    speechTable: { step, bytes: base64(bytes) },
  }
  const file = new URL('../src-main/core/detectors/weights/quotations.json', import.meta.url)
  writeFileSync(file, JSON.stringify(weights, null, 1).replace(/\n\s+(-?[\d.]+,?)(?=\n)/g, ' $1') + '\n')
  console.log(`wrote ${file.pathname}`)
}
