import { basename } from 'node:path'
import type { Detection } from '../../contract/entities'
import type { ImportedText } from '../../core/importers/importer'
import { readInput } from '../../store/input-files'
import { runDetection } from '../../workers/detect-job'
import { runImport } from '../../workers/import-job'

export interface ScannedDocument {
  readonly imported: ImportedText
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly detection: Detection
}

/** Reads and scans one file, without a library. @throws AppError with a sentence for people */
export async function readDocument(path: string): Promise<ScannedDocument> {
  const bytes = await readInput(path)
  const { imported, sha256 } = await runImport({ name: basename(path), bytes })
  const { text, language, blocks, inlines, markup } = imported
  const job = { text, language, blocks: [...blocks], inlines: [...inlines], markup, seenElsewhere: new Map() }
  return { imported, sha256, bytes, detection: runDetection(job) }
}
