import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode, writeProblem } from './file-errors'
import type { FilePort } from './file-port'

/** Names of the temporary files made here; what is left of them after a crash is swept by this. */
export const TEMPORARY = /\.\d+\.[0-9a-f]{12}\.tmp$/

/** Virus scanners and indexers hold files open for a moment on Windows. */
const RENAME_RETRIES = ['EPERM', 'EBUSY', 'EACCES']
const RETRY_DELAYS = process.platform === 'win32' ? [10, 50, 100, 200, 400] : []

/**
 * Puts bytes in the place of a file so that, whatever happens, the file holds the old bytes or the new ones, whole:
 * unique temporary file in the same folder, fsync, size checked, rename, fsync of the folder. The promise resolves only
 * when the new bytes are on the disk.
 *
 * @throws AppError `disk-full`, `not-allowed`, `read-only` or `write-failed`; the temporary file is then gone
 */
export async function writeDurably(files: FilePort, path: string, content: Uint8Array | string): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const temporary = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const handle = await files.open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
      const { size } = await handle.stat()
      if (size !== bytes.byteLength) throw new Error(`${size} of ${bytes.byteLength} bytes were written`)
    } finally {
      await handle.close()
    }
    await renameOver(files, temporary, path)
    await syncFolder(files, dirname(path))
  } catch (thrown) {
    await files.rm(temporary, { force: true }).catch(() => {})
    throw writeProblem(thrown, path)
  }
}

async function renameOver(files: FilePort, from: string, to: string): Promise<void> {
  for (const delay of RETRY_DELAYS) {
    try {
      return await files.rename(from, to)
    } catch (thrown) {
      if (!RENAME_RETRIES.includes(errorCode(thrown) ?? '')) throw thrown
      await wait(delay)
    }
  }
  await files.rename(from, to)
}

/** Makes new and renamed entries of a folder last. Windows has no such call, and does it by itself. */
export async function syncFolder(files: FilePort, folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await files.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
