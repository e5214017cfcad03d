import type { Range } from './model'

/** UTF-16 code units on each side that are looked at to find where a word ends; the longest real words are shorter. */
const REACH = 200

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string): Intl.Segmenter {
  const locale = language === 'und' ? 'en' : language
  let made = segmenters.get(locale)
  if (!made) segmenters.set(locale, (made = wordSegmenter(locale)))
  return made
}

function wordSegmenter(locale: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity: 'word' })
  } catch {
    // Not a language tag at all; a document's language may come from anywhere.
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}

/**
 * A selection widened to whole words (Intl.Segmenter, Unicode UAX 29): no word, combining mark or joined emoji is cut,
 * and white space at both ends is left out. Languages without spaces between words are divided by dictionary. An empty
 * range becomes the word it stands in; a range of white space alone becomes empty.
 */
export function snapToWords(text: string, range: Range, language: string): Range {
  let start = Math.max(0, Math.min(range.start, range.end))
  let end = Math.min(text.length, Math.max(range.start, range.end))
  const empty = start === end
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  if (start === end && !empty) return { start, end }
  const words = segmenter(language)
  const from = wordAt(text, start, words)
  const to = end > start ? wordAt(text, end - 1, words) : from
  return from && to ? { start: from.start, end: to.end } : { start, end }
}

/** The word, mark or white space that a character belongs to; undefined at the end of the text and on white space. */
function wordAt(text: string, at: number, words: Intl.Segmenter): Range | undefined {
  if (at >= text.length || isSpace(text, at)) return undefined
  const from = windowStart(text, at)
  const found = words.segment(text.slice(from, at + REACH)).containing(at - from)
  return found && { start: from + found.index, end: from + found.index + found.segment.length }
}

/** Far enough back for a word to begin, at white space where there is some: a window must not cut a character. */
function windowStart(text: string, at: number): number {
  const earliest = Math.max(0, at - REACH)
  for (let start = at; start > earliest; start--) if (isSpace(text, start - 1)) return start
  const unit = text.charCodeAt(earliest)
  return unit >= 0xdc00 && unit <= 0xdfff ? earliest - 1 : earliest
}

const isSpace = (text: string, at: number) => /\s/.test(text.charAt(at))

/** Letters or digits, with the marks, apostrophes and hyphens inside a word; or one character of a script without spaces. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}](?:\p{M}|['’.,-]|\u00ad|\u200c|\u200d)*)+/gu

/** Characters of a script without spaces that make a word, on the average of a newspaper. */
const CHARACTERS_A_WORD = 2

/**
 * Words of a text, as an editor counts lines: what stands between spaces and has a letter or a digit. Text without
 * spaces counts one word for two characters.
 */
export function wordCount(text: string): number {
  let words = 0
  let dense = 0
  for (const [found] of text.matchAll(WORD)) {
    if (found.length <= 2 && DENSE.test(found)) dense++
    else words++
  }
  return words + Math.round(dense / CHARACTERS_A_WORD)
}

const DENSE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
