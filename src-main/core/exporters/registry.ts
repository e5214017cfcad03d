import type { ExportFormat } from '../../contract/api'
import { MAX_FILE_BYTES, megabytes } from '../importers/limits'
import { bratExporter } from './brat'
import { claimReviewExporter } from './claimreview'
import { csvExporter } from './csv'
import { docxExporter } from './docx'
import type { ExportedFile, Exporter, ExportInput, ExportOptions } from './exporter'
import { safeFileName } from './file-name'
import { htmlExporter } from './html'
import { hypothesisExporter } from './hypothesis'
import { jsonldExporter } from './jsonld'
import { markdownExporter } from './markdown'
import { pdfExporter } from './pdf'
import { teiExporter } from './tei'
import { textExporter } from './text'
import { xlsxExporter } from './xlsx'

const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  html: htmlExporter,
  docx: docxExporter,
  pdf: pdfExporter,
  md: markdownExporter,
  jsonld: jsonldExporter,
  xlsx: xlsxExporter,
  csv: csvExporter,
  txt: textExporter,
  brat: bratExporter,
  tei: teiExporter,
  hypothesis: hypothesisExporter,
  claimreview: claimReviewExporter,
}

/** A document with its review as a file of one format. The same input gives the same bytes. */
export async function exportDocument(
  format: ExportFormat,
  input: ExportInput,
  options: ExportOptions,
): Promise<ExportedFile> {
  const exporter = exporters[format]
  const { content, losses } = await exporter.write(input, options)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    fileName: safeFileName(input.document.title, exporter.extension),
    extension: exporter.extension,
    mediaType: exporter.mediaType,
    bytes,
    losses: bytes.length > MAX_FILE_BYTES ? [...losses, tooLargeToReopen(bytes.length)] : losses,
  }
}

function tooLargeToReopen(size: number): string {
  const most = megabytes(MAX_FILE_BYTES)
  return `The file has ${megabytes(size)} MB. Blue Pencil reads files of up to ${most} MB: hand on a package to work on it further.`
}
