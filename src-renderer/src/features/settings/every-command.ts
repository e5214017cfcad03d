import type { AppState } from '../../state/app.svelte'
import { commandLabel, type KnownCommand } from '../../state/commands.svelte'
import { DeskState } from '../../state/desk.svelte'
import { deskCommands } from '../reader/desk-commands'

/**
 * Every command of every screen: those that have been there, and those of a desk on which no story lies. To be called
 * while a component is made.
 */
export function everyCommand(app: AppState): readonly KnownCommand[] {
  const { known } = app.commands
  const ids = new Set(known.map(({ id }) => id))
  const ofDesk = deskCommands(new DeskState(app, ''), () => {})
    .filter(({ id }) => !ids.has(id))
    .map((command): KnownCommand => {
      const { id, group, keys = [] } = command
      return { id, group, keys, label: commandLabel(command), screen: 'document' }
    })
  return [...known, ...ofDesk]
}
