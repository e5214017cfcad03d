import type { Attribution } from '../../../contract/taxonomies'
import { isName, type Phrase } from './noun-phrase'
import { ALL_CAPITALS, NUMBER, POSSESSIVE, type Tokens } from './tokens'
import * as is from './word-classes'

/**
 * What kind of source a phrase names: a person, a body or a paper, people in general ("critics"), or somebody whose
 * name is kept back ("a source close to the talks").
 *
 * @param end first position after the sentence: "an aide, who asked not to be named" keeps the name back later on
 */
export function classifySpeaker(text: string, tokens: Tokens, phrase: Phrase, end: number): Attribution {
  const head = headOf(tokens, phrase)
  const classes = tokens.classes[head] as number
  if (phrase.first === phrase.last && classes & is.PRONOUN && !isName(tokens, head)) return 'named'
  const named = isName(tokens, head)
  if (!named && isSource(tokens, phrase, head)) return 'anonymous'
  if (namesPerson(tokens, phrase, head)) return 'named'
  if (named) return 'institution'
  if (keepsNameBack(text, tokens, phrase, end)) return 'anonymous'
  if (classes & (is.BODY | is.WRITING)) return 'institution'
  // "some of the women", "many in the crowd": a group that the reader knows.
  if (classes & is.VAGUE) return head < phrase.last || isDefinite(tokens, phrase) ? 'institution' : 'vague'
  return 'institution'
}

/** "a source", "a source close to the talks", "campaign insiders" */
function isSource(tokens: Tokens, phrase: Phrase, head: number): boolean {
  for (let at = phrase.first; at <= head; at++) if ((tokens.classes[at] as number) & is.ANONYMOUS) return true
  return false
}

/** The last noun before "of", "for" …: "spokesman" in "a spokesman for the ministry". */
export function headOf(tokens: Tokens, phrase: Phrase): number {
  for (let at = phrase.first + 1; at <= phrase.last; at++)
    if ((tokens.classes[at] as number) & is.PREPOSITION && !isName(tokens, at) && !isParticle(tokens, at, phrase))
      return at - 1
  return (tokens.shape[phrase.last] as number) & POSSESSIVE && phrase.last > phrase.first
    ? phrase.last - 1
    : phrase.last
}

function isParticle(tokens: Tokens, at: number, phrase: Phrase): boolean {
  const joins = !!((tokens.classes[at] as number) & is.PARTICLE) && at < phrase.last
  return joins && isName(tokens, at - 1) && isName(tokens, at + 1)
}

function namesPerson(tokens: Tokens, phrase: Phrase, head: number): boolean {
  if (!isName(tokens, head)) return false
  const classes = tokens.classes[head] as number
  if (classes & (is.BODY | is.WRITING)) return false
  if ((tokens.shape[head] as number) & ALL_CAPITALS) return false
  // "The Guardian", "the Tories": an article without a title before the name speaks of a body.
  const article = phrase.first < head && (tokens.classes[phrase.first] as number) & is.DETERMINER
  return !article || hasTitle(tokens, phrase, head)
}

function hasTitle(tokens: Tokens, phrase: Phrase, head: number): boolean {
  for (let at = phrase.first; at < head; at++) if ((tokens.classes[at] as number) & (is.TITLE | is.ROLE)) return true
  return false
}

function isDefinite(tokens: Tokens, phrase: Phrase): boolean {
  for (let at = phrase.first; at < phrase.last; at++)
    if (isName(tokens, at) || (tokens.classes[at] as number) & is.PERSONAL || (tokens.shape[at] as number) & NUMBER)
      return true
  const first = tokens.classes[phrase.first] as number
  const length = (tokens.end[phrase.first] as number) - (tokens.start[phrase.first] as number)
  // the, these, those, this; but "some experts", "many analysts"
  return (
    !!(first & is.DETERMINER) &&
    (length === 3 || length > 4 || !!(first & is.THAT)) &&
    phrase.last > phrase.first &&
    !(first & is.VAGUE)
  )
}

/** Tokens after a phrase in which its name may be said to be kept back. */
const NEAR = 40

/** "an unnamed aide"; "an aide, who spoke on condition of anonymity"; "an official who asked not to be named". */
function keepsNameBack(text: string, tokens: Tokens, phrase: Phrase, end: number): boolean {
  for (let at = phrase.first; at <= phrase.last; at++) if ((tokens.classes[at] as number) & is.UNNAMED) return true
  for (let at = phrase.last + 1; at < Math.min(end, phrase.last + NEAR); at++) {
    const length = (tokens.end[at] as number) - (tokens.start[at] as number)
    if (length !== ANONYMITY.length && length !== NAMED.length && length !== IDENTIFIED.length) continue
    const word = text.slice(tokens.start[at], tokens.end[at])
    if (word === ANONYMITY) return true
    if (word !== NAMED && word !== IDENTIFIED) continue
    const before = text.slice(tokens.start[Math.max(0, at - 3)], tokens.start[at])
    if (/\b(?:not|declined|refused) to be $/.test(before)) return true
  }
  return false
}

const ANONYMITY = 'anonymity'
const NAMED = 'named'
const IDENTIFIED = 'identified'
