import { searchWords } from './words'

export interface Query {
  /** Each must be found. */
  readonly words: readonly string[]
  /** Words in quotation marks must stand next to each other. */
  readonly phrases: readonly (readonly string[])[]
  /** The last word may still be on its way; a short one is taken as it is, it would find everything. */
  readonly unfinished: string | undefined
}

export function parseQuery(query: string): Query {
  const terms = (text: string) => searchWords(text).map((word) => word.term)
  const phrases = [...query.matchAll(/["“„«]([^"”“»]+)["”“»]/gu)].map((match) => terms(match[1] as string))
  const words = [...new Set(terms(query))]
  const last = terms(query).at(-1)
  return {
    words,
    phrases: phrases.filter((phrase) => phrase.length > 1),
    unfinished: last !== undefined && last.length > 1 ? last : undefined,
  }
}

export function holdsPhrase(words: readonly { readonly term: string }[], phrase: readonly string[]): boolean {
  return words.some((_, at) => phrase.every((term, offset) => words[at + offset]?.term === term))
}
