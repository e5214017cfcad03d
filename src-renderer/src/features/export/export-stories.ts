import type { Args, Exported, ExportFormat } from '@contract/api'
import { t } from '../../messages'
import type { AppState } from '../../state/app.svelte'
import { handOver } from './hand-over'
import { zipped, type MadeFile } from './zipped'

export interface ExportChoice {
  readonly format: ExportFormat
  readonly confidential: boolean
  readonly selection: Pick<Args<'document.export'>, 'profile' | 'reviewers' | 'kinds'>
}

/** Exports stories one after the other, with progress; several are handed out as one archive. */
export async function exportStories(
  app: AppState,
  stories: readonly { id: string; title: string }[],
  { format, confidential, selection }: ExportChoice,
): Promise<void> {
  const files: Exported[] = []
  const inHand = stories.length > 1
  let failed = 0
  let message = ''
  await app.tasks.run(t('export.exporting', { n: stories.length }), async (task, signal) => {
    for (const [done, { id, title }] of stories.entries()) {
      if (signal.aborted) return
      app.tasks.report(task, done, stories.length, title)
      const result = await app.client.call('document.export', { id, format, confidential, ...selection, inHand, task })
      if (result.ok) files.push(result.value)
      else if (result.error.code !== 'cancelled') {
        failed += 1
        message = result.error.message
      }
      if (result.ok && result.value.cancelled) return
    }
  })
  if (inHand && files.length > 0) await saveMade(app, zipped(files, t('export.archive')))
  else for (const file of files) handOver(app, file)
  for (const { fileName, losses, cancelled } of files)
    if (losses.length > 0 && !cancelled)
      app.notices.info(t('export.losses.after', { name: fileName, losses: losses.join(' ') }))
  if (failed === 1 && stories.length === 1) app.notices.error(message)
  else if (failed > 0) app.notices.error(t('export.some', { n: failed, message }))
}

/** A file that the window made, through the shell’s dialog where it has one. */
async function saveMade(app: AppState, { fileName, mediaType, bytes }: MadeFile): Promise<void> {
  const result = await app.client.call('file.save', { fileName, mediaType, bytes })
  if (result.ok) handOver(app, result.value)
  else app.notices.problem(result.error)
}
