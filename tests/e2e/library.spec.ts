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
