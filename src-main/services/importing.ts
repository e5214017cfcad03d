import type { DocumentSummary, Imported, ImportFile } from '../contract/api'
import { AppError, toProblem } from '../contract/result'
import type { SavedReview } from '../core/exporters/save-file'
import {
  importedDocument,
  importedEarlier,
  importedReading,
  importedReview,
  type FileAbout,
} from '../core/importers/document'
import type { ImportedText } from '../core/importers/importer'
import { newStoredDocument, type StoredDocument } from '../core/review/replay'
import { emptyReview } from '../core/review/state'
import { tellMerge } from '../core/review/tell-merge'
import type { Detecting } from './detecting'
import type { EventHub } from './events'
import { knownCopy } from './known-copy'
import type { LineIndex } from './line-index'
import type { Ports, WorkContext } from './ports'
import type { Sessions } from './sessions'
import type { Summaries } from './summaries'
import { summarise } from './summary'
import { takeIn } from './taking-in'

export interface Importing {
  /** Each file on its own: one that cannot be read does not keep the others out. */
  files(files: readonly ImportFile[], context: WorkContext): Promise<Imported[]>
  sample(): Promise<DocumentSummary>
  /** The bytes of one file that a caller named. */
  bytesOf(file: ImportFile): Promise<Uint8Array>
}

interface ImportingOptions {
  readonly ports: Ports
  readonly detecting: Detecting
  readonly lines: LineIndex
  readonly sessions: Sessions
  readonly summaries: Summaries
  readonly events: EventHub
  /** What to do with a package among the files. */
  importPackage(name: string, bytes: Uint8Array, context: WorkContext): Promise<Imported[]>
}

type Item = { name: string; read(): Promise<Uint8Array> } | { name: string; error: AppError }

