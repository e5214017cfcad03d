import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

type Answer<T> = (answer: T) => void

/** The handlers that the program sets on its session; Chromium's requests are put to them. */
class StandInSession extends EventEmitter {
  spellcheck = true
  private permissionRequest: ((contents: null, permission: string, answer: Answer<boolean>) => void) | undefined
  private permissionCheck: (() => boolean) | undefined
  private beforeRequest: ((details: { url: string }, answer: Answer<{ cancel?: boolean }>) => void) | undefined

  readonly webRequest = {
    onBeforeRequest: (handler: StandInSession['beforeRequest']) => void (this.beforeRequest = handler),
  }
  setPermissionRequestHandler(handler: StandInSession['permissionRequest']): void {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(on: boolean): void {
    this.spellcheck = on
  }

  /** Electron's own answers, where no handler was set, are yes. */
  async isPermitted(permission: string): Promise<boolean> {
    if (this.permissionCheck?.() === false) return false
    const request = this.permissionRequest
    return request ? new Promise((resolve) => request(null, permission, resolve)) : true
  }
  async isCancelled(url: string): Promise<boolean> {
    const handler = this.beforeRequest
    return handler ? new Promise((resolve) => handler({ url }, ({ cancel }) => resolve(cancel === true))) : false
  }
}

export const defaultSession = new StandInSession()
export const session = { defaultSession }

const handlers = new Map<string, (request: Request) => Response | Promise<Response>>()
let ready = false

export const protocol = {
  registerSchemesAsPrivileged(_schemes: Electron.CustomScheme[]): void {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  },
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    if (!ready) throw new Error('protocol.handle can only be used after app is ready')
    handlers.set(scheme, handler)
  },
}

export function protocolsAreReady(): void {
  ready = true
}

/** What the program's own protocol answers; nothing for another scheme. */
export async function answerOfProtocol(url: string, method: string): Promise<Response | undefined> {
  return handlers.get(new URL(url).protocol.replace(':', ''))?.(new Request(url, { method }))
}
