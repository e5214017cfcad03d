import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { addStory, articleOf, FERRY, FERRY_TITLE, rowOf } from '../support/story'

const LONG = [
  'Notes on a long winter',
  ...Array.from({ length: 60 }, (_, day) => `Day ${day + 1} passed as the day before it had passed.`),
  'Then the lamplighter came home.',
].join('\n\n')

test('stories go to the trash and come back, by button, by key and by undo', async ({ desk, page }) => {
  await addStory(desk, 'ferry.txt', FERRY)
  await addStory(desk, 'winter.txt', LONG)
  await desk.open()
  const row = rowOf(page, FERRY_TITLE)
  await page.getByRole('checkbox', { name: `Select “${FERRY_TITLE}”` }).check()
  await expectAccessible(page, 'library with a selection')
  await page.getByRole('button', { name: 'Move to trash' }).click()
  await expect(row).toBeHidden()
  const notices = page.getByRole('region', { name: 'Notices' })
  await notices.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()

  await page.getByRole('checkbox', { name: `Select “${FERRY_TITLE}”` }).check()
  await page.getByRole('grid', { name: 'Stories' }).press('Delete')
  await expect(row).toBeHidden()
  await desk.restart()
  const shelves = page.getByRole('navigation', { name: 'Shelves' })
  await expect(rowOf(page, 'Notes on a long winter')).toBeVisible()
  await expect(row).toBeHidden()
  await shelves.getByRole('button', { name: /^Trash/ }).click()
  await expect(row).toBeVisible()
  await expectAccessible(page, 'trash')
  await page.getByRole('checkbox', { name: `Select “${FERRY_TITLE}”` }).check()
  await page.getByRole('button', { name: 'Put back' }).click()
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
  await expectAccessible(page, 'empty trash')
  await shelves.getByRole('button', { name: /^All stories/ }).click()
  await expect(row).toBeVisible()
})

test('a search of the library finds texts and notes and opens the story at the place', async ({ desk, page }) => {
  const id = await addStory(desk, 'winter.txt', LONG)
  await addStory(desk, 'ferry.txt', FERRY)
  const { document } = await desk.shell.call('document.open', { id })
  const start = document.text.indexOf('Day 40')
  const note = 'Ask the almanac.'
  await desk.shell.call('review.do', { document: id, command: { op: 'comment', start, end: start + 6, note } })
  await desk.open()
  await page.keyboard.press('/')
  const field = page.getByRole('searchbox', { name: 'Search texts and annotations' })
  await expect(field).toBeFocused()
  await page.keyboard.type('lamplighter')
  const results = page.getByRole('list', { name: 'Search results' })
  await expect(results.getByRole('button', { name: /lamplighter/ })).toBeVisible()
  await expectAccessible(page, 'search results')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main', { name: 'Notes on a long winter' })).toBeVisible()
  await expect(articleOf(page).getByText('Then the lamplighter came home.')).toBeInViewport()

  await page.getByRole('button', { name: 'Library' }).click()
  await field.fill('almanac')
  await results.getByRole('button', { name: /almanac/ }).click()
  await expect(articleOf(page).getByText('Day 40 passed')).toBeInViewport()
  await expect(page.getByRole('tabpanel', { name: /^Notes/ })).toContainText(note)

  await page.getByRole('button', { name: 'Library' }).click()
  await field.fill('zeppelin')
  await expect(page.getByRole('heading', { name: 'Nothing found for “zeppelin”.' })).toBeVisible()
  await expectAccessible(page, 'a search that finds nothing')
})

const PROMPT = 'Sign up for our morning letter, it comes at seven.'

test('stories are filed by key and by drag, narrowed down, renamed, and put back', async ({ desk, page }) => {
  for (const name of ['Quay', 'Mill', 'Kiln'])
    await addStory(desk, `${name}.txt`, `${name} papers\n\nThe ${name} is shut.\n`)
  await desk.open()
  const shelves = page.getByRole('navigation', { name: 'Shelves' })
  const list = page.getByRole('grid', { name: 'Stories' })
  await page.getByRole('checkbox', { name: 'Select “Quay papers”' }).check()
  await page.getByRole('checkbox', { name: 'Select “Mill papers”' }).check()
  await list.focus()
  await page.keyboard.press('m')
  await expect(page.getByRole('combobox', { name: 'Find a folder, or name a new one' })).toBeFocused()
  await page.keyboard.type('Council')
  await expectAccessible(page, 'a new folder')
  await page.keyboard.press('Enter')
  await expect(shelves.getByRole('button', { name: 'Council 2' })).toBeVisible()
  await page.keyboard.press('t')
  await page.keyboard.type('wire')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: 'wire 2' })).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page, 'tags of two stories')
  await page.keyboard.press('Escape')
  await rowOf(page, 'Kiln papers').dragTo(shelves.getByRole('button', { name: /^Council/ }))
  await expect(shelves.getByRole('button', { name: 'Council 3' })).toBeVisible()
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).last().click()
  await expect(shelves.getByRole('button', { name: 'Council 2' })).toBeVisible()

  await desk.restart()
  await shelves.getByRole('button', { name: 'Council 2' }).click()
  await expect(list.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'Rename…' }).click()
  await page.keyboard.type('Town hall')
  await expectAccessible(page, 'renaming a folder')
  await page.keyboard.press('Enter')
  await expect(shelves.getByRole('button', { name: 'Town hall 2' })).toHaveAttribute('aria-current', 'true')

  await shelves.getByRole('button', { name: /^All stories/ }).click()
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Tag' })).toBeFocused()
  await page.getByRole('combobox', { name: 'Tag' }).selectOption({ label: 'wire (2)' })
  await expectAccessible(page, 'the filter')
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'Kiln papers')).toBeHidden()
  await page.getByRole('searchbox').fill('shut')
  await expect(page.getByRole('main').getByText('2 places in 2 stories')).toBeVisible()
  await page.getByRole('button', { name: 'Take away: Tag: wire' }).click()
  await expect(page.getByRole('main').getByText('3 places in 3 stories')).toBeVisible()
  await expectAccessible(page, 'a narrowed search')
})

test('what repeats is called boilerplate with one key, and statistics are read and saved', async ({ desk, page }) => {
  const ids = []
  for (const name of ['Quay', 'Mill', 'Kiln'])
    ids.push(await addStory(desk, `${name}.txt`, `${name} papers\n\nThe ${name} is shut.\n\n${PROMPT}\n`))
  await desk.shell.call('review.do', {
    document: ids[0] ?? '',
    command: { op: 'flag', start: 0, end: 4, reason: 'privacy' },
  })
  await desk.open()
  const shelves = page.getByRole('navigation', { name: 'Shelves' })
  await shelves.getByRole('button', { name: 'Repeated passages' }).click()
  const passage = page.getByRole('article', { name: PROMPT })
  await passage.focus()
  await expectAccessible(page, 'repeated passages')
  await page.keyboard.press('b')
  await expect(passage).toBeHidden()
  await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'boilerplate' })
  await expect(passage).toContainText('In 3 stories')
  await expectAccessible(page, 'passages that are boilerplate')
  await page.keyboard.press('Escape')
  const { detection } = await desk.shell.call('document.open', { id: ids[2] ?? '' })
  expect(detection.suggestions.flatMap(({ signals }) => signals.map(({ name }) => name))).toContain('house-boilerplate')

  await shelves.getByRole('button', { name: 'Statistics' }).click()
  await expect(page.getByRole('row', { name: /^Privacy 1 1 0/ })).toBeVisible()
  await expectAccessible(page, 'statistics')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ])
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toContain('flag reason,privacy,open,1\r\n')
})
