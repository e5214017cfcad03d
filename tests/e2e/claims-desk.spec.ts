import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { addStory, FERRY, FERRY_TITLE, openStory } from '../support/story'

test('claims are checked in a table, the gate says what is left, and the story is cleared when nothing is', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const { document } = await desk.shell.call('document.open', { id })
  const body = document.blocks.filter(({ kind }) => kind === 'paragraph')
  const [first, second] = [body.at(-1), body.at(-2)]
  if (!first || !second) throw new Error('The story has too few paragraphs.')
  for (const { start, end } of [first, second])
    await desk.shell.call('review.do', { document: id, command: { op: 'claim', start, end } })
  await openStory(desk, page, FERRY_TITLE)

  await page.getByRole('combobox', { name: 'Verdict' }).selectOption('Cleared')
  const gate = page.getByRole('tabpanel', { name: /^Before clearing/ })
  await expect(gate.getByText('2 claims are not checked')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Verdict' })).not.toHaveValue('cleared')
  await expectAccessible(page, 'before clearing')

  await page
    .getByRole('tab', { name: /^Claims/ })
    .first()
    .click()
  const table = page.getByRole('table', { name: 'Claims' })
  for (const row of await table.getByRole('combobox', { name: /^Status of/ }).all())
    await row.selectOption('Attributed only')
  const speaker = table.getByRole('textbox', { name: /^Speaker of/ }).first()
  await speaker.fill('Oona Marsh')
  await speaker.press('Enter')
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('Speaker')
  await expect(page.getByRole('table', { name: 'Oona Marsh' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Filter the claims' }).fill('oona')
  await expect(page.getByText('1 claim', { exact: true })).toBeVisible()
  await expectAccessible(page, 'claims desk')
  await page.getByRole('tab', { name: 'Voices' }).click()
  await expect(page.getByRole('row', { name: /Oona Marsh/ })).toBeVisible()
  await expectAccessible(page, 'voices')

  await page.keyboard.press('Escape')
  await expect(page.getByRole('article')).toBeVisible()
  const { review } = await desk.shell.call('document.open', { id })
  expect(review.annotations.map((one) => one.kind === 'claim' && one.status)).toEqual([
    'attributed-only',
    'attributed-only',
  ])
  await page.getByRole('combobox', { name: 'Verdict' }).selectOption('Cleared')
  await expect(page.getByRole('combobox', { name: 'Verdict' })).toHaveValue('cleared')
})

test('the address of a source is shown whole where the window opens no pages', async ({ desk, page }) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const url = 'https://example.org/minutes?item=4'
  await desk.shell.call('review.do', { document: id, command: { op: 'source', citation: 'Council minutes', url } })
  await openStory(desk, page, FERRY_TITLE)
  await page
    .getByRole('tab', { name: /^Sources/ })
    .first()
    .click()
  await page.getByText('Council minutes').first().click()
  await page.getByRole('button', { name: 'Open the address' }).click()
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(url)
  await expectAccessible(page, 'an address to copy')
})

test('a pattern is muted while a suggestion is dismissed, and proposed again from the house rules', async ({
  desk,
  page,
}) => {
  await addStory(desk, 'critics.txt', 'Quay shut\n\nThe quay will collapse within a year, critics say.\n')
  await openStory(desk, page, 'Quay shut')
  const lists = page.getByRole('complementary')
  const proposed = lists.getByText('Vague attribution')
  await proposed.first().click()
  await page.keyboard.press('x')
  await page.getByRole('checkbox', { name: 'Not in any story of this library' }).check()
  await page.getByRole('option', { name: 'House style allows it' }).click()
  await expect(proposed).toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('House rules')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'House rules of this library' })
  await expect(dialog.getByText('House style allows it')).toBeVisible()
  await expectAccessible(page, 'house rules')
  await dialog.getByRole('button', { name: /^Propose it again/ }).click()
  await expect(dialog.getByText('Nothing is muted.')).toBeVisible()
  await page.keyboard.press('Escape')
  // Its dismissal in this story stands.
  await expect(proposed).toHaveCount(0)
})
