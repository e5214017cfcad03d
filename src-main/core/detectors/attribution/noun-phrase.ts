import { isQuotationMark } from './punctuation'
import { CAPITALISED, LINE_START, NUMBER, POSSESSIVE, WORD, type Tokens } from './tokens'
import * as is from './word-classes'

/** A run of tokens that names somebody or something: positions of its first and last token, both included. */
export interface Phrase {
  readonly first: number
  readonly last: number
}

/** How far a subject may stand from its verb, in tokens: longer than any apposition that newspapers print. */
const REACH = 45

const COMMA = 0x2c

const COMMON =
  is.CUE | is.WEAK_CUE | is.VERB | is.ROLE | is.BODY | is.VAGUE | is.WRITING | is.GERUND | is.NAMING | is.WORK

/** A token that can be part of a name: a capital that neither a function word nor the start of a sentence explains. */
export function isName(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at] as number
  if (!(shape & CAPITALISED)) return false
  const classes = tokens.classes[at] as number
  if (!classes) return true
  if (classes & is.FUNCTION) {
    // Theresa May, Will Smith's son Mark March: a month or an auxiliary after a name belongs to it.
    if (!(classes & (is.CALENDAR | is.AUXILIARY)) || at === 0) return false
    return !!((tokens.shape[at - 1] as number) & CAPITALISED) && !(tokens.classes[at - 1] as number)
  }
  return !(classes & COMMON) || !!(classes & is.TITLE) || !opensSentence(tokens, at)
}

/** The token starts a line or follows a full stop, a colon or a quotation mark: its capital says nothing. */
function opensSentence(tokens: Tokens, at: number): boolean {
  if (at === 0 || (tokens.shape[at] as number) & LINE_START) return true
  const before = tokens.mark[at - 1] as number
  return before === 0x2e || before === 0x3f || before === 0x21 || before === 0x3a || isQuotationMark(before)
}

const NOT_NOMINAL =
  is.CONJUNCTION |
  is.RELATIVE |
  is.THAT |
  is.AUXILIARY |
  is.ADVERB |
  is.ORIGIN |
  is.PASSIVE |
  is.PREPOSITION |
  is.PRONOUN |
  is.CUE |
  is.WEAK_CUE |
  is.VERB |
  is.CALENDAR |
  is.DETERMINER |
  is.PERSONAL |
  is.GERUND |
  is.PAST

const ADJECTIVAL = is.GERUND | is.PAST | is.ADVERB | is.CUE | is.WEAK_CUE

/** The word before is an article, a possessive or a number: what follows is a noun or an adjective, not a verb. */
function followsModifier(tokens: Tokens, at: number): boolean {
  if (at === 0) return false
  const before = at - 1
  if ((tokens.shape[before] as number) & POSSESSIVE) return true
  const classes = tokens.classes[before] as number
  return !!(classes & (is.DETERMINER | is.PERSONAL)) && !(classes & (is.THAT | is.RELATIVE | is.PRONOUN))
}

/** A word that could report speech but is a noun here: "Doe's remarks", "the report", "State". */
export function isNounHere(tokens: Tokens, at: number): boolean {
  if ((tokens.shape[at] as number) & CAPITALISED && !opensSentence(tokens, at)) return true
  return followsModifier(tokens, at)
}

/** A word that a noun phrase can hold: no verb, no function word that ends it. */
function isNominal(tokens: Tokens, at: number): boolean {
  const shape = tokens.shape[at] as number
  if (!(shape & (WORD | NUMBER))) return false
  const classes = tokens.classes[at] as number
  if (isName(tokens, at)) return true
  if (classes & (is.ROLE | is.BODY | is.WRITING | is.TITLE | is.VAGUE))
    return !(classes & is.CUE) || followsModifier(tokens, at)
  if (!(classes & NOT_NOMINAL)) return true
  // "an embattled senator", "the most senior aide", "the running mate": after an article, an adjective.
  return !!(classes & ADJECTIVAL) && followsModifier(tokens, at)
}

