import type { AppState } from '../../state/app.svelte'
import { commandLabel, type Command, type KnownCommand } from '../../state/commands.svelte'
import { DeskState } from '../../state/desk.svelte'
import { libraryCommands } from '../library/library-commands'
import { matcherCommands } from '../matcher/quotes-commands'
import { deskCommands } from '../reader/desk-commands'
import { noteCommands } from '../reader/note-commands'
import { selectionCommands } from '../reader/selection-commands'
import { revisionsCommands } from '../revisions/revisions-commands'
import { RevisionsState } from '../revisions/revisions-state.svelte'

/**
 * Every command of every screen: those that have been there, and those of screens on which no story lies. To be called
 * while a component is made.
 */
export function everyCommand(app: AppState): readonly KnownCommand[] {
  const desk = new DeskState(app, '')
  const nothing = () => {}
  const all = new Map(app.commands.known.map((command) => [command.id, command]))
  const add = (screen: string, commands: readonly Command[]) => {
    for (const command of commands) {
      const { id, group, keys = [] } = command
      if (!all.has(id)) all.set(id, { id, group, keys, label: commandLabel(command), screen })
    }
  }
  add('library', libraryCommands(app, { chosen: () => [], focusField: nothing }))
  add('document', [
    ...deskCommands(desk, nothing),
    ...selectionCommands(desk),
    ...noteCommands(desk),
    ...matcherCommands(desk),
  ])
  add('revisions', revisionsCommands(new RevisionsState(app, ''), nothing))
  return [...all.values()]
}
