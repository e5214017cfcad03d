import type { EventName, Method } from '@contract/api'
import type { Result } from '@contract/result'
import { snapshot } from './snapshot.svelte'
import type { HostTransport } from './transport'

/** What the preload puts on the window, and all of it. */
export interface HostBridge {
  call(method: Method, args: unknown): Promise<Result<unknown>>
  listen(listener: (name: EventName, payload: unknown) => void): () => void
  pathForFile(file: File): string
  readonly platform: string
  readonly shell: 'electron'
}

declare global {
  interface Window {
    readonly host?: HostBridge
  }
}

/** Calls over the desktop shell's bridge. A call that does not come back as a Result becomes one. */
export function bridgeTransport(host: HostBridge): HostTransport {
  return {
    async call(method, args) {
      try {
        return await host.call(method, snapshot(args))
      } catch (thrown) {
        return {
          ok: false,
          error: {
            code: 'fault',
            message: 'The window lost touch with the program. Please close Blue Pencil and open it again.',
            detail: String(thrown),
          },
        }
      }
    },
    listen: (listener) => host.listen(listener),
    // The bridge lives and dies with the window.
    onConnection: () => () => {},
    pathForFile: (file) => host.pathForFile(file) || undefined,
  }
}
