import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import {
  addStory,
  choice,
  FERRY,
  FERRY_TITLE,
  openStory,
  rowOf,
  selectByMouse,
  selectSentenceByKeys,
  storyIsOpen,
} from '../support/story'

for (const how of ['stop', 'kill'] as const)
  test(`after a ${how} everything is found again, and undo and redo go on where they were`, async ({ desk, page }) => {
    const id = await addStory(desk, 'ferry.txt', FERRY)
    const text = await openStory(desk, page, FERRY_TITLE)
    const made = page.getByText('1 claim · 0 sourced')
    await selectSentenceByKeys(page, 3)
    await page.keyboard.press('c')
    await choice(page, 'Type of claim', 'Statistic').click()
    await expect(made).toBeVisible()
    await selectByMouse(page, 'north pier')
    await page.keyboard.press('m')
    await expect(page.getByRole('textbox', { name: 'Comment on these words' })).toBeFocused()
    await page.keyboard.type('Not the south pier?')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tabpanel', { name: /^Notes/ })).toContainText('Not the south pier?')
    await page.getByRole('combobox', { name: 'Verdict' }).selectOption('Changes needed')
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
    await expect
      .poll(async () => (await desk.shell.call('document.open', { id })).review.verdicts.at(-1)?.value)
      .toBe('changes-needed')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('combobox', { name: 'Verdict' })).not.toHaveValue('changes-needed')

    await desk.restart(how)
    await rowOf(page, FERRY_TITLE).getByText(FERRY_TITLE).click()
    await storyIsOpen(page, FERRY_TITLE)
    await expect(made).toBeVisible()
    await expect(text.getByText('north pier', { exact: true })).toBeVisible()
    await page.keyboard.press('Control+Shift+z')
    await expect(page.getByRole('combobox', { name: 'Verdict' })).toHaveValue('changes-needed')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(text.getByText('north pier', { exact: true })).toBeHidden()
    await page.keyboard.press('Control+Shift+z')
    await page.getByRole('tab', { name: /^Notes/ }).click()
    await expect(page.getByRole('tabpanel', { name: /^Notes/ })).toContainText('Not the south pier?')
    await expectAccessible(page, 'a story after a restart')
  })

test.describe('while the program does not answer', () => {
  test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET/] })

  test('it is said, and a mark that could not be kept is not shown as if it were', async ({ desk, page }) => {
    await addStory(desk, 'ferry.txt', FERRY)
    await openStory(desk, page, FERRY_TITLE)
    await desk.shell.kill()
    await expect(page.getByRole('contentinfo').getByText('Blue Pencil does not answer. Trying again…')).toBeVisible()
    await selectSentenceByKeys(page, 3)
    await page.keyboard.press('c')
    await expect(page.getByRole('region', { name: 'Notices' }).getByText(/\.$/)).toBeVisible()
    await expect(page.getByText('0 claims · 0 sourced')).toBeVisible()
    await expectAccessible(page, 'a story while the program does not answer')
    await desk.restart()
    await expect(rowOf(page, FERRY_TITLE)).toBeVisible()
  })
})
