import type { SearchHit } from '../../contract/api'
import type { SearchChunk } from './chunks'
import { hitsIn } from './hits'
import { parseQuery } from './query'
import { scoresOf } from './scores'
import { freeze, grow, merge, type Growing, type Segment } from './segment'
import { searchWords } from './words'

export interface IndexedDocument {
  readonly id: string
  readonly title: string
  /** What tells whether it has changed since. */
  readonly stamp: string
}

/** A chunk with the words it holds counted; its content may be read on demand. */
export interface IndexedChunk extends Omit<SearchChunk, 'content'> {
  readonly document: IndexedDocument
  readonly length: number
  content(): string
}

/** Chunks that are kept growing before they are frozen: growing ones are slower to look through. */
const MOST_GROWING = 2_000

/**
 * Full-text search over the chunks of many documents. A document is put in, replaced or taken out at any time; what is
 * gone is passed over until the next `compact`.
 */
export class SearchIndex {
  readonly documents = new Map<string, IndexedDocument>()
  chunks: IndexedChunk[] = []
  segments: Segment[] = []
  #growing: Growing = new Map()
  /** `growing` as it was looked through last. */
  #looked: Segment | undefined
  #grown = 0

  put(document: IndexedDocument, chunks: readonly SearchChunk[]): void {
    this.documents.set(document.id, document)
    this.#looked = undefined
    for (const { content, ...chunk } of chunks) {
      const words = searchWords(content)
      grow(this.#growing, this.chunks.length, words)
      this.chunks.push({ ...chunk, document, length: words.length, content: () => content })
    }
    if (this.chunks.length - this.#grown > MOST_GROWING) this.#freeze()
  }

  remove(id: string): void {
    this.documents.delete(id)
  }

  isLive = (chunk: IndexedChunk): boolean => this.documents.get(chunk.document.id) === chunk.document

  /**
   * Best first.
   *
   * @param inScope whether a chunk is looked at; all but the quoted ones are when left out
   */
  find(text: string, limit: number, inScope?: (chunk: IndexedChunk) => boolean): SearchHit[] {
    const query = parseQuery(text)
    if (query.words.length === 0) return []
    const wanted = (chunk: IndexedChunk) => this.isLive(chunk) && (inScope ? inScope(chunk) : !chunk.quoted)
    const found = scoresOf(this.#all(), this.chunks, query, wanted)
    const hits: SearchHit[] = []
    for (const { chunk, score, terms } of found) {
      hits.push(...hitsIn(chunk, query, terms, score))
      if (hits.length >= limit) break
    }
    return hits.slice(0, limit)
  }

  /** Leaves out what is gone, and brings all segments into one. */
  compact(): void {
    this.#freeze()
    let next = 0
    const numbers = this.chunks.map((chunk) => (this.isLive(chunk) ? next++ : -1))
    if (this.segments.length === 1 && next === this.chunks.length) return
    this.segments = [merge(this.segments, (chunk) => numbers[chunk] as number)]
    this.chunks = this.chunks.filter(this.isLive)
    this.#grown = this.chunks.length
  }

  /** Takes over what was read from a file. */
  restore(documents: readonly IndexedDocument[], chunks: IndexedChunk[], segment: Segment): void {
    for (const document of documents) this.documents.set(document.id, document)
    this.chunks = chunks
    this.segments = [segment]
    this.#grown = chunks.length
  }

  #freeze(): void {
    if (this.#growing.size > 0) this.segments.push(freeze(this.#growing))
    this.#growing = new Map()
    this.#looked = undefined
    this.#grown = this.chunks.length
  }

  #all(): readonly Segment[] {
    if (this.#growing.size === 0) return this.segments
    return [...this.segments, (this.#looked ??= freeze(this.#growing))]
  }
}
