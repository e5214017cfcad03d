import type { Exported, ExportFormat } from '@contract/api'
import { t } from '../../messages'
import type { AppState } from '../../state/app.svelte'
import { handOver } from './hand-over'
import { zipped } from './zipped'

export interface ExportChoice {
  readonly format: ExportFormat
  readonly confidential: boolean
}

/** Exports stories one after the other, with progress; several that come as bytes are handed out as one archive. */
export async function exportStories(
  app: AppState,
  stories: readonly { id: string; title: string }[],
  { format, confidential }: ExportChoice,
): Promise<void> {
  const files: Exported[] = []
  let failed = 0
  let message = ''
  await app.tasks.run(t('export.exporting', { n: stories.length }), async (task, signal) => {
    for (const [done, { id, title }] of stories.entries()) {
      if (signal.aborted) return
      app.tasks.report(task, done, stories.length, title)
      const result = await app.client.call('document.export', { id, format, confidential, task })
      if (result.ok) files.push(result.value)
      else if (result.error.code !== 'cancelled') {
        failed += 1
        message = result.error.message
      }
      if (result.ok && result.value.cancelled) return
    }
  })
  const inHand = files.filter((file) => file.bytes)
  if (inHand.length > 1) handOver(app, zipped(inHand, t('export.archive')))
  else for (const file of files) handOver(app, file)
  for (const { fileName, losses, cancelled } of files)
    if (losses.length > 0 && !cancelled)
      app.notices.info(t('export.losses.after', { name: fileName, losses: losses.join(' ') }))
  if (failed === 1 && stories.length === 1) app.notices.error(message)
  else if (failed > 0) app.notices.error(t('export.some', { n: failed, message }))
}