/**
 * Who does what the verb says, looking left: "Jane Doe, the mayor of Overham, later [said]".
 *
 * @param verb position of the verb; @param floor first position that may be looked at
 */
export function subjectBefore(tokens: Tokens, verb: number, floor: number): Phrase | undefined {
  const limit = Math.max(floor, verb - REACH)
  let at = verb - 1
  at = skipModifiers(tokens, at, limit)
  if (at < limit) return undefined
  if (tokens.mark[at] === COMMA && tokens.mark[at - 1] === 0x29) at--
  if (tokens.mark[at] === COMMA || isDash(tokens.mark[at] as number)) {
    const inner = apposition(tokens, at, limit)
    if (inner === undefined) return undefined
    at = inner
  } else at = beforeBracket(tokens, at, limit)
  if ((tokens.classes[at] as number) & is.RELATIVE && at > limit) {
    const antecedent = phraseEndingAt(tokens, tokens.mark[at - 1] === COMMA ? at - 2 : at - 1, limit)
    if (antecedent) return antecedent
  }
  return phraseEndingAt(tokens, at, limit)
}

function skipModifiers(tokens: Tokens, from: number, limit: number): number {
  let at = from
  while (at >= limit) {
    const classes = tokens.classes[at] as number
    if (isName(tokens, at)) break
    if (classes & is.CALENDAR) {
      at--
      while (at >= limit && (tokens.classes[at] as number) & (is.PREPOSITION | is.CALENDAR | is.DETERMINER)) at--
      continue
    }
    if (!(classes & (is.ADVERB | is.AUXILIARY | is.PASSIVE)) || classes & is.PRONOUN) break
    at--
  }
  return at
}

/** The token before a bracket that closes at a position: "the council" of "the council (OBC)". */
function beforeBracket(tokens: Tokens, at: number, limit: number): number {
  if (tokens.mark[at] !== 0x29) return at
  let open = at
  while (open > limit && tokens.mark[open] !== 0x28) open--
  return Math.max(limit, open - 1)
}

/** Left of ", the mayor of Overham," stands who that is. @returns the last token of the phrase before the apposition */
function apposition(tokens: Tokens, close: number, limit: number): number | undefined {
  const mark = tokens.mark[close]
  for (let at = close - 1; at > limit; at--) {
    const sign = tokens.mark[at] as number
    if (isQuotationMark(sign) || sign === 0x3b || sign === 0x2e) return undefined
    const last = beforeBracket(tokens, at - 1, limit)
    if (sign === mark && (isNominal(tokens, last) || (tokens.classes[last] as number) & is.PRONOUN)) {
      const phrase = phraseEndingAt(tokens, last, limit)
      if (!phrase) continue
      const before = phrase.first - 1
      // "Rep. X, D-Calif., the chair of …," has two appositions: go on to the first.
      if (before > limit && tokens.mark[before] === COMMA && isName(tokens, before - 1)) {
        const earlier = phraseEndingAt(tokens, before - 1, limit)
        if (earlier && (earlier.first <= limit || !((tokens.classes[earlier.first - 1] as number) & is.PREPOSITION)))
          return before - 1
      }
      return last
    }
  }
  return undefined
}

