import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
}

/**
 * Fails when axe finds anything on the screen as it stands, in light and in dark. Runs in a world of its own, so that
 * the page's content security policy stays as it is and the page sees nothing of it.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))))
    // Colours that are still on their way to the other theme are nobody's to judge.
    await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'), undefined, {
      timeout: 1_000,
    })
    expect(await violations(page), `${screen}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
}

async function violations(page: Page): Promise<string[]> {
  const driver = await page.context().newCDPSession(page)
  try {
    const { frameTree } = await driver.send('Page.getFrameTree')
    const { executionContextId: contextId } = await driver.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'axe',
    })
    await driver.send('Runtime.evaluate', { expression: AXE, contextId })
    const { result, exceptionDetails } = await driver.send('Runtime.evaluate', {
      expression: `axe.run(document, ${JSON.stringify(OPTIONS)})`,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    const found = (result.value as AxeResults).violations
    return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`))
  } finally {
    await driver.detach()
  }
}
