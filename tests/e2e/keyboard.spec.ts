import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { CountingKeyboard } from '../support/key-presses'
import { readElsewhere } from '../support/read-elsewhere'
import { articleOf, storyIsOpen } from '../support/story'

const TITLE = 'Tram depot to move, mayor says'
const STORY = `${TITLE}

By Leni Ostrow

The tram depot in Weir Street will move to the old gasworks by 2031, the mayor, Hild Sandemo, said on Tuesday. The move costs 48 million euros, 12 million more than was planned in 2024.

“We cannot keep forty trams in a shed that was built for twelve,” said Sandemo. “The neighbours have waited

School choir wins the spring cup
Three gardens to see before the frost
Town clock to strike again
Keep reading

long enough for a quiet night.”

Critics say the ground under the gasworks is poisoned. Experts believe cleaning it will take six years.

According to the transport office, 310 people work at the depot, and 64 of them live within walking distance. It is the largest employer of the district.
`

/** The longest way through, in presses. Whoever makes it longer has to say why here. */
const MOST_PRESSES = 60

async function suggestionsLeft(page: Page): Promise<number> {
  const name = await page.getByRole('tab', { name: /^Suggestions/ }).innerText()
  return Number(/\d+/.exec(name)?.[0] ?? 0)
}

test('from a file on disk to an annotated Word file by the keyboard alone, with few presses', async ({
  desk,
  page,
}) => {
  const path = join(desk.home, 'tram-depot.txt')
  await writeFile(path, STORY)
  await desk.open()
  const keys = new CountingKeyboard(page)

  // A file on disk.
  const chooser = page.waitForEvent('filechooser')
  await keys.press('Control+o')
  await (await chooser).setFiles(path)
  await storyIsOpen(page, TITLE)
  const [story] = await desk.shell.call('library.list', {})
  const id = story?.id ?? ''
  const decisions = async () => (await desk.shell.call('document.open', { id })).review.decisions
  const all = await suggestionsLeft(page)
  expect(all).toBeGreaterThan(6)

  // The surest claims at once, by kind and score; then one decision for each that is left, one of them taken back.
  await keys.press('r', 'Shift+A')
  await keys.type('cl 0.9')
  await keys.press('Enter')
  await expect(page.getByText(/^\d+ suggestions accepted\.$/).first()).toBeVisible()
  const accepted = (await decisions()).length
  expect(accepted).toBeGreaterThan(1)
  await keys.press('x', 'Enter')
  await expect.poll(async () => (await decisions()).length).toBe(accepted + 1)
  await keys.press('u')
  await expect.poll(async () => (await decisions()).length).toBe(accepted)
  while ((await suggestionsLeft(page)) > 0) {
    const left = await suggestionsLeft(page)
    await keys.press('a')
    await expect.poll(() => suggestionsLeft(page)).toBeLessThan(left)
  }
  await expect(page.getByRole('region', { name: 'The review run is done' })).toBeFocused()
  expect(await decisions()).toHaveLength(all)

  // A claim gets its source, and a flag is raised on a sentence.
  await keys.press('Escape', 'n')
  await expect(articleOf(page)).toBeVisible()
  const focused = page.getByRole('tab', { selected: true })
  while (!/^Claims/.test(await focused.innerText())) await keys.press('n')
  await keys.press('s')
  await keys.type('Budget 2026, p. 14')
  await keys.press('Enter')
  await expect(page.getByText(/· 1 sourced/)).toBeVisible()
  await keys.press('.', 'f')
  await expect(page.getByRole('listbox', { name: 'Reason' })).toBeVisible()
  await keys.type('leg')
  await keys.press('Enter')
  const flags = async () =>
    (await desk.shell.call('document.open', { id })).review.annotations.filter((one) => one.kind === 'flag')
  await expect.poll(async () => (await flags()).map(({ reason }) => reason)).toContain('legal-risk')

  // An annotated Word file, read back.
  const download = page.waitForEvent('download')
  await keys.press('Control+e')
  await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible()
  await keys.press('Enter')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  const { review } = await desk.shell.call('document.open', { id })
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectAccessible(page, 'a story gone through by keys')

  const back = await readElsewhere(await file.path(), 'back.docx')
  const told = (annotations: typeof review.annotations) =>
    annotations.map(({ kind, anchor }) => `${kind} ${anchor.exact}`).toSorted()
  expect(told(back.review.annotations)).toEqual(told(review.annotations))
  expect(back.review.sources.map(({ citation }) => citation)).toEqual(['Budget 2026, p. 14'])

  console.log(`      ${keys.presses} presses for ${all} suggestions: ${keys.log}`)
  expect(keys.presses).toBeLessThanOrEqual(MOST_PRESSES)
})

