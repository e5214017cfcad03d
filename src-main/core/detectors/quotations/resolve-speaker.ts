import type { TextModel } from '../../text/model'
import { headOf } from '../attribution/classify-speaker'
import { isName, type Phrase } from '../attribution/noun-phrase'
import { peopleOf, type People, type Person } from '../attribution/people'
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
  return subjectMeant(tokens, quoted, people, word, speaker, gender) ?? onlyPerson(people, gender, speaker)
}

/** Walks back over the sentences' subjects; sentences that go on with a pronoun are passed over. */
function subjectMeant(
  tokens: Tokens,
  quoted: Uint8Array,
  people: People,
  word: (at: number) => string,
  speaker: Phrase,
  gender: Person['gender'],
): Resolved | undefined {
  let end = speaker.first
  for (let step = 0; step < BACK && end > 0; step++) {
    const floor = sentenceStart(tokens, quoted, step === 0 ? end : end - 1)
    const subject = subjectOf(tokens, quoted, floor, end)
    const inside = subject && !quoted[subject.first]
    const person = inside && people.byLastName.get(word(headOf(tokens, subject)))
    const fits = !!person && (person.gender === gender || (step === 0 && person.gender === 'unknown'))
    // "Doe said Roe told her that she": who is meant within a sentence is sure only where nobody else stands in it.
    const alone = step > 0 || (subject && !namesAnother(tokens, people, word, subject.last + 1, end, gender))
    if (subject && fits && alone) return { mention: subject, person }
    if (step === 0 && fits) return undefined
    end = floor
  }
  return undefined
}

function namesAnother(
  tokens: Tokens,
  people: People,
  word: (at: number) => string,
  from: number,
  to: number,
  gender: Person['gender'],
): boolean {
  for (let at = from; at < to; at++) {
    const person = isName(tokens, at) ? people.byLastName.get(word(at)) : undefined
    if (person && (person.gender === gender || person.gender === 'unknown')) return true
  }
  return false
}

/** A document that names one person only speaks of that person. */
function onlyPerson(people: People, gender: Person['gender'], speaker: Phrase): Resolved | undefined {
  if (people.byLastName.size !== 1) return undefined
  const [person] = people.byLastName.values()
  const fits = person && (person.gender === gender || person.gender === 'unknown') && person.last < speaker.first
  return fits ? { mention: { first: person.first, last: person.last }, person } : undefined
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
