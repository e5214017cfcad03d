import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { articleOf, FERRY, FERRY_TITLE, openStory, rowOf, storyIsOpen } from '../support/story'

const MARKDOWN = `# Bridge over the Tarn closed to lorries\n\nThe district closed the bridge *at once*, an engineer said.\n`
const PAGE = `<!doctype html><html lang="en"><head><title>Mill museum reopens</title></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Mill museum reopens</h1>
<p>The mill museum reopens on Saturday after two years of work on its wheel, the trust said.</p>
<p>“We have found every beam that was missing,” said its curator, Bo Ahlgren, on Thursday evening.</p>
<p>The wheel turns again, and the trust hopes for nine thousand visitors before the end of the summer.</p></article>
<footer>All rights reserved</footer></body></html>`

test('files are imported, a second copy is noticed, and a bad file is said in a sentence', async ({ desk, page }) => {
  await desk.open()
  const choose = async (files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open…' }).first().click()
    await (await chooser).setFiles(files)
  }
  const ferry = { name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(FERRY) }
  await choose([
    ferry,
    { name: 'bridge.md', mimeType: 'text/markdown', buffer: Buffer.from(MARKDOWN) },
    { name: 'museum.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) },
  ])
  const report = page.getByRole('region', { name: 'Import' })
  await expect(report).toContainText('3 stories added.')
  for (const title of [FERRY_TITLE, 'Bridge over the Tarn closed to lorries', 'Mill museum reopens'])
    await expect(rowOf(page, title)).toBeVisible()

  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  await choose([
    { ...ferry, name: 'ferry again.txt' },
    { name: 'picture.txt', mimeType: 'text/plain', buffer: picture },
  ])
  await expect(report).toContainText('1 was in the library already.')
  await expect(report).toContainText('1 file could not be read.')
  await expect(report.getByRole('listitem').filter({ hasText: 'picture.txt' })).toHaveText(/\w+ .*\.$/)
  await expectAccessible(page, 'library with what an import came to')
  expect(await desk.shell.call('library.list')).toHaveLength(3)

  await report.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('main', { name: FERRY_TITLE })).toBeVisible()
  await expect(articleOf(page)).toContainText('Some 1,240 people live on the three islands')
})

test('the page of a site shows the article and says what was left out of it', async ({ desk, page }) => {
  const files = [{ name: 'museum.html', bytes: new TextEncoder().encode(PAGE) }]
  await desk.shell.call('document.import', { files })
  const text = await openStory(desk, page, 'Mill museum reopens')
  await expect(text).toContainText('We have found every beam')
  await expect(page.getByText('100 % of the file accounted for')).toBeVisible()
  await expect(text.getByText(/^Left out: /).first()).toBeVisible()
  await expectAccessible(page, 'a story with parts left out')
})

test('a text is pasted, with its title and without a mouse', async ({ desk, page }) => {
  await desk.open()
  await page.getByRole('button', { name: 'Paste text' }).first().press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Paste a text' })
  const field = dialog.getByRole('textbox', { name: 'Text' })
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Paste or type the text first.')).toBeVisible()
  await expectAccessible(page, 'pasting a text')
  await page.evaluate(() => document.execCommand('insertText', false, 'The pier is shut.\n\nNobody said why.'))
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A pier and a silence')
  await field.press('Control+Enter')
  await expect(await storyIsOpen(page, 'A pier and a silence')).toContainText('Nobody said why.')
})

test('what was typed to be pasted is lost neither by Escape nor by a text that cannot be read', async ({
  desk,
  page,
}) => {
  await desk.open()
  const open = page.getByRole('button', { name: 'Paste text' }).first()
  const dialog = page.getByRole('dialog', { name: 'Paste a text' })
  const field = dialog.getByRole('textbox', { name: 'Text' })
  await open.click()
  const unreadable = `Half an hour of typing.${'\u0001'.repeat(200)}`
  await field.fill(unreadable)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await open.click()
  await expect(field).toHaveValue(unreadable)
  await page.keyboard.press('Control+Enter')
  await expect(dialog.locator('.error')).toBeVisible()
  await expect(field).toHaveValue(unreadable)
  await expectAccessible(page, 'a pasted text that could not be read')

  // A long text is held instead of shown; the keyboard stays in the dialog.
  await field.fill('')
  const line = 'The pier is shut, the harbour office said on Monday.'
  await field.evaluate(
    (element, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    `A long day at the pier\n\n${`${line}\n\n`.repeat(2200)}`,
  )
  await expect(dialog.getByRole('button', { name: 'Add to the library' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await storyIsOpen(page, 'A long day at the pier')
  await expect(dialog).toBeHidden()

  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await open.click()
  await expect(field).toHaveValue('')
})

test('a file that is dropped goes in, and the window says so while it is held', async ({ desk, page }) => {
  await desk.open()
  const carried = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'ferry.txt', { type: 'text/plain' }))
    return transfer
  }, FERRY)
  const main = page.getByRole('main')
  await main.dispatchEvent('dragenter', { dataTransfer: carried })
  await main.dispatchEvent('dragover', { dataTransfer: carried })
  await expect(page.getByText('Let go to bring these into the library')).toBeVisible()
  await expectAccessible(page, 'files held over the window')
  await main.dispatchEvent('drop', { dataTransfer: carried })
  await expect(await storyIsOpen(page, FERRY_TITLE)).toContainText('The poster also said תודה רבה')
})
