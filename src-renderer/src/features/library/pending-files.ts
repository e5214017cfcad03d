import type { ImportFile } from '@contract/api'
import { t } from '../../messages'

/** A file on its way in: from a desktop shell by its path, from a browser by its bytes. */
export interface PendingFile {
  readonly name: string
  readonly path?: string
  readonly file?: File
}

export interface Batch {
  readonly files: ImportFile[]
  /** A package is handed in alone and by another call. */
  readonly isPackage: boolean
  /** How many pending files it stands for, those that could not be read too. */
  readonly taken: number
}

/** In bytes: what is sent at once, and the most a single file may have (it crosses as base64). */
const BATCH_BYTES = 16 * 1024 * 1024
const FILE_BYTES = 160 * 1024 * 1024
const BATCH_FILES = 100
/** Files known by path cost nothing to send; still, progress should move. */
const BATCH_PATHS = 500

/**
 * Reads pending files a batch at a time. What cannot be read becomes a sentence in `errors`, and the rest goes on.
 */
export async function* batches(pending: readonly PendingFile[], errors: string[]): AsyncGenerator<Batch> {
  let files: ImportFile[] = []
  let taken = 0
  let bytes = 0
  const most = pending.some(({ path }) => path !== undefined) ? BATCH_PATHS : BATCH_FILES
  for (const one of pending) {
    taken += 1
    const read = await readFile(one, errors)
    if (!read) continue
    const size = read.bytes?.length ?? 0
    if (isPackage(read.name)) {
      yield { files: [read], isPackage: true, taken: 0 }
      continue
    }
    if (files.length > 0 && (bytes + size > BATCH_BYTES || files.length >= most)) {
      yield { files, isPackage: false, taken: taken - 1 }
      files = []
      taken = 1
      bytes = 0
    }
    files.push(read)
    bytes += size
  }
  if (files.length > 0) yield { files, isPackage: false, taken }
}

async function readFile({ name, path, file }: PendingFile, errors: string[]): Promise<ImportFile | undefined> {
  if (path !== undefined) return { name, path }
  if (!file) return undefined
  if (file.size > FILE_BYTES) {
    errors.push(t('import.tooLarge', { name, size: Math.round(file.size / 1024 / 1024) }))
    return undefined
  }
  try {
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    errors.push(t('import.unreadable', { name }))
    return undefined
  }
}

const isPackage = (name: string) => name.toLowerCase().endsWith('.bluepencil')
