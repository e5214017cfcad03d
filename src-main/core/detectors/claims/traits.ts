import { endsWith, groupsOf } from './sentence-shape'
import { WORD_GROUPS } from './word-groups'
import { DASH, DECIMAL, ELLIPSIS, GROUPED, MONEY, NUMBER, SMALL, WORD, YEAR, wordHash, type Words } from './words'

const GROUPS = Object.keys(WORD_GROUPS)
const HAVE = 1 << GROUPS.indexOf('have')
const PAST = 1 << GROUPS.indexOf('past')

/** What is counted in a sentence, in the order of the model's weights. */
export const TRAITS = [
  ...GROUPS,
  ...['words', 'units', 'numbers', 'money', 'years', 'grouped', 'decimals', 'small', 'capitals', 'capitalShare'],
  ...['questions', 'commas', 'quotes', 'dashes', 'ed', 'ing', 'ly', 'est', 'er', 'tion', 'perfect'],
  ...['openingLetters', 'closingLetters', 'meanLetters', 'opensLoosely', 'ellipses', 'exclamations', 'opensCapital'],
] as const

const BASE = GROUPS.length
const LOOSE = new Set(['and', 'but', 'so', 'now', 'well'].map(wordHash))
const BEEN = wordHash('been')

/** Counts a sentence's traits into `out` (length TRAITS.length), as ln(1 + count) so that long sentences do not drown all. */
export function readTraits(text: string, words: Words, out: Float64Array): void {
  out.fill(0)
  const { count } = words
  if (count === 0) return
  let letters = 0
  let wordCount = 0
  for (let at = 0; at < count; at++) {
    const kind = words.kind[at] as number
    const hash = words.hash[at] as number
    if (kind === WORD) {
      wordCount++
      letters += (words.end[at] as number) - (words.start[at] as number)
      let bits = groupsOf(hash)
      if (bits & HAVE && at + 1 < count && perfect(text, words, at)) add(out, BASE + 20)
      while (bits) {
        const bit = bits & -bits
        add(out, 31 - Math.clz32(bit))
        bits ^= bit
      }
      if (at > 0 && words.capital[at] && !isSelf(text, words, at)) add(out, BASE + 8)
      ending(text, words.start[at] as number, words.end[at] as number, out)
    } else if (kind === NUMBER) {
      add(out, BASE + 2)
      if (hash === MONEY) add(out, BASE + 3)
      else if (hash === YEAR) add(out, BASE + 4)
      else if (hash === GROUPED) add(out, BASE + 5)
      else if (hash === DECIMAL) add(out, BASE + 6)
      else if (hash === SMALL) add(out, BASE + 7)
    } else countMark(hash, out)
  }
  const first = words.start[0] as number
  out[BASE] = count
  out[BASE + 1] = (words.end[count - 1] as number) - first
  out[BASE + 9] = (out[BASE + 8] as number) / count
  out[BASE + 21] = (words.end[0] as number) - first
  out[BASE + 22] = (words.end[count - 1] as number) - (words.start[count - 1] as number)
  out[BASE + 23] = letters / (wordCount || 1)
  out[BASE + 24] = LOOSE.has(words.hash[0] as number) ? 1 : 0
  out[BASE + 27] = words.capital[0] as number
  for (let at = 0; at < out.length; at++) out[at] = Math.log1p(out[at] as number)
}

function add(out: Float64Array, at: number): void {
  out[at] = (out[at] as number) + 1
}

function countMark(mark: number, out: Float64Array): void {
  if (mark === 0x3f) out[BASE + 10] = 1
  else if (mark === 0x2c) add(out, BASE + 11)
  else if (mark === 0x22) add(out, BASE + 12)
  else if (mark === DASH) add(out, BASE + 13)
  else if (mark === ELLIPSIS) out[BASE + 25] = 1
  else if (mark === 0x21) out[BASE + 26] = 1
}

function ending(text: string, start: number, end: number, out: Float64Array): void {
  const length = end - start
  if (length < 5) return
  if (endsWith(text, start, end, 'ed')) add(out, BASE + 14)
  else if (endsWith(text, start, end, 'ly')) add(out, BASE + 16)
  else if (endsWith(text, start, end, 'est')) add(out, BASE + 17)
  else if (endsWith(text, start, end, 'er')) add(out, BASE + 18)
  else if (length > 5 && endsWith(text, start, end, 'ing')) add(out, BASE + 15)
  else if (endsWith(text, start, end, 'tion') || endsWith(text, start, end, 'sion')) add(out, BASE + 19)
}

/** "has doubled", "have been", "had already passed". */
function perfect(text: string, words: Words, at: number): boolean {
  for (let next = at + 1; next <= at + 2 && next < words.count; next++) {
    if (words.hash[next] === BEEN || groupsOf(words.hash[next] as number) & PAST) return true
    if (endsWith(text, words.start[next] as number, words.end[next] as number, 'ed')) return true
  }
  return false
}

/** I, I'm, I've: capitals that name nobody. */
function isSelf(text: string, words: Words, at: number): boolean {
  if (text.charCodeAt(words.start[at] as number) !== 0x49) return false
  const length = (words.end[at] as number) - (words.start[at] as number)
  return (
    length === 1 ||
    text.charCodeAt((words.start[at] as number) + 1) === 0x27 ||
    text.charCodeAt((words.start[at] as number) + 1) === 0x2019
  )
}
