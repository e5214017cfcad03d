import { ADVERB, CUE, GERUND, PAST, WEAK_CUE } from './word-classes'
import { ENGLISH } from './words-english'
import { EUROPEAN } from './words-european'

/** What words may do, by their lower-case form with straight apostrophes. */
export type Lexicon = ReadonlyMap<string, number>

function collect(lists: readonly (readonly [number, string])[]): Map<string, number> {
  const classes = new Map<string, number>()
  for (const [mark, words] of lists)
    for (const word of words.split(/\s+/)) if (word) classes.set(word, (classes.get(word) ?? 0) | mark)
  return classes
}

const english = collect(ENGLISH)
for (const [word, classes] of english)
  if (word.endsWith('ing') && classes & (CUE | WEAK_CUE)) english.set(word, classes | GERUND)

/** Other languages' words win over English ones: "war" is no war in German. English ones stay for names of bodies. */
const european = new Map([...english, ...collect(EUROPEAN)])

const SAMPLE = 3000

/** The words to read a text with: English ones alone where the text is English, so that "war" and "die" stay nouns. */
export function lexiconFor(text: string, language: string): Lexicon {
  if (language !== 'und') return language.toLowerCase().startsWith('en') ? english : european
  const sample = text.slice(0, SAMPLE)
  const words = sample.split(/\s+/).length
  const small = sample.match(/\b(?:the|and|of|to|is|was|for|with|that|said)\b/gi)?.length ?? 0
  return small * 14 >= words ? english : european
}

/** Words in -ing that are nouns, pronouns or prepositions. */
const NOT_GERUNDS = new Set(
  `king thing something anything nothing everything morning evening during being spring string wing ring building meeting
  hearing ruling filing briefing wedding ceiling sibling offspring darling viking sterling`.split(/\s+/),
)

/**
 * What a word that no list has may do, by its English ending.
 *
 * @param word lower case; capitalised words are not asked about: Kelly is no adverb, Manning no verb
 */
export function classesByEnding(word: string): number {
  const length = word.length
  if (length < 5) return 0
  const last = word.charCodeAt(length - 1)
  if (last === 0x79) return word.endsWith('ly') ? ADVERB : 0
  if (last === 0x67) return word.endsWith('ing') && !NOT_GERUNDS.has(word) ? GERUND : 0
  if (last === 0x64) return word.endsWith('ed') && !word.endsWith('eed') ? PAST : 0
  return 0
}
