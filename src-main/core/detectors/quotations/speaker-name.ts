import type { Range } from '../../text/model'
import { headOf } from '../attribution/classify-speaker'
import { isName, phraseRange, type Phrase } from '../attribution/noun-phrase'
import { NUMBER, POSSESSIVE, type Tokens } from '../attribution/tokens'
import * as is from '../attribution/word-classes'
import type { Candidate } from './candidate'

/**
 * The words of a phrase that name the speaker: "Jane Doe" in "the harbour's spokeswoman Jane Doe of Overham"; the
 * whole phrase where it has no name of its own. Offsets are UTF-16.
 */
export function speakerName(tokens: Tokens, phrase: Phrase): Range {
  const head = headOf(tokens, phrase)
  if (!isName(tokens, head) || (tokens.classes[head] as number) & is.BODY) return phraseRange(tokens, phrase)
  let first = head
  while (first > phrase.first && isPartOfName(tokens, first - 1, phrase.first)) first--
  for (let at = head - 1; at >= first; at--)
    if ((tokens.classes[at] as number) & is.TITLE) {
      first = at + 1
      break
    }
  if (first - 1 === phrase.first && (tokens.classes[phrase.first] as number) & is.DETERMINER) first--
  return { start: tokens.start[first] as number, end: tokens.end[head] as number }
}

function isPartOfName(tokens: Tokens, at: number, first: number): boolean {
  if ((tokens.shape[at] as number) & (POSSESSIVE | NUMBER)) return false
  if (isName(tokens, at)) return true
  return at > first && !!((tokens.classes[at] as number) & is.PARTICLE) && isName(tokens, at - 1)
}

/** The last word of a speaker's name or description, by which the same speaker is known again. */
export function headWord(text: string, tokens: Tokens, candidate: Candidate): string {
  const head = headOf(tokens, candidate.speaker)
  return text.slice(tokens.start[head], tokens.end[head])
}
