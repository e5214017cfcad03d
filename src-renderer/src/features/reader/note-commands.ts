import { t } from '../../messages'
import type { Command } from '../../state/commands.svelte'
import type { DeskState } from '../../state/desk.svelte'
import { chooseNotes } from '../../state/notes-in'

/** What brings annotations of other programs onto the open story. */
export function noteCommands({ app, document: open }: DeskState): Command[] {
  return [
    {
      id: 'document.addNotes',
      label: t('notes.add'),
      group: 'file',
      when: () => open.status === 'ready' && open.readOnly === undefined,
      run: () => chooseNotes(app, open.id),
    },
  ]
}
