import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { addStory, articleOf, FERRY, FERRY_TITLE, openStory, openTab, rowOf } from '../support/story'

/** Screens and overlays that no other journey ends on. */
test('the library: empty, with its menu, with a shelf that holds nothing', async ({ desk, page }) => {
  await desk.open()
  await expect(page.getByRole('heading', { name: 'No stories yet' })).toBeVisible()
  await expectAccessible(page, 'empty library')
  await page.getByRole('button', { name: 'Open the sample story' }).click()
  await expect(articleOf(page)).toBeFocused()
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await page.getByRole('button', { name: 'More' }).click()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await expectAccessible(page, 'menu of the library')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await page
    .getByRole('navigation', { name: 'Shelves' })
    .getByRole('button', { name: /^Must fix/ })
    .click()
  await expect(page.getByRole('heading', { name: 'Nothing on this shelf' })).toBeVisible()
  await expectAccessible(page, 'empty shelf')
})

test('the inspector: each list, empty and with a card open', async ({ desk, page }) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  await openStory(desk, page, FERRY_TITLE)
  for (const name of [/^Claims/, /^Flags/, /^Notes/, /^Sources/, /^History/]) {
    await openTab(page, name)
    await expectAccessible(page, `empty list: ${name.source}`)
  }
  const claim = { op: 'claim', start: 43, end: 60 } as const
  const { change } = await desk.shell.call('review.do', { document: id, command: claim })
  const made = change.patches.find(({ collection }) => collection === 'annotations')?.id ?? ''
  for (const command of [
    { op: 'source', citation: 'Timetable of the winter', url: 'https://example.org/a', claim: made },
    { op: 'flag', start: 62, end: 80, reason: 'style', severity: 'must-fix', note: 'Say it shorter.' },
    { op: 'highlight', start: 90, end: 99 },
  ] as const)
    await desk.shell.call('review.do', { document: id, command })
  for (const [name, list] of [
    [/^Claims/, 'Claims'],
    [/^Flags/, 'Flags'],
    [/^Notes/, 'Notes'],
    [/^Sources/, 'Sources'],
  ] as const) {
    const panel = await openTab(page, name)
    const card = panel.getByRole('list', { name: list }).getByRole('button').first()
    await card.click()
    await expect(card).toHaveAttribute('aria-expanded', 'true')
    await expectAccessible(page, `list with an open card: ${list}`)
  }
  await page.getByRole('button', { name: 'More' }).click()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await expectAccessible(page, 'menu of a story')
})

test('a narrow window, as 400 % zoom makes it, shows the story and takes marks', async ({ desk, page }) => {
  await addStory(desk, 'ferry.txt', FERRY)
  await desk.open()
  await page.setViewportSize({ width: 360, height: 640 })
  await expectAccessible(page, 'library in a narrow window')
  await rowOf(page, FERRY_TITLE).getByText(FERRY_TITLE).click()
  await expect(articleOf(page)).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Alt+s')
  await page.keyboard.press('c')
  await expect(page.getByRole('listbox', { name: 'Type of claim' })).toBeInViewport()
  await expectAccessible(page, 'story in a narrow window')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('a story that cannot be opened is said in a sentence, with a way on', async ({ desk, page }) => {
  await addStory(desk, 'ferry.txt', FERRY)
  await desk.open()
  await rm(join(desk.home, 'library', 'documents'), { recursive: true })
  await rowOf(page, FERRY_TITLE).getByText(FERRY_TITLE).click()
  await expect(page.getByRole('heading', { name: 'This story cannot be opened' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expectAccessible(page, 'a story that cannot be opened')
  await page.getByRole('main').getByRole('button', { name: 'Library' }).click()
  await expect(rowOf(page, FERRY_TITLE)).toBeVisible()
})

test('what lies over a screen: each opened by its command, closed by Escape, and whole at 400 % zoom', async ({
  desk,
  page,
}) => {
  const { title } = await desk.shell.call('document.sample')
  await openStory(desk, page, title)
  await page.keyboard.press('r')
  await page.keyboard.press('Shift+A')
  await expect(page.getByRole('combobox', { name: 'Accept many…' })).toBeFocused()
  await expectAccessible(page, 'many to accept')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 320, height: 256 })
  for (const command of [
    'Choose keys…',
    'Help',
    'Settings…',
    'House rules…',
    'Statistics of the library',
    'Passages that repeat',
    'Earlier states',
    'Export…',
    'Keys',
    'Licences',
  ]) {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'All commands' })).toBeFocused()
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog').filter({ has: page.getByRole('heading', { level: 2 }) })
    await expect(dialog.getByRole('heading', { level: 2 }), command).toBeVisible()
    // Nothing is wider than the window; a table may scroll in itself.
    const wide = await dialog.evaluate((element) => {
      const sheet = element.firstElementChild
      return [sheet, ...(sheet?.children ?? [])].flatMap((part) =>
        part && part.scrollWidth > part.clientWidth + 1 ? [part.outerHTML.slice(0, 160)] : [],
      )
    })
    expect(wide, command).toEqual([])
    if (command === 'Choose keys…') await expectAccessible(page, 'keys to choose')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})
