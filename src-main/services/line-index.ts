import type { Document } from '../contract/entities'
import { linesOf } from '../core/text/blocks'
import type { Search } from './search'

/** How often each line stands in the documents of the library: what stands in many of them is boilerplate. */
export interface LineIndex {
  /** For each line of a document, in how many other documents it stands; lines that stand in none are left out. */
  elsewhere(document: Document): Promise<Map<string, number>>
  /** A document is new in the library. */
  add(document: Document): void
}

/** Asks the thread that has read the library, which is made when somebody first asks. */
export function createLineIndex(search: () => Search): LineIndex {
  return {
    add: ({ id }) => search().touch(id),
    async elsewhere({ id, text }) {
      const lines = [...new Set(linesOf(text).map(({ start, end }) => text.slice(start, end)))]
      const counts = await search().elsewhere(id, lines)
      return new Map(lines.flatMap((line, at) => (counts[at] ? [[line, counts[at]] as const] : [])))
    },
  }
}
