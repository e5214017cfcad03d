/**
 * node scripts/screenshots.mjs [--readme] [--scene NAME]… [--look NAME]… [--out DIR]
 *
 * Pictures of every screen in every look (light, dark, forced colours, two window sizes, 200 % and 400 % zoom, German),
 * through the built browser shell, to be looked at; into a temporary folder unless another is named. `--readme` makes the
 * README's pictures into resources/pictures instead.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findChromium } from './support/chromium.mjs'
import { addLaterText, caller, fillLibrary } from './support/picture-library.mjs'
import { KEYS, LOOKS, SCENES } from './support/picture-scenes.mjs'
import { build, isBuilt } from './support/set-up.mjs'

const { values: wanted } = parseArgs({
  options: {
    readme: { type: 'boolean' },
    scene: { type: 'string', multiple: true },
    look: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
})
const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { path, problem } = await findChromium((line) => console.log(line))
const complaint = problem ?? (isBuilt(root) ? undefined : await build())
if (complaint) throw new Error(complaint)

const folder = wanted.readme
  ? join(root, 'resources', 'pictures')
  : (wanted.out ?? mkdtempSync(join(tmpdir(), 'bluepencil-pictures-')))
mkdirSync(folder, { recursive: true })
const looks = LOOKS.filter(({ name }) =>
  wanted.readme ? ['light-1280', 'dark-1280'].includes(name) : !wanted.look || wanted.look.includes(name),
)
const scenes = SCENES.filter(
  ({ name, picture }) => (picture || !wanted.readme) && (!wanted.scene || wanted.scene.includes(name)),
)

const home = mkdtempSync(join(tmpdir(), 'bluepencil-scenes-'))
const { serve } = await import(pathToFileURL(join(root, 'out', 'main', 'browser.js')).href)
const serving = await serve({ home, library: join(home, 'library') })
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] })
const wrong = []
try {
  const call = caller(serving.url)
  const story = await fillLibrary(call)
  // The README shows a story as it comes first, with the usual keys.
  if (wanted.readme)
    await shootAll(
      scenes.filter(({ later }) => !later),
      story.title,
    )
  await addLaterText(call, story.id)
  await call('settings.set', { keys: KEYS })
  await shootAll(wanted.readme ? scenes.filter(({ later }) => later) : scenes, story.title)
} finally {
  await browser.close()
  await serving.close()
  rmSync(home, { recursive: true, force: true })
}
console.log(folder)
for (const line of wrong) console.error(line)
if (wrong.length > 0) process.exitCode = 1

async function shootAll(some, title) {
  for (const { name: look, ...context } of looks) {
    const place = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...context })
    for (const scene of some) await shoot(place, scene, look, title)
    await place.close()
  }
}

/** Each scene in a page of its own: none depends on how another left the window. */
async function shoot(place, { name, at, show }, look, title) {
  const page = await place.newPage()
  page.on('pageerror', ({ message }) => wrong.push(`${name}, ${look}: ${message}`))
  try {
    await page.goto(serving.url)
    const row = page.getByText(title).first()
    await row.waitFor()
    if (at === 'story') {
      await row.click()
      await page.getByRole('article').first().waitFor()
      await page.waitForTimeout(400)
    }
    await show(page)
    await page.evaluate(() => globalThis.document.fonts.ready)
    await page.waitForTimeout(350)
    const file = wanted.readme ? `${name}-${look.replace('-1280', '')}.png` : `${name}-${look}.png`
    await page.screenshot({ path: join(folder, file) })
    console.log(file)
  } catch (error) {
    wrong.push(`${name}, ${look}: ${error.message.split('\n', 1)[0]}`)
  } finally {
    await page.close()
  }
}
