import type { Range } from '../../text/model'
import { isFunctionWord } from '../claims/sentence-shape'
import { WORD, wordHash, type Words } from '../claims/words'

/** Two capitalised words in a row, taken as a first and a last name, with the capitalised words before them. */
export interface PersonName extends Range {
  readonly first: string
  readonly last: string
  /** What stands before: "Health Secretary", "Sgt". Up to four words, as written, lower-case ones that belong included. */
  readonly title: string
  /** Index in the sentences that were read. */
  readonly sentence: number
}

const HONORIFICS = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor president lt sgt capt captain col colonel gen general maj major sergeant lieutenant judge justice rev king queen prince princess pope minister secretary chancellor mayor councillor chief herr frau'
    .split(' ')
    .map(wordHash),
)

/**
 * Adds the full names of one sentence, in order: of a run of capitals the last two, honorifics and particles apart.
 *
 * @param words the sentence's, as readWords gives them
 */
export function addNames(text: string, words: Words, sentence: number, out: PersonName[]): void {
  for (let at = 0; at + 1 < words.count; at++) {
    if (!words.capital[at] || !words.capital[at + 1] || !isNamePart(text, words, at)) continue
    let last = at
    while (last + 1 < words.count && isNamePart(text, words, last + 1) && isNext(text, words, last)) last++
    const name = nameOf(text, words, at, last, sentence)
    if (name) out.push(name)
    at = last
  }
}

/** Capital first, small letters after, no small word, no hyphen: "Marsh", but not "The", "NATO" or "I". */
function isNamePart(text: string, words: Words, at: number): boolean {
  if (words.kind[at] !== WORD || !words.capital[at] || isFunctionWord(words.hash[at] as number)) return false
  return PART.test(text.slice(words.start[at], words.end[at]))
}
const PART = /^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)?(?:['’]s)?$/u

/** Only a space lies between a word and the one after it, and the word is no possessive. */
function isNext(text: string, words: Words, at: number): boolean {
  const end = words.end[at] as number
  return (words.start[at + 1] as number) === end + 1 && text[end] === ' ' && !/['’]s$/.test(text.slice(end - 2, end))
}

function nameOf(text: string, words: Words, from: number, to: number, sentence: number): PersonName | undefined {
  if (to - from < 1 || to - from > 5) return undefined
  const first = to - 1
  if (HONORIFICS.has(words.hash[first] as number) || HONORIFICS.has(words.hash[to] as number)) return undefined
  const start = words.start[first] as number
  const end = words.end[to] as number
  const last = text.slice(words.start[to], end).replace(/['’]s$/, '')
  return {
    start,
    end: (words.start[to] as number) + last.length,
    first: text.slice(start, words.end[first]),
    last,
    title: titleBefore(text, words, from, first),
    sentence,
  }
}

function titleBefore(text: string, words: Words, from: number, first: number): string {
  const open = Math.max(0, Math.min(from, first) - 2)
  const opening = (words.start[first] as number) - (words.start[open] as number) < 60 ? open : from
  return opening < first ? text.slice(words.start[opening], words.end[first - 1]) : ''
}
