import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { rowOf, storyIsOpen } from '../support/story'

test.use({ firstStart: true })

const SAMPLE = 'Harbour wall repairs “cannot wait for spring”, council told'

test('a first start asks for a name once, shows the sample story and lets the guided run be left', async ({
  desk,
  page,
}) => {
  await desk.open()
  const name = page.getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await page.getByRole('button', { name: 'Open the sample story' }).click()
  await expect(page.getByText('Type your name first.')).toBeVisible()
  await expectAccessible(page, 'first start')

  await name.fill('Ruth Amsel')
  await expect(page.getByRole('textbox', { name: 'Initials' })).toHaveValue('RA')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main', { name: SAMPLE })).toBeVisible()
  const tour = page.getByRole('region', { name: 'Guided run' })
  await expect(tour.getByText('Step 1 of 6')).toBeVisible()
  await expectAccessible(page, 'guided run')
  await tour.getByRole('button', { name: 'Next' }).click()
  await expect(tour.getByRole('heading', { name: 'Each one says why' })).toBeVisible()
  await tour.getByRole('button', { name: 'Leave' }).click()
  await expect(tour).toBeHidden()
  await expect(page.getByText('Reviewer: Ruth Amsel')).toBeAttached()

  await desk.restart()
  await expect(page.getByRole('grid', { name: 'Stories' })).toBeVisible()
  await expect(name).toBeHidden()
  await expect(tour).toBeHidden()
  await rowOf(page, SAMPLE).getByText(SAMPLE).click()
  await storyIsOpen(page, SAMPLE)
})

test('the guided run is gone through by Enter alone and ends where work begins', async ({ desk, page }) => {
  await desk.open()
  await page.getByRole('textbox', { name: 'Name' }).fill('Ruth Amsel')
  await page.keyboard.press('Enter')
  const tour = page.getByRole('region', { name: 'Guided run' })
  for (const step of [1, 2, 3, 4, 5]) {
    await expect(tour.getByText(`Step ${step} of 6`)).toBeVisible()
    await expect(tour.getByRole('button', { name: 'Next' })).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await expect(tour.getByRole('button', { name: 'Finish' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tour).toBeHidden()
  await expectAccessible(page, 'sample story after the guided run')
  expect((await desk.shell.call('settings.get')).tourDone).toBe(true)
})
