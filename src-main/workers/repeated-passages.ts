import type { RepeatedPassage } from '../contract/statistics'
import type { LibraryDigest } from '../core/library/digest'
import { knownLines, type KnownLine } from '../core/library/lines'
import { repeatedLines } from '../core/library/repeated'
import type { IndexedChunk, SearchIndex } from '../core/search/index'

/** Passages that are given; the commonest are. */
const MOST = 300
/** Stories that are named for each. */
const NAMED = 6
/** UTF-16 code units of a passage that are shown. */
const LONGEST = 2_000

interface PlacedLine extends KnownLine {
  readonly words: string
}

/** What repeats in a library, with its words: the digest knows what repeats, the index has the words. */
export function repeatedPassages(digest: LibraryDigest, index: SearchIndex, least: number): RepeatedPassage[] {
  const found = repeatedLines(digest, { least, most: MOST, named: NAMED })
  const wanted = new Map<string, IndexedChunk[]>(found.flatMap(({ documents }) => documents.map((id) => [id, []])))
  for (const chunk of index.chunks)
    if (chunk.where === 'text' && index.isLive(chunk)) wanted.get(chunk.document.id)?.push(chunk)
  const read = new Map<string, Map<number, PlacedLine>>()
  const linesOf = (id: string) => {
    let lines = read.get(id)
    if (!lines) read.set(id, (lines = readLines(wanted.get(id) ?? [])))
    return lines
  }
  return found.flatMap(({ hashes, count, documents }) => {
    const [first = ''] = documents
    const words = hashes.flatMap((hash) => linesOf(first).get(hash)?.words ?? []).join('\n')
    if (words === '') return []
    const places = documents.flatMap((document) => {
      const line = linesOf(document).get(hashes[0] as number)
      const title = index.documents.get(document)?.title
      return line && title !== undefined ? [{ document, title, start: line.start, end: line.end }] : []
    })
    return [{ words: words.slice(0, LONGEST), stories: count, places }]
  })
}

/** The lines of a document's text by what they say, the first where several say the same. */
function readLines(chunks: readonly IndexedChunk[]): Map<number, PlacedLine> {
  const lines = new Map<number, PlacedLine>()
  for (const chunk of chunks) {
    const content = chunk.content()
    for (const { hash, start, end } of knownLines(content))
      if (!lines.has(hash))
        lines.set(hash, { hash, start: chunk.start + start, end: chunk.start + end, words: content.slice(start, end) })
  }
  return lines
}
