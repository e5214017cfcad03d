import type { Session, WebContents, WebPreferences } from 'electron'
import { isPageAddress } from './protocol'

/** What a page may be in this program. Every default that matters is written out, so that a test can hold it. */
export function pagePreferences(preload: string, developing: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Its dictionaries come from the network, and an article is nobody's to correct while it is being checked.
    spellcheck: false,
    devTools: developing,
  }
}

/**
 * Shuts the page in: no permission is given, nothing is downloaded, and no request leaves the machine whatever asks for
 * it. The article being reviewed may name any address; the app fetches none of them.
 *
 * @param developing lets the developer tools load, which a packaged app has not got
 */
export function secureSession(session: Session, developing: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, developing) }))
}

/** The page's own files, and what the page makes itself. */
export function mayLoad(url: string, developing: boolean): boolean {
  if (isPageAddress(url) || url.startsWith('data:')) return true
  if (url.startsWith('blob:')) return isPageAddress(url.slice('blob:'.length))
  return developing && url.startsWith('devtools:')
}

/** The page stays the page: it neither goes elsewhere nor opens or embeds anything. */
export function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => {
    if (!isPageAddress(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isPageAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}
