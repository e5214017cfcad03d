import { t } from '../../messages'
import type { Command } from '../../state/commands.svelte'
import type { DocumentState } from '../../state/document.svelte'
import { changeName } from './change-name'

/** Undo and redo of a document's changes, each naming what it would act on; the screen says how it takes one back. */
export function undoCommands(open: DocumentState, undo: () => Promise<unknown>): Command[] {
  const editable = () => open.status === 'ready' && open.readOnly === undefined
  return [
    {
      id: 'edit.undo',
      label: () =>
        open.history.undo
          ? t('desk.undoWhat', { what: changeName(open.history.undo, open.history.undoLabel) })
          : t('common.undo'),
      group: 'edit',
      when: () => editable() && open.history.undo !== undefined,
      run: () => void undo(),
    },
    {
      id: 'edit.redo',
      label: () =>
        open.history.redo
          ? t('desk.redoWhat', { what: changeName(open.history.redo, open.history.redoLabel) })
          : t('desk.redo'),
      group: 'edit',
      keys: ['Mod+Y'],
      when: () => editable() && open.history.redo !== undefined,
      run: () => void open.redo(),
    },
  ]
}
