import { WAYS } from '../../src-main/core/detectors/quotations/candidate'
import { SPEAKER_FEATURES } from '../../src-main/core/detectors/quotations/speaker-features'
import { SPEECH_FEATURES } from '../../src-main/core/detectors/quotations/speech-features'
import { SPEECH_BUCKETS } from '../../src-main/core/detectors/quotations/speech-words'
import type { Example } from './examples'

/** Where training starts: ways in the order of their trust, whatever else is seen. */
const TRUST: Partial<Record<(typeof WAYS)[number], number>> = {
  'after-subject': 9,
  'after-inverted': 8,
  'before-subject': 7,
  'previous-here': 5,
  'lead-in': 3,
  'previous-paragraph': 2,
}
export const PRIOR = WAYS.map((way) => SPEAKER_FEATURES.map((_, index) => (index === 0 ? (TRUST[way] ?? 0) : 0)))

/** One row of weights for each way, and one that all ways share; nobody has its own alone. */
const ROWS = [...WAYS, 'shared']
const rowsOf = (way: number) => (way ? [way, WAYS.length] : [way])

/** Multinomial logistic regression over the options of each quotation, by plain gradient steps in a fixed order. */
export function trainSpeakers(examples: readonly Example[], steps = 60, rate = 0.15, decay = 2e-5): number[][] {
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

/** Words are many and each is seen little: the ridge holds them harder. */
const RIDGE = 2
const WORD_RIDGE = 10
/** A bucket that fewer quotations have is left at nothing. */
const SEEN = 3

/** Logistic regression with a ridge, one weight after the other by Newton steps, until little moves. */
export function trainSpeech(
  examples: readonly Example[],
  sweeps = 30,
): { speech: number[]; speechTable: Float32Array } {
  const named = SPEECH_FEATURES.length
  const expected = (at: number) => (at < named ? (EXPECTED.get(SPEECH_FEATURES[at] as string) ?? 0) : 0)
  const weights = Float64Array.from({ length: named + SPEECH_BUCKETS }, (_, at) => expected(at))
  const holders: number[][] = Array.from(weights, () => [])
  examples.forEach(({ active, words }, index) => {
    for (const feature of active) holders[feature]?.push(index)
    for (const bucket of words) holders[named + bucket]?.push(index)
  })
  const margins = examples.map(({ active }) => active.reduce((sum, feature) => sum + (weights[feature] as number), 0))
  for (let sweep = 0; sweep < sweeps; sweep++)
    holders.forEach((indexes, at) => {
      if (at >= named && indexes.length < SEEN) return
      const weight = weights[at] as number
      const penalty = at === 0 ? 0 : at < named ? RIDGE : WORD_RIDGE
      let slope = penalty * (weight - expected(at))
      let curve = penalty + 1e-6
      for (const index of indexes) {
        const p = 1 / (1 + Math.exp(-(margins[index] as number)))
        slope += p - (examples[index]?.isSpeech ? 1 : 0)
        curve += p * (1 - p)
      }
      const step = Math.max(-1, Math.min(1, -slope / curve))
      weights[at] = weight + step
      for (const index of indexes) margins[index] = (margins[index] as number) + step
    })
  return { speech: [...weights.subarray(0, named)], speechTable: Float32Array.from(weights.subarray(named)) }
}
