import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { importFile } from '../../src-main/core/importers/registry'
import { expectAccessible } from '../support/axe'
import { expect, test, type Desk } from '../support/fixtures'
import { addStory, articleOf, FERRY, FERRY_TITLE, openStory } from '../support/story'

interface Collection {
  readonly document: { readonly text: string }
  readonly first: { readonly items: readonly { readonly target: { readonly selector: readonly Selector[] } }[] }
}
interface Selector {
  readonly type: string
  readonly start?: number
  readonly end?: number
  readonly exact?: string
}

/** A story with a mark of every kind, some before and some after what counts double in UTF-16. */
async function markedStory(desk: Desk): Promise<string> {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const { document } = await desk.shell.call('document.open', { id })
  const range = (words: string): { start: number; end: number } => {
    const start = document.text.indexOf(words)
    return { start, end: start + words.length }
  }
  const claim = { op: 'claim', ...range('1,240 people live on the three islands'), type: 'statistic' } as const
  const { change } = await desk.shell.call('review.do', { document: id, command: claim })
  const made = change.patches.find(({ collection }) => collection === 'annotations')?.id ?? ''
  for (const command of [
    { op: 'source', citation: 'Register of residents', claim: made },
    { op: 'source', citation: 'A clerk who must not be named', claim: made, confidential: true },
    { op: 'highlight', ...range('a 🛳️ on it') },
    { op: 'flag', ...range('תודה רבה'), reason: 'other', severity: 'query' },
    { op: 'comment', ...range('council’s letter'), note: '=Which letter?' },
  ] as const)
    await desk.shell.call('review.do', { document: id, command })
  return id
}

/** Exports by the dialog and reads what the browser was given to keep. */
async function exported(page: Page, format: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: `Export: ${FERRY_TITLE}` })
  await dialog.getByRole('radio', { name: format }).check()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export' }).click()
  const file = await download
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('JSON-LD gives its quotations by its own offsets; ledger, Markdown and clean copy say what they should', async ({
  desk,
  page,
}) => {
  await markedStory(desk)
  await openStory(desk, page, FERRY_TITLE)
  await page.getByRole('button', { name: 'Export' }).click()
  await expectAccessible(page, 'export')
  await page.keyboard.press('Escape')

  const jsonld = await exported(page, 'W3C annotations (JSON-LD)')
  expect(jsonld.name).toMatch(/\.jsonld$/)
  const collection = JSON.parse(jsonld.text) as Collection
  const codePoints = [...collection.document.text]
  const quotations = collection.first.items.map(({ target }) => {
    const position = target.selector.find(({ type }) => type === 'TextPositionSelector')
    const quote = target.selector.find(({ type }) => type === 'TextQuoteSelector')
    expect(codePoints.slice(position?.start, position?.end).join('')).toBe(quote?.exact)
    return quote?.exact
  })
  expect(quotations.toSorted()).toEqual(
    ['1,240 people live on the three islands', 'a 🛳️ on it', 'תודה רבה', 'council’s letter'].toSorted(),
  )
  expect(jsonld.text).not.toContain('A clerk who must not be named')

  const csv = await exported(page, 'Claim ledger (CSV)')
  expect(csv.name).toMatch(/\.csv$/)
  expect(csv.text).toContain('"1,240 people live on the three islands",statistic,unchecked')
  expect(csv.text).toContain('Register of residents')
  const markdown = await exported(page, 'Markdown')
  expect(markdown.name).toMatch(/\.md$/)
  expect(markdown.text).toContain('Which letter?')
  const copy = await exported(page, 'Clean copy (text)')
  expect(copy.name).toMatch(/\.txt$/)
  expect(copy.text).toContain('“We were told by a poster with a 🛳️ on it,” said Hanna Lund')
  expect(copy.text).not.toContain('Which letter?')
  await expect(
    page.getByRole('region', { name: 'Notices' }).getByText(`${copy.name} is in your browser’s downloads.`),
  ).toBeVisible()
  await expect(articleOf(page)).toBeVisible()
  await expectAccessible(page, 'a story after its exports')
})

