import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '../support/fixtures'
import { expectAccessible } from '../support/axe'

test('the page shows the library, takes the token out of the address and hears events', async ({ desk, page }) => {
  await desk.open()
  await expect(page).toHaveTitle(/Blue Pencil/)
  expect(page.url()).not.toContain('token')
  await desk.shell.call('document.sample')
  const [story] = await desk.shell.call('library.list')
  await expect(page.getByText(story?.title ?? '').first()).toBeVisible()
  await expectAccessible(page, 'library with one story')
})

test('what was acknowledged is there after the program was killed', async ({ desk }) => {
  await desk.open()
  const { id } = await desk.shell.call('document.sample')
  await desk.shell.call('review.do', { document: id, command: { op: 'comment', start: 0, end: 4, note: 'kept' } })
  await desk.restart('kill')
  const { review } = await desk.shell.call('document.open', { id })
  expect(review.annotations).toMatchObject([{ note: 'kept' }])
  expect(await readdir(join(desk.home, 'library'))).toContain('documents')
})

test.describe('the harness itself', () => {
  test.fail('fails on an error of the console', async ({ desk, page }) => {
    await desk.open()
    await page.evaluate(() => console.error('nobody would see this'))
  })

  test.fail('fails on a policy violation', async ({ desk, page }) => {
    await desk.open()
    await page.evaluate(() => {
      const picture = document.createElement('img')
      picture.src = 'https://elsewhere.example/beacon.png'
      document.body.append(picture)
    })
    await page.waitForTimeout(200)
  })

  test.fail('fails on what axe finds', async ({ desk, page }) => {
    await desk.open()
    await page.evaluate(() => document.body.append(document.createElement('input')))
    await expectAccessible(page, 'broken on purpose')
  })
})
