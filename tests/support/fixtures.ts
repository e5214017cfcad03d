/** The journeys' test: a browser shell on a library of its own, and a page on which nothing may go wrong in silence. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { startBrowserShell, type BrowserShell } from './browser-shell'

export { expect } from '@playwright/test'

/** Somebody who has used the app before: the first start's questions are answered. */
export const EDITOR = { id: 'ines-falk', name: 'Ines Falk', initials: 'IF' }

export interface Desk {
  /** What runs now; another one after a restart. */
  readonly shell: BrowserShell
  /** Where library and settings are. */
  readonly home: string
  /** Opens the app in the page and waits until it shows something. */
  open(): Promise<void>
  /** Ends the program and starts it again on the same library, and opens it in the page. */
  restart(how?: 'stop' | 'kill'): Promise<void>
}

interface Options {
  /** True for a program that nobody has used yet. */
  firstStart: boolean
  /** Sentences of the console that a test expects; anything else of the kind fails it. */
  expectedErrors: RegExp[]
}

export const test = base.extend<Options & { problems: string[]; desk: Desk }>({
  firstStart: [false, { option: true }],
  expectedErrors: [[], { option: true }],

  // eslint-disable-next-line no-empty-pattern
  problems: async ({}, use) => use([]),

  page: async ({ page, problems, expectedErrors }, use) => {
    await watch(page, problems)
    await use(page)
    expect(problems.filter((problem) => !expectedErrors.some((expected) => expected.test(problem)))).toEqual([])
  },

  desk: async ({ page, firstStart }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'bluepencil-journey-'))
    let shell = await startBrowserShell(home)
    if (!firstStart) await shell.call('settings.set', { author: EDITOR, tourDone: true })
    const open = async (): Promise<void> => {
      await page.goto('about:blank')
      await page.goto(shell.url)
      await expect(page.getByRole('main')).toBeVisible()
    }
    await use({
      get shell() {
        return shell
      },
      home,
      open,
      async restart(how = 'stop') {
        await page.goto('about:blank')
        await shell[how]()
        shell = await startBrowserShell(home)
        await open()
      },
    })
    await page.goto('about:blank')
    await shell.stop()
    await rm(home, { recursive: true, force: true })
  },
})

/** Collects what nobody would see: errors of the console, broken promises, policy violations, requests that leave. */
async function watch(page: Page, problems: string[]): Promise<void> {
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    )
  })
  await page.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname) && /^(https?|wss?):$/.test(url.protocol),
    async (route) => {
      problems.push(`request that leaves the machine: ${route.request().url()}`)
      await route.abort()
    },
  )
}
