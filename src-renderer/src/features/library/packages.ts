import { t } from '../../messages'
import type { AppState } from '../../state/app.svelte'
import { handOver } from '../export/hand-over'

/** The whole library as one package, saved or downloaded. */
export async function exportLibrary(app: AppState): Promise<void> {
  const result = await app.tasks.run(t('export.library'), (task) => app.client.call('library.export', { task }))
  if (!result.ok) return app.notices.problem(result.error)
  handOver(app, result.value)
  if (!result.value.cancelled) app.notices.info(t('export.library.whole'))
}

/** A package from the desktop’s dialog, which offers packages too. */
export async function importPackage(app: AppState): Promise<void> {
  await app.imports.choose()
}
