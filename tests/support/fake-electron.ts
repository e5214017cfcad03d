import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import type { ElectronApi } from '../../src-main/shells/electron/electron-api'

/** What Electron hands to a listener that may say no. */
export interface Asked {
  prevented: boolean
  preventDefault(): void
}
export function asked<T extends object>(details: T): T & Asked {
  const event = { ...details, prevented: false, preventDefault: () => void (event.prevented = true) }
  return event
}

type Frame = Pick<Electron.WebFrameMain, 'url' | 'parent'>

export class FakeContents
  extends EventEmitter
  implements Pick<Electron.WebContents, 'send' | 'isDestroyed' | 'reload' | 'setWindowOpenHandler'>
{
  readonly sent: [string, ...unknown[]][] = []
  reloads = 0
  destroyed = false
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined

  send(channel: string, ...args: unknown[]): void {
    this.sent.push([channel, ...args])
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  reload(): void {
    this.reloads += 1
  }
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler
  }
}

export class FakeWindow
  extends EventEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'show'
      | 'hide'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'maximize'
      | 'isMaximized'
      | 'isMinimized'
      | 'restore'
      | 'focus'
      | 'getNormalBounds'
      | 'loadURL'
    >
{
  static all: FakeWindow[] = []
  static getAllWindows(): FakeWindow[] {
    return FakeWindow.all.filter((window) => !window.destroyed)
  }

  readonly webContents = new FakeContents()
  readonly done: string[] = []
  url = ''
  destroyed = false
  maximized = false

  constructor(readonly options: Electron.BrowserWindowConstructorOptions) {
    super()
    FakeWindow.all.push(this)
  }
  async loadURL(url: string): Promise<void> {
    this.url = url
  }
  show = (): void => void this.done.push('show')
  hide = (): void => void this.done.push('hide')
  focus = (): void => void this.done.push('focus')
  restore = (): void => void this.done.push('restore')
  maximize = (): void => void (this.maximized = true)
  isMaximized = (): boolean => this.maximized
  isMinimized = (): boolean => false
  isDestroyed = (): boolean => this.destroyed
  getNormalBounds = (): Electron.Rectangle => ({ x: 10, y: 20, width: 800, height: 600 })
  close(): void {
    const event = asked({})
    this.emit('close', event)
    if (!event.prevented) this.destroy()
  }
  destroy(): void {
    this.destroyed = this.webContents.destroyed = true
    this.done.push('destroy')
    this.webContents.emit('destroyed')
    this.emit('closed')
  }
}

type CallHandler = (event: { sender: FakeContents; senderFrame: Frame | null }, ...args: unknown[]) => unknown

/** Electron as the desktop shell sees it, with everything the shell set on it in plain sight. */
export class FakeElectron {
  readonly app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    sandboxed: false,
    quits: 0,
    lock: true,
    switches: [] as string[][],
    enableSandbox: () => void (this.app.sandboxed = true),
    requestSingleInstanceLock: () => this.app.lock,
    quit: () => void (this.app.quits += 1),
    whenReady: async () => {},
    languages: ['en-GB'],
    getPreferredSystemLanguages: () => this.app.languages,
    getPath: () => this.userData,
    setAboutPanelOptions: () => {},
    commandLine: { appendSwitch: (...given: string[]) => void this.app.switches.push(given) },
  })
  readonly session = Object.assign(new EventEmitter(), {
    spellcheck: true,
    permissionRequest: undefined as ((...given: unknown[]) => void) | undefined,
    permissionCheck: undefined as (() => boolean) | undefined,
    deviceCheck: undefined as (() => boolean) | undefined,
    beforeRequest: undefined as
      ((details: { url: string }, answer: (a: { cancel?: boolean }) => void) => void) | undefined,
    setPermissionRequestHandler: (handler: never) => void (this.session.permissionRequest = handler),
    setPermissionCheckHandler: (handler: never) => void (this.session.permissionCheck = handler),
    setDevicePermissionHandler: (handler: never) => void (this.session.deviceCheck = handler),
    setSpellCheckerEnabled: (on: boolean) => void (this.session.spellcheck = on),
    webRequest: { onBeforeRequest: (handler: never) => void (this.session.beforeRequest = handler) },
  })
  readonly schemes: Electron.CustomScheme[] = []
  readonly protocolHandlers = new Map<string, (request: Request) => Response | Promise<Response>>()
  readonly callHandlers = new Map<string, CallHandler>()
  /** Every dialog shown, with its options; answered from `answers` in turn. */
  readonly shown: Record<string, unknown>[] = []
  readonly answers: unknown[] = []
  readonly opened: string[] = []
  menu: Electron.MenuItemConstructorOptions[] = []
  workAreas: Electron.Rectangle[] = [{ x: 0, y: 0, width: 1920, height: 1080 }]
  readonly nativeTheme = { themeSource: 'system', shouldUseDarkColors: false }

  constructor(readonly userData: string) {
    FakeWindow.all = []
  }

  private readonly ask = async (...given: unknown[]): Promise<unknown> => {
    this.shown.push(given.at(-1) as Record<string, unknown>)
    return this.answers.shift() ?? { response: 0, canceled: true, filePaths: [] }
  }

  /** The same object, seen as Electron's own types. */
  get api(): ElectronApi {
    const api = {
      app: this.app,
      BrowserWindow: FakeWindow,
      dialog: { showMessageBox: this.ask, showOpenDialog: this.ask, showSaveDialog: this.ask },
      ipcMain: { handle: (channel: string, handler: CallHandler) => void this.callHandlers.set(channel, handler) },
      Menu: {
        buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
        setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => void (this.menu = menu),
      },
      nativeTheme: this.nativeTheme,
      protocol: {
        registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void this.schemes.push(...schemes),
        handle: (scheme: string, handler: (request: Request) => Response) =>
          void this.protocolHandlers.set(scheme, handler),
      },
      screen: { getAllDisplays: () => this.workAreas.map((workArea) => ({ workArea })) },
      session: { defaultSession: this.session },
      shell: { openExternal: async (url: string) => void this.opened.push(url) },
    }
    return api as unknown as ElectronApi
  }
}
