import { join } from 'node:path'
import { searchChunks } from '../core/search/chunks'
import { indexFromBytes, indexToBytes } from '../core/search/file'
import { SearchIndex } from '../core/search/index'
import type { SearchAnswer, SearchJob } from '../services/ports'
import { openDocumentFiles } from '../store/document-files'
import { writeDurably } from '../store/durable-file'
import { realFiles } from '../store/file-port'

/** In the library's folder. Derived: lost, it is made again. */
const FILE = 'search.index'

/** Does what the search asks for, one job after the other, with the index in this thread's memory. */
export function createSearchJobs(): (job: SearchJob) => Promise<SearchAnswer> {
  let index = new SearchIndex()
  let folder = ''
  let changed = false

  async function open(at: string): Promise<void> {
    folder = at
    index = new SearchIndex()
    const bytes = await realFiles.readFile(join(folder, FILE)).catch(() => undefined)
    if (bytes && !indexFromBytes(index, bytes)) index = new SearchIndex()
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
    } catch {
      // What cannot be read cannot be found; opening it says what is wrong.
      index.remove(id)
    } finally {
      await document.close()
    }
  }

  async function save(): Promise<void> {
    if (!changed) return
    index.compact()
    await writeDurably(realFiles, join(folder, FILE), indexToBytes(index))
    changed = false
  }

  return async (job) => {
    switch (job.op) {
      case 'open':
        await open(job.folder)
        return { known: [...index.documents.values()].map(({ id, stamp }) => [id, stamp]) }
      case 'update':
        for (const id of job.gone) index.remove(id)
        for (const id of job.ids) await update(id)
        return {}
      case 'find':
        return { hits: index.find(job.query, job.limit) }
      case 'save':
        await save()
        return {}
    }
  }
}
