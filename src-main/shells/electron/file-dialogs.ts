import { extname } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter } from 'electron'
import { openedFile, type OpenedFile } from './arguments'

export interface FileDialogs {
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  window(): BrowserWindow | undefined
  /** Writes a file whole or not at all. */
  write(path: string, bytes: Uint8Array): Promise<void>
}

const STORIES: FileFilter = {
  name: 'Stories',
  extensions: ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'bluepencil'],
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
