import type { BrowserWindow, Rectangle } from 'electron'
import type { DesktopState } from './desktop-state'
import { reachableBounds } from './desktop-state'
import type { ElectronApi } from './electron-api'
import { PAGE_ADDRESS } from './protocol'
import { pagePreferences, secureContents } from './security'

export interface WindowOptions {
  /** Path of the built preload. */
  preload: string
  state: DesktopState
  /** Told when the window was moved, resized or closed. */
  onPlaced(place: Pick<DesktopState, 'bounds' | 'maximized'>): void
  /** Settles when the page's last calls are answered. */
  idle(): Promise<void>
}

/** How long a page that was hidden has to send what was being typed, and then to be answered, in ms. */
const LAST_WORDS_MS = 120
const LAST_ANSWERS_MS = 5_000
const PAPER = '#fbfaf7'
const INK = '#16171a'

/** The app's window, shown once there is something to see. */
export function openWindow(electron: ElectronApi, options: WindowOptions): BrowserWindow {
  const areas = electron.screen.getAllDisplays().map((display) => display.workArea)
  const window = new electron.BrowserWindow({
    width: 1360,
    height: 900,
    ...reachableBounds(options.state.bounds, areas),
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Blue Pencil',
    backgroundColor: electron.nativeTheme.shouldUseDarkColors ? INK : PAPER,
    webPreferences: pagePreferences(options.preload, !electron.app.isPackaged),
  })
  secureContents(window.webContents)
  if (options.state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberPlace(window, options.onPlaced)
  closeWhenAnswered(window, options.idle)
  window.webContents.on('render-process-gone', (_event, { reason }) => void offerReload(electron, window, reason))
  void window.loadURL(PAGE_ADDRESS)
  return window
}

function rememberPlace(window: BrowserWindow, onPlaced: WindowOptions['onPlaced']): void {
  const tell = (): void => {
    const bounds: Rectangle = window.getNormalBounds()
    onPlaced({ bounds, maximized: window.isMaximized() })
  }
  let timer: NodeJS.Timeout | undefined
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(tell, 500)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('close', () => {
    clearTimeout(timer)
    tell()
  })
}

/**
 * A window that closes is hidden at once, which takes the focus from the field being typed in, and so saves it; it ends
 * when that is on disk.
 */
function closeWhenAnswered(window: BrowserWindow, idle: () => Promise<void>): void {
  let closing = false
  window.on('close', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    window.hide()
    const answered = wait(LAST_WORDS_MS).then(idle)
    void Promise.race([answered, wait(LAST_ANSWERS_MS)]).finally(() => window.destroy())
  })
}

async function offerReload(electron: ElectronApi, window: BrowserWindow, reason: string): Promise<void> {
  if (reason === 'clean-exit' || window.isDestroyed()) return
  const { response } = await electron.dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working. Everything that was shown as saved is saved.',
    detail: `Reason: ${reason}`,
    buttons: ['Open it again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) window.webContents.reload()
  else electron.app.quit()
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
