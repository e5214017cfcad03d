import type { DocumentSummary } from '@contract/api'
import { t } from '../../messages'
import type { AppState } from '../../state/app.svelte'
import type { Command } from '../../state/commands.svelte'

interface Doing {
  /** The stories that a command is about: the selected ones, else the one the keys are on. */
  chosen(): readonly DocumentSummary[]
  focusField(): void
}

/** What can be done in the library. */
export function libraryCommands(app: AppState, { chosen, focusField }: Doing): Command[] {
  const view = app.libraryView
  const writable = () => app.info?.readOnly === undefined
  const canFile = () => writable() && view.shelf !== 'trash' && !view.query && chosen().length > 0
  const label = (what: 'folder' | 'tags') => (app.overlay = { kind: 'label', what, stories: chosen() })
  return [
    {
      id: 'library.search',
      label: t('command.library.search'),
      group: 'go',
      keys: ['/', 'Mod+F'],
      run: focusField,
    },
    {
      id: 'library.folder',
      label: t('command.library.folder'),
      group: 'edit',
      keys: ['m'],
      words: 'move file',
      when: canFile,
      run: () => label('folder'),
    },
    {
      id: 'library.tags',
      label: t('command.library.tags'),
      group: 'edit',
      keys: ['t'],
      words: 'label keyword',
      when: canFile,
      run: () => label('tags'),
    },
    {
      id: 'edit.undo',
      label: t('common.undo'),
      group: 'edit',
      when: () => app.filing.last !== undefined,
      run: () => void app.filing.undo(),
    },
  ]
}

/** What looks over the whole library, from any screen. */
export function libraryOverviews(app: AppState): Command[] {
  return [
    {
      id: 'library.statistics',
      label: t('command.library.statistics'),
      group: 'go',
      run: () => (app.overlay = { kind: 'statistics' }),
    },
    {
      id: 'library.repeated',
      label: t('command.library.repeated'),
      group: 'go',
      words: 'boilerplate',
      run: () => (app.overlay = { kind: 'repeated' }),
    },
  ]
}
