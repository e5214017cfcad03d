import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter } from 'electron'
import { numberedName } from '../../services/archive'
import { openedFile, type OpenedFile } from './arguments'

export interface FileDialogs {
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  window(): BrowserWindow | undefined
  /** Writes a file whole or not at all. */
  write(path: string, bytes: Uint8Array): Promise<void>
}

const STORIES: FileFilter = {
  name: 'Stories',
  extensions:
    'txt text md markdown html htm xhtml docx odt fodt rtf pdf epub eml mhtml mht xlsx jsonld bluepencil'.split(' '),
}
const EVERYTHING: FileFilter = { name: 'All files', extensions: ['*'] }

/** Asks which files to import; nothing when the person closed the dialog. */
export async function chooseFiles({ dialog, window }: FileDialogs): Promise<OpenedFile[] | undefined> {
  const options = {
    title: 'Open stories',
    filters: [STORIES, EVERYTHING],
    properties: ['openFile' as const, 'multiSelections' as const],
  }
  const parent = window()
  const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
  return answer.canceled ? undefined : answer.filePaths.map((path) => openedFile(path))
}

/** Asks where to put a file and writes it there; the path, or nothing when the person closed the dialog. */
export async function saveFile(
  { dialog, window, write }: FileDialogs,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<string | undefined> {
  const extension = extname(suggestedName).slice(1)
  const filters = extension ? [{ name: extension.toUpperCase(), extensions: [extension] }, EVERYTHING] : [EVERYTHING]
  const options = { title: 'Export', defaultPath: suggestedName, filters }
  const parent = window()
  const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options))
  if (answer.canceled || !answer.filePath) return undefined
  await write(answer.filePath, bytes)
  return answer.filePath
}

/** Asks for a folder to write several files into; nothing when the person closed the dialog. */
export async function chooseFolder({ dialog, window }: FileDialogs): Promise<string | undefined> {
  const options = { title: 'Export', properties: ['openDirectory' as const, 'createDirectory' as const] }
  const parent = window()
  const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options))
  return answer.canceled ? undefined : answer.filePaths[0]
}

/** Writes a file into a folder, under a name with a number where there is one of its name already; its path. */
export async function writeInto({ write }: FileDialogs, folder: string, name: string, bytes: Uint8Array) {
  let path = join(folder, name)
  for (let count = 2; existsSync(path); count++) path = join(folder, numberedName(name, count))
  await write(path, bytes)
  return path
}
