// Learns who says a quotation and whether a quotation is speech at all, from articles with attributed quotations.
//
//   npx tsx scripts/train-quotations.ts DATA.jsonl [--write]
//
// Each line: {"id","text","quotes":[{"start","end","type","parts"?,"speaker"?,"speakerStart"?,"speakerEnd"?}]}, offsets
// in code points. Prints cross-validated figures (five folds by article); with --write also stores the weights.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { textModel } from '../src-main/core/text/model'
import { offsetMap } from '../src-main/core/text/offsets'
import { tokensOf, type Tokens } from '../src-main/core/detectors/attribution/tokens'
import { WAYS, type Candidate } from '../src-main/core/detectors/quotations/candidate'
import { markedQuotations } from '../src-main/core/detectors/quotations/marked-quotations'
import {
  chooseSpeaker,
  speakerCandidates,
  type SpeakerWeights,
} from '../src-main/core/detectors/quotations/rank-speakers'
import { SPEAKER_FEATURES } from '../src-main/core/detectors/quotations/speaker-features'
import { headWord, speakerName } from '../src-main/core/detectors/quotations/speaker-name'
import { SPEECH_FEATURES, speechFeatures } from '../src-main/core/detectors/quotations/speech-features'
import { place, quotedTokens, type Placed } from '../src-main/core/detectors/quotations/surroundings'

interface GoldQuotation {
  start: number
  end: number
  type: 'direct' | 'mixed' | 'indirect'
  parts?: [number, number][]
  speaker?: string
  speakerStart?: number
  speakerEnd?: number
}
interface Article {
  id: string
  text: string
  quotes: GoldQuotation[]
}
type Span = { start: number; end: number }

const FOLDS = 5
const ROUNDS = 3

interface Example {
  options: ReturnType<typeof speakerCandidates>
  /** For each option whether it names the speaker. */
  right: boolean[]
  /** The gold has a speaker that is a name and not a pronoun. */
  named: boolean
  isSpeech: boolean
  spoken: number[]
}

function overlap(a: Span, b: Span): number {
  return (
    Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.min(a.end - a.start, b.end - b.start) || 1)
  )
}

const PRONOUN = /^(he|she|they|it|i|we|you|who|him|her|them)$/i

function examplesOf(article: Article, weights: SpeakerWeights): Example[] {
  const { text } = article
  const model = textModel(text)
  const tokens = tokensOf(model)
  const { quotations } = markedQuotations(model, [])
  const quoted = quotedTokens(tokens, quotations)
  const placed = place(tokens, quoted, quotations)
  const map = offsetMap(text)
  const gold = article.quotes.map((quote) => ({
    ...quote,
    spans: (quote.parts?.length ? quote.parts : [[quote.start, quote.end] as const]).map(([start, end]) => ({
      start: map.toUtf16(start),
      end: map.toUtf16(end),
    })),
  }))
  const heard = new Set<string>()
  const nameOf = (candidate: Candidate) => headWord(text, tokens, candidate)
  let previous: { candidate: Candidate | undefined; placed: Placed } | undefined
  return placed.map((here) => {
    const options = speakerCandidates(tokens, quoted, here, previous, (candidate) => heard.has(nameOf(candidate)))
    const hits = gold.filter((quote) => quote.spans.some((span) => overlap(span, here.quotation) >= 0.5))
    const exact = hits.filter((quote) => quote.type !== 'indirect' && quote.speaker)
    const right = options.map(({ candidate }) =>
      candidate ? exact.some((quote) => names(text, tokens, candidate, quote, map)) : !exact.length,
    )
    const choice = chooseSpeaker(options, weights)
    previous = { candidate: choice.candidate, placed: here }
    if (choice.candidate) heard.add(nameOf(choice.candidate))
    return {
      options,
      right,
      named: exact.some((quote) => !PRONOUN.test(quote.speaker ?? '')),
      isSpeech: hits.length > 0,
      spoken: speechFeatures(tokens, quoted, here, choice),
    }
  })
}

function names(
  text: string,
  tokens: Tokens,
  candidate: Candidate,
  quote: GoldQuotation,
  map: ReturnType<typeof offsetMap>,
): boolean {
  const range = speakerName(tokens, candidate.speaker)
  const span = { start: map.toUtf16(quote.speakerStart ?? 0), end: map.toUtf16(quote.speakerEnd ?? 0) }
  if (overlap(span, range) > 0) return true
  const got = text.slice(range.start, range.end).toLowerCase()
  const want = (quote.speaker ?? '').toLowerCase()
  return PRONOUN.test(want) ? got === want : got.includes(want) || want.includes(got)
}

/** One row of weights for each way, and one that all ways share; nobody has its own alone. */
const ROWS = [...WAYS, 'shared']
const rowsOf = (way: number) => (way ? [way, WAYS.length] : [way])

