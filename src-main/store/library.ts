import { join } from 'node:path'
import type { Detection } from '../contract/entities'
import { AppError } from '../contract/result'
import type { LibraryStore } from '../services/ports'
import { listBackups } from './backups'
import { openBlobs } from './blobs'
import { openCatalogue } from './catalogue'
import { documentPaths, openDocumentFiles, type DocumentFiles } from './document-files'
import { syncFolder, TEMPORARY, writeDurably } from './durable-file'
import { DETECTION, seal } from './envelope'
import { errorCode, isMissing, writeProblem } from './file-errors'
import { realFiles, type FilePort } from './file-port'
import { acquireLock, type Lock } from './lock'
import { readSealed } from './sealed-file'
import { openRules } from './rules-file'
import { verifyLibrary } from './verify'

const FOLDERS = ['documents', 'detections', 'originals', 'attachments', 'backups'] as const

export interface OpenLibraryOptions {
  /** The library's folder; made where it is missing, unless read-only. */
  readonly folder: string
  /** Opens without the lock, beside whoever writes it, and touches nothing. */
  readonly readOnly?: boolean
  readonly clock: () => string
  readonly files?: FilePort
}

/** @throws AppError `locked`, `not-found`, `not-allowed`, `read-only` or `disk-full` */
export async function openLibrary(options: OpenLibraryOptions): Promise<LibraryStore> {
  const { folder, clock, files = realFiles, readOnly = false } = options
  const lock = readOnly ? undefined : await prepareFolder(files, folder)
  if (readOnly) await requireFolder(files, folder)
  const writable = !readOnly
  const catalogue = await openCatalogue({ files, library: folder, writable, clock })
  const rules = await openRules({ files, library: folder, writable, clock })
  const documents = new Map<string, DocumentFiles>()
  const blobs = {
    originals: openBlobs(files, join(folder, 'originals'), clock),
    attachments: openBlobs(files, join(folder, 'attachments'), clock),
  }

  function mayWrite(): void {
    if (!writable) throw new AppError('read-only', 'This library is open for reading only.')
    if (lock?.lost())
      throw new AppError(
        'locked',
        'Another Blue Pencil has taken over this library. Close this one and open it again; what was saved is safe.',
      )
  }

  function filesOf(id: string): DocumentFiles {
    let open = documents.get(id)
    if (!open) documents.set(id, (open = openDocumentFiles(id, { files, library: folder, writable, clock })))
    return open
  }

  async function stampOf(id: string): Promise<string> {
    const { snapshot, journal } = documentPaths(folder, id)
    const [document, lines] = await Promise.all(
      [snapshot, journal].map((path) => files.stat(path).catch(() => undefined)),
    )
    return `${document?.size}.${document?.mtimeMs}.${lines?.size ?? 0}`
  }

  const detectionPath = (id: string) => join(folder, 'detections', `${id}.json`)

  return {
    folder,
    readOnly: readOnly ? 'This library is open for reading only.' : undefined,
    notices: [...(lock?.notice ? [lock.notice] : []), ...catalogue.notices, ...rules.notices],
    rules,

    async documents() {
      const names = await files.readdir(join(folder, 'documents'))
      const onDisk = names.flatMap((name) => /^([A-Za-z0-9_-]{1,64})\.json$/.exec(name)?.[1] ?? [])
      const all = new Set(onDisk)
      for (const { id } of catalogue.summaries()) {
        if (all.has(id)) continue
        // A document whose file is gone comes back from its backup; one without any was taken away for good.
        if ((await listBackups(files, documentPaths(folder, id).backups)).length > 0) all.add(id)
        else catalogue.drop(id)
      }
      const fresh = await Promise.all([...all].map(async (id) => catalogue.stamp(id) === (await stampOf(id))))
      return { all: [...all], stale: [...all].filter((_, index) => !fresh[index]) }
    },
    summaries: () => catalogue.summaries(),
    async keepSummary(summary, number) {
      const stamp = await stampOf(summary.id)
      // An edit that went to the disk meanwhile is not in this summary; its own will follow.
      catalogue.keep(summary, filesOf(summary.id).number === number ? stamp : '')
    },

    async create(stored, original) {
      mayWrite()
      if (original) await blobs.originals.keep(original)
      await filesOf(stored.document.id).create(stored)
    },
    read: (id) => filesOf(id).read(),
    async append(id, entry) {
      mayWrite()
      await filesOf(id).append(entry)
    },
    async snapshot(stored) {
      mayWrite()
      await filesOf(stored.document.id).snapshot(stored)
    },

    backups: (id) => filesOf(id).backups(),
    async restoreBackup(id, name) {
      mayWrite()
      await filesOf(id).restore(name)
    },

    async readDetection(id) {
      const found = await readSealed(files, DETECTION, detectionPath(id)).catch(() => undefined)
      if (found?.state !== 'good') return undefined
      return isDetection(found.payload) ? found.payload : undefined
    },
    async writeDetection(id, detection) {
      if (!writable) return
      mayWrite()
      await writeDurably(files, detectionPath(id), seal(DETECTION, detection, clock()))
    },

    original: (hash) => blobs.originals.read(hash),
    attachment: (hash) => blobs.attachments.read(hash),
    async keepBytes(kind, bytes) {
      mayWrite()
      return blobs[kind].keep(bytes)
    },

    verify: (work) => verifyLibrary({ ...work, repair: work.repair && writable, files, folder, clock, filesOf }),

    async close() {
      for (const open of documents.values()) await open.close()
      try {
        await catalogue.flush()
      } finally {
        await lock?.release()
      }
    },
  }
}

/** The checksum says that we wrote it; checking every part of a long text's suggestions again would take a second. */
function isDetection(payload: unknown): payload is Detection {
  const { version, suggestions, sentences } = payload as Partial<Detection>
  return typeof version === 'string' && Array.isArray(suggestions) && Array.isArray(sentences)
}

async function prepareFolder(files: FilePort, folder: string): Promise<Lock> {
  try {
    for (const name of FOLDERS) await files.mkdir(join(folder, name), { recursive: true })
    await syncFolder(files, folder)
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOTDIR' || errorCode(thrown) === 'EEXIST')
      throw new AppError('not-allowed', `${folder} is a file, not a folder. Choose another place for the library.`)
    throw writeProblem(thrown, folder)
  }
  const lock = await acquireLock(files, folder)
  await sweep(files, folder)
  return lock
}

/** Temporary files of a session that was killed. Whoever holds the lock knows that nobody is writing them. */
async function sweep(files: FilePort, folder: string): Promise<void> {
  for (const part of ['.', ...FOLDERS.filter((name) => name !== 'backups')])
    for (const name of await files.readdir(join(folder, part)))
      if (TEMPORARY.test(name)) await files.rm(join(folder, part, name), { force: true })
}

async function requireFolder(files: FilePort, folder: string): Promise<void> {
  try {
    await files.readdir(join(folder, 'documents'))
  } catch (thrown) {
    if (isMissing(thrown))
      throw new AppError('not-found', `There is no library in ${folder}. Import a file to start one.`)
    throw writeProblem(thrown, folder)
  }
}
