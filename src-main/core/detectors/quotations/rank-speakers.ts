import type { Tokens } from '../attribution/tokens'
import type { Candidate } from './candidate'
import { candidatesAfter } from './candidates-after'
import { candidatesAround, type Spoken } from './candidates-around'
import { candidatesBefore } from './candidates-before'
import { SPEAKER_FEATURES, WAY_INDEX, quotationShape, speakerFeatures } from './speaker-features'
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
): { candidate: Candidate | undefined; way: number; features: number[] }[] {
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

/** The likeliest speaker by a multinomial logistic model over the candidates. */
export function chooseSpeaker(options: ReturnType<typeof speakerCandidates>, weights: SpeakerWeights): Choice {
  let best = 0
  let sum = 0
  const shared = weights[WAY_COUNT] ?? []
  const scores = options.map(({ way, features }) => {
    let score = 0
    for (const feature of features) score += (weights[way]?.[feature] ?? 0) + (way ? (shared[feature] ?? 0) : 0)
    return score
  })
  scores.forEach((score, index) => {
    if (score > (scores[best] as number)) best = index
  })
  const top = scores[best] as number
  for (const score of scores) sum += Math.exp(score - top)
  return { candidate: options[best]?.candidate, probability: 1 / sum }
}

export const SPEAKER_FEATURE_COUNT = SPEAKER_FEATURES.length