/** The noun phrase whose last token is given. */
export function phraseEndingAt(tokens: Tokens, last: number, limit: number): Phrase | undefined {
  if ((tokens.classes[last] as number) & (is.PRONOUN | is.RELATIVE | is.PERSONAL) && !isName(tokens, last))
    return { first: last, last }
  if (!isNominal(tokens, last) && !((tokens.shape[last] as number) & POSSESSIVE)) return undefined
  let first = last
  let preposition = -1
  for (let at = last - 1; at >= limit; at--) {
    const classes = tokens.classes[at] as number
    const mark = tokens.mark[at] as number
    if ((tokens.shape[at] as number) & POSSESSIVE || isNominal(tokens, at) || mark === 0x26 || mark === 0x2e) {
      if (mark === 0x2e) break
      first = at
      continue
    }
    if (classes & is.DETERMINER || classes & is.PERSONAL) {
      first = at
      const before = at - 1
      if (before >= limit && (tokens.classes[before] as number) & is.PREPOSITION && joins(tokens, before, limit)) {
        at = before
        preposition = before
        continue
      }
      break
    }
    if (classes & is.PREPOSITION && !(classes & is.CONJUNCTION) && joins(tokens, at, limit)) {
      preposition = at
      continue
    }
    if (
      classes & is.CONJUNCTION &&
      at - 1 >= limit &&
      isName(tokens, at - 1) &&
      isName(tokens, at + 1) &&
      isAnd(tokens, at)
    )
      continue
    break
  }
  if (preposition >= 0 && first > preposition) first = preposition + 1
  return first <= last ? { first, last } : undefined
}

/** A preposition between two nouns joins them: "a spokesman for Doe"; at the start of a sentence it does not. */
function joins(tokens: Tokens, preposition: number, limit: number): boolean {
  return preposition - 1 >= limit && isNominal(tokens, preposition - 1)
}

function isAnd(tokens: Tokens, at: number): boolean {
  const length = (tokens.end[at] as number) - (tokens.start[at] as number)
  return length <= 3
}

function isDash(mark: number): boolean {
  return mark === 0x2013 || mark === 0x2014 || mark === 0x2d
}

/**
 * Who does what the verb says, looking right: "[said] Jane Doe, the mayor".
 *
 * @param verb position of the verb; @param ceiling first position that may not be looked at
 */
export function subjectAfter(tokens: Tokens, verb: number, ceiling: number): Phrase | undefined {
  let at = verb + 1
  while (at < ceiling && (tokens.classes[at] as number) & is.ADVERB && !isName(tokens, at)) at++
  return phraseStartingAt(tokens, at, ceiling)
}

/** The noun phrase whose first token is given, with what "of" and "for" add to it. */
export function phraseStartingAt(tokens: Tokens, first: number, ceiling: number): Phrase | undefined {
  if (first >= ceiling) return undefined
  const limit = Math.min(ceiling, first + REACH)
  if ((tokens.classes[first] as number) & is.PRONOUN && !isName(tokens, first)) return { first, last: first }
  let at = first
  let last = -1
  for (; at < limit; at++) {
    const classes = tokens.classes[at] as number
    if ((tokens.shape[at] as number) & POSSESSIVE) continue
    if (isNominal(tokens, at)) {
      last = at
      continue
    }
    if (
      classes & (is.DETERMINER | is.PERSONAL) &&
      (at === first || (tokens.classes[at - 1] as number) & is.PREPOSITION)
    )
      continue
    if (last >= 0 && classes & is.PREPOSITION && joinsAfter(tokens, at, limit)) continue
    if (last >= 0 && classes & is.CONJUNCTION && at + 1 < limit && isName(tokens, at + 1) && isName(tokens, at - 1))
      continue
    break
  }
  return last >= first ? { first, last } : undefined
}

function joinsAfter(tokens: Tokens, preposition: number, limit: number): boolean {
  const length = (tokens.end[preposition] as number) - (tokens.start[preposition] as number)
  return length <= 3 && preposition + 1 < limit && !((tokens.classes[preposition + 1] as number) & is.CALENDAR)
}

/** The words of a phrase as offsets, without a closing full stop or possessive. */
export function phraseRange(tokens: Tokens, phrase: Phrase): { start: number; end: number } {
  let last = phrase.last
  if ((tokens.shape[last] as number) & POSSESSIVE && last > phrase.first) last--
  return { start: tokens.start[phrase.first] as number, end: tokens.end[last] as number }
}
