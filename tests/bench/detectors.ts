import winkModel from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import { detectors } from '../../src-main/core/detectors/registry'
import { detect } from '../../src-main/core/detectors/registry'
import claimWeights from '../../src-main/core/detectors/weights/claims.json'
import insertionWeights from '../../src-main/core/detectors/weights/insertions.json'
import quotationWeights from '../../src-main/core/detectors/weights/quotations.json'
import { textModel } from '../../src-main/core/text/model'
import { countWords, inventedNews } from './support/invented-news'
import { printReliability, textsOf } from './support/reliability'
import { printStoredReliability } from './support/stored-reliability'

export const name = 'Detectors: speed beside wink-nlp, growth with length, reliability'

/** Words of invented news that both are timed on, and how often; the best time counts. */
const WORDS = 150_000
const ROUNDS = 3

export function run({ data }: { data?: string }): void {
  speed(inventedNews(WORDS), 'invented news')
  if (data) speed(textsOf(data), data)
  growth()
  printStoredReliability('insertions', insertionWeights.provenance.crossValidation)
  quality()
  if (data) printReliability(data)
  else console.log('   reliability: give labelled sentences, quotations or lines with --data FILE.jsonl')
}

/** What the weights say of themselves: figures on articles and debates that the models had not seen. */
function quality(): void {
  const claims = claimWeights.provenance.crossValidation.alone
  console.log(
    `   check-worthiness in cross-validation: average precision ${claims.averagePrecision.toFixed(3)}, F1 at 0.5 ${claims.f1.toFixed(3)}`,
  )
  printStoredReliability('check-worthiness', claims)
  const quotations = quotationWeights.provenance.crossValidation
  console.log(
    `   quotations in cross-validation: F1 ${quotations.f1.toFixed(4)}, speakers ${quotations.speakers.toFixed(4)}`,
  )
  printStoredReliability('quotations', quotations)
}

/** Whole detection against wink-nlp's plain pipeline (sentences, parts of speech, entities) on the same articles. */
function speed(articles: readonly string[], label: string): void {
  const words = articles.reduce((sum, article) => sum + countWords(article), 0)
  const wink = winkNlp(winkModel, ['sbd', 'pos', 'ner'])
  const theirs = best(() => articles.forEach((article) => wink.readDoc(article).sentences().length()))
  const ours = best(() => articles.forEach((article) => detect({ model: textModel(article, { language: 'en' }) })))
  console.log(`   ${articles.length} articles of ${label}, ${words.toLocaleString('en')} words`)
  row('wink-nlp (sentences, parts of speech, entities)', words, theirs)
  row('Blue Pencil, all detectors', words, ours)
  console.log(`   time against wink-nlp: ${(ours / theirs).toFixed(2)} ×`)
  eachDetector(articles, words)
}

function eachDetector(articles: readonly string[], words: number): void {
  const models = articles.map((article) => textModel(article, { language: 'en' }))
  row(
    '  dividing into sentences',
    words,
    best(() => articles.forEach((article) => textModel(article, { language: 'en' }).sentences.length), 1),
  )
  const spent = detectors.map(() => 0)
  for (const model of models) {
    const findings = { insertions: [], quotations: [], sentences: [] }
    detectors.forEach((detector, at) => {
      const started = performance.now()
      detector.detect({ model }, findings)
      spent[at] = (spent[at] as number) + performance.now() - started
    })
  }
  detectors.forEach((detector, at) => row(`  ${detector.name}`, words, spent[at] as number))
}

/** Texts made to be slow, at two lengths: linear work keeps the time for a character the same. */
function growth(): void {
  const news = inventedNews(1_000_000, 2).join('\n\n')
  const line = inventedNews(200_000, 3).join(' ').replace(/[\n.]/g, ' ')
  const cases: [string, (size: number) => string][] = [
    ['1,000,000 words in one document', (share) => news.slice(0, news.length * share)],
    ['a million quotation marks', (share) => '“ '.repeat(1_000_000 * share)],
    ['a million straight marks, a word between', (share) => '"word" '.repeat(500_000 * share)],
    ['one endless line', (share) => line.slice(0, line.length * share)],
    ['one endless word', (share) => 'a'.repeat(5_000_000 * share)],
    ['a hundred thousand short lines', (share) => 'Keep Reading\n'.repeat(100_000 * share)],
  ]
  console.log('   growth                                        half, s    whole, s   × per character')
  for (const [label, make] of cases) {
    const [half, whole] = [make(0.5), make(1)].map((text) =>
      time(() => detect({ model: textModel(text, { language: 'en' }) })),
    ) as [number, number]
    const cells = [
      (half / 1000).toFixed(2).padStart(10),
      (whole / 1000).toFixed(2).padStart(12),
      (whole / half / 2).toFixed(2).padStart(14),
    ]
    console.log(`   ${label.padEnd(42)}${cells.join('')}`)
  }
}

function row(label: string, words: number, milliseconds: number): void {
  const rate = Math.round((words / milliseconds) * 1000).toLocaleString('en')
  console.log(`   ${label.padEnd(50)}${milliseconds.toFixed(0).padStart(7)} ms ${rate.padStart(12)} words/s`)
}

function time(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** The least time of a few rounds: what the work takes when nothing else has the processor. */
function best(work: () => void, rounds = ROUNDS): number {
  return Math.min(...Array.from({ length: rounds }, () => time(work)))
}
