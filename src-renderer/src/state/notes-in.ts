import { batches, type PendingFile } from '../features/library/pending-files'
import { t } from '../messages'
import type { AppState } from './app.svelte'

/** Files of annotations, by their names. What is in them is judged where they are read. */
export const isNotesFile = ({ name }: PendingFile): boolean => /\.json(?:ld)?$/i.test(name)

/** Annotations from files onto the story that is open, each file as one change; what came of each is said. */
export async function takeNotes(app: AppState, document: string, pending: readonly PendingFile[]): Promise<void> {
  const errors: string[] = []
  await app.tasks.run(t('notes.adding'), async () => {
    for await (const { files } of batches(pending, errors))
      for (const file of files) {
        const result = await app.client.call('review.importNotes', { document, file })
        if (!result.ok) app.notices.problem(result.error)
        else for (const said of result.value.notices) app.notices.info(said)
      }
  })
  for (const error of errors) app.notices.warning(error)
}

/** The browser’s own dialog for files of annotations. */
export function chooseNotes(app: AppState, id: string): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = '.json,.jsonld,application/json,application/ld+json'
  input.onchange = () => {
    const files = [...(input.files ?? [])].map((file) => ({ name: file.name, file }))
    if (files.length > 0) void takeNotes(app, id, files)
  }
  input.click()
}