export function createImporting(options: ImportingOptions): Importing {
  const { ports, detecting, lines, sessions, summaries, events, importPackage } = options
  const { store, workers, clock, newId } = ports
  let queue: Promise<unknown> = Promise.resolve()

  /** One file at a time, whoever asks: two calls with the same file must not both find that it is new. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work)
    queue = result.catch(() => {})
    return result
  }

  async function itemsOf(files: readonly ImportFile[], signal?: AbortSignal): Promise<Item[]> {
    const items: Item[] = []
    for (const { name, bytes, path } of files) {
      if (bytes) items.push({ name, read: async () => bytes })
      else if (path === undefined)
        items.push({
          name,
          error: new AppError('bad-request', `${name}: neither its content nor its place was given.`),
        })
      else items.push(...(await itemsAt(path, name, signal)))
    }
    return items
  }

  async function itemsAt(path: string, name: string, signal?: AbortSignal): Promise<Item[]> {
    const { inputs, shell } = ports
    if (!inputs || !shell.mayReadPaths)
      return [{ name, error: new AppError('not-allowed', `${name}: this window may not read files by their path.`) }]
    const found = await inputs.expand([path], signal)
    return found.map(({ path, name, problem }) =>
      problem ? { name, error: new AppError(problem.code, problem.message) } : { name, read: () => inputs.read(path) },
    )
  }

  async function importOne(item: Item, context: WorkContext): Promise<Imported[]> {
    try {
      if ('error' in item) throw item.error
      const bytes = await item.read()
      if (isPackage(item.name, bytes)) return await importPackage(item.name, bytes, context)
      return [await importBytes(item.name, bytes, context)]
    } catch (thrown) {
      if (context.signal?.aborted) throw thrown
      if (!(thrown instanceof AppError)) ports.onFault?.(`import of ${item.name}`, thrown)
      return [{ fileName: item.name, error: toProblem(thrown) }]
    }
  }

  async function importBytes(name: string, bytes: Uint8Array, context: WorkContext): Promise<Imported> {
    const there = await duplicateOf(ports.hash(bytes))
    if (there) {
      // Where the library has lost the file, this is how it comes back.
      await store.keepBytes('originals', bytes)
      return { fileName: name, document: there, duplicate: true }
    }
    const { imported, sha256 } = await workers.import({ name, bytes }, context)
    const now = clock()
    const file = { fileName: name, sha256, bytes: bytes.byteLength, importedAt: now }
    if (imported.save) return importSession(imported, imported.save, file, context)
    const document = importedDocument(imported, newId(), file)
    const review = importedReview(imported, document)
    const stored = { ...newStoredDocument(document, now, importedEarlier(imported, file)), review }
    const notices = tellMerge(emptyReview(document.id), review, [])
    return {
      fileName: name,
      document: await create(stored, bytes, context),
      ...(notices.length > 0 && { notices }),
    }
  }

  /** An export of ours, as somebody gave it back: the session that it carries, and what was done to the file since. */
  async function importSession(
    imported: ImportedText,
    save: SavedReview,
    file: FileAbout,
    context: WorkContext,
  ): Promise<Imported> {
    const theirs = { document: save.document, earlier: save.earlier ?? [], review: save.review }
    const { notes, editor } = imported
    const worked = { name: file.fileName, reading: importedReading(imported, file), notes, editor }
    const known = knownCopy(store.summaries(), save.document)
    if (!known) {
      const stored = { ...newStoredDocument(save.document, file.importedAt, theirs.earlier), review: save.review }
      await create(stored, undefined, context)
    }
    const { id } = known ?? save.document
    const opened = known ? [] : tellMerge(emptyReview(id), save.review, [])
    const taken = await takeIn(sessions, id, theirs, worked)
    const notices = [...opened, ...taken, ...imported.report.notices]
    return {
      fileName: file.fileName,
      document: await summaries.one(id),
      ...(known && { duplicate: true }),
      ...(known && taken.length > 0 && { merged: true }),
      ...(notices.length > 0 && { notices }),
    }
  }

  async function create(stored: StoredDocument, original: Uint8Array | undefined, context: WorkContext) {
    const detection = await detecting.run(stored.document, context)
    await store.create(stored, original)
    lines.add(stored.document)
    const summary = summarise(stored, detection)
    await store.keepSummary(summary, stored.number)
    return summary
  }

  /** A document that was imported before; one that was put into the trash comes out of it. */
  async function duplicateOf(sha256: string): Promise<DocumentSummary | undefined> {
    await summaries.flush()
    const known = store
      .summaries()
      .filter((summary) => summary.sha256 === sha256 || summary.otherFiles?.includes(sha256))
    const there = known.find((summary) => !summary.trashed) ?? known[0]
    if (!there?.trashed) return there
    await sessions.trash(there.id, false)
    return summaries.one(there.id)
  }

  async function files(given: readonly ImportFile[], context: WorkContext): Promise<Imported[]> {
    if (store.readOnly) throw new AppError('read-only', store.readOnly)
    const items = await itemsOf(given, context.signal)
    const imported: Imported[] = []
    for (const [index, item] of items.entries()) {
      context.signal?.throwIfAborted()
      context.progress?.(index, items.length, item.name)
      imported.push(...(await inTurn(() => importOne(item, { signal: context.signal }))))
    }
    context.progress?.(items.length, items.length, '')
    if (imported.some((one) => one.document)) events.emit('library.changed', {})
    return imported
  }

  return {
    files,
    async sample() {
      const [imported] = await files([await ports.sample()], {})
      if (imported?.document) return imported.document
      const { code, message } = imported?.error ?? toProblem(new Error('no sample'))
      throw new AppError(code, message)
    },
    async bytesOf({ name, bytes, path }) {
      if (bytes) return bytes
      if (path !== undefined && ports.inputs && ports.shell.mayReadPaths) return ports.inputs.read(path)
      throw new AppError('not-allowed', `${name}: its content was not given, and this window may not read by path.`)
    },
  }
}

/** A package by its name, or by its first entry: a zip whose first file is our manifest. */
function isPackage(name: string, bytes: Uint8Array): boolean {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
  return zip && (/\.bluepencil$/i.test(name) || latin(bytes.subarray(30, 43)) === 'manifest.json')
}

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes)
