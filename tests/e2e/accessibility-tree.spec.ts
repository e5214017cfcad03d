import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'

test.use({ firstStart: true })

const STORY = [
  'Night train to the coast returns in May',
  'The night train to the coast will run again from 4 May, the rail office said on Friday. It carried 96,000 people in its last year.',
  '“Nobody sleeps on a bus,” said Ruth Amsel, who led the campaign.',
  'Critics say the carriages are forty years old.',
].join('\n\n')

/** What somebody does who hears the page: goes to a thing by its role and name, and presses its key. No mouse, no looks. */
async function press(page: Page, thing: Locator, key = 'Enter'): Promise<void> {
  await thing.focus()
  await expect(thing).toBeFocused()
  await page.keyboard.press(key)
}

/** What is said last; each sentence once. */
const heard = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeAttached()

test('by the accessibility tree alone: a name, a story, decisions, a source, a flag, a page to hand on', async ({
  desk,
  page,
}) => {
  await desk.open()
  const { keyboard } = page
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await keyboard.type('Ruth Amsel')
  await press(page, page.getByRole('button', { name: 'Go straight to the library' }))

  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "No stories yet" [level=2]
  `)
  await press(page, page.getByRole('button', { name: 'Paste text' }).first())
  const paste = page.getByRole('dialog', { name: 'Paste a text' })
  await paste.getByRole('textbox', { name: 'Text' }).fill(STORY)
  await press(page, paste.getByRole('button', { name: 'Add to the library' }))

  const title = 'Night train to the coast returns in May'
  await expect(page.getByRole('heading', { level: 1, name: title }).first()).toBeVisible()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expect(page.getByRole('article', { name: 'Text of the story' })).toBeFocused()

  // One stop for the tabs; arrows move, and the list says kind, score and place.
  const suggestions = inspector.getByRole('tab', { name: /^Suggestions/ })
  await suggestions.focus()
  const list = inspector.getByRole('list', { name: 'Suggestions' })
  const vague = list.getByRole('button', { name: /^Vague attribution/ })
  await press(page, vague)
  await expect(vague).toHaveAttribute('aria-expanded', 'true')
  await press(page, inspector.getByRole('button', { name: /^Accept/ }).first())
  await expect(vague).toBeHidden()
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('1 open flag')
  const statistic = list.getByRole('button', { name: /96,000/ }).first()
  await press(page, statistic)
  await press(page, inspector.getByRole('button', { name: /^Accept/ }).first())
  await expect(statistic).toBeHidden()

  // The claims' list is the way to its fields.
  await suggestions.focus()
  await keyboard.press('ArrowRight')
  await expect(inspector.getByRole('tab', { name: /^Claims/, selected: true })).toBeFocused()
  const claim = inspector.getByRole('list', { name: 'Claims' }).getByRole('button', { name: /96,000/ })
  await press(page, claim)
  await press(page, inspector.getByRole('button', { name: /^Add source/ }))
  const source = page.getByRole('textbox', { name: 'Source', exact: true })
  await source.fill('Annual report of the rail office')
  await press(page, page.getByRole('button', { name: /^(Add source|Keep)/ }).last())
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('1 claim · 1 sourced')
  await expectAccessible(page, 'a claim with its source, by the tree alone')

  // In the text itself: one stop, each annotation announced with its place.
  await page.getByRole('article', { name: 'Text of the story' }).focus()
  await keyboard.press('Control+Home')
  await keyboard.press('n')
  await heard(page, /^Flag 1 of 1, /)
  await page.waitForTimeout(400)
  await heard(page, /^Flag 1 of 1, /)
  await keyboard.press('n')
  await heard(page, /^Claim 1 of 1, .*96,000/)
  await keyboard.press('Control+End')
  await keyboard.press('Alt+s')
  await expect(page.getByRole('toolbar', { name: 'Say something of the selected words' })).toBeVisible()
  await keyboard.press('f')
  await keyboard.type('style')
  await keyboard.press('Enter')
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('2 open flags')

  await press(page, page.getByRole('button', { name: /^Export/ }))
  const dialog = page.getByRole('dialog', { name: /^Export/ })
  await press(page, dialog.getByRole('radio', { name: /^Annotated page/ }), 'Space')
  const download = page.waitForEvent('download')
  await press(page, dialog.getByRole('button', { name: 'Export', exact: true }))
  const file = await download
  expect(await readFile(await file.path(), 'utf8')).toContain('Annual report of the rail office')
  await heard(page, /downloads|saved|Saved/)
})

test('parts of the window are landmarks with names, and one key goes round them', async ({ desk, page }) => {
  await desk.shell.call('settings.set', { author: { id: 'ra', name: 'Ruth Amsel', initials: 'RA' }, tourDone: true })
  await desk.shell.call('document.sample')
  await desk.open()
  await press(page, page.getByRole('grid', { name: 'Stories' }))
  await expect(page.getByRole('article', { name: 'Text of the story' })).toBeFocused()
  const stops = [
    page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { selected: true }),
    page.getByRole('banner').getByRole('button', { name: 'Library' }),
    page.getByRole('navigation', { name: 'Outline' }).getByRole('button').first(),
    page.getByRole('main').getByRole('slider', { name: 'Sourcing, sentence by sentence' }),
  ]
  for (const stop of stops) {
    await page.keyboard.press('F6')
    await expect(stop).toBeFocused()
  }
})
