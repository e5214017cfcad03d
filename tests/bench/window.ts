import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { median, percentile, row, withBench, type Bench } from './support/bench-page'
import { largeStory, type LargeStory } from './support/large-library'

export const name = 'Window: opening, scrolling and annotating beside the peers, on the same text and annotations'

const root = process.cwd()

export async function run(): Promise<void> {
  const hundred = largeStory('hundred', 100_000, 10_000)
  const million = largeStory('million', 1_000_000, 50_000)
  await withBench([hundred, million], async (bench) => {
    const page = await bench.page()
    await page.addInitScript(watch)
    const opened = await opening(bench, page, 'hundred', 5)
    row('100,000 words, 10,000 annotations: data there to painted', opened.paint, 60)
    await adding(page)
    await peers(bench, hundred, opened.paint)
    const book = await opening(bench, page, 'million', 4)
    row('1,000,000 words, 50,000 annotations: data there to painted', book.paint, 150)
    row('  from the click, first time (read from the disk)', book.first, 1_500)
    row('  from the click, again', book.click)
    await scrolling(bench, page)
  })
}

interface Watched {
  data: number
  click: number
  paint: number
  armed: boolean
  adds: { mark: number; paint: number; saved: number }[]
}
declare global {
  interface Window {
    bench: Watched
    peers: Record<string, (paragraphs: string[], places: { start: number; end: number }[]) => Promise<number>>
  }
}

/** In the page: when the click was, when the answer was there, when the first mark was painted. */
function watch(): void {
  const seen: Watched = { data: 0, click: 0, paint: 0, armed: false, adds: [] }
  window.bench = seen
  const painted = (then: () => void) =>
    requestAnimationFrame(() => scheduler.postTask(then, { priority: 'user-blocking' }))
  const ask = window.fetch
  window.fetch = async (...asked) => {
    const response = await ask(...asked)
    const text = response.text.bind(response)
    const body = String(asked[1]?.body ?? '')
    response.text = async () => {
      const answer = await text()
      if (body.includes('"document.begin"')) seen.data = performance.now()
      return answer
    }
    return response
  }
  addEventListener('click', () => (seen.click = performance.now()), true)
  new MutationObserver((_, observer) => {
    if (!seen.armed || !document.querySelector('article mark')) return
    observer.disconnect()
    painted(() => (seen.paint = performance.now()))
  }).observe(document, { subtree: true, childList: true })
}

async function opening(bench: Bench, page: Page, id: string, rounds: number) {
  const times: { paint: number; click: number }[] = []
  for (let round = 0; round < rounds; round++) {
    await page.goto('about:blank')
    await page.goto(bench.shell.url)
    const title = page.getByText(new RegExp(`^Story ${id}`)).first()
    await title.waitFor()
    await page.waitForTimeout(400)
    await page.evaluate(() => (window.bench.armed = true))
    await title.click()
    await page.waitForFunction(() => window.bench.paint > 0)
    const { data, click, paint } = await page.evaluate(() => window.bench)
    times.push({ paint: paint - data, click: paint - click })
    await page.waitForTimeout(id === 'million' && round + 1 === rounds ? 4_000 : 800)
  }
  return {
    paint: median(times.map(({ paint }) => paint)),
    first: times[0]?.click ?? NaN,
    click: median(times.slice(1).map(({ click }) => click)),
  }
}

/** One highlight after the other by a key: until the mark is in the page, until it is painted, until it is on disk. */
async function adding(page: Page): Promise<void> {
  await page.waitForTimeout(1_500)
  await page.evaluate(() => {
    const ask = window.fetch
    let current: Watched['adds'][number] & { from: number }
    window.fetch = async (...asked) => {
      const response = await ask(...asked)
      if (String(asked[1]?.body ?? '').includes('"review.do"')) current.saved = performance.now() - current.from
      return response
    }
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'h') return
        const made = (current = { from: performance.now(), mark: 0, paint: 0, saved: 0 })
        window.bench.adds.push(made)
        const article = document.querySelector('article') as HTMLElement
        new MutationObserver((_, observer) => {
          observer.disconnect()
          article.getBoundingClientRect()
          made.mark = performance.now() - made.from
          requestAnimationFrame(() =>
            scheduler.postTask(() => (made.paint = performance.now() - made.from), { priority: 'user-blocking' }),
          )
        }).observe(article, { subtree: true, childList: true })
      },
      true,
    )
  })
  await page.locator('article').focus()
  for (let count = 0; count < 15; count++) {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+ArrowDown')
    for (const key of ['Shift+Control+ArrowRight', 'Shift+Control+ArrowRight']) await page.keyboard.press(key)
    await page.waitForTimeout(60)
    await page.keyboard.press('h')
    await page.waitForTimeout(250)
    await page.keyboard.press('Escape')
  }
  const adds = await page.evaluate(() => window.bench.adds)
  row('add one among 10,000: key to mark in the page, laid out', median(adds.map(({ mark }) => mark)), 16)
  row('  to the end of the next frame (frames come every 16.7 ms)', median(adds.map(({ paint }) => paint)))
  row('  saved, after the mark was there', median(adds.map(({ saved, mark }) => saved - mark)), 20)
}

