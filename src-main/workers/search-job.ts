import { join } from 'node:path'
import { digestOf, LibraryDigest } from '../core/library/digest'
import { digestFromBytes, digestToBytes } from '../core/library/digest-file'
import { lineHash } from '../core/library/lines'
import { sumUp } from '../core/library/statistics'
import { weekOf } from '../core/library/tally'
import { searchChunks } from '../core/search/chunks'
import { indexFromBytes, indexToBytes } from '../core/search/file'
import { SearchIndex, type IndexedChunk } from '../core/search/index'
import type { SearchAnswer, SearchJob } from '../services/ports'
import { openDocumentFiles } from '../store/document-files'
import { writeDurably } from '../store/durable-file'
import { realFiles } from '../store/file-port'
import { repeatedPassages } from './repeated-passages'

/** In the library's folder. Derived: lost, they are made again. */
const INDEX = 'search.index'
const DIGEST = 'library.digest'

/** Does what is asked of the whole library, one job after the other, with what was read of it in this thread's memory. */
export function createSearchJobs(): (job: SearchJob) => Promise<SearchAnswer> {
  let index = new SearchIndex()
  let digest = new LibraryDigest()
  let folder = ''
  let changed = false

  const fileOf = (name: string) => realFiles.readFile(join(folder, name)).catch(() => undefined)

  async function open(at: string): Promise<SearchAnswer> {
    folder = at
    index = new SearchIndex()
    const [words, digests] = await Promise.all([fileOf(INDEX), fileOf(DIGEST)])
    if (words && !indexFromBytes(index, words)) index = new SearchIndex()
    digest = (digests && digestFromBytes(digests)) ?? new LibraryDigest()
    const ids = new Set([...index.documents.keys(), ...digest.documents.keys()])
    return { known: [...ids].map((id) => [id, stampOf(id)]) }
  }

  /** Of what both know of a document; where they know different states of it, it has to be read again. */
  function stampOf(id: string): string {
    const [one, other] = [index.documents.get(id)?.stamp, digest.documents.get(id)?.stamp]
    return one !== undefined && one === other ? one : ''
  }

  function forget(id: string): void {
    changed = true
    index.remove(id)
    digest.remove(id)
  }

  /** Reads beside whoever writes the document, and changes nothing. */
  async function update(id: string): Promise<void> {
    changed = true
    const clock = () => new Date().toISOString()
    const document = openDocumentFiles(id, { files: realFiles, library: folder, writable: false, clock })
    try {
      const { stored } = await document.read()
      const { title } = stored.document
      index.put({ id, title, stamp: stored.changedAt }, searchChunks(stored))
      digest.put(digestOf(stored))
    } catch {
      // What cannot be read cannot be found; opening it says what is wrong.
      forget(id)
    } finally {
      await document.close()
    }
  }

  async function save(): Promise<void> {
    if (!changed) return
    index.compact()
    await writeDurably(realFiles, join(folder, INDEX), indexToBytes(index))
    await writeDurably(realFiles, join(folder, DIGEST), digestToBytes(digest))
    changed = false
  }

  function* tallies(only: readonly string[] | undefined) {
    const wanted = only && new Set(only)
    for (const { id, tally } of digest.documents.values()) if (tally && (!wanted || wanted.has(id))) yield tally
  }

  /** Whether a chunk is where the search looks. */
  function scopeOf({ only, where }: Extract<SearchJob, { op: 'find' }>) {
    if (!only && !where) return undefined
    const wanted = only && new Set(only)
    const places = where && new Set(where)
    return ({ document, where, quoted }: IndexedChunk) =>
      (!wanted || wanted.has(document.id)) && (places ? places.has(where) : !quoted)
  }

  return async (job) => {
    switch (job.op) {
      case 'open':
        return open(job.folder)
      case 'update':
        for (const id of job.gone) forget(id)
        for (const id of job.ids) await update(id)
        return {}
      case 'find':
        return { hits: index.find(job.query, job.limit, scopeOf(job)) }
      case 'elsewhere':
        return { elsewhere: digest.elsewhere(job.id, job.lines.map(lineHash)) }
      case 'repeated':
        return { repeated: repeatedPassages(digest, index, job.least) }
      case 'statistics':
        return { statistics: sumUp(tallies(job.only), job.since === undefined ? undefined : weekOf(job.since)) }
      case 'save':
        await save()
        return {}
    }
  }
}
