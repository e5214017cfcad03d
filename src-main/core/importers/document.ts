import type { Document, Origin } from '../../contract/entities'
import type { ImportedText } from './importer'

/** What a file's text becomes in the library: a document with its id and where it came from. */
export function importedDocument(
  imported: ImportedText,
  id: string,
  file: Pick<Origin, 'fileName' | 'sha256' | 'bytes' | 'importedAt'>,
): Document {
  const { title, byline, date, source, language, text, blocks, inlines, markup, pages, report } = imported
  const { mediaType, encoding } = imported
  return {
    id,
    title,
    byline,
    date,
    source,
    language,
    revision: 1,
    text,
    blocks: [...blocks],
    inlines: [...inlines],
    markup: [...markup],
    pages: pages && [...pages],
    origin: { ...file, mediaType, encoding },
    report,
  }
}
