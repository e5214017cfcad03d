import type * as Electron from 'electron'

/**
 * The part of Electron that this shell uses. Everything here takes it as an argument, so that it runs on a fake in unit
 * tests and on a stand-in over Chromium in journeys; only `main.ts` touches the real one.
 */
export type ElectronApi = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'nativeTheme' | 'protocol' | 'screen' | 'session' | 'shell'
>
