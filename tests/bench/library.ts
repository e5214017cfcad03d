import { chromium } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium'
import { median, row, serve, withBench } from './support/bench-page'
import { manyStories } from './support/large-library'

export const name = 'Library of 10,000 documents: start, and search as one types'

const TYPED = 'harbour master council'
const LAUNCHES = 3

export async function run(): Promise<void> {
  await withBench(manyStories(10_000), async ({ shell, home }) => {
    // The first start learns every word of the library; what is timed is a start after that.
    let found = 0
    while (found < 5) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      const hits = (await shell.call('library.search', { query: 'number 9999', limit: 10 })) as unknown[]
      found = hits.length > 0 ? found + 1 : 0
    }
    const times: number[] = []
    for (let length = 2; length <= TYPED.length; length++) {
      const from = performance.now()
      await shell.call('library.search', { query: TYPED.slice(0, length), limit: 100 })
      times.push(performance.now() - from)
    }
    row('search, asked at every key: median', median(times), 50)
    row('  slowest', Math.max(...times))
    await timed('  narrowed down to a language, changed this year', 50, () =>
      shell.call('library.search', { query: 'harbour', limit: 100, within: { language: 'en', days: 365 } }),
    )
    await timed('statistics of all stories', 1_000, () => shell.call('library.statistics', {}))
    await timed('passages that stand in three stories or more', 1_000, () =>
      shell.call('library.repeated', { least: 3 }),
    )
    await timed('the whole list', 1_000, () => shell.call('library.list', {}))
    const bytes = Buffer.from('One more story\n\nThe quay was shut on Monday, the crew said.\n').toString('base64')
    await timed('a story more, its lines looked up in all others', 1_000, () =>
      shell.call('document.import', { files: [{ name: 'more.txt', bytes: { $bytes: bytes } }] }),
    )
    const ids = Array.from({ length: 100 }, (_, at) => `story-${at}`)
    await timed('100 stories into a folder', 10_000, () =>
      shell.call('library.file', { ids, filing: { folder: 'Council', tag: ['wire'] } }),
    )
    await shell.stop()
    await starts(home)
  })
}

async function timed(label: string, must: number, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now()
  if ((await work()) === undefined) console.log(`   ${label}: no answer`)
  else row(label, performance.now() - from, must)
}

async function starts(home: string): Promise<void> {
  const empty: number[] = []
  const usable: number[] = []
  const printed: number[] = []
  for (let launch = 0; launch < LAUNCHES; launch++) {
    empty.push(await launched('data:text/html,<title>empty</title><p>empty', 'p'))
    const shell = await serve(home)
    printed.push(shell.started)
    usable.push(await launched(shell.url, '.rows [role=row]'))
    await shell.stop()
  }
  row('Chromium, from its start to an empty page', median(empty))
  row('the program, until it prints its address', median(printed))
  row('Chromium, from its start to the library’s rows', median(usable), 2 * median(empty))
  console.log(`   ${(median(usable) / median(empty)).toFixed(2)} × the empty page`)
}

/** Milliseconds from the launch of a browser until what is asked for has been painted. */
async function launched(url: string, selector: string): Promise<number> {
  const from = performance.now()
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction((wanted) => document.querySelector(wanted), selector, { polling: 'raf' })
  const took = performance.now() - from
  await browser.close()
  return took
}
