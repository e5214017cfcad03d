import type { Tokens } from '../attribution/tokens'
import { predict, type ReadyForest } from '../insertions/forest'
import type { Candidate } from './candidate'
import { candidatesAfter } from './candidates-after'
import { candidatesAround, type Spoken } from './candidates-around'
import { candidatesBefore } from './candidates-before'
import { WAY_INDEX, quotationShape, speakerFeatures } from './speaker-features'
import { speakerRow, type SpeakerOption } from './speaker-row'
import type { Placed } from './surroundings'

/** A weight for each feature of each way, by way and then by feature; the last row is for all ways but nobody. */
export type SpeakerWeights = readonly (readonly number[])[]

export interface Choice {
  readonly candidate: Candidate | undefined
  /** Probability among the candidates, 0 to 1. */
  readonly probability: number
}

/** Everybody who may have said a quotation, with the features that speak for them; the first entry is nobody. */
export function speakerCandidates(
  tokens: Tokens,
  quoted: Uint8Array,
  placed: Placed,
  previous: Spoken | undefined,
  spoke: (candidate: Candidate) => boolean = () => false,
): SpeakerOption[] {
  const candidates = [
    ...candidatesAfter(tokens, placed),
    ...candidatesBefore(tokens, quoted, placed),
    ...candidatesAround(tokens, quoted, placed, previous),
  ]
  const shape = quotationShape(tokens, placed, candidates)
  const seen = new Int8Array(WAY_COUNT)
  return [
    { candidate: undefined, way: 0, features: [0, ...shape.active] },
    ...candidates.map((candidate) => {
      const way = WAY_INDEX[candidate.way]
      const rank = seen[way] as number
      seen[way] = rank + 1
      return { candidate, way, features: speakerFeatures(tokens, placed, candidate, rank, shape, spoke(candidate)) }
    }),
  ]
}

const WAY_COUNT = Object.keys(WAY_INDEX).length

/** Probability of each candidate by a multinomial logistic model over the candidates. */
export function linearShares(options: readonly SpeakerOption[], weights: SpeakerWeights): number[] {
  const shared = weights[WAY_COUNT] ?? []
  return softmax(
    options.map(({ way, features }) => {
      let score = 0
      for (const feature of features) score += (weights[way]?.[feature] ?? 0) + (way ? (shared[feature] ?? 0) : 0)
      return score
    }),
  )
}

/** The likeliest speaker by trees that know what the linear model says of all the candidates. */
export function chooseSpeaker(
  tokens: Tokens,
  placed: Placed,
  options: readonly SpeakerOption[],
  shares: readonly number[],
  forest: ReadyForest | undefined,
): Choice {
  const sure =
    forest && Math.max(...shares) < CERTAIN
      ? softmax(
          options.map(
            (_, index) =>
              predict(forest, speakerRow(tokens, placed, options, index, shares)) +
              Math.log(Math.max(LEAST_SHARE, shares[index] as number)),
          ),
        )
      : shares
  // Several ways may lead to one speaker: their probabilities add up, and the plainest way is the one that is told.
  const together = options.map(({ candidate }, index) => {
    if (!candidate) return sure[index] as number
    let sum = 0
    options.forEach((other, at) => {
      if (other.candidate?.speaker.last === candidate.speaker.last) sum += sure[at] as number
    })
    return sum
  })
  let best = 0
  together.forEach((share, index) => {
    if (share > (together[best] as number) + CLOSE) best = index
  })
  return { candidate: options[best]?.candidate, probability: Math.min(1, together[best] as number) }
}

/** Where the linear model gives one candidate this much, the trees hardly ever say otherwise, and are not asked. */
const CERTAIN = 0.9
/** Sums of the same numbers in another order differ by less. */
const CLOSE = 1e-9

/** A candidate whom the linear model gives less than this may still be the one. */
const LEAST_SHARE = 1e-6

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((share) => share / sum)
}
