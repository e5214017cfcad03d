import { docxImporter } from './docx'
import { emlImporter } from './eml'
import { epubImporter } from './epub'
import type { ImportedText, Importer, SourceFile } from './importer'
import { jsonldImporter } from './jsonld'
import { MAX_FILE_BYTES, megabytes } from './limits'
import { markdownImporter } from './markdown'
import { htmlImporter } from './html'
import { mhtmlImporter } from './mhtml'
import { odtImporter } from './odt'
import { pdfImporter } from './pdf'
import { plainTextImporter } from './plain-text'
import { refuse, refuseFormat } from './refuse'
import { rtfImporter } from './rtf'
import { FOREIGN_EXTENSIONS, foreignFormat } from './sniff'
import { xlsxImporter } from './xlsx'

const importers: readonly Importer[] = [
  plainTextImporter,
  markdownImporter,
  htmlImporter,
  rtfImporter,
  mhtmlImporter,
  odtImporter,
  docxImporter,
  epubImporter,
  emlImporter,
  pdfImporter,
  jsonldImporter,
  xlsxImporter,
]

/** Extensions that a file dialog offers, lower case, with the dot. */
export const importableExtensions: readonly string[] = importers.flatMap((importer) => importer.extensions)

/**
 * Reads a file, whatever its name says: what its bytes show counts first, then its extension; what is neither is read
 * as plain text.
 *
 * @throws AppError with a sentence for people: `empty`, `too-large`, `unsupported` (another format), `unreadable` (not
 *   text at all), `no-article` (a page without one)
 */
export async function importFile(file: SourceFile): Promise<ImportedText> {
  const { name, bytes } = file
  if (bytes.length === 0) throw refuse('empty', name, 'is empty: there is nothing in it to read.')
  if (bytes.length > MAX_FILE_BYTES)
    throw refuse(
      'too-large',
      name,
      `has ${megabytes(bytes.length)} MB; the most that is read is ${megabytes(MAX_FILE_BYTES)} MB.`,
    )
  const extension = extensionOf(name)
  const best = importers
    .map((importer) => ({ importer, certainty: importer.recognises(file) }))
    .sort((a, b) => b.certainty - a.certainty)[0]
  if (best && best.certainty >= 0.5) return best.importer.read(file)
  const foreign = foreignFormat(bytes)
  // A package is a ZIP archive, too, but is not to be unpacked by hand.
  if (foreign && extension === '.bluepencil')
    throw refuse('unsupported', name, 'is a Blue Pencil package, not an article. Import it as a package.')
  if (extension === '.bluepencil')
    throw refuse('unreadable', name, 'is not a whole Blue Pencil package: its beginning is missing. Ask for it again.')
  if (foreign) throw refuseFormat(name, foreign.what, foreign.advice)
  const alien = FOREIGN_EXTENSIONS.get(extension)
  if (alien) throw refuseFormat(name, alien.what, alien.advice)
  const named = importers.find((importer) => importer.extensions.includes(extension))
  return (named ?? plainTextImporter).read(file)
}

/** Lower case, with the dot; empty where a name has none. */
export function extensionOf(name: string): string {
  return (/\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '').toLowerCase()
}
