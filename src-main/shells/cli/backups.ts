import type { Backup } from '../../contract/api'
import { oneLine, print, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'

/** `backups`: the earlier states of a document that were kept; with `--restore`, one of them takes its place. */
export async function backups(
  id: string,
  options: LibraryOption & { restore?: string; json?: boolean },
): Promise<number> {
  const { restore } = options
  const listed = await withApp({ ...options, readOnly: restore === undefined }, async (call) => {
    if (restore !== undefined) await call('document.restoreBackup', { id, backup: restore })
    return call('document.backups', { id })
  })
  await print(options.json ? `${JSON.stringify(listed)}\n` : listed.map(describe).join('') || 'There are no backups.\n')
  return STATUS.done
}

function describe({ name, savedAt, annotations, sources, verdict, current }: Backup): string {
  const state = `${annotations} annotations, ${sources} sources, ${verdict.replaceAll('-', ' ')}`
  return `${oneLine(name)}  ${savedAt}  ${state}${current ? ' (as it is now)' : ''}\n`
}
