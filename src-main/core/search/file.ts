import type { IndexedChunk, IndexedDocument, SearchIndex } from './index'
import type { Segment } from './segment'

/** Raised when what is stored, or how words are told apart, changes: an index of another version is made again. */
export const INDEX_VERSION = 2
const MAGIC = 0x42505349

/** A chunk as it is stored: its document's number, and where its content begins and ends among all contents, in bytes. */
type StoredChunk = [
  document: number,
  where: IndexedChunk['where'],
  start: number,
  end: number,
  length: number,
  from: number,
  to: number,
  annotation: string | 0,
  blocks: IndexedChunk['blocks'] | 0,
  quoted: 1 | 0,
  detail: NonNullable<IndexedChunk['detail']> | 0,
]

interface Header {
  readonly documents: readonly IndexedDocument[]
  readonly chunks: readonly StoredChunk[]
  /** Bytes of each part that follows. */
  readonly parts: readonly [terms: number, offsets: number, postings: number, counts: number, contents: number]
}

/** The index as one file. Call `compact` before. */
export function indexToBytes(index: SearchIndex): Uint8Array {
  const encoder = new TextEncoder()
  const segment = index.segments[0] ?? {
    terms: [],
    offsets: new Uint32Array(1),
    postings: NONE,
    counts: new Uint8Array(),
  }
  const documents = [...index.documents.values()]
  const numbers = new Map(documents.map((document, number) => [document, number]))
  const contents: Uint8Array[] = []
  let at = 0
  const chunks = index.chunks.map((chunk): StoredChunk => {
    const bytes = encoder.encode(chunk.content())
    contents.push(bytes)
    const from = at
    at += bytes.length
    const { document, where, start, end, length, annotation = 0, blocks = 0, quoted, detail = 0 } = chunk
    const number = numbers.get(document) ?? 0
    return [number, where, start, end, length, from, at, annotation, blocks, quoted ? 1 : 0, detail]
  })
  const parts = [
    encoder.encode(segment.terms.join('\n')),
    bytesOf(segment.offsets),
    bytesOf(segment.postings),
    segment.counts,
    joined(contents, at),
  ]
  const header: Header = { documents, chunks, parts: parts.map((part) => part.length) as never }
  const head = encoder.encode(JSON.stringify(header))
  const start = new Uint32Array([MAGIC, INDEX_VERSION, head.length])
  const whole = [bytesOf(start), head, ...parts].flatMap((part) => [part, new Uint8Array(padding(part.length))])
  return joined(
    whole,
    whole.reduce((sum, part) => sum + part.length, 0),
  )
}

/** Fills an empty index from a file; false where it is of another version or not whole. */
export function indexFromBytes(index: SearchIndex, file: Uint8Array): boolean {
  // Parts are copied with `slice`, which a Node Buffer has of its own and does not copy with.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  try {
    const [magic, version, length] = new Uint32Array(bytes.slice(0, 12).buffer)
    if (magic !== MAGIC || version !== INDEX_VERSION || length === undefined) return false
    let at = 12
    const take = (size: number): Uint8Array => {
      if (at + size > bytes.length) throw new RangeError('cut short')
      const part = bytes.subarray(at, at + size)
      at += size + padding(size)
      return part
    }
    const decoder = new TextDecoder()
    const { documents, chunks, parts } = JSON.parse(decoder.decode(take(length))) as Header
    const terms = decoder.decode(take(parts[0])).split('\n')
    const segment: Segment = {
      terms: terms.length === 1 && terms[0] === '' ? [] : terms,
      offsets: new Uint32Array(take(parts[1]).slice().buffer),
      postings: new Uint32Array(take(parts[2]).slice().buffer),
      counts: take(parts[3]),
    }
    const contents = take(parts[4])
    const made = chunks.map(([document, where, start, end, length, from, to, annotation, blocks, quoted, detail]) => ({
      document: documents[document] as IndexedDocument,
      where,
      start,
      end,
      length,
      annotation: annotation || undefined,
      blocks: blocks || undefined,
      quoted: quoted === 1,
      detail: detail || undefined,
      content: () => decoder.decode(contents.subarray(from, to)),
    }))
    index.restore(documents, made, segment)
    return true
  } catch {
    return false
  }
}

const NONE = new Uint32Array()
const bytesOf = (array: Uint32Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
const padding = (length: number) => (4 - (length % 4)) % 4

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
