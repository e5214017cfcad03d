import { t } from '../../messages'
import type { AppState } from '../../state/app.svelte'
import { handOver } from '../export/hand-over'

/** The whole library as one package, saved or downloaded. */
export async function exportLibrary(app: AppState): Promise<void> {
  const result = await app.tasks.run(t('export.library'), (task) => app.client.call('library.export', { task }))
  if (result.ok) handOver(app, result.value)
  else app.notices.problem(result.error)
}

/** A package from the desktop’s dialog, which offers packages too. */
export async function importPackage(app: AppState): Promise<void> {
  await app.imports.choose()
}