async function peers(bench: Bench, { document: story, annotations }: LargeStory, ours: number): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(root, 'out', 'bench-peers'),
      lib: {
        entry: join(root, 'tests/bench/support/peers-page.ts'),
        formats: ['iife'],
        name: 'bench',
        fileName: 'peers',
      },
    },
  })
  const paragraphs = story.blocks.map(({ start, end }) => story.text.slice(start, end))
  // Paragraphs stand without anything between them in the peers' page.
  const shifts = story.blocks.map(
    ({ start }, index) => start - paragraphs.slice(0, index).reduce((n, p) => n + p.length, 0),
  )
  const places = annotations.map(({ anchor }) => {
    const shift = shifts[story.blocks.findLastIndex(({ start }) => start <= anchor.start)] ?? 0
    return { start: anchor.start - shift, end: anchor.end - shift }
  })
  const page = await bench.page()
  await page.addScriptTag({ path: join(root, 'out', 'bench-peers', 'peers.iife.js') })
  for (const peer of await page.evaluate(() => Object.keys(window.peers))) {
    const took = await page.evaluate(([peer, paragraphs, places]) => window.peers[peer]?.(paragraphs, places), [
      peer,
      paragraphs,
      places,
    ] as const as [string, string[], { start: number; end: number }[]])
    row(`  ${peer}`, took ?? NaN, undefined, `   ${((took ?? NaN) / ours).toFixed(0)} × ours`)
  }
  await page.close()
}

/** Frames of 240 px each: how far apart they came, and how many of the screen's were missed in between. */
async function scrolled(page: Page): Promise<{ frames: number[]; missed: number }> {
  return page.evaluate(async () => {
    const view = document.querySelector('.viewport') as HTMLElement
    const frames: number[] = []
    let missed = 0
    let last = performance.now()
    let stamp: number | undefined
    for (let frame = 0; frame < 200; frame++) {
      view.scrollTop += 240
      const at = await new Promise(requestAnimationFrame)
      if (stamp !== undefined) missed += Math.max(0, Math.round((at - stamp) / (1000 / 60)) - 1)
      stamp = at
      const now = performance.now()
      frames.push(now - last)
      last = now
    }
    return { frames, missed }
  })
}

/** What the browser itself needs here: the same frames over nothing, and over plain paragraphs. */
async function floor(bench: Bench): Promise<number> {
  const page = await bench.page()
  const floors: number[] = []
  for (const content of ['', `<p>${'words of a plain paragraph '.repeat(20)}</p>`.repeat(2_000)]) {
    await page.setContent(
      `<style>.viewport { height: 800px; overflow-y: auto; font: 18px/1.6 serif }</style>
       <div class="viewport"><div style="min-height: 200000px">${content}</div></div>`,
    )
    await page.waitForTimeout(500)
    const { frames, missed } = await scrolled(page)
    const what = content === '' ? 'an empty page' : 'plain paragraphs'
    row(`  the same over ${what}: 95th percentile`, percentile(frames, 0.95), undefined, `   ${missed} frames missed`)
    floors.push(percentile(frames, 0.95))
  }
  await page.close()
  return Math.min(...floors)
}

async function scrolling(bench: Bench, page: Page): Promise<void> {
  const { frames, missed } = await scrolled(page)
  row('scrolling in it, 200 frames of 240 px: median frame', median(frames), undefined, `   ${missed} frames missed`)
  row('  95th percentile', percentile(frames, 0.95), 17)
  row('  slowest', Math.max(...frames))
  const least = await floor(bench)
  row('  95th percentile, beyond what this machine needs for nothing', Math.max(0, percentile(frames, 0.95) - least))
  const jumps = await page.evaluate(async () => {
    const view = document.querySelector('article')?.closest('.viewport') as HTMLElement
    const times: number[] = []
    for (const share of [0.8, 0.2, 0.5, 0.95, 0.1]) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      const from = performance.now()
      view.scrollTop = view.scrollHeight * share
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => scheduler.postTask(resolve, { priority: 'user-blocking' })),
      )
      times.push(performance.now() - from)
    }
    return times
  })
  row('jump to another part, painted', median(jumps), 50)
}
