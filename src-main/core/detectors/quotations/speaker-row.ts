import { headOf } from '../attribution/classify-speaker'
import { isName } from '../attribution/noun-phrase'
import type { Tokens } from '../attribution/tokens'
import * as is from '../attribution/word-classes'
import { WAYS, type Candidate } from './candidate'
import { SPEAKER_FEATURES } from './speaker-features'
import type { Placed } from './surroundings'

const CUE_CLASSES = [is.CUE, is.WEAK_CUE, is.TELLS, is.GERUND, is.SAYING, is.ORIGIN, is.PAST]
const SPEAKER_CLASSES = [is.PRONOUN, is.PERSONAL, is.RELATIVE, is.ROLE, is.BODY, is.WRITING, is.VAGUE, is.CALENDAR]
const BESIDE_CLASSES = [is.PREPOSITION, is.THAT, is.SUBORDINATOR, is.CONJUNCTION, is.CUE, is.WEAK_CUE]

/** Length of a row of `speakerRow`. */
export const SPEAKER_WIDTH =
  SPEAKER_FEATURES.length +
  WAYS.length +
  CUE_CLASSES.length +
  SPEAKER_CLASSES.length +
  BESIDE_CLASSES.length +
  2 * WAYS.length +
  15

export interface SpeakerOption {
  readonly candidate: Candidate | undefined
  readonly way: number
  readonly features: readonly number[]
}

const FAR = 60

/**
 * A possible speaker as numbers for the trees.
 *
 * @param shares probability of each option by the linear model
 */
export function speakerRow(
  tokens: Tokens,
  placed: Placed,
  options: readonly SpeakerOption[],
  index: number,
  shares: readonly number[],
): Float32Array {
  const row = new Float32Array(SPEAKER_WIDTH)
  const { candidate, way, features } = options[index] as SpeakerOption
  for (const feature of features) row[feature] = 1
  let at = SPEAKER_FEATURES.length
  row[at + way] = 1
  at += WAYS.length
  const cue = candidate?.cue
  const does = cue ? (tokens.classes[cue.last] as number) : 0
  for (const bit of CUE_CLASSES) row[at++] = does & bit ? 1 : 0
  const speaker = candidate?.speaker
  const head = speaker ? headOf(tokens, speaker) : 0
  const classes = speaker ? (tokens.classes[head] as number) : 0
  for (const bit of SPEAKER_CLASSES) row[at++] = classes & bit ? 1 : 0
  const before = speaker && speaker.first > 0 ? (tokens.classes[speaker.first - 1] as number) : 0
  for (const bit of BESIDE_CLASSES) row[at++] = before & bit ? 1 : 0
  // Who else could have said it, and how likely each way is.
  options.forEach((other, k) => {
    row[at + other.way] = (row[at + other.way] as number) + 1
    row[at + WAYS.length + other.way] = (row[at + WAYS.length + other.way] as number) + (shares[k] as number)
  })
  at += 2 * WAYS.length
  const share = shares[index] as number
  const { first, end, floor, ceiling } = placed
  row.set(
    [
      share,
      Math.log(Math.max(1e-6, share)),
      shares.filter((one) => one > share).length,
      options.length,
      speaker ? near(speaker.first - first) : FAR,
      speaker ? near(speaker.first - end) : FAR,
      cue ? near(cue.first - first) : FAR,
      cue && speaker ? near(cue.first - speaker.last) : FAR,
      speaker ? speaker.last - speaker.first : -1,
      speaker && isName(tokens, head) ? 1 : 0,
      speaker ? near(speaker.first - floor) : FAR,
      near(end - first),
      near(first - floor),
      near(ceiling - end),
      options.filter((other) => sameSpeaker(other, candidate)).length,
    ],
    at,
  )
  return row
}

const near = (distance: number) => Math.max(-FAR, Math.min(FAR, distance))

function sameSpeaker(option: SpeakerOption, candidate: Candidate | undefined): boolean {
  return !!candidate && option.candidate?.speaker.last === candidate.speaker.last
}
