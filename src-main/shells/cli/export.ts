import { fstatSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExportFormat } from '../../contract/api'
import { print, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'
import { writeOut } from './write-out'

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
  const bytes = made.bytes ?? new Uint8Array()
  if (await isStdout(path)) {
    await print(bytes)
    return STATUS.done
  }
  await writeOut(path, bytes)
  await print(`${path}\n${made.losses.map((loss) => `  note: ${loss}\n`).join('')}`)
  return STATUS.done
}

/** `--out /dev/stdout`, wherever that leads: the file and nothing else is written there. */
async function isStdout(path: string): Promise<boolean> {
  const out = await stat(path).catch(() => undefined)
  const own = fstatSync(process.stdout.fd)
  return out !== undefined && out.ino === own.ino && out.dev === own.dev
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
