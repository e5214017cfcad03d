import type { SearchHit } from '../../contract/api'
import type { StoredDocument } from '../review/replay'

/** One thing that is found as a whole: a stretch of the text, a note, a source, the title. */
export interface SearchChunk {
  readonly where: SearchHit['where']
  readonly annotation?: string | undefined
  /** In the document's text, UTF-16. */
  readonly start: number
  readonly end: number
  readonly content: string
  /** Of a stretch of text: where its blocks begin and end, in `content`. */
  readonly blocks?: readonly (readonly [start: number, end: number])[] | undefined
  /** Words of the story that a claim or a flag is about: found where one looks in these alone, else as text. */
  readonly quoted?: boolean | undefined
  /** A claim's status, a flag's reason. */
  readonly detail?: SearchHit['detail']
}

/** Words of a query that stand this near to each other belong together. UTF-16, about six hundred words. */
const CHUNK = 4_000

/** All that can be found of a document; nothing of one in the trash. */
export function searchChunks({ document, review, trashed }: StoredDocument): SearchChunk[] {
  if (trashed) return []
  const chunks: SearchChunk[] = [{ where: 'title', start: 0, end: 0, content: document.title }, ...textChunks(document)]
  const replies = new Map<string, string[]>()
  for (const { annotation, body } of review.replies) replies.set(annotation, [...(replies.get(annotation) ?? []), body])
  for (const one of review.annotations) {
    const said = [one.note, one.kind === 'claim' ? one.speaker : '', one.kind === 'flag' ? one.resolutionNote : '']
    const content = [...said, ...(replies.get(one.id) ?? [])].filter(Boolean).join('\n')
    const { start, end, exact } = one.anchor
    const detail = one.kind === 'claim' ? one.status : one.kind === 'flag' ? one.reason : undefined
    const chunk = { where: one.kind, annotation: one.id, start, end, detail }
    if (content) chunks.push({ ...chunk, content })
    if (detail) chunks.push({ ...chunk, content: exact, quoted: true })
  }
  for (const source of review.sources) {
    const content = [source.citation, source.url, source.note, source.attachment?.fileName].filter(Boolean).join('\n')
    chunks.push({ where: 'source', start: 0, end: 0, content })
  }
  return chunks
}

function textChunks({ text, blocks }: StoredDocument['document']): SearchChunk[] {
  const chunks: SearchChunk[] = []
  for (let from = 0; from < blocks.length;) {
    const start = blocks[from]?.start ?? 0
    let to = from + 1
    while (to < blocks.length && (blocks[to]?.end ?? 0) - start <= CHUNK) to++
    const own = blocks.slice(from, to)
    const end = own.at(-1)?.end ?? start
    chunks.push({
      where: 'text',
      start,
      end,
      content: text.slice(start, end),
      blocks: own.map((block) => [block.start - start, block.end - start]),
    })
    from = to
  }
  return chunks
}
