import type { Document } from '../contract/entities'
import { linesOf } from '../core/text/blocks'
import type { LibraryStore } from './ports'
import type { Sessions } from './sessions'

/** A line shorter than this says nothing about where it comes from. UTF-16. */
const SHORTEST = 12

/** How often each line stands in the documents of the library: what stands in many of them is boilerplate. */
export interface LineIndex {
  /** For each line of a document, in how many other documents it stands; lines that stand in none are left out. */
  elsewhere(document: Document): Promise<Map<string, number>>
  add(document: Document): void
  /** A document has another text. */
  replace(before: Document, after: Document): void
}

/** Built on first use from all documents, and kept up from then on. */
export function createLineIndex(store: LibraryStore, sessions: () => Sessions): LineIndex {
  const documentsWith = new Map<string, number>()
  const known = new Set<string>()
  let building: Promise<void> | undefined

  async function build(): Promise<void> {
    const { all } = await store.documents()
    for (const id of all) {
      if (known.has(id)) continue
      // One document that cannot be read must not keep another from being imported; opening it says what is wrong.
      const loaded = await sessions()
        .stored(id)
        .catch(() => undefined)
      if (loaded) add(loaded.document)
    }
  }

  function add(document: Document): void {
    if (known.has(document.id)) return
    known.add(document.id)
    for (const line of distinctLines(document)) documentsWith.set(line, (documentsWith.get(line) ?? 0) + 1)
  }

  return {
    add,
    replace(before, after) {
      if (!known.delete(before.id)) return
      for (const line of distinctLines(before)) documentsWith.set(line, (documentsWith.get(line) ?? 1) - 1)
      add(after)
    },
    async elsewhere(document) {
      await (building ??= build())
      const own = known.has(document.id) ? 1 : 0
      const counts = new Map<string, number>()
      for (const line of distinctLines(document)) {
        const others = (documentsWith.get(line) ?? 0) - own
        if (others > 0) counts.set(line, others)
      }
      return counts
    },
  }
}

function distinctLines({ text }: Document): Set<string> {
  const lines = linesOf(text).map(({ start, end }) => text.slice(start, end))
  return new Set(lines.filter((line) => line.length >= SHORTEST))
}
