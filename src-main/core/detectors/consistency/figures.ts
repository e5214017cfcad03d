import type { Range } from '../../text/model'
import { isFunctionWord } from '../claims/sentence-shape'
import { NUMBER, WORD, YEAR, wordHash, type Words } from '../claims/words'
import { look, tableOf } from '../claims/word-table'
import { magnitudeOf, numberWords, valueOfDigits, valueOfWord } from './number-words'

/** A number in the text with what it counts. */
export interface Figure extends Range {
  readonly value: number
  /** Half a step of its last written digit: how far rounding may have moved it. */
  readonly rounding: number
  /** "%", a currency sign, or nothing. */
  readonly unit: string
  /** The word after it, lower case; empty where none is counted. */
  readonly noun: string
  /** The word before it, lower case. */
  readonly before: string
  /** Index in the sentences that were read. */
  readonly sentence: number
  /** Four digits that are likely a year. */
  readonly year: boolean
}

const CURRENCY_WORDS = new Map([
  ...['euro', 'euros'].map((word) => [word, '€'] as const),
  ...['dollar', 'dollars'].map((word) => [word, '$'] as const),
  ...['pound', 'pounds'].map((word) => [word, '£'] as const),
])
const DECIMAL_COMMA = /^(?:de|fr|es|it|pt|nl|pl|ru|uk|sv|da|nb|no|fi|cs|tr)\b/
const PER = wordHash('per')
/** Most words are no numbers: their hash says so before anything is cut out of the text. */
const NUMBER_HASHES = tableOf(numberWords.map((word) => [wordHash(word), 1] as const))

/** Whether the language writes 1,5 for one and a half. */
export function hasDecimalComma(language: string): boolean {
  return DECIMAL_COMMA.test(language)
}

/** Adds the figures of one sentence, in order; linear in its length. @param words the sentence's, as readWords gives them */
export function addFigures(text: string, words: Words, sentence: number, decimalComma: boolean, out: Figure[]): void {
  for (let at = 0; at < words.count; at++) {
    const figure = figureAt(text, words, at, sentence, decimalComma)
    if (!figure) continue
    out.push(figure.figure)
    at = figure.last
  }
}

const wordAt = (text: string, words: Words, at: number) =>
  at >= 0 && at < words.count ? text.slice(words.start[at], words.end[at]).toLowerCase() : ''

function figureAt(
  text: string,
  words: Words,
  at: number,
  sentence: number,
  decimalComma: boolean,
): { figure: Figure; last: number } | undefined {
  const digits = words.kind[at] === NUMBER
  if (!digits && (words.kind[at] !== WORD || look(NUMBER_HASHES, words.hash[at] as number) < 0)) return undefined
  const first = wordAt(text, words, at)
  const written = digits ? first.replace(/^[^\d]+/, '') : ''
  let value = digits ? valueOfDigits(written, decimalComma) : valueOfWord(first)
  if (value === undefined || Number.isNaN(value) || (digits && !standsAlone(text, words, at))) return undefined
  const decimals = digits && value < 1000 ? (/[.,](\d+)$/.exec(written)?.[1]?.length ?? 0) : 0
  let rounding = 0.5 * 10 ** -decimals
  let unit = digits && /^[^\d]/.test(first) ? (first[0] as string) : ''
  let last = at
  for (
    let scale;
    last + 1 < words.count && (scale = magnitudeOf(wordAt(text, words, last + 1))) !== undefined;
    last++
  ) {
    value *= scale
    rounding *= scale
  }
  const next = wordAt(text, words, last + 1)
  if (next === '%' || next === 'percent' || next === 'prozent') unit = '%'
  else if (words.hash[last + 1] === PER && wordAt(text, words, last + 2) === 'cent') unit = '%'
  else unit ||= CURRENCY_WORDS.get(next) ?? ''
  if (unit === '%') last += next === 'per' ? 2 : 1
  else if (CURRENCY_WORDS.has(next)) last++
  const counted =
    !unit && words.kind[last + 1] === WORD && last + 1 < words.count && !isFunctionWord(words.hash[last + 1] as number)
  return {
    last,
    figure: {
      start: words.start[at] as number,
      end: words.end[last] as number,
      value,
      rounding,
      unit,
      noun: counted ? wordAt(text, words, last + 1) : '',
      before: wordAt(text, words, at - 1),
      sentence,
      year: last === at && words.hash[at] === YEAR && !unit,
    },
  }
}

/** Not part of a name, a score or a date: "M25", "2-1", "03.03.2025". */
function standsAlone(text: string, words: Words, at: number): boolean {
  const before = text[(words.start[at] as number) - 1] ?? ' '
  const after = text.slice(words.end[at], (words.end[at] as number) + 2)
  if (/[\p{L}\d/:.]/u.test(before) || /^[/:]\d|^\p{L}/u.test(after)) return /^(?:m|k|bn|mn|tn)\b/.test(after)
  return !/^[-–]\d/.test(after) && !/[-–]/.test(before)
}