/** Multinomial logistic regression over the options of each quotation, by plain gradient steps in a fixed order. */
function trainSpeakers(examples: readonly Example[], steps = 60, rate = 0.15, decay = 2e-5): number[][] {
  const weights = ROWS.map(() => SPEAKER_FEATURES.map(() => 0))
  const squares = ROWS.map(() => SPEAKER_FEATURES.map(() => 1e-3))
  const usable = examples.filter((e) => e.isSpeech && e.right.some(Boolean))
  for (let step = 0; step < steps; step++)
    for (const { options, right } of usable) {
      const scores = options.map((o) => rowsOf(o.way).reduce((sum, row) => o.features.reduce((part, f) => part + (weights[row]?.[f] ?? 0), sum), 0))
      const top = Math.max(...scores)
      const raised = scores.map((s) => Math.exp(s - top))
      const all = raised.reduce((a, b) => a + b, 0)
      const good = raised.reduce((a, b, i) => a + (right[i] ? b : 0), 0)
      options.forEach((option, i) => {
        const p = (raised[i] as number) / all
        const q = right[i] ? (raised[i] as number) / good : 0
        for (const index of rowsOf(option.way)) {
          const row = weights[index] as number[]
          const seen = squares[index] as number[]
          for (const f of option.features) {
            const slope = p - q + decay * (row[f] as number)
            seen[f] = (seen[f] as number) + slope * slope
            row[f] = (row[f] as number) - (rate * slope) / Math.sqrt(seen[f] as number)
          }
        }
      })
    }
  return weights
}

function trainSpeech(examples: readonly Example[], steps = 60, rate = 0.15, decay = 2e-5): number[] {
  const weights = SPEECH_FEATURES.map(() => 0)
  const squares = SPEECH_FEATURES.map(() => 1e-3)
  for (let step = 0; step < steps; step++)
    for (const { spoken, isSpeech } of examples) {
      const p = speechScore(spoken, weights)
      for (const f of spoken) {
        const slope = p - (isSpeech ? 1 : 0) + decay * (weights[f] as number)
        squares[f] = (squares[f] as number) + slope * slope
        weights[f] = (weights[f] as number) - (rate * slope) / Math.sqrt(squares[f] as number)
      }
    }
  return weights
}

function speechScore(features: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, f) => sum + (weights[f] ?? 0), 0)))
}

function learn(articles: readonly Article[]): { speakers: number[][]; speech: number[]; examples: Example[] } {
  let speakers: number[][] = PRIOR
  let examples: Example[] = []
  for (let round = 0; round < ROUNDS; round++) {
    examples = articles.flatMap((article) => examplesOf(article, speakers))
    speakers = trainSpeakers(examples)
  }
  examples = articles.flatMap((article) => examplesOf(article, speakers))
  return { speakers, speech: trainSpeech(examples), examples }
}

/** Where training starts: ways in the order of their trust, whatever else is seen. */
const TRUST: Partial<Record<(typeof WAYS)[number], number>> = {
  'after-subject': 9,
  'after-inverted': 8,
  'before-subject': 7,
  'previous-here': 5,
  'lead-in': 3,
  'previous-paragraph': 2,
}
const PRIOR = WAYS.map((way) => SPEAKER_FEATURES.map((_, index) => (index === 0 ? (TRUST[way] ?? 0) : 0)))

function measure(examples: readonly Example[], speakers: SpeakerWeights, speech: readonly number[]) {
  const tally = { right: 0, named: 0, reachable: 0, truePositive: 0, falsePositive: 0, falseNegative: 0 }
  for (const example of examples) {
    const said = speechScore(example.spoken, speech) >= THRESHOLD
    if (said && example.isSpeech) tally.truePositive++
    if (said && !example.isSpeech) tally.falsePositive++
    if (!said && example.isSpeech) tally.falseNegative++
    if (!example.named) continue
    tally.named++
    if (example.right.some((right, index) => right && index > 0)) tally.reachable++
    const { candidate } = chooseSpeaker(example.options, speakers)
    if (example.options.some((option, index) => option.candidate === candidate && example.right[index])) tally.right++
  }
  return tally
}

const THRESHOLD = 0.5

const [path, ...flags] = process.argv.slice(2)
if (!path) throw new Error('Name the file of labelled articles.')
const articles = readFileSync(path, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Article)
const foldOf = (id: string) => parseInt(createHash('sha1').update(id).digest('hex').slice(0, 8), 16) % FOLDS

const totals = { right: 0, named: 0, reachable: 0, truePositive: 0, falsePositive: 0, falseNegative: 0 }
for (let fold = 0; fold < FOLDS; fold++) {
  const { speakers, speech } = learn(articles.filter((a) => foldOf(a.id) !== fold))
  const held = articles.filter((a) => foldOf(a.id) === fold).flatMap((a) => examplesOf(a, speakers))
  const tally = measure(held, speakers, speech)
  for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += tally[key]
}
const rate = (a: number, b: number) => +(a / (b || 1)).toFixed(4)
console.log({
  speakers: rate(totals.right, totals.named),
  precision: rate(totals.truePositive, totals.truePositive + totals.falsePositive),
  recall: rate(totals.truePositive, totals.truePositive + totals.falseNegative),
  ...totals,
})

if (flags.includes('--write')) {
  const { speakers, speech } = learn(articles)
  const round = (x: number) => +x.toFixed(3)
  const file = new URL('../src-main/core/detectors/weights/quotations.json', import.meta.url)
  const weights = {
    about: 'Made by scripts/train-quotations.ts from the PolNeAR development articles (Newell et al. 2018).',
    articles: articles.length,
    ways: WAYS,
    speakerFeatures: SPEAKER_FEATURES,
    speakers: speakers.map((row) => row.map(round)),
    speechFeatures: SPEECH_FEATURES,
    speech: speech.map(round),
  }
  writeFileSync(file, JSON.stringify(weights, null, 1).replace(/\n\s+(-?[\d.]+,?)(?=\n)/g, ' $1') + '\n')
}
