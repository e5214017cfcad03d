import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportFormat } from '../../contract/api'
import { writeDurably } from '../../store/durable-file'
import { realFiles } from '../../store/file-port'
import { print, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'

interface ExportOneOptions extends LibraryOption {
  format: ExportFormat
  out: string
  confidential?: boolean
}

/** `export`: one document in one format. The file is there whole, or not at all. */
export async function exportOne(id: string, options: ExportOneOptions): Promise<number> {
  const { format, out, confidential } = options
  const made = await withApp({ ...options, readOnly: true }, (call) =>
    call('document.export', { id, format, confidential }),
  )
  const path = (await isFolder(out)) ? join(out, made.fileName) : out
  await writeDurably(realFiles, path, made.bytes ?? new Uint8Array())
  await print(`${path}\n${made.losses.map((loss) => `  note: ${loss}\n`).join('')}`)
  return STATUS.done
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
