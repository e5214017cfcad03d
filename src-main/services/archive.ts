import { Zip, type ZipInputFile } from 'fflate'
import { AppError } from '../contract/result'
import type { PressedFile } from './ports'

/** Bytes of one archive: more cannot be handed to a browser or held beside the library. */
const LARGEST = 1_500_000_000

/** Files that were pressed elsewhere, put together as one ZIP. */
export interface Archive {
  /** @throws AppError `too-large` */
  add(fileName: string, file: PressedFile): void
  finish(): Uint8Array
}

/** @param now ISO 8601: the time that the entries are of */
export function createArchive(now: string): Archive {
  const chunks: Uint8Array[] = []
  const names = freeNames()
  let size = 0
  let failure: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) return void (failure = error)
    chunks.push(chunk)
    size += chunk.byteLength
  })
  return {
    add(fileName, { crc, size: whole, deflated, content }) {
      if (size + content.byteLength > LARGEST)
        throw new AppError('too-large', 'These files are more than one archive holds. Export fewer documents at once.')
      const entry: ZipInputFile = {
        filename: names(fileName),
        crc,
        size: whole,
        compression: deflated ? 8 : 0,
        mtime: now,
      }
      zip.add(entry)
      entry.ondata?.(null, content as Uint8Array<ArrayBuffer>, true)
      if (failure) throw failure
    },
    finish() {
      zip.end()
      if (failure) throw failure
      const bytes = new Uint8Array(size)
      let at = 0
      for (const chunk of chunks) {
        bytes.set(chunk, at)
        at += chunk.byteLength
      }
      return bytes
    },
  }
}

/**
 * Gives equal names a number, so that none takes another's place; names that a file system takes for one are equal.
 *
 * @returns the name to use for a wanted one
 */
function freeNames(): (wanted: string) => string {
  const taken = new Set<string>()
  return (wanted) => {
    for (let count = 1; ; count++) {
      const name = count === 1 ? wanted : numberedName(wanted, count)
      const known = name.normalize('NFC').toLowerCase()
      if (taken.has(known)) continue
      taken.add(known)
      return name
    }
  }
}

/** “story.tei.xml” as “story (2).tei.xml”. */
export function numberedName(fileName: string, count: number): string {
  const [, stem = fileName, extensions = ''] = /^(.+?)((?:\.[a-z][a-z0-9]{0,11}){0,2})$/i.exec(fileName) ?? []
  return `${stem} (${count})${extensions}`
}
