import { t } from '../../messages'
import type { Command } from '../../state/commands.svelte'
import type { DeskState } from '../../state/desk.svelte'

/** What can be done with the queue of suggestions as a whole. */
export function runCommands(desk: DeskState): Command[] {
  const { document: open, run } = desk
  const editable = () => open.status === 'ready' && open.readOnly === undefined
  return [
    {
      id: 'review.acceptMany',
      label: t('desk.acceptMany'),
      group: 'review',
      keys: ['Shift+A'],
      when: () => editable() && run.queue.length > 1,
      run: () => {
        desk.openTab('suggestions')
        run.choosing = 'many'
      },
    },
    {
      id: 'review.filter',
      label: t('desk.filterAndSort'),
      group: 'review',
      keys: ['o'],
      when: () => open.status === 'ready',
      run: () => {
        desk.openTab('suggestions')
        run.choosing = run.choosing === 'filter' ? undefined : 'filter'
      },
    },
  ]
}
