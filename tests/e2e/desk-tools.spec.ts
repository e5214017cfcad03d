import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { addStory, articleOf, openStory, storyIsOpen, toolbarOf } from '../support/story'

const TITLE = 'A year of the lock keeper'
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October']
const YEAR = [
  `# ${TITLE}`,
  ...MONTHS.flatMap((month, at) => [
    `## ${month}`,
    `In ${month} the lock keeper let ${at * 20 + 31} boats through, the canal office said. The water stood high.`,
    ...Array.from({ length: 5 }, (_, day) => `On day ${day + 1} of ${month} nothing else was written down.`),
  ]),
  'The heron came back in the end.',
].join('\n\n')

test('words are found in the story, in any case, forwards and backwards', async ({ desk, page }) => {
  await addStory(desk, 'lock.md', YEAR)
  const text = await openStory(desk, page, TITLE)
  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search', { name: 'Find in the story' })
  const field = bar.getByRole('searchbox', { name: 'Find words' })
  await expect(field).toBeFocused()
  await page.keyboard.type('LOCK KEEPER LET')
  await expect(bar.getByRole('status')).toHaveText('1 of 10')
  await page.keyboard.press('Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText('10 of 10')
  await expect(text.getByText(/^In October/)).toBeInViewport()
  await expectAccessible(page, 'find in the story')
  await field.fill('pelican')
  await expect(bar.getByRole('status')).toHaveText('Not found')
  await field.fill('heron')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  // What was found is selected, ready for the next key.
  await expect(toolbarOf(page)).toBeVisible()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('heron')
})

test('outline, barcode and paragraph numbers lead through the story', async ({ desk, page }) => {
  await addStory(desk, 'lock.md', YEAR)
  const text = await openStory(desk, page, TITLE)
  const last = text.getByText('The heron came back in the end.')
  const outline = page.getByRole('navigation', { name: 'Outline' })
  await outline.getByRole('button', { name: /^August/ }).click()
  await expect(text.getByText(/^In August/)).toBeInViewport()
  await expect(outline.getByRole('button', { name: /^August/ })).toHaveAttribute('aria-current', 'true')

  const strip = page.getByRole('slider', { name: 'Sourcing, sentence by sentence' })
  await strip.press('End')
  await expect(last).toBeInViewport()
  await expect(strip).toHaveAttribute('aria-valuetext', /The heron came back in the end\.$/)
  await strip.press('Home')
  await expect(last).not.toBeInViewport()
  const box = await strip.boundingBox()
  await strip.click({ position: { x: (box?.width ?? 0) - 20, y: (box?.height ?? 0) / 2 } })
  await expect(last).toBeInViewport()

  await text.focus()
  await page.keyboard.press('g')
  const paragraph = page.getByRole('dialog', { name: 'Go to paragraph' })
  await expectAccessible(page, 'going to a paragraph')
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(paragraph).toBeHidden()
  await expect(text.getByText(/^In January/)).toBeInViewport()

  await page.keyboard.press('Control+Alt+o')
  await expect(outline).toBeHidden()
  await expectAccessible(page, 'a story without its outline')
})

test('palette and key sheet reach what can be done', async ({ desk, page }) => {
  await addStory(desk, 'lock.md', YEAR)
  await openStory(desk, page, TITLE)
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'All commands' })
  await expect(palette.getByRole('combobox', { name: 'All commands' })).toBeFocused()
  await expectAccessible(page, 'palette')
  await page.keyboard.type('keys')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByText('Highlight', { exact: true })).toBeVisible()
  await expectAccessible(page, 'key sheet')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(articleOf(page)).toBeFocused()
  await page.keyboard.press('?')
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')

  // From the library a story is opened by its title.
  await page.getByRole('button', { name: 'Library' }).click()
  await expect(page.getByRole('grid', { name: 'Stories' })).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lock keeper')
  await page.keyboard.press('Enter')
  await storyIsOpen(page, TITLE)
})

test('settings change at once and are kept: theme, size, name, single-letter keys', async ({ desk, page }) => {
  await addStory(desk, 'lock.md', YEAR)
  await openStory(desk, page, TITLE)
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expectAccessible(page, 'settings')
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await paper()
  await settings.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(paper).not.toBe(light)
  const dark = await paper()
  const size = settings.getByRole('slider', { name: 'Text size of the article' })
  await size.press('End')
  await expect(size).toHaveAttribute('aria-valuetext', '32 px')
  await settings.getByRole('textbox', { name: 'Name' }).fill('Ines F. Falk')
  await settings.getByRole('checkbox', { name: 'Single-letter keys' }).uncheck()
  await expect.poll(async () => (await desk.shell.call('settings.get')).letterKeys).toBe(false)
  await page.keyboard.press('Escape')
  await expect(settings).toBeHidden()
  await page.keyboard.press('r')
  await expect(page.getByRole('button', { name: 'Review run', pressed: true })).toBeHidden()

  await desk.restart()
  expect(await paper()).toBe(dark)
  await expect(page.getByText('Reviewer: Ines F. Falk')).toBeAttached()
  expect(await desk.shell.call('settings.get')).toMatchObject({ theme: 'dark', textSize: 32, letterKeys: false })
  await expectAccessible(page, 'library in the dark theme that was chosen')
})
