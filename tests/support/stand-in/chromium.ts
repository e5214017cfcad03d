import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '../chromium'

/**
 * The Chromium that stands in for Electron's own, with the profile in the program's data folder, so that what a page
 * stores outlives a restart. A second driver, the test, finds it by the port.
 */
export async function launchChromium(
  userData: string,
  switches: readonly string[],
): Promise<{ context: BrowserContext; port: number }> {
  const profile = join(userData, 'chromium')
  mkdirSync(profile, { recursive: true })
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    viewport: { width: 1280, height: 800 },
    args: [...CHROMIUM_FLAGS, '--remote-debugging-port=0', ...switches],
  })
  const port = Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n', 1)[0])
  return { context, port }
}
