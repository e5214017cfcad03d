import type { SearchHit } from '../../contract/api'
import type { IndexedChunk } from './index'
import { holdsPhrase, type Query } from './query'
import { snippetOf } from './snippet'
import { searchWords, type SearchWord } from './words'

/** Blocks of one stretch of text that are shown each for itself. */
const MOST_BLOCKS = 5

/** The places of a chunk to show: each block that holds the whole query, or the one that holds the most of it. */
export function hitsIn(chunk: IndexedChunk, query: Query, terms: ReadonlySet<string>, score: number): SearchHit[] {
  const content = chunk.content()
  const words = searchWords(content)
  if (!query.phrases.every((phrase) => holdsPhrase(words, phrase))) return []
  const { document, where, annotation, detail, blocks } = chunk
  const hit = (start: number, end: number, own: readonly SearchWord[]): SearchHit => ({
    document: document.id,
    title: document.title,
    where,
    annotation,
    ...(detail && { detail }),
    ...snippetOf({ where, start: chunk.start + start, end: chunk.end, content: content.slice(start, end) }, own, terms),
    score,
  })
  if (!blocks) return [hit(0, content.length, words)]
  const candidates = blocks.map(([start, end]) => {
    const own = words.filter((word) => word.start >= start && word.end <= end)
    const matched = new Set(own.flatMap(({ term }) => (terms.has(term) ? [term] : [])))
    return { start, end, words: own, matched: matched.size }
  })
  const most = Math.max(...candidates.map(({ matched }) => matched))
  const whole = candidates.filter(
    ({ matched, words }) =>
      matched > 0 &&
      matched >= Math.min(most, query.words.length) &&
      query.phrases.every((phrase) => holdsPhrase(words, phrase)),
  )
  const shown = most >= query.words.length || query.phrases.length > 0 ? whole : whole.slice(0, 1)
  return shown.slice(0, MOST_BLOCKS).map(({ start, end, words }) => {
    const own = words.map((word) => ({ ...word, start: word.start - start, end: word.end - start }))
    return hit(start, end, own)
  })
}
