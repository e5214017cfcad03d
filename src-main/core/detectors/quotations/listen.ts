import type { TextModel } from '../../text/model'
import { LINE_START, type Tokens } from '../attribution/tokens'
import type { Candidate } from './candidate'
import type { Spoken } from './candidates-around'
import { RESUMED, TRANSCRIPT } from './marks'
import type { QuotationModel } from './quotation-model'
import { chooseSpeaker, linearShares, speakerCandidates, type Choice } from './rank-speakers'
import type { SpeakerOption } from './speaker-row'
import { headWord } from './speaker-name'
import type { Placed } from './surroundings'

/** A quotation with everybody who may have said it and whoever most likely did. */
export interface Heard {
  readonly placed: Placed
  readonly options: readonly SpeakerOption[]
  /** Probability of each option by the linear model. */
  readonly shares: readonly number[]
  readonly choice: Choice
}

/** Goes through a document's quotations in order: who spoke before bears on who speaks next. */
export function listen(
  model: TextModel,
  tokens: Tokens,
  quoted: Uint8Array,
  all: readonly Placed[],
  { speakers, speakerForest }: Pick<QuotationModel, 'speakers' | 'speakerForest'>,
): Heard[] {
  let previous: Spoken | undefined
  const known = new Set<string>()
  const nameOf = (candidate: Candidate) => headWord(model.text, tokens, candidate)
  return all.map((placed) => {
    const options = speakerCandidates(tokens, quoted, placed, previous, (candidate) => known.has(nameOf(candidate)))
    const shares = linearShares(options, speakers)
    const choice =
      placed.quotation.family === TRANSCRIPT
        ? whoseTurn(tokens, placed)
        : placed.quotation.family === RESUMED && previous
          ? { candidate: previous.candidate, probability: 1 }
          : chooseSpeaker(tokens, placed, options, shares, speakerForest)
    previous = { candidate: choice.candidate, placed }
    if (choice.candidate) known.add(nameOf(choice.candidate))
    return { placed, options, shares, choice }
  })
}

/** Before a turn of a conversation stand its speaker and a colon. */
function whoseTurn(tokens: Tokens, { first }: Placed): Choice {
  const colon = first - 1
  let start = colon - 1
  while (start > 0 && !((tokens.shape[start] as number) & LINE_START)) start--
  const speaker = { first: start, last: colon - 1 }
  return { candidate: { way: 'before-colon', speaker, cue: { first: colon, last: colon } }, probability: 1 }
}
