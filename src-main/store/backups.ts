import { join } from 'node:path'
import { writeDurably } from './durable-file'
import { isMissing } from './file-errors'
import type { FilePort } from './file-port'
import { backupsToKeep } from './retention'

/** A copy of a document file, named by the last journal entry it contains and the time that it says it was saved at. */
export interface Backup {
  /** Of its file, without the folder. */
  readonly name: string
  readonly path: string
  readonly number: number
  /** Milliseconds. */
  readonly time: number
}

const NAME = /^(\d+)\.(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}\.\d{3}Z)\.json$/

/** Colons are not allowed in file names everywhere. */
const nameOf = (number: number, savedAt: string) => `${number}.${savedAt.replaceAll(':', '-')}.json`

/** Newest first. Entries are counted and clocks are put back, so it is the count that says what is newer. */
export async function listBackups(files: FilePort, folder: string): Promise<Backup[]> {
  const names = await files.readdir(folder).catch((thrown: unknown) => {
    if (isMissing(thrown)) return []
    throw thrown
  })
  return names
    .flatMap((name) => {
      const [, number, hour, minute, second] = NAME.exec(name) ?? []
      const time = Date.parse(`${hour}:${minute}:${second}`)
      return number === undefined ? [] : [{ name, path: join(folder, name), number: Number(number), time }]
    })
    .sort((a, b) => b.number - a.number || b.time - a.time)
}

/**
 * Keeps a copy of a document file outside of it, unless there is one already, and thins out old copies.
 *
 * @param about the number and the time that the file itself has @param now milliseconds
 */
export async function keepBackup(
  files: FilePort,
  folder: string,
  content: Uint8Array | string,
  about: { number: number; savedAt: string },
  now: number,
): Promise<void> {
  await files.mkdir(folder, { recursive: true })
  const path = join(folder, nameOf(about.number, about.savedAt))
  if ((await listBackups(files, folder)).some((backup) => backup.path === path)) return
  await writeDurably(files, path, content)
  const there = await listBackups(files, folder)
  const keep = backupsToKeep(
    there.map((backup) => backup.time),
    now,
  )
  for (const [position, backup] of there.entries())
    if (!keep.has(position)) await files.rm(backup.path, { force: true })
}
