import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { toChromium } from './stand-in/addresses'
import type { Order } from './stand-in/run'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What can be seen of the program beside its page. */
export interface DesktopView {
  shown: Record<string, unknown>[]
  openedOutside: string[]
  refused: { url: string; by: string }[]
  menu: string[]
  accelerators: Record<string, string>
  theme: string
  bounds?: { x: number; y: number; width: number; height: number }
  visible: boolean
}

export interface Desktop {
  readonly page: Page
  order(order: Order): Promise<unknown>
  look(): Promise<DesktopView>
  /** Settles when the program has ended, with its exit status. */
  readonly ended: Promise<number | null>
  /** As a power cut would. */
  kill(): Promise<void>
  /** Ends what is left of it when the test is over. */
  stop(): Promise<void>
}

/** Environment of a program that keeps everything under one temporary folder. */
export function desktopEnvironment(home: string): NodeJS.ProcessEnv {
  return { ...process.env, BLUEPENCIL_HOME: `${home}/settings`, BLUEPENCIL_LIBRARY: `${home}/library` }
}

/**
 * Starts a built main module on the stand-in, as a process of its own.
 *
 * @param answers to the dialogs it shows, in turn; one that is not answered is closed
 */
export function spawnDesktop(
  main: string,
  home: string,
  args: readonly string[] = [],
  answers: readonly unknown[] = [],
): ChildProcess {
  // A packaged program lies in an archive, which Electron's Node reads and a plain one has to be taught to.
  const archive = /^.*\.asar(?=[\\/])/.exec(main)?.[0]
  const reader = archive === undefined ? [] : ['--import', './tests/support/asar-in-node.mjs']
  return spawn(process.execPath, [...reader, '--import', 'tsx', 'tests/support/stand-in/run.ts', main, ...args], {
    cwd: ROOT,
    env: { ...desktopEnvironment(home), STAND_IN_ANSWERS: JSON.stringify(answers), BLUEPENCIL_ASAR: archive },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** Starts the built desktop program on the stand-in and waits for its window. */
export async function launchDesktop(
  main: string,
  home: string,
  args: readonly string[] = [],
  answers: readonly unknown[] = [],
): Promise<Desktop> {
  const child = spawnDesktop(main, home, args, answers)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', ({ ready }: { ready: number }) => resolve(ready))
    setTimeout(() => reject(new Error('The program showed no window within 30 s.')), 30_000).unref()
    child.once('exit', (code) => reject(new Error(`The program ended with ${code} before it showed a window.`)))
  })
  const driver = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = driver.contexts()[0]?.pages()[0]
  if (!page) throw new Error('The program opened no window.')
  await page.waitForURL(toChromium('app://bluepencil/**'))

  let orders = 0
  const order = (given: Order): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++orders
      const listen = (answer: { id?: number; value?: unknown; error?: string }): void => {
        if (answer.id !== id) return
        child.off('message', listen)
        if (answer.error === undefined) resolve(answer.value)
        else reject(new Error(answer.error))
      }
      child.on('message', listen)
      child.send({ id, order: given })
    })
  return {
    page,
    order,
    look: async () => (await order({ do: 'look' })) as DesktopView,
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      await driver.close()
      if (child.connected) child.disconnect()
      await ended
    },
  }
}
