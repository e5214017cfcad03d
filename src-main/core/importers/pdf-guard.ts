import { Unzlib } from 'fflate'
import { refuse } from './refuse'

/** Bytes that one part of a PDF may unpack to. pdf.js keeps such a part in memory twice while it grows. */
const MOST_UNPACKED = 64 * 1024 * 1024
/** Bytes that all of them together may unpack to. */
const MOST_IN_ALL = 256 * 1024 * 1024
/** Deflate packs no tighter than this, so a short part needs no look inside. */
const TIGHTEST = 1_032
/** Bytes of a part that are tried first, and how many times more they may give. */
const SAMPLE = 256
const SUSPICIOUS = 60
/** Packed bytes of a part in LZW, which packs up to 1,400 times tighter and is not looked into here. */
const LONGEST_LZW = 450_000
/** A filter within a filter multiplies; nobody needs more than two. */
const MOST_FILTERS = 4
/** Characters before `stream` in which its dictionary is looked for. */
const DICTIONARY = 2_048

const STREAM = [0x73, 0x74, 0x72, 0x65, 0x61, 0x6d]

/**
 * Unpacks, without keeping, each part of a PDF that could be a bomb.
 *
 * @throws AppError `too-large` for a file that would unpack to more than is ever read
 */
export function guardStreams(name: string, bytes: Uint8Array): void {
  let total = 0
  for (let at = indexOf(bytes, STREAM, 0); at >= 0; at = indexOf(bytes, STREAM, at + STREAM.length)) {
    // "endstream" is the end of one.
    if (bytes[at - 1] === 0x64) continue
    const dictionary = latin(bytes, Math.max(0, at - DICTIONARY), at)
    const filters = filtersOf(dictionary)
    if (filters.length === 0) continue
    if (filters.length > MOST_FILTERS) throw tooLarge(name)
    const start = at + STREAM.length + (bytes[at + STREAM.length] === 0x0d ? 2 : 1)
    const end = endOfStream(bytes, start)
    if (isPicture(dictionary)) continue
    const layers = filters.filter((filter) => filter.startsWith('Fl')).length
    const lzw = filters.some((filter) => filter.startsWith('LZW'))
    if (lzw && end - start > LONGEST_LZW) throw tooLarge(name)
    if (!filters[0]?.startsWith('Fl')) continue
    const packed = bytes.subarray(start, end)
    const bounded = packed.length * TIGHTEST ** layers <= MOST_UNPACKED
    // Pages of text are packed to a third or a tenth; only what begins like a bomb is looked at to its end.
    if (bounded && unpackedSize(packed.subarray(0, SAMPLE), layers, name) < SAMPLE * SUSPICIOUS) continue
    total += unpackedSize(packed, layers, name)
    if (total > MOST_IN_ALL) throw tooLarge(name)
  }
}

/** The dictionary alone: what stands before it belongs to another object. */
const own = (before: string) => before.slice(Math.max(0, before.lastIndexOf(' obj')))

/** Names of the filters in the dictionary that ends where the stream begins. */
function filtersOf(before: string): string[] {
  const filter = /\/(?:Filter|F)\s*(\[[^\]]*\]|\/[A-Za-z0-9]+)/.exec(own(before))?.[1] ?? ''
  return [...filter.matchAll(/\/([A-Za-z0-9]+)/g)].map((match) => match[1] as string)
}

/** Whether it is a picture, and says its size: text is never looked for in those, so they stay packed. */
const isPicture = (dictionary: string) =>
  /\/Subtype\s*\/Image\b/.test(own(dictionary)) && /\/Width\s+\d/.test(own(dictionary))

/** Bytes that a packed part gives, counted on the way; the bytes themselves are dropped. */
function unpackedSize(packed: Uint8Array, layers: number, name: string): number {
  let size = 0
  const count = (chunk: Uint8Array) => {
    size += chunk.length
    if (size > MOST_UNPACKED) throw tooLarge(name)
  }
  let take = count
  for (let layer = 0; layer < layers; layer++) {
    const unzlib = new Unzlib(take)
    take = (chunk) => unzlib.push(chunk)
  }
  try {
    // In pieces, so that what they give is in pieces, too.
    for (let at = 0; at < packed.length; at += 4_096) take(packed.subarray(at, at + 4_096))
  } catch (thrown) {
    // A damaged part is pdf.js' business; a large one is ours.
    if (isTooLarge(thrown)) throw thrown
  }
  return size
}

const isTooLarge = (thrown: unknown) => thrown instanceof Error && 'code' in thrown && thrown.code === 'too-large'

export const tooLarge = (name: string) =>
  refuse('too-large', name, 'unpacks to far more than it seems to hold, and was not opened. Ask where it comes from.')

function endOfStream(bytes: Uint8Array, start: number): number {
  const end = indexOf(bytes, [0x65, 0x6e, 0x64, ...STREAM], start)
  return end < 0 ? bytes.length : end
}

function indexOf(bytes: Uint8Array, what: readonly number[], from: number): number {
  const [first, second] = what as [number, number]
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (bytes[at + 1] !== second) continue
    let length = 2
    while (length < what.length && bytes[at + length] === what[length]) length++
    if (length === what.length) return at
  }
  return -1
}

const decoder = new TextDecoder('latin1')
const latin = (bytes: Uint8Array, start: number, end: number) => decoder.decode(bytes.subarray(start, end))
