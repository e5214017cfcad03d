/**
 * Makes the README's pictures into resources/pictures, through the browser shell on the sample story: every screen in
 * light and dark.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from './support/chromium.mjs'
import { STORIES } from './support/picture-stories.mjs'
import { build, isBuilt } from './support/set-up.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const pictures = join(root, 'resources', 'pictures')
const viewport = { width: 1280, height: 800 }
const EDITOR = { id: 'ines-falk', name: 'Ines Falk', initials: 'IF' }

process.chdir(root)
const { path, problem } = await findChromium((line) => console.log(line))
const complaint = problem ?? (isBuilt(root) ? undefined : await build())
if (complaint) throw new Error(complaint)
mkdirSync(pictures, { recursive: true })

const home = mkdtempSync(join(tmpdir(), 'bluepencil-pictures-'))
const { serve } = await import(pathToFileURL(join(root, 'out', 'main', 'browser.js')).href)
const serving = await serve({ home, library: join(home, 'library') })
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const story = await setTheScene()
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' })
    const picture = (name) => shoot(page, `${name}-${colorScheme}.png`)
    await page.goto(serving.url)
    await page.getByText(story.title).first().waitFor()
    await picture('library')
    await page.getByText(story.title).first().dblclick()
    await page.getByRole('article').first().waitFor()
    await picture('desk')
    await page.getByText('Halloran said the closure').dblclick()
    await picture('selection')
    await page.keyboard.press('Escape')
    await page.keyboard.press('r')
    await picture('review-run')
    await page.keyboard.press('Escape')
    await page.keyboard.press('l')
    await page.getByRole('table', { name: 'Claims' }).waitFor()
    await picture('claims-desk')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Export' }).click()
    await picture('export')
    await page.close()
  }
} finally {
  await browser.close()
  await serving.close()
  rmSync(home, { recursive: true, force: true })
}

/** The sample story half-way through a review: some suggestions accepted, one dismissed, a source found. */
async function setTheScene() {
  await call('settings.set', { author: EDITOR, tourDone: true })
  for (const { name, text, verdict } of STORIES) await bring(name, text, verdict)
  const story = await call('document.sample')
  const { detection } = await call('document.open', { id: story.id })
  const surest = (kind, count) =>
    detection.suggestions
      .filter((one) => one.kind === kind)
      .toSorted((a, b) => b.score - a.score || a.start - b.start)
      .slice(0, count)
  for (const suggestion of [...surest('flag', 2), ...surest('claim', 3)])
    await call('review.do', { document: story.id, command: { op: 'accept', suggestion } })
  const { review } = await call('document.open', { id: story.id })
  const claim = review.annotations.find(({ kind }) => kind === 'claim')
  if (claim)
    await call('review.do', {
      document: story.id,
      command: { op: 'source', citation: 'Harbour office, minutes of 3 March', claim: claim.id, stance: 'supports' },
    })
  return story
}

/** A story into the library, its surest suggestions accepted, with a verdict. */
async function bring(name, text, value) {
  const bytes = { $bytes: Buffer.from(text).toString('base64') }
  const [{ document }] = await call('document.import', { files: [{ name, bytes }] })
  const { detection } = await call('document.open', { id: document.id })
  const commands = detection.suggestions
    .filter((s) => s.score > 0.7)
    .map((suggestion) => ({ op: 'accept', suggestion }))
  if (value === 'not-started') return
  await call('review.do', { document: document.id, command: { op: 'batch', label: 'accept', commands } })
  await call('review.do', { document: document.id, command: { op: 'verdict', value } })
  if (value !== 'cleared') return
  const { review } = await call('document.open', { id: document.id })
  for (const { kind, id } of review.annotations) {
    const source = { op: 'source', citation: 'Notes of the interview, page 2', kind: 'on-record-interview', claim: id }
    const command = kind === 'claim' ? source : { op: 'resolve', id, resolution: 'rewritten' }
    if (kind === 'claim' || kind === 'flag') await call('review.do', { document: document.id, command })
  }
}

async function call(method, args = {}) {
  const { origin, hash } = new URL(serving.url)
  const headers = { origin, 'content-type': 'application/json', 'x-bluepencil-token': hash.replace('#token=', '') }
  const response = await fetch(`${origin}/rpc`, { method: 'POST', headers, body: JSON.stringify({ method, args }) })
  const result = await response.json()
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

async function shoot(page, name) {
  await page.evaluate(() => globalThis.document.fonts.ready)
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(pictures, name) })
  console.log(name)
}
