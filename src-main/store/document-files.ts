import { join } from 'node:path'
import { Low } from 'lowdb'
import { AppError } from '../contract/result'
import { migrateDocument } from '../core/migrations/registry'
import { applyEntry, toLive, toStored, type JournalEntry, type StoredDocument } from '../core/review/replay'
import type { LoadedDocument } from '../services/ports'
import { keepBackup } from './backups'
import { writeDurably } from './durable-file'
import { DOCUMENT, seal, unseal } from './envelope'
import { isMissing, readProblem } from './file-errors'
import type { FilePort } from './file-port'
import { openJournal, readJournal, rewriteJournal, type Journal, type JournalContent } from './journal'
import { recoverDocument } from './recovery'
import { SealedFileAdapter } from './sealed-file'
import { copyAside } from './set-aside'

/** Past this size a journal is folded into a snapshot and a backup, and starts again. Bytes. */
const JOURNAL_LIMIT = 8 * 1024 * 1024

export interface DocumentFilesOptions {
  readonly files: FilePort
  readonly library: string
  readonly writable: boolean
  readonly clock: () => string
}

/** The files of one document: snapshot, journal, backups. Its calls are done one after the other. */
export interface DocumentFiles {
  /** Of the last entry that is on disk, where it is known. */
  readonly number: number | undefined
  create(stored: StoredDocument): Promise<void>
  read(): Promise<LoadedDocument>
  append(entry: JournalEntry): Promise<void>
  snapshot(stored: StoredDocument): Promise<void>
  close(): Promise<void>
}

/** Where the files of a document are. */
export function documentPaths(library: string, id: string) {
  return {
    snapshot: join(library, 'documents', `${id}.json`),
    journal: join(library, 'documents', `${id}.journal`),
    backups: join(library, 'backups', id),
  }
}

export function openDocumentFiles(id: string, options: DocumentFilesOptions): DocumentFiles {
  const { files, library, writable, clock } = options
  const paths = documentPaths(library, id)
  let notices: string[] = []
  let newer: string | undefined
  let number: number | undefined
  let journal: Journal | undefined
  /** Whether this session made sure that a backup and the journal together hold everything. */
  let prepared = false
  let queue: Promise<unknown> = Promise.resolve()

  const adapter = new SealedFileAdapter<StoredDocument>(
    files,
    DOCUMENT,
    paths.snapshot,
    clock,
    async (found) => {
      const recovered = await recoverDocument(found, { id, paths, files, library, writable, clock })
      notices.push(...recovered.notices)
      newer = recovered.readOnly
      return recovered.stored
    },
    (payload, version) => migrateDocument(payload, version),
  )

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work)
    queue = result.catch(() => {})
    return result
  }

  async function load(): Promise<LoadedDocument> {
    notices = []
    newer = undefined
    // The journal first: should its writer fold it meanwhile, the snapshot that is read after it holds what was folded.
    const content = await readJournal(files, paths.journal)
    const database = new Low<StoredDocument | undefined>(adapter as never, {} as StoredDocument)
    database.data = undefined
    await database.read()
    const stored = database.data as StoredDocument | undefined
    if (!stored) throw new AppError('not-found', `There is no document ${id} in this library.`)
    const live = toLive(stored)
    const before = live.number
    for (const entry of content.entries) applyEntry(live, entry)
    const folded = toStored(live)
    if (writable && !newer) await settle(content, folded, before)
    number = folded.number
    return { stored: folded, savedAt: live.changedAt, readOnly: newer, notices }
  }

  /** Leaves the files so that edits can go on: no torn line, no damaged line, every entry folded. */
  async function settle(content: JournalContent, folded: StoredDocument, before: number): Promise<void> {
    let size = content.wholeBytes
    if (content.damagedLines > 0) {
      const kept = await copyAside(files, library, paths.journal, clock())
      size = await rewriteJournal(files, paths.journal, content.entries)
      notices.push(
        `${content.damagedLines} of the last edits of “${folded.document.title}” could not be read and are missing. All others are there; the file as it was found is kept as ${kept}.`,
      )
    }
    await journal?.close()
    journal = openJournal(files, paths.journal, size)
    if (folded.number > before) await adapter.write(folded)
  }

  /** Before the first write of a session: a backup of what there is, after which the old journal is not needed. */
  async function prepare(): Promise<Journal> {
    if (!journal) await load()
    if (!journal) throw new AppError('read-only', newer ?? 'This library is open for reading only.')
    if (prepared) return journal
    // The file may have been damaged since it was read; reading it again puts its newest good state in its place.
    if (!(await backUp())) {
      await load()
      if (!(await backUp()))
        throw new AppError('damaged', `${paths.snapshot} cannot be read back after it was repaired.`)
    }
    await journal.reset()
    prepared = true
    return journal
  }

  /** @returns whether the document's file is good and holds every entry, so that its copy does */
  async function backUp(): Promise<boolean> {
    const content = await files.readFile(paths.snapshot).catch((thrown: unknown) => {
      if (isMissing(thrown)) return Buffer.alloc(0)
      throw readProblem(thrown, paths.snapshot)
    })
    const found = unseal(DOCUMENT, content.toString('utf8'))
    if (found.state !== 'good') return false
    const { number: contained = 0 } = found.payload as Partial<StoredDocument>
    if (contained !== number) return false
    const about = { number: contained, savedAt: found.savedAt }
    await keepBackup(files, paths.backups, content, about, Date.parse(clock()))
    return true
  }

  /** The journal was deleted or cut under our hands: what it held is in memory alone until the next snapshot. */
  async function forget(): Promise<void> {
    await journal?.close().catch(() => {})
    journal = undefined
    prepared = false
  }

  return {
    get number() {
      return number
    },
    create: (stored) =>
      inTurn(async () => {
        // The backup first: the document is there from the moment that its own file is, and then it is whole.
        const now = clock()
        const content = seal(DOCUMENT, stored, now)
        await keepBackup(files, paths.backups, content, { number: stored.number, savedAt: now }, Date.parse(now))
        await writeDurably(files, paths.snapshot, content)
        number = stored.number
        journal = openJournal(files, paths.journal, 0)
        prepared = true
      }),
    read: () => inTurn(load),
    append: (entry) =>
      inTurn(async () => {
        const open = await prepare()
        if (number !== undefined && entry.number !== number + 1)
          throw new Error(`Entry ${entry.number} of ${id} does not follow ${number}.`)
        try {
          await open.append(entry)
        } catch (thrown) {
          if (thrown instanceof AppError && thrown.code === 'damaged') await forget()
          throw thrown
        }
        number = entry.number
      }),
    snapshot: (stored) =>
      inTurn(async () => {
        await adapter.write(stored)
        number = stored.number
        if (!journal || journal.size < JOURNAL_LIMIT) return
        if (await backUp()) await journal.reset()
      }),
    close: () => inTurn(forget),
  }
}
