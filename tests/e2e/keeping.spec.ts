import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { addStory, FERRY, FERRY_TITLE, openStory } from '../support/story'

test('an earlier state of a story is put back from the palette, and what it replaced can be put back too', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const mark = (start: number) =>
    desk.shell.call('review.do', { document: id, command: { op: 'highlight', start, end: start + 10 } })
  await mark(0)
  await desk.restart()
  await mark(20)
  await desk.restart()
  await mark(40)
  const annotations = async () => (await desk.shell.call('document.open', { id })).review.annotations.length

  await openStory(desk, page, FERRY_TITLE)
  const show = async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('earlier states')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: /^Earlier states of/ })).toBeVisible()
  }
  await show()
  await expect(page.getByRole('radio')).toHaveCount(3)
  await expectAccessible(page, 'earlier states')
  await page.getByRole('radio', { name: /\b1 annotation,/ }).check()
  await page.getByRole('button', { name: 'Put back' }).click()
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('is as it was then')
  await expect.poll(annotations).toBe(1)

  await show()
  await page.getByRole('radio', { name: /\b3 annotations,/ }).check()
  await page.getByRole('button', { name: 'Put back' }).click()
  await expect.poll(annotations).toBe(3)
})

test('the report of a problem is shown whole, and saved as it was shown', async ({ desk, page }) => {
  await addStory(desk, 'ferry.txt', FERRY)
  await desk.open()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('report a problem')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Report a problem' })
  const text = dialog.locator('pre')
  await expect(text).toContainText('documents: 1')
  await expect(text).not.toContainText(FERRY_TITLE)
  await expectAccessible(page, 'report a problem')
  const shown = await text.textContent()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save…' }).click()
  const stream = await (await downloading).createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  expect(Buffer.concat(parts).toString('utf8')).toBe(shown)
})

test('the licences of what ships are there to read', async ({ desk, page }) => {
  await desk.open()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('licences')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Licences' }).locator('pre')).toContainText(/^svelte \d/m)
})
