import { LibraryDigest, type DocumentDigest } from './digest'
import type { Tally } from './tally'

const MAGIC = 0x42_50_44_47
/** Of the shape below and of what is counted. A file of another one is made again. */
const VERSION = 1

type Kept = [id: string, stamp: string, lines: number, tally: Tally | 0]

/** The digests as one file: a head in JSON, then the hashes of all lines. */
export function digestToBytes({ documents }: LibraryDigest): Uint8Array {
  const all = [...documents.values()]
  const head = new TextEncoder().encode(
    JSON.stringify(all.map(({ id, stamp, lines, tally }): Kept => [id, stamp, lines.length, tally ?? 0])),
  )
  const start = 16 + Math.ceil(head.length / 8) * 8
  const bytes = new Uint8Array(start + 8 * all.reduce((sum, { lines }) => sum + lines.length, 0))
  new Uint32Array(bytes.buffer, 0, 3).set([MAGIC, VERSION, head.length])
  bytes.set(head, 16)
  let at = start
  for (const { lines } of all) {
    new Float64Array(bytes.buffer, at, lines.length).set(lines)
    at += 8 * lines.length
  }
  return bytes
}

/** Reads them back; nothing where the file is of another version or not whole. */
export function digestFromBytes(file: Uint8Array): LibraryDigest | undefined {
  try {
    // Moved to where numbers of eight bytes may begin.
    const { buffer } = new Uint8Array(file)
    const [magic, version, length = 0] = new Uint32Array(buffer, 0, 3)
    if (magic !== MAGIC || version !== VERSION) return undefined
    const kept = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 16, length))) as Kept[]
    const digest = new LibraryDigest()
    let at = 16 + Math.ceil(length / 8) * 8
    for (const [id, stamp, count, tally] of kept) {
      const one: DocumentDigest = { id, stamp, tally: tally || undefined, lines: new Float64Array(buffer, at, count) }
      digest.put(one)
      at += 8 * count
    }
    return at === buffer.byteLength ? digest : undefined
  } catch {
    return undefined
  }
}
