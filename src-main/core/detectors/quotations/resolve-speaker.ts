import type { TextModel } from '../../text/model'
import { headOf } from '../attribution/classify-speaker'
import { isName, type Phrase } from '../attribution/noun-phrase'
import { peopleOf, type Person } from '../attribution/people'
import type { Tokens } from '../attribution/tokens'
import * as is from '../attribution/word-classes'
import { firstSubject } from './candidates-before'
import { sentenceStart } from './surroundings'

/** Who a pronoun, a last name or an office stands for. */
export interface Resolved {
  /** Where the name stands that is meant: the nearest mention before, or the full name. */
  readonly mention: Phrase
  readonly person?: Person
}

/** Sentences that are walked back from a pronoun to find whom it means. */
const BACK = 5

/**
 * Whom a speaker's words mean. A pronoun is given to the subject of the nearest sentence before that is one person and
 * not of the other gender; where no such sentence is near, to nobody.
 */
export function resolveSpeaker(
  model: TextModel,
  tokens: Tokens,
  quoted: Uint8Array,
  speaker: Phrase,
): Resolved | undefined {
  const people = peopleOf(model)
  const head = headOf(tokens, speaker)
  const word = (at: number) => model.text.slice(tokens.start[at], tokens.end[at])
  const classes = tokens.classes[head] as number
  if (isName(tokens, head)) {
    const person = people.byLastName.get(word(head))
    return person && { mention: speaker, person }
  }
  if (!(classes & is.PRONOUN)) {
    const person = classes & is.ROLE && isDefinite(word, tokens, speaker) ? people.byOffice.get(word(head)) : undefined
    return person && person.first < speaker.first ? { mention: speaker, person } : undefined
  }
  const gender = GENDER.get(word(head).toLowerCase())
  if (!gender) return undefined
  let end = speaker.first
  for (let step = 0; step < BACK && end > 0; step++) {
    const floor = sentenceStart(tokens, quoted, step === 0 ? end : end - 1)
    const subject = step === 0 ? undefined : subjectOf(tokens, quoted, floor, end)
    const person = subject && !quoted[subject.first] && people.byLastName.get(word(headOf(tokens, subject)))
    if (subject && person && person.gender === gender) return { mention: subject, person }
    end = floor
  }
  return undefined
}

const GENDER = new Map<string, Person['gender']>([
  ['he', 'man'],
  ['she', 'woman'],
  ['er', 'man'],
  ['il', 'man'],
  ['elle', 'woman'],
  ['él', 'man'],
  ['ella', 'woman'],
  ['lui', 'man'],
  ['lei', 'woman'],
  ['ele', 'man'],
  ['ela', 'woman'],
  ['hij', 'man'],
  ['zij', 'woman'],
  ['on', 'man'],
  ['ona', 'woman'],
  ['он', 'man'],
  ['она', 'woman'],
])

/** The subject of a sentence, or of the clause that follows its quotation. */
function subjectOf(tokens: Tokens, quoted: Uint8Array, floor: number, end: number): Phrase | undefined {
  let from = floor
  while (from < end && quoted[from]) from++
  return firstSubject(tokens, quoted, from, end)
}

function isDefinite(word: (at: number) => string, tokens: Tokens, speaker: Phrase): boolean {
  return (
    !!((tokens.classes[speaker.first] as number) & is.DETERMINER) &&
    /^(?:the|der|die|le|la|el|il|o|de)$/i.test(word(speaker.first))
  )
}
