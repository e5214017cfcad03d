import type { Range, TextModel } from '../../text/model'
import { NUMBER, tokensOf, WORD, type Tokens } from '../attribution/tokens'
import weights from '../weights/quotations.json'
import type { Candidate } from './candidate'
import type { Spoken } from './candidates-around'
import { markedQuotations } from './marked-quotations'
import { chooseSpeaker, speakerCandidates, type Choice } from './rank-speakers'
import { resolveSpeaker, type Resolved } from './resolve-speaker'
import { headWord } from './speaker-name'
import { speechFeatures } from './speech-features'
import { place, quotedTokens, type Placed } from './surroundings'

/** A quotation that is somebody's words, and who it is. */
export interface ReadQuotation {
  readonly placed: Placed
  readonly choice: Choice
  /** Whom the speaker's words mean, where they are a pronoun, a last name or an office. */
  readonly resolved?: Resolved
  /** Probability that it is speech or writing of somebody, 0 to 1. */
  readonly score: number
}

export interface Reading {
  /** In the order of the text. */
  readonly quotations: readonly ReadQuotation[]
  /** Offsets of closing marks that nothing opened. */
  readonly strays: readonly number[]
}

/** Below this, words in quotation marks are more likely a title, a nickname or irony than somebody's words. */
const SPEECH = 0.45

/** @param skipped parts that are not the story */
export function readQuotations(model: TextModel, skipped: readonly Range[]): Reading {
  const tokens = tokensOf(model)
  const { quotations, strays } = markedQuotations(model, skipped)
  const quoted = quotedTokens(tokens, quotations, skipped)
  const read: ReadQuotation[] = []
  let previous: Spoken | undefined
  const heard = new Set<string>()
  const nameOf = (candidate: Candidate) => headWord(model.text, tokens, candidate)
  for (const placed of place(tokens, quoted, quotations)) {
    if (!hasWords(tokens, placed)) continue
    const options = speakerCandidates(tokens, quoted, placed, previous, (candidate) => heard.has(nameOf(candidate)))
    const choice = chooseSpeaker(options, weights.speakers)
    previous = { candidate: choice.candidate, placed }
    if (choice.candidate) heard.add(nameOf(choice.candidate))
    let sum = 0
    for (const feature of speechFeatures(model.text, tokens, quoted, placed, choice))
      sum += weights.speech[feature] ?? 0
    const score = 1 / (1 + Math.exp(-sum))
    if (score < SPEECH) continue
    const resolved = choice.candidate && resolveSpeaker(model, tokens, quoted, choice.candidate.speaker)
    read.push({ placed, choice, resolved, score })
  }
  return { quotations: read, strays }
}

/** Marks around nothing, or around other marks, are no quotation. */
function hasWords(tokens: Tokens, placed: Placed): boolean {
  for (let at = placed.first; at < placed.end; at++) if ((tokens.shape[at] as number) & (WORD | NUMBER)) return true
  return false
}
