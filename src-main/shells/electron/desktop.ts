import { join } from 'node:path'
import type { BrowserWindow, WebContents } from 'electron'
import * as v from 'valibot'
import type { Settings } from '../../contract/api'
import type { App } from '../../services/app'
import type { Shell } from '../../services/ports'
import type { PageFiles } from '../page/files'
import { openedFile, readArguments, type OpenedFile } from './arguments'
import { encodeDesktopState, readDesktopState, type DesktopState } from './desktop-state'
import type { ElectronApi } from './electron-api'
import { chooseFiles, chooseFolder, saveFile, writeInto } from './file-dialogs'
import { answerCalls, sendEvent, type Calls } from './ipc'
import { openLink } from './links'
import { menuTemplate } from './menu'
import { importOpenedFiles } from './open-files'
import { openLibrary } from './open-library'
import { PAGE_SCHEME, servePage } from './protocol'
import { secureSession } from './security'
import { openWindow } from './window'

/** What the desktop program is given besides Electron. */
export interface DesktopOptions {
  /** Command line without the program itself. */
  argv: readonly string[]
  workingFolder: string
  /** Library that the environment names; it goes before the folder that was chosen once. */
  library?: string
  version: string
  /** Path of the built preload. */
  preload: string
  readPage(): Promise<PageFiles>
  openApp(options: { library?: string; shell: Shell; readOnly: boolean }): Promise<App>
  /** Writes a file whole or not at all, and only says so when it is on disk. */
  write(path: string, bytes: Uint8Array): Promise<void>
}

/** The desktop program from its start to its end. Call it before Electron is ready. */
export async function runDesktop(electron: ElectronApi, options: DesktopOptions): Promise<void> {
  const { app } = electron
  electron.protocol.registerSchemesAsPrivileged([PAGE_SCHEME])
  app.enableSandbox()
  // No name is looked up, so no part of Chromium can call home either.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  const start = readArguments(options.argv, options.workingFolder)
  if (!app.requestSingleInstanceLock({ files: start.files })) return app.quit()

  const waiting: OpenedFile[] = [...start.files]
  let open = (files: readonly OpenedFile[]): void => void waiting.push(...files)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open([openedFile(path)])
  })
  // Handed over by ourselves: Chromium reorders the other instance's command line and adds switches of its own.
  app.on('second-instance', (_event, _argv, _folder, other) => open(filesOf(other)))
  // A window that first saves what was being typed puts off the quit that closed it, so it is taken up again here.
  let quitting = false
  app.on('before-quit', () => (quitting = true))
  app.on('window-all-closed', () => {
    if (quitting || process.platform !== 'darwin') app.quit()
  })
  app.setAboutPanelOptions({
    applicationName: 'Blue Pencil',
    applicationVersion: options.version,
    copyright: 'MIT licence. Everything stays on this machine.',
  })

  await app.whenReady()
  const desktop = await Desktop.open(electron, options, start.library ?? options.library)
  if (!desktop) return app.quit()
  open = (files) => void desktop.openFiles(files)
  app.on('activate', () => desktop.showWindow())
  desktop.showWindow()
  if (waiting.length > 0) open(waiting)
}

/** The open library, its one window and its menu. */
class Desktop {
  private window: BrowserWindow | undefined
  private readonly calls: Calls
  private keeping: Promise<void> = Promise.resolve()

  private constructor(
    private readonly electron: ElectronApi,
    private readonly options: DesktopOptions,
    private readonly app: App,
    private state: DesktopState,
    private readonly statePath: string,
  ) {
    this.calls = answerCalls(electron.ipcMain, app.dispatcher, (contents) => this.isOurs(contents))
    app.on((name, payload) => {
      if (this.window && !this.window.isDestroyed()) sendEvent(this.window.webContents, name, payload)
      if (name === 'settings.changed') this.applySettings(payload as Settings)
    })
    this.closeBeforeQuit()
  }

