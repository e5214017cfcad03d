import type { ExportChoice, ExportedMany } from '@contract/exporting'
import { t } from '../../messages'
import type { AppState } from '../../state/app.svelte'
import { ExportRun } from '../../state/export-run.svelte'
import { download, handOver } from './hand-over'

type Stories = readonly { id: string; title: string }[]

/**
 * Exports what was chosen. One story leaves the dialog at once; of several, the dialog shows how far they are, unless
 * somebody goes on working meanwhile, who then hears of the end.
 */
export function exportStories(app: AppState, stories: Stories, choice: ExportChoice, apart: boolean): void {
  const { format, profile = 'annotated-draft' } = choice
  void app.settings.set({ exporting: { format, profile, apart } })
  if (stories.length > 1) return exportMany(app, stories, choice, apart)
  app.overlay = undefined
  void exportOne(app, stories, choice)
}

async function exportOne(app: AppState, [story]: Stories, choice: ExportChoice): Promise<void> {
  if (!story) return
  const result = await app.tasks.run(t('export.exporting', { n: 1 }), (task) =>
    app.client.call('document.export', { id: story.id, ...choice, task }),
  )
  if (result.ok) handOver(app, result.value)
  else app.notices.problem(result.error)
}

function exportMany(app: AppState, stories: Stories, choice: ExportChoice, wantedApart: boolean): void {
  const apart = wantedApart && choice.format !== 'package'
  const folder = app.info?.shell === 'electron'
  const run = new ExportRun({
    client: app.client,
    tasks: app.tasks,
    stories,
    choice,
    title: t('export.exporting', { n: stories.length }),
    apart,
    deliver:
      apart && !folder ? ({ bytes, fileName, mediaType }) => bytes && download(bytes, fileName, mediaType) : undefined,
  })
  const overlay = { kind: 'export', documents: stories, run } as const
  app.overlay = overlay
  void run.start().then((outcome) => {
    for (const { bytes, fileName, mediaType } of outcome.files) if (bytes) download(bytes, fileName, mediaType)
    if (app.overlay?.kind !== 'export' || app.overlay.run !== run)
      tellOfEnd(app, outcome, () => (app.overlay = overlay))
  })
}

/** For somebody who went on working. */
function tellOfEnd({ notices }: AppState, outcome: ExportedMany, show: () => void): void {
  const { failed, done } = outcome
  if (failed.length > 0)
    notices.warning(t('export.failed', { n: failed.length }) + '.', { label: t('export.failures'), run: show })
  else if (done > 0 && !outcome.stopped) notices.info([t('export.done', { n: done }), ...placesOf(outcome)].join(' '))
}

/** Where the files are, in sentences. */
export function placesOf({ files, folder }: ExportedMany): string[] {
  const there = files.filter(({ cancelled }) => !cancelled)
  const [only, ...others] = there
  if (!only) return []
  if (folder) return [t('export.savedIn', { n: there.length, path: folder })]
  if (only.savedTo !== undefined) return [t('export.saved', { path: only.savedTo })]
  return others.length > 0
    ? [t('export.downloads', { n: there.length })]
    : [t('export.downloaded', { name: only.fileName })]
}
