import type { ExportFormat } from '../../contract/api'
import { csvExporter } from './csv'
import type { ExportedFile, Exporter, ExportInput, ExportOptions } from './exporter'
import { safeFileName } from './file-name'
import { htmlExporter } from './html'
import { jsonldExporter } from './jsonld'
import { markdownExporter } from './markdown'
import { textExporter } from './text'

const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  html: htmlExporter,
  md: markdownExporter,
  jsonld: jsonldExporter,
  csv: csvExporter,
  txt: textExporter,
}

/** A document with its review as a file of one format. The same input gives the same bytes. */
export function exportDocument(format: ExportFormat, input: ExportInput, options: ExportOptions): ExportedFile {
  const exporter = exporters[format]
  const { text, losses } = exporter.write(input, options)
  return {
    fileName: safeFileName(input.document.title, exporter.extension),
    mediaType: exporter.mediaType,
    bytes: new TextEncoder().encode(text),
    losses,
  }
}