  /** @returns nothing when the library could not be opened and the person chose to quit */
  static async open(
    electron: ElectronApi,
    options: DesktopOptions,
    library: string | undefined,
  ): Promise<Desktop | undefined> {
    const statePath = join(electron.app.getPath('userData'), 'desktop.json')
    const state = await readDesktopState(statePath)
    servePage(electron.protocol, await options.readPage())
    secureSession(electron.session.defaultSession, !electron.app.isPackaged)

    const shell = desktopShell(electron, options, () => electron.BrowserWindow.getAllWindows()[0])
    const opened = await openLibrary(electron, library ?? state.library, (folder, readOnly) =>
      options.openApp({ library: folder, shell, readOnly }),
    )
    if (!opened) return undefined
    const desktop = new Desktop(electron, options, opened.app, state, statePath)
    if (opened.chosen) await desktop.keep({ library: opened.chosen })
    const settings = await opened.app.dispatcher.call('settings.get', {})
    desktop.applySettings(settings.ok ? (settings.value as Settings) : undefined)
    return desktop
  }

  showWindow(): void {
    if (this.window && !this.window.isDestroyed()) {
      if (this.window.isMinimized()) this.window.restore()
      return this.window.focus()
    }
    const { preload } = this.options
    this.window = openWindow(this.electron, {
      preload,
      state: this.state,
      onPlaced: (place) => void this.keep(place),
      idle: () => this.calls.idle(),
    })
  }

  async openFiles(files: readonly OpenedFile[]): Promise<void> {
    this.showWindow()
    if (files.length === 0) return
    const imported = await importOpenedFiles(this.app.dispatcher, files)
    if (this.window) sendEvent(this.window.webContents, 'files.imported', { imported })
  }

  private isOurs(contents: WebContents): boolean {
    return this.window?.isDestroyed() === false && this.window.webContents === contents
  }

  private applySettings(settings: Settings | undefined): void {
    const { nativeTheme, Menu, app } = this.electron
    nativeTheme.themeSource = settings?.theme ?? 'system'
    const template = menuTemplate({
      platform: process.platform,
      developing: !app.isPackaged,
      recent: settings?.recent ?? [],
      keys: settings?.keys,
      languages: app.getPreferredSystemLanguages(),
      run: (command) => {
        this.showWindow()
        if (this.window) sendEvent(this.window.webContents, 'menu.command', { command })
      },
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  /** Where a window stood is not worth an error to anybody. */
  private keep(changes: Partial<DesktopState>): Promise<void> {
    this.state = { ...this.state, ...changes }
    const bytes = encodeDesktopState(this.state)
    this.keeping = this.keeping.then(() => this.options.write(this.statePath, bytes)).catch(() => {})
    return this.keeping
  }

  /** Quitting waits until the store has written what it holds and given its lock back. */
  private closeBeforeQuit(): void {
    let closed = false
    this.electron.app.on('will-quit', (event) => {
      if (closed) return
      event.preventDefault()
      const end = (): void => {
        closed = true
        this.electron.app.quit()
      }
      void Promise.allSettled([this.app.close(), this.keeping]).then(end)
    })
  }
}

/** The files that another start of the program hands over; it is ours, but it may be of another version. */
function filesOf(other: unknown): OpenedFile[] {
  const parsed = v.safeParse(v.object({ files: v.array(v.object({ name: v.string(), path: v.string() })) }), other)
  return parsed.success ? parsed.output.files : []
}

function desktopShell(electron: ElectronApi, options: DesktopOptions, window: () => BrowserWindow | undefined): Shell {
  const dialogs = { dialog: electron.dialog, window, write: options.write }
  return {
    kind: 'electron',
    platform: process.platform,
    mayReadPaths: true,
    chooseFiles: () => chooseFiles(dialogs),
    saveFile: (suggestedName, _mediaType, bytes) => saveFile(dialogs, suggestedName, bytes),
    chooseFolder: () => chooseFolder(dialogs),
    writeInto: (folder, fileName, bytes) => writeInto(dialogs, folder, fileName, bytes),
    openLink: (url) => openLink({ dialog: electron.dialog, shell: electron.shell, window }, url),
  }
}
