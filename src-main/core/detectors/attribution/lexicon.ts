import {
  ADVERB,
  PREPOSITION,
  CUE,
  ROLE,
  BODY,
  VAGUE,
  ANONYMOUS,
  THAT,
  PRONOUN,
  ORIGIN,
  PASSIVE,
  TITLE,
} from './word-classes'
import { ENGLISH } from './words-english'
import { EUROPEAN } from './words-european'

/** Classes in which a word of another language counts even where the same letters are an English word of other use. */
const CARRIED_OVER = CUE | ROLE | BODY | VAGUE | ANONYMOUS | THAT | PRONOUN | ORIGIN | PASSIVE | TITLE

const classes = new Map<string, number>()
for (const [mark, words] of ENGLISH)
  for (const word of words.split(/\s+/)) if (word) classes.set(word, (classes.get(word) ?? 0) | mark)

const english = new Set(classes.keys())
for (const [mark, words] of EUROPEAN)
  for (const word of words.split(/\s+/)) {
    if (!word || (english.has(word) && !(mark & CARRIED_OVER & ~PREPOSITION))) continue
    if (english.has(word) && word.length < 4) continue
    classes.set(word, (classes.get(word) ?? 0) | mark)
  }

/** What a word may do; 0 for words that nobody listed. @param word lower case, with straight apostrophes */
export function classesOf(word: string): number {
  return classes.get(word) ?? (word.length > 4 && word.endsWith('ly') ? ADVERB : 0)
}
