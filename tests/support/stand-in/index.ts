/**
 * The part of Electron that this program uses, over a plain Chromium: what `import … from 'electron'` means in the
 * process that `run.ts` starts. It keeps Electron's rules (what a sandboxed preload may require, cloning, handlers that
 * are asked, readiness after the main module) and shows no pixels of its own: real windows differ.
 */
import { EventEmitter } from 'node:events'

export { app } from './app'
export { BrowserWindow, ipcMain } from './browser-window'
export { dialog, Menu, shell } from './dialogs'
export { protocol, session } from './session'

export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
export const nativeTheme = Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false })
