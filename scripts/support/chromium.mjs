import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { run } from './run.mjs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const INSTALL_MS = 300_000

/**
 * A Chromium to run the journeys in: the one CHROMIUM_PATH names, the system's, Playwright's own, or, as root on a
 * Debian or Ubuntu, one installed from the system's packages.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<{ path?: string, problem?: string }>}
 */
export async function findChromium(say) {
  const named = process.env.CHROMIUM_PATH
  if (named)
    return existsSync(named) ? { path: named } : { problem: `CHROMIUM_PATH names ${named}, which is not there.` }
  const found = PLACES.find((path) => existsSync(path)) ?? (await playwrightsOwn())
  if (found) return { path: found }
  const mayInstall = process.getuid?.() === 0 && (await run('apt-get', ['--version'], { timeout: 10_000 })).code === 0
  if (mayInstall) {
    say('Installing Chromium from the system’s packages (apt-get install chromium)…')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { timeout: INSTALL_MS / 2, env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { timeout: INSTALL_MS, env })
    const installed = PLACES.find((path) => existsSync(path))
    if (installed) return { path: installed }
  }
  return {
    problem:
      'There is no Chromium to run the journeys in. Install one (Debian, Ubuntu: apt-get install chromium; ' +
      'elsewhere: npx playwright install chromium) or name one in CHROMIUM_PATH.',
  }
}

async function playwrightsOwn() {
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test')
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
  } catch {
    return undefined
  }
}
