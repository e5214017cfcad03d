import type { Document } from '../../contract/entities'
import type { Revision, RevisionInfo } from '../../contract/revisions'

/** What a later text of a document is made of; number, time and author come from the document and the reviewer. */
export type NewReading = Pick<
  Revision,
  'text' | 'blocks' | 'inlines' | 'markup' | 'pages' | 'language' | 'origin' | 'report'
>

/** The text that a document has now, as one of its revisions. */
export function asRevision(document: Document): Revision {
  const { revision, text, blocks, inlines, markup, pages, language, origin, report, revisedBy } = document
  const createdAt = origin.importedAt
  return {
    number: revision,
    text,
    blocks,
    inlines,
    markup,
    pages,
    language,
    origin,
    report,
    createdAt,
    author: revisedBy,
  }
}

/** The document with another of its texts; what describes it (title, byline, source) stays. */
export function withRevision(document: Document, revision: Revision): Document {
  const { number, text, blocks, inlines, markup, pages, language, origin, report, author } = revision
  return {
    ...document,
    revision: number,
    text,
    blocks,
    inlines,
    markup,
    pages,
    language,
    origin,
    report,
    revisedBy: author,
  }
}

/** A document with its other texts. */
export interface Readings {
  readonly document: Document
  readonly earlier: readonly Revision[]
}

/** One text of a document; nothing where there is none of that number. */
export function revisionOf({ document, earlier }: Readings, number: number): Revision | undefined {
  return number === document.revision ? asRevision(document) : earlier.find((one) => one.number === number)
}

/** The texts that a document had and has, oldest first; one that was taken back is not listed. */
export function revisionInfos({ document, earlier }: Readings): RevisionInfo[] {
  return [...earlier.filter(({ number }) => number < document.revision), asRevision(document)]
    .sort((a, b) => a.number - b.number)
    .map(({ number, createdAt, origin, author }) => ({ number, createdAt, fileName: origin.fileName, author }))
}
