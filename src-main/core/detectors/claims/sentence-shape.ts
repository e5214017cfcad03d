import { FUNCTION_WORDS, NUMBER_WORDS, WORD_GROUPS } from './word-groups'
import { look, tableOf } from './word-table'
import { NUMBER, WORD, folded, wordHash, type Words } from './words'

const groups = new Map<number, number>()
Object.values(WORD_GROUPS).forEach((words, index) => {
  for (const word of words.split(' ')) groups.set(wordHash(word), (groups.get(wordHash(word)) ?? 0) | (1 << index))
})
const groupTable = tableOf([...groups])
const roleTable = tableOf([
  ...NUMBER_WORDS.split(' ').map((word) => [wordHash(word), 1] as const),
  ...FUNCTION_WORDS.split(' ').map((word) => [wordHash(word), 2] as const),
])

/** Bits of WORD_GROUPS that a word belongs to. */
export function groupsOf(hash: number): number {
  const found = look(groupTable, hash)
  return found < 0 ? 0 : found
}

// Roles of words that are not function words; far from any FNV hash's neighbourhood it does not matter what they are.
const ROLE_NUMBER = 101
const ROLE_NUMBER_WORD = 102
const ROLE_NAME = 103
const ROLE_PLAIN = 104

const ENDINGS = ['ing', 'ed', 'ly', 'tion', 's', 'er', 'est', 'ment', 'ity', 'al', 'ive', 'ous', 'able', 'en', 'ness']

/** Which endings a last letter can belong to, in their order. */
const ENDINGS_BY_LAST: (number[] | undefined)[] = new Array(128)
ENDINGS.forEach((ending, index) => {
  const last = ending.charCodeAt(ending.length - 1)
  ENDINGS_BY_LAST[last] = [...(ENDINGS_BY_LAST[last] ?? []), index]
})

/**
 * What a word does in its sentence, as a hash: function words and marks stand for themselves, others for their ending,
 * so that n-grams of roles tell the grammar whatever the story is about.
 */
export function roleOf(text: string, words: Words, at: number): number {
  const kind = words.kind[at] as number
  if (kind === NUMBER) return ROLE_NUMBER
  const hash = words.hash[at] as number
  if (kind !== WORD) return hash
  const role = look(roleTable, hash)
  if (role === 2) return hash
  if (role === 1) return ROLE_NUMBER_WORD
  if (at > 0 && words.capital[at]) return ROLE_NAME
  const start = words.start[at] as number
  const end = words.end[at] as number
  const last = text.charCodeAt(end - 1)
  const possible = last < 128 ? ENDINGS_BY_LAST[last | 32] : undefined
  if (!possible) return ROLE_PLAIN
  for (const index of possible) if (endsWith(text, start, end, ENDINGS[index] as string)) return ROLE_PLAIN + 1 + index
  return ROLE_PLAIN
}

/** Articles, pronouns, prepositions, auxiliaries: words that count nothing and name nobody. */
export function isFunctionWord(hash: number): boolean {
  return look(roleTable, hash) === 2
}

export function endsWith(text: string, start: number, end: number, ending: string): boolean {
  if (end - start < ending.length) return false
  for (let back = 1; back <= ending.length; back++)
    if (folded(text.charCodeAt(end - back)) !== ending.charCodeAt(ending.length - back)) return false
  return true
}
