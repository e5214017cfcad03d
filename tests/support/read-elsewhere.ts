import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { OpenDocument } from '../../src-main/contract/api'
import { startBrowserShell } from './browser-shell'

/** What a file holds for somebody else: read by a program of their own, into a library that knows nothing of it. */
export async function readElsewhere(path: string, name = basename(path)): Promise<OpenDocument> {
  const home = await mkdtemp(join(tmpdir(), 'bluepencil-elsewhere-'))
  const shell = await startBrowserShell(home)
  try {
    const bytes = new Uint8Array(await readFile(path))
    const [imported] = await shell.call('document.import', { files: [{ name, bytes }] })
    if (!imported?.document) throw new Error(imported?.error?.message ?? 'Nothing was imported.')
    return await shell.call('document.open', { id: imported.document.id })
  } finally {
    await shell.stop()
    await rm(home, { recursive: true, force: true })
  }
}
