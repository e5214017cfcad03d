import type { Saved } from '@contract/api'
import { t } from '../messages'
import type { AppState } from './app.svelte'
import type { DocumentState } from './document.svelte'

/** The way back from a change, for a notice: for as long as nothing else was changed since. */
export function undoing({ notices }: AppState, document: DocumentState, saved: Saved): { label: string; run(): void } {
  return {
    label: t('common.undo'),
    run: () => {
      if (document.savedAt === saved.savedAt) void document.undo()
      else notices.info(t('desk.undoInOrder'))
    },
  }
}
