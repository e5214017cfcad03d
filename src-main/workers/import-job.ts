import { createHash } from 'node:crypto'
import { importFile } from '../core/importers/registry'
import type { SourceFile } from '../core/importers/importer'
import type { ImportOutcome } from '../services/ports'

export async function runImport(file: SourceFile): Promise<ImportOutcome> {
  return { imported: await importFile(file), sha256: createHash('sha256').update(file.bytes).digest('hex') }
}
