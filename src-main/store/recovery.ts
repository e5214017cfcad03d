import { AppError } from '../contract/result'
import { migrateDocument } from '../core/migrations/registry'
import type { StoredDocument } from '../core/review/replay'
import { listBackups } from './backups'
import { writeDurably } from './durable-file'
import { DOCUMENT, type Unsealed } from './envelope'
import type { FilePort } from './file-port'
import { readSealed } from './sealed-file'
import { setAside } from './set-aside'

interface RecoveryContext {
  readonly id: string
  readonly paths: { snapshot: string; journal: string; backups: string }
  readonly files: FilePort
  readonly library: string
  /** Without it, nothing on disk is touched. */
  readonly writable: boolean
  readonly clock: () => string
}

export interface RecoveredDocument {
  /** Nothing where the library has no such document. */
  readonly stored: StoredDocument | null
  readonly savedAt: string
  readonly notices: string[]
  readonly readOnly?: string
}

/**
 * What to go on with when a document's file cannot be used: a newer version is read as far as it can be and never
 * written; a damaged or missing file gives way to its newest good backup, to which the journal adds every edit since.
 *
 * @throws AppError `damaged` or `newer-version` when there is nothing to go on with
 */
export async function recoverDocument(
  found: Exclude<Unsealed, { state: 'good' }> | { state: 'missing' },
  context: RecoveryContext,
): Promise<RecoveredDocument> {
  if (found.state === 'newer') return readNewer(found.payload, found.savedAt, context)
  const { files, paths, library, writable, clock, id } = context
  const backup = await newestGoodBackup(context)
  if (found.state === 'missing' && !backup) return { stored: null, savedAt: '', notices: [] }
  if (!backup)
    throw new AppError(
      'damaged',
      `The document ${id} cannot be read (${found.state === 'damaged' ? found.why : 'it is missing'}), and there is no backup of it. Nothing was written over it; the file it was imported from is in the folder “originals” of the library.`,
    )
  const { stored, savedAt, content } = backup
  const title = `“${stored.document.title}”`
  const notices: string[] = []
  if (found.state === 'damaged') {
    const kept = writable ? await setAside(files, library, paths.snapshot, clock()) : paths.snapshot
    notices.push(
      `The file of ${title} was damaged (${found.why}) and is kept as ${kept}. Its backup of ${savedAt} took its place, with every edit since then that the journal holds.`,
    )
  } else
    notices.push(
      `The file of ${title} was missing. Its backup of ${savedAt} took its place, with every edit since then that the journal holds.`,
    )
  if (writable) await writeDurably(files, paths.snapshot, content)
  return { stored, savedAt, notices }
}

function readNewer(payload: unknown, savedAt: string, { id }: RecoveryContext): RecoveredDocument {
  try {
    return {
      stored: migrateDocument(payload, DOCUMENT.version),
      savedAt,
      notices: [],
      readOnly:
        'This document was saved by a newer version of Blue Pencil. It can be read and exported; to change it, use that version.',
    }
  } catch {
    throw new AppError(
      'newer-version',
      `The document ${id} was saved by a newer version of Blue Pencil, which this one cannot read. Please open it with that version.`,
    )
  }
}

async function newestGoodBackup({ files, paths }: RecoveryContext) {
  for (const backup of await listBackups(files, paths.backups)) {
    const found = await readSealed(files, DOCUMENT, backup.path).catch(() => undefined)
    if (found?.state !== 'good') continue
    try {
      const stored = migrateDocument(found.payload, found.version)
      return { stored, savedAt: found.savedAt, content: await files.readFile(backup.path) }
    } catch {
      continue
    }
  }
  return undefined
}