test('the annotated page opens without a network, asks for nothing, and is read by everyone', async ({
  desk,
  page,
  context,
}) => {
  const id = await markedStory(desk)
  // More notes on one line than the margin has room for beside it.
  for (let start = 60; start < 72; start++)
    await desk.shell.call('review.do', {
      document: id,
      command: { op: 'comment', start, end: start + 4, note: 'Who says so, and since when?' },
    })
  await openStory(desk, page, FERRY_TITLE)
  const { name, text } = await exported(page, 'Annotated page (HTML)')
  expect(name).toMatch(/\.html$/)
  const path = join(desk.home, 'annotated.html')
  await writeFile(path, text)

  const address = pathToFileURL(path).href
  const reader = await context.newPage()
  const wrong: string[] = []
  reader.on('request', (request) => {
    if (request.url() !== address) wrong.push(request.url())
  })
  reader.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  reader.on('pageerror', ({ message }) => wrong.push(message))
  await context.setOffline(true)
  await reader.goto(address)
  await expect(reader.getByRole('heading', { level: 1 }).first()).toHaveText(FERRY_TITLE)
  await expect(reader.getByText('=Which letter?')).toBeVisible()
  await expect(reader.getByText('A clerk who must not be named')).toBeHidden()
  await expectAccessible(reader, 'annotated page')
  const boxes = await reader.locator('.note').evaluateAll((notes) =>
    notes.map((note) => {
      const { top, bottom } = note.getBoundingClientRect()
      return { top, bottom }
    }),
  )
  boxes.sort((a, b) => a.top - b.top)
  expect(boxes.filter(({ top }, at) => top < (boxes[at - 1]?.bottom ?? 0))).toEqual([])
  await reader.getByRole('combobox', { name: 'Kind' }).selectOption('claim')
  await expect(reader.getByText('1 of 16 shown')).toBeVisible()
  await expect(reader.getByText('=Which letter?')).toBeHidden()
  await expectAccessible(reader, 'annotated page, filtered')
  await context.setOffline(false)
  expect(wrong).toEqual([])
})

test('the page is read without its script, printed with its notes, and turns dark with the system', async ({
  desk,
  page,
  browser,
}) => {
  await markedStory(desk)
  await openStory(desk, page, FERRY_TITLE)
  const { text } = await exported(page, 'Annotated page (HTML)')
  const path = join(desk.home, 'annotated.html')
  await writeFile(path, text)
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
  const reader = await context.newPage()
  await reader.goto(pathToFileURL(path).href)
  await expect(reader.getByText('=Which letter?')).toBeVisible()
  await expect(reader.getByRole('combobox')).toHaveCount(0)
  await reader.setViewportSize({ width: 320, height: 600 })
  expect(await reader.locator('html').evaluate((html) => html.scrollWidth)).toBe(320)
  const paper = () => reader.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
  const light = await paper()
  await reader.emulateMedia({ colorScheme: 'dark' })
  expect(await paper()).not.toBe(light)
  const printed = await reader.pdf({ format: 'A4' })
  const read = await importFile({ name: 'printed.pdf', bytes: new Uint8Array(printed) })
  for (const words of ['Which letter?', 'Register of residents', 'a confidential source', 'Comment'])
    expect(read.text).toContain(words)
  await reader.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await paper()).toBe('rgb(255, 255, 255)')
  await context.close()
})

