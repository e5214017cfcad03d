import type { ExportFormat } from '../../contract/api'
import { csvExporter } from './csv'
import { docxExporter } from './docx'
import type { ExportedFile, Exporter, ExportInput, ExportOptions } from './exporter'
import { safeFileName } from './file-name'
import { htmlExporter } from './html'
import { jsonldExporter } from './jsonld'
import { markdownExporter } from './markdown'
import { pdfExporter } from './pdf'
import { textExporter } from './text'

const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  html: htmlExporter,
  docx: docxExporter,
  pdf: pdfExporter,
  md: markdownExporter,
  jsonld: jsonldExporter,
  csv: csvExporter,
  txt: textExporter,
}

/** A document with its review as a file of one format. The same input gives the same bytes. */
export async function exportDocument(
  format: ExportFormat,
  input: ExportInput,
  options: ExportOptions,
): Promise<ExportedFile> {
  const exporter = exporters[format]
  const { content, losses } = await exporter.write(input, options)
  return {
    fileName: safeFileName(input.document.title, exporter.extension),
    mediaType: exporter.mediaType,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    losses,
  }
}
