import { dirname, join } from 'node:path'
import { writeDurably } from './durable-file'
import { sha256 } from './envelope'
import { isMissing, readProblem } from './file-errors'
import type { FilePort } from './file-port'
import { setAside } from './set-aside'

/** Bytes kept by their SHA-256: imported files and attachments. What is there and whole is never written again. */
export interface Blobs {
  keep(bytes: Uint8Array): Promise<string>
  /** Nothing where they are missing, or are no longer what was kept: `verify` says which. */
  read(hash: string): Promise<Uint8Array | undefined>
}

export function openBlobs(files: FilePort, folder: string, clock: () => string): Blobs {
  async function find(path: string): Promise<Uint8Array | undefined> {
    try {
      return await files.readFile(path)
    } catch (thrown) {
      if (isMissing(thrown)) return undefined
      throw readProblem(thrown, path)
    }
  }
  return {
    async keep(bytes) {
      const hash = sha256(bytes)
      const path = join(folder, hash)
      const there = await find(path)
      if (there && sha256(there) === hash) return hash
      if (there) await setAside(files, dirname(folder), path, clock())
      await writeDurably(files, path, bytes)
      return hash
    },
    async read(hash) {
      const bytes = await find(join(folder, hash))
      return bytes && sha256(bytes) === hash ? bytes : undefined
    },
  }
}
