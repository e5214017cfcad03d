import type { StoredDocument } from '../review/replay'
import { knownLines } from './lines'
import { tallyOf, type Tally } from './tally'

/** What is kept of a document for questions about the whole library. */
export interface DocumentDigest {
  readonly id: string
  /** What tells whether it has changed since. */
  readonly stamp: string
  /** Nothing for one in the trash. */
  readonly tally: Tally | undefined
  /** The hashes of its lines, in their order; none for one in the trash. */
  readonly lines: Float64Array
}

export function digestOf(stored: StoredDocument): DocumentDigest {
  const { document, changedAt, trashed } = stored
  const lines = trashed ? [] : knownLines(document.text).map(({ hash }) => hash)
  return { id: document.id, stamp: changedAt, tally: tallyOf(stored), lines: Float64Array.from(lines) }
}

/** The digests of a library's documents, and in how many of them each line stands. */
export class LibraryDigest {
  readonly documents = new Map<string, DocumentDigest>()
  /** Made when somebody first asks, and kept up from then on. */
  #counts: Map<number, number> | undefined

  put(digest: DocumentDigest): void {
    this.remove(digest.id)
    this.documents.set(digest.id, digest)
    this.#count(digest, 1)
  }

  remove(id: string): void {
    const known = this.documents.get(id)
    if (!known) return
    this.documents.delete(id)
    this.#count(known, -1)
  }

  /** In how many documents a line stands. */
  get counts(): ReadonlyMap<number, number> {
    if (!this.#counts) {
      this.#counts = new Map()
      for (const digest of this.documents.values()) this.#count(digest, 1)
    }
    return this.#counts
  }

  /** For each of these lines, in how many documents other than this one it stands. */
  elsewhere(id: string, hashes: readonly number[]): number[] {
    const own = new Set(this.documents.get(id)?.lines)
    return hashes.map((hash) => (this.counts.get(hash) ?? 0) - (own.has(hash) ? 1 : 0))
  }

  #count({ lines }: DocumentDigest, by: 1 | -1): void {
    const counts = this.#counts
    if (!counts) return
    for (const hash of new Set(lines)) {
      const now = (counts.get(hash) ?? 0) + by
      if (now > 0) counts.set(hash, now)
      else counts.delete(hash)
    }
  }
}
