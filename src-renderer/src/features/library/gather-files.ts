import { t } from '../../messages'
import type { PendingFile } from './pending-files'

/** Files taken from one drop; a whole disk dropped by mistake is not. */
const MOST_FILES = 5_000

export interface Gathered {
  readonly files: PendingFile[]
  /** Sentences about what was not taken. */
  readonly notes: string[]
}

/**
 * All files of a drop or a paste, folders walked through. Where the shell knows paths, it is given those, folders too,
 * and walks them itself. Has to be called during the event: the transfer is empty afterwards.
 */
export async function gatherFiles(
  transfer: DataTransfer,
  pathForFile: (file: File) => string | undefined,
): Promise<Gathered> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
  const plain = [...transfer.files]
  const paths = plain.map((file) => ({ name: file.name, path: pathForFile(file) }))
  if (paths.length > 0 && paths.every(({ path }) => path)) return { files: paths as PendingFile[], notes: [] }

  const files: PendingFile[] = []
  const folders = entries.filter((entry) => entry?.isDirectory)
  if (folders.length === 0) return { files: plain.map((file) => ({ name: file.name, file })), notes: [] }
  for (const entry of entries) if (entry && files.length <= MOST_FILES) await walk(entry, files)
  if (files.length <= MOST_FILES) return { files, notes: [] }
  return { files: files.slice(0, MOST_FILES), notes: [t('import.tooMany', { n: MOST_FILES })] }
}

/** Hidden files and folders are the system’s own and are passed over. */
async function walk(entry: FileSystemEntry, found: PendingFile[]): Promise<void> {
  if (entry.name.startsWith('.') || found.length > MOST_FILES) return
  if (entry.isFile) {
    const file = await new Promise<File | undefined>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)),
    )
    if (file) found.push({ name: file.name, file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // A reader gives a hundred entries at a time, and none when it has given all.
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (some.length === 0) return
    for (const inner of some) await walk(inner, found)
  }
}
