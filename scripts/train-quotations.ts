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
  /** Direct and mixed gold quotations it stands for. */
  hits: readonly GoldQuotation[]
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
  const quoted = quotedTokens(tokens, quotations, [])
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
    // Doubled apostrophes are no quotation marks to those who labelled, so that what stands in them is 'indirect'.
    const quotedHits = hits.filter((quote) => quote.type !== 'indirect')
    const exact = (quotedHits.length ? quotedHits : hits).filter((quote) => quote.speaker)
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
      hits: hits.filter((quote) => quote.type !== 'indirect'),
      spoken: speechFeatures(text, tokens, quoted, here, choice),
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
      const scores = options.map((o) =>
        rowsOf(o.way).reduce((sum, row) => o.features.reduce((part, f) => part + (weights[row]?.[f] ?? 0), sum), 0),
      )
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

/** What is known before any article is read; the ridge pulls towards it, so that a few examples do not undo it. */
const EXPECTED = new Map<string, number>([
  ['title before a person', -4],
  ['title after a kind of work', -3],
  ['title after a network', -3],
  ['title where it was said', -4],
  ['title beside a title', -1],
  ['between two names', -4],
  ['after: by', -4],
  ['after: link', -5],
])

/** Logistic regression with a ridge, one weight after the other by Newton steps, until little moves. */
function trainSpeech(examples: readonly Example[], ridge = 2, sweeps = 40): number[] {
  const weights = SPEECH_FEATURES.map((name) => EXPECTED.get(name) ?? 0)
  const margins = examples.map(({ spoken }) => spoken.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0))
  const holders: number[][] = SPEECH_FEATURES.map(() => [])
  examples.forEach(({ spoken }, index) => spoken.forEach((feature) => holders[feature]?.push(index)))
  for (let sweep = 0; sweep < sweeps; sweep++)
    holders.forEach((indexes, feature) => {
      const weight = weights[feature] as number
      const penalty = feature === 0 ? 0 : ridge
      let slope = penalty * (weight - (EXPECTED.get(SPEECH_FEATURES[feature] ?? '') ?? 0))
      let curve = penalty + 1e-6
      for (const index of indexes) {
        const p = 1 / (1 + Math.exp(-(margins[index] as number)))
        slope += p - (examples[index]?.isSpeech ? 1 : 0)
        curve += p * (1 - p)
      }
      const step = Math.max(-1, Math.min(1, -slope / curve))
      weights[feature] = weight + step
      for (const index of indexes) margins[index] = (margins[index] as number) + step
    })
  return weights
}

function speechScore(features: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, f) => sum + (weights[f] ?? 0), 0)))
}

function learn(articles: readonly Article[]): { speakers: number[][]; speech: number[] } {
  let speakers: number[][] = PRIOR
  for (let round = 0; round < ROUNDS; round++) {
    speakers = trainSpeakers(articles.flatMap((article) => examplesOf(article, speakers)))
  }
  return { speakers, speech: trainSpeech(articles.flatMap((article) => examplesOf(article, speakers))) }
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

interface Tally {
  emitted: number
  right: number
  found: number
  gold: number
  namable: number
  named: number
}

/** The figures of held-out articles, counted as quotations are judged: every one that is proposed counts. */
function measure(articles: readonly Article[], speakers: SpeakerWeights, speech: readonly number[]): Tally {
  const tally: Tally = { emitted: 0, right: 0, found: 0, gold: 0, namable: 0, named: 0 }
  for (const article of articles) {
    const said = examplesOf(article, speakers).filter(({ spoken }) => speechScore(spoken, speech) >= THRESHOLD)
    const named = new Map<GoldQuotation, boolean>()
    for (const example of said) {
      const { candidate } = chooseSpeaker(example.options, speakers)
      const right = example.options.some((option, i) => i > 0 && option.candidate === candidate && example.right[i])
      for (const hit of example.hits) named.set(hit, named.get(hit) || right)
    }
    tally.emitted += said.length
    tally.right += said.filter(({ isSpeech }) => isSpeech).length
    tally.gold += article.quotes.filter(({ type }) => type !== 'indirect').length
    tally.found += named.size
    for (const [quote, right] of named) {
      if (!quote.speaker || PRONOUN.test(quote.speaker)) continue
      tally.namable++
      if (right) tally.named++
    }
  }
  return tally
}

const THRESHOLD = 0.45

const [path, ...flags] = process.argv.slice(2)
if (!path) throw new Error('Name the file of labelled articles.')
const articles = readFileSync(path, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Article)
const foldOf = (id: string) => parseInt(createHash('sha1').update(id).digest('hex').slice(0, 8), 16) % FOLDS

const total: Tally = { emitted: 0, right: 0, found: 0, gold: 0, namable: 0, named: 0 }
for (let fold = 0; fold < FOLDS; fold++) {
  const { speakers, speech } = learn(articles.filter((article) => foldOf(article.id) !== fold))
  const tally = measure(
    articles.filter((article) => foldOf(article.id) === fold),
    speakers,
    speech,
  )
  for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key]
}
const precision = total.right / total.emitted
const recall = total.found / total.gold
const rounded = (x: number) => +x.toFixed(4)
console.log({
  precision: rounded(precision),
  recall: rounded(recall),
  f1: rounded((2 * precision * recall) / (precision + recall)),
  speakers: rounded(total.named / total.namable),
  ...total,
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
