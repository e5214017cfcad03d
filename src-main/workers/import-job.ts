import { createHash } from 'node:crypto'
import { importFile } from '../core/importers/registry'
import type { SourceFile } from '../core/importers/importer'
import type { ImportOutcome } from '../services/ports'

export function runImport(file: SourceFile): ImportOutcome {
  return { imported: importFile(file), sha256: createHash('sha256').update(file.bytes).digest('hex') }
}
