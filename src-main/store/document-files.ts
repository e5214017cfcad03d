import { join } from 'node:path'
import { Low } from 'lowdb'
import { AppError } from '../contract/result'
import { migrateDocument } from '../core/migrations/registry'
import { applyEntry, toLive, toStored, type JournalEntry, type StoredDocument } from '../core/review/replay'
import type { LoadedDocument, StoredBackup } from '../services/ports'
import { keepBackup, listBackups } from './backups'
import { writeDurably } from './durable-file'
import { DOCUMENT, seal, unseal } from './envelope'
import { isMissing, readProblem } from './file-errors'
import type { FilePort } from './file-port'
import { openJournal, readJournal, rewriteJournal, type Journal, type JournalContent } from './journal'
import { recoverDocument } from './recovery'
import { readSealed, SealedFileAdapter } from './sealed-file'
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
  /** The copies that can be read, newest first. */
  backups(): Promise<StoredBackup[]>
  /** Puts a backup in the place of the document; what was there becomes a backup itself. */
  restore(name: string): Promise<void>
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
  /** Whether the file on disk has the shape of an earlier version. */
  let older = false
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
    (payload, version) => {
      older = version < DOCUMENT.version
      return migrateDocument(payload, version)
    },
  )

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work)
    queue = result.catch(() => {})
    return result
  }

  async function load(): Promise<LoadedDocument> {
    notices = []
    newer = undefined
    older = false
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
    // Before a migration: the file as the earlier version wrote it.
    if (older) await keepCopy()
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
  const backUp = () => keepCopy(number)

  /** Copies the document's file to the backups, if it is good and, where asked, goes up to this entry. */
  async function keepCopy(upTo?: number): Promise<boolean> {
    const content = await files.readFile(paths.snapshot).catch((thrown: unknown) => {
      if (isMissing(thrown)) return Buffer.alloc(0)
      throw readProblem(thrown, paths.snapshot)
    })
    const found = unseal(DOCUMENT, content.toString('utf8'))
    if (found.state !== 'good') return false
    const { number: contained = 0 } = found.payload as Partial<StoredDocument>
    if (upTo !== undefined && contained !== upTo) return false
    const about = { number: contained, savedAt: found.savedAt }
    await keepBackup(files, paths.backups, content, about, Date.parse(clock()))
    return true
  }

  async function readBackup(name: string): Promise<{ stored: StoredDocument; savedAt: string } | undefined> {
    const backup = (await listBackups(files, paths.backups)).find((one) => one.name === name)
    const found = backup && (await readSealed(files, DOCUMENT, backup.path))
    if (found?.state !== 'good') return undefined
    try {
      return { stored: migrateDocument(found.payload, found.version), savedAt: found.savedAt }
    } catch {
      return undefined
    }
  }

  async function restore(name: string): Promise<void> {
    const backup = await readBackup(name)
    if (!backup) throw new AppError('not-found', `There is no backup ${name} of this document that can be read.`)
    const { stored: current } = await load()
    if (!journal) throw new AppError('read-only', newer ?? 'This library is open for reading only.')
    await adapter.write(current)
    if (!(await backUp())) throw new AppError('damaged', `${paths.snapshot} cannot be read back; nothing was restored.`)
    // Counted as newer than all that was there: neither the journal nor an older backup may be laid over it again.
    number = current.number + 1
    prepared = false
    await adapter.write({ ...backup.stored, changedAt: clock(), number })
    if (await backUp()) await journal.reset()
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
    backups: () =>
      inTurn(async () => {
        const there = await listBackups(files, paths.backups)
        const read = await Promise.all(there.map(async ({ name }) => ({ name, backup: await readBackup(name) })))
        return read.flatMap(({ name, backup }) => (backup ? [{ name, ...backup }] : []))
      }),
    restore: (name) => inTurn(() => restore(name)),
    close: () => inTurn(forget),
  }
}
