import { readFileSync } from 'node:fs'

/** Name under which Chromium lends the page its way to the main process; the shim takes it away before the page runs. */
export const BINDING = '__standInInvoke'
export const EMIT = 'electron stand-in: emit'

/** How a call that Electron would reject comes back. */
export interface Invoked {
  value?: unknown
  error?: string
}

/**
 * The built preload as a script for Chromium, around it what Electron's sandbox gives: a `require` that knows Electron
 * alone, a bridge that copies and freezes, channels that clone.
 *
 * @param path of the built preload
 * @param origin where it runs, as Chromium spells it
 */
export function preloadScript(path: string, origin: string): string {
  const settings = JSON.stringify({ binding: BINDING, emit: EMIT, origin, platform: process.platform })
  const preload = `function (require, module, exports, process) {\n${readFileSync(path, 'utf8')}\n}`
  // The compiler of the tests wraps named functions in a helper that the page has not got.
  return `(() => { const __name = (f) => f; (${install.toString()})(${preload}, ${settings}) })()`
}

type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void
type Settings = { binding: string; emit: string; origin: string; platform: string }
type Listener = (event: object, ...args: unknown[]) => void

/** Runs in the page, so it uses nothing from around it. */
function install(preload: Preload, { binding, emit, origin, platform }: Settings): void {
  const page = globalThis as unknown as Record<string | symbol, unknown> & Window
  const invoke = page[binding] as (channel: string, args: unknown[]) => Promise<{ value?: unknown; error?: string }>
  Reflect.deleteProperty(page, binding)
  if (page.parent !== page.self || page.location.origin !== origin) return

  const listeners = new Map<string, Set<Listener>>()
  Object.defineProperty(page, Symbol.for(emit), {
    value: (channel: string, args: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener({ sender: 'ipcRenderer', ports: [] }, ...args)
    },
  })

  /** What crosses the bridge is copied: functions become others that copy too, the rest must be cloneable. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => cross((value as (...given: unknown[]) => unknown)(...args.map(cross)))
    if (value instanceof Promise) return value.then(cross)
    return structuredClone(value)
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: Record<string, unknown>) {
        const copy = Object.freeze(Object.fromEntries(Object.entries(api).map(([key, inner]) => [key, cross(inner)])))
        Object.defineProperty(page, name, { value: copy, writable: false, configurable: false, enumerable: true })
      },
    },
    ipcRenderer: {
      async invoke(channel: string, ...args: unknown[]) {
        const answer = await invoke(channel, structuredClone(args))
        if (answer.error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${answer.error}`)
        return structuredClone(answer.value)
      },
      on(channel: string, listener: Listener) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      },
    },
    // A file that Chromium was handed by its driver has no path that a page's process could know.
    webUtils: { getPathForFile: () => '' },
    webFrame: {},
  }
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return electron
  }
  const module = { exports: {} }
  preload(require, module, module.exports, { platform, contextIsolated: true, sandboxed: true, env: {}, versions: {} })
}
