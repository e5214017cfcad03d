import { chmod, mkdir, realpath, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../contract/result'
import { writeDurably } from '../../store/durable-file'
import { errorCode, writeProblem } from '../../store/file-errors'
import { realFiles } from '../../store/file-port'

/** Rights of a new file, before the account's mask is taken from them; the library's own files are for nobody else. */
const READABLE = 0o666

/**
 * Writes what is handed on to others: whole or not at all, with the rights that files of other programs get. A pipe or
 * a device is written to, and never put away for a file of its name.
 *
 * @throws AppError `not-found` where there is no such folder, else as `writeDurably`
 */
export async function writeOut(path: string, bytes: Uint8Array): Promise<void> {
  const there = await found(path)
  if (there && !there.isFile() && !there.isDirectory())
    return writeFile(path, bytes).catch((thrown: unknown) => {
      throw writeProblem(thrown, path)
    })
  if (!(await found(dirname(path)))?.isDirectory())
    throw new AppError('not-found', `There is no folder ${dirname(path)} to write into. Make it first.`)
  // A link stays a link: the file that it leads to is written.
  await writeDurably(realFiles, there ? await realpath(path) : path, bytes)
  // Some disks know no rights; the file is there all the same.
  await chmod(path, there ? there.mode & 0o777 : READABLE & ~process.umask()).catch(() => {})
}

/** Makes the folder to write into. @throws AppError */
export async function makeOutFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((thrown: unknown) => {
    if (['EEXIST', 'ENOTDIR'].includes(errorCode(thrown) ?? ''))
      throw new AppError('not-allowed', `${path} cannot be made a folder: a file is in its place. Choose another name.`)
    throw writeProblem(thrown, path)
  })
}

const found = (path: string) => stat(path).catch(() => undefined)
