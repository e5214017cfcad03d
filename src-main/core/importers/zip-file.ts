import { Inflate } from 'fflate'
import { listEntries, type ZipEntry } from './zip-directory'
import { refuse } from './refuse'

/** The entries of a ZIP file. Nothing is inflated but what is read, and nothing is ever written to disk. */
export interface ZipFile {
  /** In the order of the file's directory; folders are not among them. */
  readonly names: readonly string[]
  has(name: string): boolean
  /**
   * The bytes of an entry; undefined where there is none of this name.
   *
   * @throws AppError `damaged` when they are not what the directory says, `too-large` beyond the limits, `unsupported`
   *   when they are encrypted or packed in an unknown way
   */
  read(name: string): Uint8Array | undefined
}

/** Bytes, unless it says otherwise. */
export interface ZipLimits {
  /** How many. */
  readonly entries: number
  readonly entry: number
  /** Of all that is read from one file. */
  readonly total: number
  /** Times that an entry may grow when it is inflated … */
  readonly ratio: number
  /** … if it is larger than this. */
  readonly smallEntry: number
}

const MB = 1024 * 1024
export const ZIP_LIMITS: ZipLimits = { entries: 5_000, entry: 64 * MB, total: 128 * MB, ratio: 200, smallEntry: 2 * MB }
/** Compressed bytes given to the inflater at once: 16 MB is the most that can come of it before it is looked at. */
const SLICE = 16 * 1024

/**
 * Opens a ZIP file: an office document, an electronic book, an archive. Its directory is held against the file first;
 * entries that overlap, lie about their place or lead out of the archive are not opened at all.
 *
 * @param fileName names the file in errors
 * @throws AppError `damaged`, `too-large` or `unsupported`
 */
export function openZip(bytes: Uint8Array, fileName: string, limits = ZIP_LIMITS): ZipFile {
  const entries = new Map<string, ZipEntry>()
  for (const entry of listEntries(bytes, fileName, limits.entries)) entries.set(entry.name, entry)
  let total = 0
  return {
    names: [...entries.keys()].filter((name) => !name.endsWith('/')),
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      if (entry.encrypted)
        throw refuse(
          'unsupported',
          fileName,
          'is protected with a password. Take the password off, and import it again.',
        )
      const { size, packed } = entry
      total += size
      const swollen = size > limits.smallEntry && size > packed.length * limits.ratio
      if (size > limits.entry || total > limits.total || swollen)
        throw refuse('too-large', fileName, 'unpacks to far more than an article holds, and was not unpacked.')
      const content = entry.method === 0 ? packed : inflate(entry, fileName)
      if (content.length !== size || crc32(content) !== entry.crc) throw damaged(fileName, name)
      return content
    },
  }
}

/** Into a buffer of the size that the directory gives; a stream that holds more is stopped there. */
function inflate({ name, method, packed, size }: ZipEntry, fileName: string): Uint8Array {
  if (method !== 8) throw refuse('unsupported', fileName, 'is packed in a way that this version does not know.')
  const content = new Uint8Array(size)
  let at = 0
  let ended = false
  const inflater = new Inflate((chunk, last) => {
    if (at + chunk.length > size) throw damaged(fileName, name)
    content.set(chunk, at)
    at += chunk.length
    ended ||= last
  })
  try {
    for (let from = 0; from < packed.length && !ended; from += SLICE)
      inflater.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length)
  } catch {
    throw damaged(fileName, name)
  }
  return content.subarray(0, at)
}

const damaged = (fileName: string, name: string) =>
  refuse('damaged', fileName, `is damaged: its part ${name.slice(0, 80)} is not whole. Ask for the file again.`)

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as ZIP has it (ISO 3309, polynomial 0x04C11DB7 reflected). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let at = 0; at < bytes.length; at++)
    crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[at] as number)) & 255] as number)
  return (crc ^ 0xffffffff) >>> 0
}
