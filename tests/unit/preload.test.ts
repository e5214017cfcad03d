import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Rollup, type UserConfig } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import config from '../../electron.vite.config'
import type { Bridge } from '../../src-main/contract/bridge'

const SOURCE = fileURLToPath(new URL('../../src-main/preload/index.ts', import.meta.url))
/** https://www.electronjs.org/docs/latest/tutorial/sandbox: all that a sandboxed preload may require. */
const SANDBOX_MODULES = ['electron', 'events', 'timers', 'url', 'node:events', 'node:timers', 'node:url']

let chunks: Rollup.OutputChunk[]
beforeAll(async () => {
  const preload: UserConfig = { ...config.preload, build: { ...config.preload.build, ssr: true, write: false } }
  const built = await build({ ...preload, configFile: false, logLevel: 'error', ssr: { noExternal: true } })
  chunks = (built as Rollup.RollupOutput).output.filter((part) => part.type === 'chunk')
})

/** Runs the built file as Electron's sandbox would, and gives what it exposed. */
function run() {
  const exposed: [string, Bridge][] = []
  const handlers: Record<string, (...given: unknown[]) => void> = {}
  const invoked: unknown[][] = []
  const required: string[] = []
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: Bridge) => void exposed.push([name, value]) },
    ipcRenderer: {
      on: (channel: string, handler: () => void) => void (handlers[channel] = handler),
      invoke: async (...given: unknown[]) => {
        invoked.push(given)
        return { ok: true }
      },
    },
    webUtils: { getPathForFile: (file: { path: string }) => file.path },
  }
  const require = (name: string): unknown => {
    required.push(name)
    if (!SANDBOX_MODULES.includes(name)) throw new Error(`module not found: ${name}`)
    return electron
  }
  new Function('require', 'exports', 'module', 'process', chunks[0]?.code ?? '')(require, {}, { exports: {} }, process)
  const bridge = exposed[0]?.[1] as Bridge
  return { exposed, handlers, invoked, required, bridge }
}

test('is one CommonJS file that requires only what a sandbox gives', () => {
  expect(chunks.map(({ fileName }) => fileName)).toEqual(['index.cjs'])
  expect(run().required).toEqual(['electron'])
})

test('exposes one object, with these members and no others', () => {
  const { exposed, bridge } = run()
  expect(exposed.map(([name]) => name)).toEqual(['host'])
  expect(Object.keys(bridge).toSorted()).toEqual(['call', 'listen', 'pathForFile', 'platform', 'shell'])
  expect(chunks[0]?.code.match(/exposeInMainWorld/g)).toHaveLength(1)
})

test('calls go over one channel whatever the method is named', async () => {
  const { bridge, invoked } = run()
  await bridge.call('app.info', { a: 1 })
  await bridge.call('ipc-other-channel', {})
  expect(invoked).toEqual([
    ['app:call', 'app.info', { a: 1 }],
    ['app:call', 'ipc-other-channel', {}],
  ])
})

test('listeners get name and payload, never Electron’s event, and what came before they listened', () => {
  const { bridge, handlers } = run()
  const secret = { sender: 'the way to every channel' }
  const heard: unknown[][] = []
  handlers['app:event']?.(secret, 'files.imported', { imported: [] })
  const stop = bridge.listen((...given: unknown[]) => void heard.push(given))
  handlers['app:event']?.(secret, 'notice', { message: 'Saved' })
  stop()
  handlers['app:event']?.(secret, 'notice', { message: 'not heard' })
  expect(heard).toEqual([
    ['files.imported', { imported: [] }],
    ['notice', { message: 'Saved' }],
  ])
})

test('the source stays small enough to be read at a glance', () => {
  expect(readFileSync(SOURCE, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(40)
})
