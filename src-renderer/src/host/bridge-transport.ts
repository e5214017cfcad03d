import type { Bridge } from '@contract/bridge'
import { snapshot } from './snapshot.svelte'
import type { HostTransport } from './transport'

declare global {
  interface Window {
    readonly host?: Bridge
  }
}

/** Calls over the desktop shell's bridge. A call that does not come back as a Result becomes one. */
export function bridgeTransport(host: Bridge): HostTransport {
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
