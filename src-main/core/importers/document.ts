import type { Document, Origin, Review } from '../../contract/entities'
import type { Revision } from '../../contract/revisions'
import type { NewReading } from '../review/readings'
import { emptyReview } from '../review/state'
import type { ImportedText } from './importer'

/** What is known of a file besides its content. */
export type FileAbout = Pick<Origin, 'fileName' | 'sha256' | 'bytes' | 'importedAt'>

/** What a file's text becomes in the library: a document with its id and where it came from. */
export function importedDocument(imported: ImportedText, id: string, file: FileAbout): Document {
  const { title, byline, date, source, language, text, blocks, inlines, markup, pages, report } = imported
  const { mediaType, encoding } = imported
  return {
    id,
    title,
    byline,
    date,
    source,
    language,
    revision: imported.earlier ? 2 : 1,
    text,
    blocks: [...blocks],
    inlines: [...inlines],
    markup: [...markup],
    pages: pages && [...pages],
    origin: { ...file, mediaType, encoding },
    report,
  }
}

/** A file's text as a later text of a document that is there. */
export function importedReading(imported: ImportedText, file: FileAbout): NewReading {
  const { text, blocks, inlines, markup, pages, language, report, mediaType, encoding } = imported
  return {
    text,
    blocks: [...blocks],
    inlines: [...inlines],
    markup: [...markup],
    pages: pages && [...pages],
    language,
    origin: { ...file, mediaType, encoding },
    report,
  }
}

/** The reading before tracked changes, where a file has one: revision 1 of a document that begins with revision 2. */
export function importedEarlier(imported: ImportedText, file: FileAbout): Revision[] {
  if (!imported.earlier) return []
  const { text, blocks, inlines } = imported.earlier
  const reading = importedReading({ ...imported, text, blocks, inlines, markup: [], pages: undefined }, file)
  return [{ ...reading, number: 1, createdAt: file.importedAt }]
}

/** What people noted in a file, as the review that its document begins with. */
export function importedReview({ notes }: ImportedText, document: Document): Review {
  const empty = emptyReview(document.id)
  if (!notes) return empty
  const { annotations, replies, sources } = notes
  return {
    ...empty,
    annotations: annotations.map((one) => ({ ...one, revision: document.revision })),
    replies: [...replies],
    sources: [...sources],
  }
}
