import { join } from 'node:path'
import { sha256 } from './envelope'
import { isMissing, readProblem } from './file-errors'
import { writeDurably } from './durable-file'
import type { FilePort } from './file-port'

/** Bytes kept by their SHA-256: imported files and attachments. What is there is never written again. */
export interface Blobs {
  keep(bytes: Uint8Array): Promise<string>
  read(hash: string): Promise<Uint8Array | undefined>
}

export function openBlobs(files: FilePort, folder: string): Blobs {
  return {
    async keep(bytes) {
      const hash = sha256(bytes)
      const path = join(folder, hash)
      const size = await files.stat(path).then(
        (found) => found.size,
        () => undefined,
      )
      if (size !== bytes.byteLength) await writeDurably(files, path, bytes)
      return hash
    },
    async read(hash) {
      const path = join(folder, hash)
      try {
        return await files.readFile(path)
      } catch (thrown) {
        if (isMissing(thrown)) return undefined
        throw readProblem(thrown, path)
      }
    },
  }
}
