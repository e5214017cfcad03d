import { join } from 'node:path'
import { writeDurably } from './durable-file'
import { isMissing } from './file-errors'
import type { FilePort } from './file-port'
import { backupsToKeep } from './retention'

/** A copy of a document file, named by the time that the file itself says it was saved at. */
export interface Backup {
  readonly path: string
  /** Milliseconds. */
  readonly time: number
}

const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}\.\d{3}Z)\.json$/

/** Colons are not allowed in file names everywhere. */
const nameOf = (savedAt: string) => `${savedAt.replaceAll(':', '-')}.json`

/** Newest first. */
export async function listBackups(files: FilePort, folder: string): Promise<Backup[]> {
  const names = await files.readdir(folder).catch((thrown: unknown) => {
    if (isMissing(thrown)) return []
    throw thrown
  })
  return names
    .flatMap((name) => {
      const match = NAME.exec(name)
      return match ? [{ path: join(folder, name), time: Date.parse(`${match[1]}:${match[2]}:${match[3]}`) }] : []
    })
    .sort((a, b) => b.time - a.time)
}

/**
 * Keeps a copy of a document file outside of it, unless there is one already, and thins out old copies.
 *
 * @param savedAt as the file has it @param now milliseconds
 */
export async function keepBackup(
  files: FilePort,
  folder: string,
  content: Uint8Array | string,
  savedAt: string,
  now: number,
): Promise<void> {
  await files.mkdir(folder, { recursive: true })
  const path = join(folder, nameOf(savedAt))
  const there = await listBackups(files, folder)
  if (there.some((backup) => backup.path === path)) return
  await writeDurably(files, path, content)
  const keep = backupsToKeep([...there.map((backup) => backup.time), Date.parse(savedAt)], now)
  for (const backup of there) if (!keep.has(backup.time)) await files.rm(backup.path, { force: true })
}
