import type { Adapter } from 'lowdb'
import { writeDurably } from './durable-file'
import { seal, unseal, type Format, type Unsealed } from './envelope'
import { isMissing, readProblem } from './file-errors'
import type { FilePort } from './file-port'

/** Reads a sealed file; `missing` where there is none. @throws AppError `unreadable` when the disk does not give it */
export async function readSealed(
  files: FilePort,
  format: Format,
  path: string,
): Promise<Unsealed | { state: 'missing' }> {
  try {
    return unseal(format, await files.readFile(path, 'utf8'))
  } catch (thrown) {
    if (isMissing(thrown)) return { state: 'missing' }
    throw readProblem(thrown, path)
  }
}

/**
 * lowdb's way to our files. lowdb's own writer does not fsync, collides with a second writer and reads `null` as an
 * empty library; this one writes durably, and hands what cannot be read to `recover` instead of taking it for nothing.
 */
export class SealedFileAdapter<T> implements Adapter<T> {
  constructor(
    private readonly files: FilePort,
    private readonly format: Format,
    private readonly path: string,
    private readonly clock: () => string,
    /** What to go on with when the file is missing, damaged or of a newer version. */
    private readonly recover: (found: Exclude<Unsealed, { state: 'good' }> | { state: 'missing' }) => Promise<T | null>,
    /** Checks, and where it is of an older version migrates, what was read; throws when it is not what it should be. */
    private readonly accept: (payload: unknown, version: number) => T,
  ) {}

  async read(): Promise<T | null> {
    const found = await readSealed(this.files, this.format, this.path)
    if (found.state !== 'good') return this.recover(found)
    try {
      return this.accept(found.payload, found.version)
    } catch (thrown) {
      return this.recover({ state: 'damaged', why: thrown instanceof Error ? thrown.message : String(thrown) })
    }
  }

  async write(data: T): Promise<void> {
    await writeDurably(this.files, this.path, seal(this.format, data, this.clock()))
  }
}
