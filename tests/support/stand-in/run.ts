/**
 * node --import tsx tests/support/stand-in/run.ts MAIN [ARGUMENT…]
 *
 * Runs a built main module as Electron would, with the stand-in in Electron's place. The test that started it drives
 * the page itself over the port it is told, and everything that is not the page by messages (see `Order`).
 */
import { register } from 'node:module'
import { pathToFileURL } from 'node:url'
import { app } from './app'
import { BrowserWindow, invokeFrom, refused, useChromium } from './browser-window'
import { launchChromium } from './chromium'
import { answers, clickMenu, menuAccelerators, menuLabels, openedOutside, shown } from './dialogs'
import { nativeTheme } from './index'
import { defaultSession, protocolsAreReady } from './session'

/** What a test can have happen outside the page. */
export type Order =
  | { do: 'menu'; item: string }
  | { do: 'answer'; answer: unknown }
  | { do: 'open-file'; path: string }
  | { do: 'resize'; bounds: { x: number; y: number; width: number; height: number } }
  | { do: 'close' }
  | { do: 'quit' }
  | { do: 'permission'; permission: string }
  | { do: 'invoke'; url: string; inFrame: boolean; ownWindow: boolean; channel: string; args: unknown[] }
  | { do: 'look' }

// Dialogs may be shown before a test could answer them by a message.
answers.push(...(JSON.parse(process.env.STAND_IN_ANSWERS ?? '[]') as unknown[]))
const [main = '', ...rest] = process.argv.slice(2)
process.argv = [process.argv[0] ?? '', '.', ...rest]

const electron = JSON.stringify(new URL('./index.ts', import.meta.url).href)
const hooks = `export const resolve = (specifier, context, next) =>
  specifier === 'electron' ? { url: ${electron}, format: 'module', shortCircuit: true } : next(specifier, context)`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)

await import(pathToFileURL(main).href)
const { context, port } = await launchChromium(app.getPath('userData'), app.switches)
app.end = () => context.close()
await useChromium(context)
protocolsAreReady()
app.begin()
process.send?.({ ready: port })

process.on('message', ({ id, order }: { id: number; order: Order }) => {
  void Promise.resolve()
    .then(() => obey(order))
    .then(
      (value) => process.send?.({ id, value }),
      (thrown: unknown) => process.send?.({ id, error: String(thrown) }),
    )
})
// The test is gone or has had enough: nobody is left to work for.
const stop = (): void => void context.close().finally(() => process.exit(1))
process.on('disconnect', stop)
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

async function obey(order: Order): Promise<unknown> {
  const window = BrowserWindow.getAllWindows()[0]
  switch (order.do) {
    case 'menu':
      return clickMenu(order.item)
    case 'answer':
      return void answers.push(order.answer)
    case 'open-file':
      return void app.emit('open-file', { preventDefault: () => {} }, order.path)
    case 'resize':
      return window?.setBounds(order.bounds)
    case 'close':
      return void window?.close()
    case 'quit':
      return app.quit()
    case 'permission':
      return defaultSession.isPermitted(order.permission)
    case 'invoke':
      return invokeFrom({ ...order, window: order.ownWindow ? window : undefined }, order.channel, order.args)
    case 'look':
      return {
        shown,
        openedOutside,
        refused,
        menu: menuLabels(),
        accelerators: menuAccelerators(),
        theme: nativeTheme.themeSource,
        bounds: window?.getNormalBounds(),
        visible: window?.visible ?? false,
      }
  }
}
