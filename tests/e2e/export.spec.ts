import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
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
async function markedStory(desk: Desk): Promise<void> {
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
}

/** Exports by the dialog and reads what the browser was given to keep. */
async function exported(page: Page, format: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export' }).click()
  const dialog = page.getByRole('dialog', { name: `Export “${FERRY_TITLE}”` })
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
  await expect(page.getByText(`${copy.name} is in your browser’s downloads.`)).toBeVisible()
  await expect(articleOf(page)).toBeVisible()
  await expectAccessible(page, 'a story after its exports')
})

test('the annotated page opens without a network, asks for nothing, and is read by everyone', async ({
  desk,
  page,
  context,
}) => {
  await markedStory(desk)
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
  await reader.getByRole('combobox', { name: 'Kind' }).selectOption('claim')
  await expect(reader.getByText('1 of 4 shown')).toBeVisible()
  await expect(reader.getByText('=Which letter?')).toBeHidden()
  await expectAccessible(reader, 'annotated page, filtered')
  await context.setOffline(false)
  expect(wrong).toEqual([])
})

test('several stories are exported as one archive', async ({ desk, page }) => {
  await markedStory(desk)
  await addStory(desk, 'pier.txt', 'The pier is shut\n\nNobody said why.')
  await desk.open()
  for (const title of [FERRY_TITLE, 'The pier is shut'])
    await page.getByRole('checkbox', { name: `Select “${title}”` }).check()
  await page.getByRole('group', { name: 'Selected stories' }).getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export 2 stories' })
  await expectAccessible(page, 'export of several stories')
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export' }).click()
  const bytes = await readFile(await (await download).path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.toString('latin1').match(/[\w-]+\.html/g)?.length).toBeGreaterThanOrEqual(2)
})
