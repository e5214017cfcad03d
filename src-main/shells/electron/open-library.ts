import { AppError } from '../../contract/result'
import type { App } from '../../services/app'
import type { ElectronApi } from './electron-api'

/** Opens the services on a library. */
export type OpenLibrary = (library: string | undefined, readOnly: boolean) => Promise<App>

/** The app on a library, with the folder a person chose for it, if one did. */
export interface OpenedLibrary {
  readonly app: App
  readonly chosen?: string
}

type Choice = 'read' | 'again' | 'folder' | 'quit'

/**
 * Opens the library, and where it cannot be opened says why and asks what to do: a program that starts and shows
 * nothing, or an empty library in place of a damaged one, would be worse than one that does not start.
 *
 * @returns nothing when the person would rather quit
 */
export async function openLibrary(
  electron: Pick<ElectronApi, 'dialog'>,
  library: string | undefined,
  open: OpenLibrary,
): Promise<OpenedLibrary | undefined> {
  let folder = library
  let chosen: string | undefined
  for (let readOnly = false; ;) {
    try {
      return { app: await open(folder, readOnly), chosen }
    } catch (thrown) {
      const choice = await askWhatToDo(electron, thrown)
      if (choice === 'quit') return undefined
      readOnly = choice === 'read'
      if (choice !== 'folder') continue
      const answer = await electron.dialog.showOpenDialog({
        title: 'Folder of the library',
        properties: ['openDirectory', 'createDirectory'],
      })
      if (!answer.canceled && answer.filePaths[0]) chosen = folder = answer.filePaths[0]
    }
  }
}

async function askWhatToDo(electron: Pick<ElectronApi, 'dialog'>, thrown: unknown): Promise<Choice> {
  const locked = thrown instanceof AppError && thrown.code === 'locked'
  const choices: [Choice, string][] = [
    ...(locked ? [['read', 'Open to read only'] as [Choice, string]] : []),
    ['again', 'Try again'],
    ['folder', 'Choose another folder…'],
    ['quit', 'Quit'],
  ]
  const { response } = await electron.dialog.showMessageBox({
    type: 'error',
    title: 'Blue Pencil',
    message: 'The library could not be opened. Nothing in it was changed.',
    detail: thrown instanceof Error ? thrown.message : String(thrown),
    buttons: choices.map(([, label]) => label),
    defaultId: 0,
    cancelId: choices.length - 1,
    noLink: true,
  })
  return choices[response]?.[0] ?? 'quit'
}
