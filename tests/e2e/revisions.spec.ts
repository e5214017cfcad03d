import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { addStory, FERRY, FERRY_TITLE, openStory } from '../support/story'

test('a later text is added and compared, an orphan gets its place by hand, and all is undone', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const { document } = await desk.shell.call('document.open', { id })
  const paragraph = document.blocks.findLast(({ kind }) => kind === 'paragraph')
  if (!paragraph) throw new Error('The story has no paragraphs.')
  const { start, end } = paragraph
  const words = document.text.slice(start, end)
  await desk.shell.call('review.do', { document: id, command: { op: 'comment', start, end, note: 'Who says so?' } })
  const later = `${document.text.replace(words, 'Nothing of it was confirmed by anybody else.')}\n`
  await openStory(desk, page, FERRY_TITLE)

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Revisions')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Revisions of “${FERRY_TITLE}”` })
  await expect(dialog.getByText('There is one text so far.')).toBeVisible()
  const chooser = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Add a later text…' }).click()
  await (await chooser).setFiles({ name: 'ferry-2.txt', mimeType: 'text/plain', buffer: Buffer.from(later) })

  await expect(dialog.locator('ins').first()).toContainText('Nothing')
  await expect(dialog.getByRole('heading', { name: '1 annotation without a place' })).toBeVisible()
  await expect(page.getByRole('article').getByText('Nothing of it was confirmed')).toBeVisible()
  await expectAccessible(page, 'revisions')
  await page.keyboard.press('Escape')

  await page.getByText('Nothing of it was confirmed').click({ clickCount: 3 })
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Revisions')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: /^Put it on “Nothing of it/ }).click()
  await expect(dialog.getByRole('heading', { name: /without a place/ })).toBeHidden()
  const placed = (await desk.shell.call('document.open', { id })).review.annotations
  expect(placed).toMatchObject([{ revision: 2, note: 'Who says so?', placing: { outcome: 'edited', fromRevision: 1 } }])

  await page.keyboard.press('Escape')
  await desk.shell.call('review.undo', { document: id })
  await desk.shell.call('review.undo', { document: id })
  await expect(page.getByRole('article').getByText(words.slice(0, 30)).first()).toBeVisible()
  await expect(page.getByText('Nothing of it was confirmed')).toBeHidden()
})
