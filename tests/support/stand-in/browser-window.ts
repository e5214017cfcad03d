import { EventEmitter } from 'node:events'
import type { BrowserContext, Frame, Page, Route } from '@playwright/test'
import type * as Electron from 'electron'
import { fromChromium, toChromium } from './addresses'
import { app, askable } from './app'
import { BINDING, EMIT, preloadScript, type Invoked } from './preload-shim'
import { answerOfProtocol, defaultSession } from './session'

type Handler = (event: object, ...args: unknown[]) => unknown
type OpenHandler = (details: { url: string }) => { action: string }
const handlers = new Map<string, Handler>()
const windows = new Set<BrowserWindow>()
/** Requests that did not reach the program's protocol, by address, and why. */
export const refused: { url: string; by: string }[] = []

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
}

let provide: (context: BrowserContext) => void = () => {}
const chromium = new Promise<BrowserContext>((resolve) => (provide = resolve))

class WebContents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'allow' })
  /** @param window none for a page that no window of the program shows */
  constructor(private readonly window?: BrowserWindow) {
    super()
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
  isDestroyed(): boolean {
    return this.window?.isDestroyed() ?? false
  }
  reload(): void {
    void this.window?.page.then((page) => page.reload())
  }
  send(channel: string, ...args: unknown[]): void {
    const message = structuredClone(args)
    void this.window?.page
      .then((page) =>
        page.evaluate(
          ([name, to, given]) =>
            (globalThis as unknown as Record<symbol, (...all: unknown[]) => void>)[Symbol.for(name)]?.(to, given),
          [EMIT, channel, message] as const,
        ),
      )
      // A page that is gone hears nothing, in Electron too.
      .catch(() => {})
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [...windows]
  }

  readonly webContents = new WebContents(this)
  readonly page: Promise<Page>
  /** The address the program itself is loading: that is no navigation of the page's. */
  loading = ''
  visible = false
  private bounds: Electron.Rectangle
  private maximized = false
  private destroyed = false

  constructor(readonly options: Electron.BrowserWindowConstructorOptions) {
    super()
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    windows.add(this)
    this.page = chromium.then((context) => this.createPage(context))
  }

  private async createPage(context: BrowserContext): Promise<Page> {
    const page = (windows.size === 1 ? context.pages()[0] : undefined) ?? (await context.newPage())
    const { preload = '', sandbox, contextIsolation } = this.options.webPreferences ?? {}
    if (!sandbox || !contextIsolation) throw new Error('The stand-in runs sandboxed, isolated pages only.')
    await page.exposeBinding(BINDING, ({ frame }, channel: string, args: unknown[]) =>
      invoke(this, frame, channel, args),
    )
    await page.addInitScript(preloadScript(preload, toChromium('app://bluepencil')))
    page.on('popup', (popup) => void this.judgePopup(popup))
    return page
  }

  /** A page that opened by itself is shut at once when the program said no to it. */
  private async judgePopup(popup: Page): Promise<void> {
    const url = fromChromium(popup.url())
    const { action } = this.webContents.openHandler({ url })
    if (action === 'deny') refused.push({ url, by: 'window open handler' })
    if (action === 'deny') await popup.close()
  }

  async loadURL(url: string): Promise<void> {
    this.loading = url
    const page = await this.page
    page.once('domcontentloaded', () => this.emit('ready-to-show'))
    await page.goto(toChromium(url))
    this.loading = ''
  }

  show = (): void => void (this.visible = true)
  focus = (): void => void (this.visible = true)
  restore = (): void => {}
  isMinimized = (): boolean => false
  isMaximized = (): boolean => this.maximized
  maximize = (): void => void (this.maximized = true)
  isDestroyed = (): boolean => this.destroyed
  getNormalBounds = (): Electron.Rectangle => this.bounds
  setBounds(bounds: Electron.Rectangle): void {
    this.bounds = bounds
    this.emit('resize')
  }
  /** A window out of sight has no focus, so the field in it loses it too. */
  hide(): void {
    this.visible = false
    void this.page
      .then((page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()))
      .catch(() => {})
  }
  /** @returns whether it closed, or somebody said no */
  close(): boolean {
    const event = askable({})
    this.emit('close', event)
    if (!event.prevented) this.destroy()
    return !event.prevented
  }
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    windows.delete(this)
    this.webContents.emit('destroyed')
    this.emit('closed')
    // The page itself stays until the browser ends: a Chromium without pages ends by itself.
    if (windows.size === 0) app.emit('window-all-closed')
  }
}

app.closeWindows = () =>
  BrowserWindow.getAllWindows()
    .map((window) => window.close())
    .every(Boolean)

async function invoke(window: BrowserWindow, frame: Frame, channel: string, args: unknown[]): Promise<Invoked> {
  return invokeFrom({ window, url: fromChromium(frame.url()), inFrame: frame.parentFrame() !== null }, channel, args)
}

/** A message to the main process, with the sender that Electron would name. */
export async function invokeFrom(
  { window, url, inFrame }: { window: BrowserWindow | undefined; url: string; inFrame: boolean },
  channel: string,
  args: unknown[],
): Promise<Invoked> {
  const handler = handlers.get(channel)
  if (!handler) return { error: `No handler registered for '${channel}'` }
  const sender = window?.webContents ?? new WebContents()
  try {
    const value = await handler({ sender, senderFrame: { url, parent: inFrame ? {} : null } }, ...args)
    return { value: structuredClone(value) }
  } catch (thrown) {
    return { error: String(thrown) }
  }
}

/** Lends the windows their Chromium and puts every request of it to the program. */
export async function useChromium(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route) => void answer(route).catch(() => route.abort().catch(() => {})))
  provide(context)
}

async function answer(route: Route): Promise<void> {
  const request = route.request()
  const url = fromChromium(request.url())
  const refuse = (by: string): Promise<void> => {
    refused.push({ url, by })
    return route.abort('aborted')
  }
  const window = await windowOf(request.frame())
  if (!window) return refuse('not a window of the program')
  if (request.isNavigationRequest() && url !== window.loading) {
    const events = request.frame().parentFrame() ? ['will-frame-navigate'] : ['will-navigate', 'will-frame-navigate']
    for (const name of events) {
      const event = askable({ url })
      window.webContents.emit(name, event)
      if (event.prevented) return refuse(name)
    }
  }
  if (await defaultSession.isCancelled(url)) return refuse('webRequest')
  const response = await answerOfProtocol(url, request.method())
  if (!response) return refuse('no protocol')
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

async function windowOf(frame: Frame): Promise<BrowserWindow | undefined> {
  for (const window of windows) if ((await window.page) === frame.page()) return window
  return undefined
}
