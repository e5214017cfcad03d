/** The desktop program's way in: the one file that touches Electron itself. */
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell } from 'electron'
import { realFiles } from '../../store/file-port'
import { writeDurably } from '../../store/durable-file'
import { openApp } from '../compose'
import { readPageFiles } from '../page/files'
import { reportFault } from '../page/report-fault'
import { runDesktop } from './desktop'

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const home = process.env.BLUEPENCIL_HOME
if (home) app.setPath('userData', home)

// Not awaited: Electron becomes ready only after this module has been evaluated.
void runDesktop(
  { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session, shell },
  {
    // Electron started on a folder or file of ours names it first; a packaged program has only its own arguments.
    argv: process.argv.slice(app.isPackaged ? 1 : 2),
    workingFolder: process.cwd(),
    library: process.env.BLUEPENCIL_LIBRARY,
    version: app.getVersion(),
    preload: beside('../preload/index.cjs'),
    readPage: () => readPageFiles(beside('../renderer/')),
    openApp: (given) => openApp({ ...given, onFault: reportFault }),
    write: (path, bytes) => writeDurably(realFiles, path, bytes),
  },
)
