import type { Range, TextModel } from '../../text/model'
import { IDEOGRAPH, characterTraits } from '../../text/characters'
import { NUMBER, tokensOf, WORD, type Tokens } from '../attribution/tokens'
import { hanSpeaker, type HanSpeaker } from './han-speakers'
import { listen } from './listen'
import { markedQuotations } from './marked-quotations'
import { TRANSCRIPT } from './marks'
import { repetitions } from './repetitions'
import { quotationModel, speechProbability } from './quotation-model'
import type { Choice } from './rank-speakers'
import { resolveSpeaker, type Resolved } from './resolve-speaker'
import { speechFeatures } from './speech-features'
import { speechWords } from './speech-words'
import { place, quotedTokens, type Placed } from './surroundings'

/** A quotation that is somebody's words, and who it is. */
export interface ReadQuotation {
  readonly placed: Placed
  readonly choice: Choice
  /** Whom the speaker's words mean, where they are a pronoun, a last name or an office. */
  readonly resolved?: Resolved
  /** Who says so in Chinese or Japanese, whose words no space divides. */
  readonly han?: HanSpeaker
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
export const SPEECH = 0.5

/** @param skipped parts that are not the story */
export function readQuotations(model: TextModel, skipped: readonly Range[]): Reading {
  const tokens = tokensOf(model)
  const { quotations, strays } = markedQuotations(model, skipped)
  const quoted = quotedTokens(tokens, quotations, skipped)
  const all = place(tokens, quoted, quotations).filter((placed) => hasWords(tokens, placed))
  const weights = quotationModel()
  const repeated = repetitions(model.text, tokens, all)
  const read: ReadQuotation[] = []
  listen(model, tokens, quoted, all, weights).forEach(({ placed, choice }, index) => {
    const active = speechFeatures(model.text, tokens, quoted, placed, choice)
    const words = speechWords(model.text, tokens, placed, repeated[index] as number)
    const turn = placed.quotation.family === TRANSCRIPT
    const han = isHan(model.text, placed.quotation.inner) ? hanSpeaker(model.text, placed.quotation) : undefined
    const score = Math.max(speechProbability(weights, { active, words }), turn || han ? SURE : 0)
    if (score < SPEECH) return
    const resolved = choice.candidate && resolveSpeaker(model, tokens, quoted, choice.candidate.speaker)
    read.push({ placed, choice, resolved, han, score })
  })
  return { quotations: read, strays }
}

/** What the conversation's form or a verb beside it shows to be speech. */
const SURE = 0.9

/** Its first characters are Chinese or Japanese. */
function isHan(text: string, { start, end }: Range): boolean {
  for (let at = start; at < Math.min(end, start + 3); at++)
    if (characterTraits(text.charCodeAt(at)) & IDEOGRAPH) return true
  return false
}

/** Marks around nothing, or around other marks, are no quotation. */
export function hasWords(tokens: Tokens, placed: Placed): boolean {
  for (let at = placed.first; at < placed.end; at++) if ((tokens.shape[at] as number) & (WORD | NUMBER)) return true
  return false
}
