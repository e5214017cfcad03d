import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { openStory } from '../support/story'

test('a suggestion says why, is accepted or dismissed with a reason, and can be taken back', async ({ desk, page }) => {
  const { id, title } = await desk.shell.call('document.sample')
  await openStory(desk, page, title)
  const panel = page.getByRole('tabpanel', { name: /^Suggestions/ })
  const list = panel.getByRole('list', { name: 'Suggestions' })
  const insertion = list.getByRole('button', { name: /Off-topic insertion/ }).filter({ hasText: 'School choir' })
  await insertion.click()
  await expect(panel.getByText('Interrupts a quotation that carries on after it')).toBeVisible()
  await expectAccessible(page, 'why a suggestion is made')
  await panel.getByRole('button', { name: 'Accept' }).click()
  await expect(insertion).toBeHidden()
  await expect(page.getByRole('group', { name: /^Not part of the story · 5 lines/ })).toBeVisible()

  const vague = list.getByRole('button', { name: /Vague attribution/ }).first()
  await vague.click()
  await panel.getByRole('button', { name: 'Dismiss' }).click()
  await expectAccessible(page, 'reasons to dismiss')
  await page.getByRole('combobox', { name: 'Why is it dismissed?' }).fill('The trust asked for it')
  await page.getByRole('option', { name: 'Because: The trust asked for it' }).click()
  await expect
    .poll(async () => (await desk.shell.call('document.open', { id })).review.decisions.map(({ outcome }) => outcome))
    .toEqual(['accepted', 'dismissed'])

  await page.getByRole('tab', { name: /^History/ }).click()
  const history = page.getByRole('tabpanel', { name: /^History/ })
  await history.getByRole('button', { name: /^Dismissed/ }).click()
  await expect(history.getByText('The trust asked for it')).toBeVisible()
  await expectAccessible(page, 'history')
  await history.getByRole('button', { name: 'Take back' }).click()
  await expect(history.getByRole('button', { name: /^Dismissed/ })).toBeHidden()
  await page.getByRole('tab', { name: /^Suggestions/ }).click()
  await expect(vague).toBeVisible()
  await expect(insertion).toBeHidden()
  const { review } = await desk.shell.call('document.open', { id })
  expect(review.decisions.map(({ outcome }) => outcome)).toEqual(['accepted'])
})

test('a review run is gone through by keys alone', async ({ desk, page }) => {
  const { id, title } = await desk.shell.call('document.sample')
  await openStory(desk, page, title)
  const panel = page.getByRole('tabpanel', { name: /^Suggestions/ })
  const current = panel.getByRole('button', { expanded: true }).filter({ hasText: '¶' })
  const { keyboard } = page
  await keyboard.press('r')
  await expect(panel.getByText(/^Review run · 1 of \d+$/)).toBeVisible()
  await expectAccessible(page, 'review run')
  const first = await current.innerText()
  await keyboard.press('j')
  await expect(current).not.toHaveText(first)
  await keyboard.press('k')
  await expect(panel.getByText(/^Review run · 1 of \d+$/)).toBeVisible()
  await keyboard.press('a')
  await expect(panel.getByText(/^Review run · 2 of \d+$/)).toBeVisible()
  await keyboard.press('x')
  await expect(page.getByRole('combobox', { name: 'Why is it dismissed?' })).toBeFocused()
  await keyboard.type('common')
  await keyboard.press('Enter')
  await expect(panel.getByText(/^Review run · 3 of \d+$/)).toBeVisible()
  await keyboard.press('u')
  await expect(panel.getByText(/^Review run · 2 of \d+$/)).toBeVisible()
  await keyboard.press('e')
  await expect(panel.getByRole('button', { name: 'Edit', expanded: true })).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('Escape')
  await expect(panel.getByRole('button', { name: 'Start a review run' })).toBeVisible()
  const { review } = await desk.shell.call('document.open', { id })
  expect(review.decisions.map(({ outcome }) => outcome)).toEqual(['accepted'])
})

test('all suggestions of a score are accepted at once, one undo takes them back, and a run ends with what is left', async ({
  desk,
  page,
}) => {
  const { id, title } = await desk.shell.call('document.sample')
  await openStory(desk, page, title)
  const panel = page.getByRole('tabpanel', { name: /^Suggestions/ })
  const decided = async (): Promise<number> => (await desk.shell.call('document.open', { id })).review.decisions.length

  await panel.getByRole('button', { name: 'Filter and sort' }).click()
  await panel.getByRole('combobox', { name: 'Kind' }).selectOption('Flags')
  await panel.getByRole('combobox', { name: 'Minimum score' }).selectOption('0.90 and above')
  await expectAccessible(page, 'filters of the suggestions')
  await panel.getByRole('button', { name: /^Accept all \d+$/ }).click()
  await expect.poll(decided).toBeGreaterThan(1)
  await expect(page.getByText(/^\d+ suggestions accepted\.$/).first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(decided).toBe(0)

  await panel.getByRole('button', { name: 'Start a review run' }).click()
  await panel.getByRole('button', { name: /^Accept all \d+$/ }).click()
  const summary = panel.getByRole('region', { name: 'The review run is done' })
  await expect(summary.getByText(/accepted, 0 dismissed\./)).toBeVisible()
  await expect(summary.getByRole('button', { name: 'Show all suggestions' })).toBeVisible()
  await expectAccessible(page, 'end of a review run')
})
