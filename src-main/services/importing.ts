import type { DocumentSummary, Imported, ImportFile } from '../contract/api'
import { AppError, toProblem } from '../contract/result'
import { importedDocument, importedEarlier } from '../core/importers/document'
import { newStoredDocument } from '../core/review/replay'
import type { Detecting } from './detecting'
import type { EventHub } from './events'
import type { LineIndex } from './line-index'
import type { Ports, WorkContext } from './ports'
import type { Sessions } from './sessions'
import type { Summaries } from './summaries'
import { summarise } from './summary'

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
    const document = importedDocument(imported, newId(), file)
    const detection = await detecting.run(document, context)
    const stored = newStoredDocument(document, now, importedEarlier(imported, file))
    await store.create(stored, bytes)
    lines.add(document)
    const summary = summarise(stored, detection)
    await store.keepSummary(summary, stored.number)
    return { fileName: name, document: summary }
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
