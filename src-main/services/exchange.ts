import * as v from 'valibot'
import type { Imported } from '../contract/api'
import { AppError, toProblem } from '../contract/result'
import { StoredDocument } from '../core/review/replay'
import type { Detecting } from './detecting'
import type { EventHub } from './events'
import type { LineIndex } from './line-index'
import { openPackage, type PackageReader } from './package-reader'
import type { Ports, WorkContext } from './ports'
import type { Sessions } from './sessions'
import type { Summaries } from './summaries'
import { summarise } from './summary'
import { takeIn } from './taking-in'
import { knownCopy } from './known-copy'

/** Packages into the library. */
export interface Exchange {
  /** Adds what the library has not; into what it has, the package's copy is merged. */
  importPackage(fileName: string, bytes: Uint8Array, context: WorkContext): Promise<Imported[]>
}

interface ExchangeOptions {
  readonly ports: Ports
  readonly sessions: Sessions
  readonly summaries: Summaries
  readonly detecting: Detecting
  readonly lines: LineIndex
  readonly events: EventHub
}

export function createExchange({ ports, sessions, summaries, detecting, lines, events }: ExchangeOptions): Exchange {
  const { store, hash } = ports

  async function addDocument(reader: PackageReader, name: string, context: WorkContext): Promise<Imported> {
    const fileName = name
    try {
      const stored = readStored(reader, name)
      const { document, review } = stored
      for (const sha256 of review.sources.flatMap(({ attachment }) => (attachment ? [attachment.sha256] : [])))
        if (reader.names.includes(`attachments/${sha256}`))
          await store.keepBytes('attachments', readBlob(reader, 'attachments', sha256))
      // A file that the library has lost comes back with a package that still has it.
      for (const { origin } of [document, ...stored.earlier])
        if (reader.names.includes(`originals/${origin.sha256}`))
          await store.keepBytes('originals', readBlob(reader, 'originals', origin.sha256))
      const known = knownCopy(store.summaries(), document)
      if (known) {
        const notices = await takeIn(sessions, known.id, stored)
        const summary = notices.length > 0 ? await summaries.one(known.id) : known
        return {
          fileName: document.origin.fileName,
          document: summary,
          duplicate: true,
          ...(notices.length > 0 && { merged: true, notices }),
        }
      }
      const detection = await detecting.run(document, context)
      // Its entries are counted from here on: the journal that they were numbered for stayed where it came from.
      const own = { ...stored, number: 0 }
      await store.create(own, undefined)
      lines.add(document)
      const summary = summarise(own, detection)
      await store.keepSummary(summary, own.number)
      return { fileName: document.origin.fileName, document: summary }
    } catch (thrown) {
      if (context.signal?.aborted) throw thrown
      if (!(thrown instanceof AppError)) ports.onFault?.(`import of ${name}`, thrown)
      return { fileName, error: toProblem(thrown) }
    }
  }

  function readBlob(reader: PackageReader, part: 'originals' | 'attachments', sha256: string): Uint8Array {
    const bytes = reader.read(`${part}/${sha256}`)
    if (hash(bytes) !== sha256)
      throw new AppError('damaged', `The package holds another file than it says under ${part}/${sha256}.`)
    return bytes
  }

  return {
    async importPackage(fileName, bytes, context) {
      if (store.readOnly) throw new AppError('read-only', store.readOnly)
      const reader = openPackage(fileName, bytes, hash)
      const names = reader.names.filter((name) => name.startsWith('documents/'))
      const imported: Imported[] = []
      for (const [index, name] of names.entries()) {
        context.signal?.throwIfAborted()
        context.progress?.(index, names.length, name)
        imported.push(await addDocument(reader, name, context))
      }
      if (imported.some((one) => one.document && (!one.duplicate || one.merged))) events.emit('library.changed', {})
      return imported
    },
  }
}

/** @throws AppError `damaged` when it is not a document of ours, or not the one that its name says */
function readStored(reader: PackageReader, name: string): StoredDocument {
  const parsed = v.safeParse(StoredDocument, JSON.parse(new TextDecoder().decode(reader.read(name))))
  if (!parsed.success || `documents/${parsed.output.document.id}.json` !== name || astray(parsed.output))
    throw new AppError('damaged', `${name} in the package is not a whole document. The others are taken.`)
  return parsed.output
}

/** Whether an annotation points outside the text or at other words than it says. */
function astray({ document, review }: StoredDocument): boolean {
  return (
    review.document !== document.id ||
    review.annotations.some(
      ({ anchor, revision }) =>
        revision === document.revision && document.text.slice(anchor.start, anchor.end) !== anchor.exact,
    )
  )
}
