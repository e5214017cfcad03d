import { open, readdir, stat, type FileHandle } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '../contract/result'
import type { InputFile, InputFiles } from '../services/ports'
import { readProblem } from './file-errors'

/** Bytes; the importers refuse larger files too, but reading them first would take the memory. */
const MAX_BYTES = 50 * 1024 * 1024
/** How deep folders are walked, and how many files are taken from them. */
const MAX_DEPTH = 20
const MAX_FILES = 10_000

export const inputFiles: InputFiles = { expand, read: readInput }

async function expand(paths: readonly string[], signal?: AbortSignal): Promise<InputFile[]> {
  const found: InputFile[] = []
  for (const path of paths) await visit(path, 0, true, found, signal)
  return found
}

async function visit(
  path: string,
  depth: number,
  named: boolean,
  found: InputFile[],
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted()
  const name = basename(path)
  try {
    const status = await stat(path)
    if (status.isFile()) {
      if (found.length < MAX_FILES) found.push({ path, name })
      return
    }
    if (!status.isDirectory()) {
      if (named) found.push(refused(path, 'unsupported', `${path} is neither a file nor a folder.`))
      return
    }
    if (depth >= MAX_DEPTH) {
      found.push(refused(path, 'too-large', `${path} lies too deep: folders are read to ${MAX_DEPTH} levels.`))
      return
    }
    const entries = await readdir(path)
    for (const entry of entries.sort())
      if (!entry.startsWith('.')) await visit(join(path, entry), depth + 1, false, found, signal)
    if (found.length >= MAX_FILES && depth === 0)
      found.push(
        refused(path, 'too-large', `${path} has more than ${MAX_FILES} files; the rest was left. Import it in parts.`),
      )
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    const problem = readProblem(thrown, path)
    found.push(refused(path, problem.code === 'not-found' ? 'not-found' : 'unreadable', problem.message))
  }
}

const refused = (path: string, code: NonNullable<InputFile['problem']>['code'], message: string): InputFile => ({
  path,
  name: basename(path),
  problem: { code, message },
})

/** Reads a file that a person named. @throws AppError `not-found`, `unreadable` or `too-large` */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, 'r')
    try {
      const status = await handle.stat()
      if (status.isDirectory())
        throw new AppError('unreadable', `${path} is a folder, not a file. Name the files in it.`)
      if (status.size > MAX_BYTES) throw tooLarge(path, `has ${Math.round(status.size / 1024 / 1024)} MB`)
      return status.isFile() ? await handle.readFile() : await readStream(path, handle)
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    throw readProblem(thrown, path)
  }
}

/** Pipes and devices tell no size, and may never end. */
async function readStream(path: string, handle: FileHandle): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of handle.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
    length += part.byteLength
    if (length > MAX_BYTES) throw tooLarge(path, `has more than ${MAX_BYTES / 1024 / 1024} MB`)
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}

function tooLarge(path: string, has: string): AppError {
  return new AppError(
    'too-large',
    `${basename(path)} ${has}; at most ${MAX_BYTES / 1024 / 1024} MB are read. Cut it into parts.`,
  )
}
