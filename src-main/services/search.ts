import MiniSearch from 'minisearch'
import type { SearchHit } from '../contract/api'
import type { StoredDocument } from '../core/review/replay'
import type { LibraryStore } from './ports'
import { searchWords } from './search-words'
import type { Sessions } from './sessions'
import { snippetOf } from './snippet'

/** One thing that can be found: a block of a text, a note, a source. */
interface Entry {
  readonly id: string
  readonly document: string
  readonly title: string
  readonly where: SearchHit['where']
  readonly annotation?: string
  readonly start: number
  readonly end: number
  readonly content: string
}

export interface Search {
  find(query: string, limit?: number): Promise<SearchHit[]>
  /** A document has changed; it is indexed again before the next search. */
  touch(id: string): void
}

const USUAL_LIMIT = 50
const MOST = 500

/** Full-text search in memory, built at the first search. What is in the trash is not found. */
export function createSearch(store: LibraryStore, sessions: Sessions): Search {
  const index = new MiniSearch<Entry>({
    fields: ['content'],
    storeFields: ['document', 'title', 'where', 'annotation', 'start', 'end', 'content'],
    tokenize: (text) => searchWords(text).map((word) => word.term),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND', boostDocument: (_, __, stored) => (stored?.['where'] === 'title' ? 2 : 1) },
  })
  const indexed = new Map<string, string[]>()
  const due = new Set<string>()
  let building: Promise<void> | undefined
  let updating: Promise<void> = Promise.resolve()

  async function build(): Promise<void> {
    const { all } = await store.documents()
    for (const id of all) await update(id)
  }

  async function update(id: string): Promise<void> {
    for (const old of indexed.get(id) ?? []) index.discard(old)
    indexed.delete(id)
    const found = await sessions.peek(id).catch(() => undefined)
    if (!found || found.stored.trashed) return
    const entries = entriesOf(found.stored)
    index.addAll(entries)
    indexed.set(
      id,
      entries.map((entry) => entry.id),
    )
  }

  async function upToDate(): Promise<void> {
    await (building ??= build())
    updating = updating.then(async () => {
      const ids = [...due]
      due.clear()
      for (const id of ids) await update(id)
    })
    await updating
  }

  return {
    touch: (id) => due.add(id),
    async find(query, limit = USUAL_LIMIT) {
      const { words, phrases } = parseQuery(query)
      if (words.length === 0) return []
      await upToDate()
      const last = words[words.length - 1]
      const found = index.search(query, {
        // The last word may still be on its way; a short one is taken as it is, it would find everything.
        prefix: (term) => term === last && term.length > 1,
        fuzzy: (term) => (term.length > 5 ? 0.15 : false),
      })
      const hits: SearchHit[] = []
      for (const result of found) {
        const entry = result as unknown as Entry & { score: number; terms: string[] }
        const wholeWords = searchWords(entry.content)
        if (!phrases.every((phrase) => holdsPhrase(wholeWords, phrase))) continue
        hits.push({
          document: entry.document,
          title: entry.title,
          where: entry.where,
          annotation: entry.annotation,
          ...snippetOf(entry, wholeWords, new Set(entry.terms)),
          score: entry.score,
        })
        if (hits.length >= Math.min(limit, MOST)) break
      }
      return hits
    },
  }
}

/** Words in quotation marks must stand next to each other. */
function parseQuery(query: string): { words: string[]; phrases: string[][] } {
  const terms = (text: string) => searchWords(text).map((word) => word.term)
  const phrases = [...query.matchAll(/["“„«]([^"”“»]+)["”“»]/gu)].map((match) => terms(match[1] as string))
  return { words: terms(query), phrases: phrases.filter((phrase) => phrase.length > 1) }
}

function holdsPhrase(words: readonly { term: string }[], phrase: readonly string[]): boolean {
  return words.some((_, at) => phrase.every((term, offset) => words[at + offset]?.term === term))
}

function entriesOf({ document, review }: StoredDocument): Entry[] {
  const { id, title, text } = document
  const base = { document: id, title, start: 0, end: 0 }
  const entries: Entry[] = [{ ...base, id: `${id}/title`, where: 'title', content: title }]
  document.blocks.forEach(({ start, end }, number) =>
    entries.push({ ...base, id: `${id}/${number}`, where: 'text', start, end, content: text.slice(start, end) }),
  )
  const replies = new Map<string, string[]>()
  for (const reply of review.replies)
    replies.set(reply.annotation, [...(replies.get(reply.annotation) ?? []), reply.body])
  for (const one of review.annotations) {
    const said = [one.note, one.kind === 'claim' ? one.speaker : '', one.kind === 'flag' ? one.resolutionNote : '']
    const content = [...said, ...(replies.get(one.id) ?? [])].filter(Boolean).join('\n')
    const { start, end } = one.anchor
    if (content)
      entries.push({ ...base, id: `${id}/${one.id}`, where: one.kind, annotation: one.id, start, end, content })
  }
  for (const source of review.sources) {
    const content = [source.citation, source.url, source.note, source.attachment?.fileName].filter(Boolean).join('\n')
    entries.push({ ...base, id: `${id}/${source.id}`, where: 'source', content })
  }
  return entries
}