test('two keys hand a story on as it was handed on last; what goes in, what is lost and how it begins stand there', async ({
  desk,
  page,
}) => {
  await markedStory(desk)
  await openStory(desk, page, FERRY_TITLE)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: `Export: ${FERRY_TITLE}` })
  await expect(dialog.getByRole('radio', { name: 'Word (DOCX)' })).toBeFocused()
  await expect(dialog.getByText('1 highlight · 1 claim · 1 flag · 1 comment · 2 sources')).toBeVisible()
  await expect(dialog.getByText('1 confidential source is not named.')).toBeVisible()
  const preview = dialog.getByRole('region', { name: 'Preview' })
  await expect(preview.getByText('1,240 people live on the three islands')).toBeVisible()

  await dialog.getByRole('checkbox', { name: 'Flag' }).uncheck()
  await dialog.getByRole('radio', { name: 'Markdown' }).check()
  await expect(dialog.getByText('1 highlight · 1 claim · 1 comment · 2 sources')).toBeVisible()
  await expect(preview).toContainText('a confidential source')
  await dialog.getByRole('checkbox', { name: 'Name the confidential source' }).check()
  await expect(dialog.getByText('Whoever gets this file can read who they are.')).toBeVisible()
  await expect(preview).not.toContainText('a confidential source')
  await expectAccessible(page, 'export of Markdown')
  await dialog.getByRole('radio', { name: 'Claim ledger (Excel)' }).check()
  await expect(preview.getByRole('columnheader', { name: 'Speaker' })).toBeVisible()
  await expectAccessible(page, 'export of a ledger')
  const [named] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(named.suggestedFilename()).toMatch(/\.xlsx$/)

  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+e')
  await expect(dialog.getByRole('radio', { name: 'Claim ledger (Excel)' })).toBeFocused()
  await expect(dialog.getByRole('checkbox', { name: 'Name the confidential source' })).not.toBeChecked()
  const [again] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(again.suggestedFilename()).toBe(named.suggestedFilename())
  const saved = await readFile(await again.path())
  const sheets = Object.values(unzipSync(new Uint8Array(saved))).map((part) => strFromU8(part))
  expect(sheets.join('')).not.toContain('A clerk who must not be named')
})

test('several stories are exported as one archive, a file each, or one package, and can be stopped', async ({
  desk,
  page,
}) => {
  await markedStory(desk)
  const more = Array.from({ length: 40 }, (_, n) =>
    addStory(desk, `${n}.txt`, `The pier is shut, ${n}\n\nNobody said why.`),
  )
  await Promise.all(more)
  await desk.open()
  await page.getByRole('grid', { name: 'Stories' }).getByRole('row').nth(1).focus()
  await page.keyboard.press('Control+a')
  const open = async (format: string) => {
    await page.getByRole('group', { name: 'Selected stories' }).getByRole('button', { name: 'Export…' }).click()
    await dialog.getByRole('radio', { name: format }).check()
  }
  const dialog = page.getByRole('dialog', { name: 'Export 41 stories' })
  const close = dialog.getByRole('button', { name: 'Close' }).last()
  await open('Word (DOCX)')
  await expect(dialog.getByText('1 highlight · 1 claim · 1 flag · 1 comment · 2 sources')).toBeVisible()
  await expectAccessible(page, 'export of several stories')
  const archived = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const archive = await archived
  expect(archive.suggestedFilename()).toMatch(/^Blue Pencil .*\.zip$/)
  const entries = unzipSync(new Uint8Array(await readFile(await archive.path())))
  expect(Object.keys(entries)).toHaveLength(41)
  await expect(dialog.getByText('41 stories were exported.')).toBeVisible()
  await expectAccessible(page, 'several stories exported')
  await close.click()

  await open('Package (Blue Pencil)')
  const packed = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const held = Object.keys(unzipSync(new Uint8Array(await readFile(await (await packed).path()))))
  expect(held.filter((name) => name.startsWith('documents/'))).toHaveLength(41)
  await close.click()

  await open('PDF')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await expectAccessible(page, 'several stories being exported')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(
    dialog.getByText('Stopped. Files that were finished are whole; of the others there is nothing.'),
  ).toBeVisible()
  await close.click()
})