test('keys are chosen by pressing them: a swap, a refusal, another window, and the usual again', async ({
  desk,
  page,
  context,
}) => {
  await desk.shell.call('document.sample')
  await desk.open()
  const other = await context.newPage()
  await other.goto(desk.shell.url)
  await expect(other.getByRole('main')).toBeVisible()

  const { keyboard } = page
  await keyboard.press('Control+k')
  await keyboard.type('choose keys')
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Choose keys' })
  await expect(dialog.getByRole('textbox', { name: 'Find a command' })).toBeFocused()
  await keyboard.type('accept the')
  const change = dialog.getByRole('button', { name: 'Accept the suggestion: change a' })
  await change.focus()
  await keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Press the new keys for “Accept the suggestion”' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(dialog.getByText(/is what one moves and writes with/)).toBeVisible()
  await keyboard.press('x')
  await expect(dialog.getByText('x belongs to “Dismiss the suggestion”.')).toBeVisible()
  await expectAccessible(page, 'a key that belongs to another command')
  await dialog.getByRole('button', { name: 'Swap: “Dismiss the suggestion” gets a' }).focus()
  await keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Accept the suggestion: change x' })).toBeFocused()
  const kept = async () => (await desk.shell.call('settings.get')).keys
  await expect.poll(kept).toEqual({ 'review.accept': ['x'], 'review.dismiss': ['a'] })
  await dialog.getByRole('textbox', { name: 'Find a command' }).fill('paste')
  await expect(dialog.getByText(/The browser or the system may keep Ctrl Shift N/)).toBeVisible()
  await keyboard.press('Escape')

  // The other window follows at once: its controls show the key, and the key does it.
  await other.getByRole('grid', { name: 'Stories' }).getByRole('row').last().focus()
  await other.keyboard.press('Enter')
  await expect(articleOf(other)).toBeFocused()
  await other.keyboard.press('r')
  const panel = other.getByRole('tabpanel', { name: /^Suggestions/ })
  await expect(panel.getByRole('button', { name: 'Accept x', exact: true })).toBeVisible()
  await other.keyboard.press('x')
  await expect(panel.getByText(/^Review run · 2 of \d+$/)).toBeVisible()
  await other.keyboard.press('?')
  const sheet = other.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByRole('term').filter({ hasText: 'Accept the suggestion' })).toBeVisible()
  await other.keyboard.press('F1')
  await expect(
    other.getByRole('dialog', { name: 'Help' }).getByRole('heading', { name: 'Keys and ease' }),
  ).toBeVisible()
  await other.keyboard.press('Escape')
  await expect(sheet).toBeVisible()

  await keyboard.press('Control+k')
  await keyboard.type('choose keys')
  await keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'All usual keys again' }).focus()
  await keyboard.press('Enter')
  await expect.poll(kept).toEqual({})
  await other.keyboard.press('Escape')
  await expect(panel.getByRole('button', { name: 'Accept a', exact: true })).toBeVisible()
})

test('the help names the keys of now, in every chapter, and is searched', async ({ desk, page }) => {
  await desk.shell.call('settings.set', { keys: { 'review.run': ['Alt+r'] } })
  await desk.open()
  await page.keyboard.press('F1')
  const help = page.getByRole('dialog', { name: 'Help' })
  await expect(help.getByRole('searchbox', { name: 'Search the help' })).toBeFocused()
  const chapters = help.getByRole('navigation', { name: 'Chapters' }).getByRole('button')
  const article = help.getByRole('article')
  await expect(article).toContainText('Decide: Alt R starts a review run')
  await expectAccessible(page, 'help')
  for (const chapter of await chapters.all()) {
    await chapter.focus()
    await page.keyboard.press('Enter')
    await expect(article.getByRole('heading', { level: 3 })).toHaveText(await chapter.innerText())
    // A command that no screen has any more would be shown by its id.
    expect(await article.innerText()).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]?[a-zA-Z]*\b(?!\.)(?<!Blue Pencil)/)
  }
  await help.getByRole('searchbox').fill('scanned')
  await expect(chapters).toHaveCount(1)
  await expect(article.getByText('scanned', { exact: true })).toBeVisible()
  await expectAccessible(page, 'help that was searched')
  await help.getByRole('searchbox').fill('zeppelin')
  await expect(help.getByText('Nothing in the help has “zeppelin”. Try another word.')).toBeVisible()
})
