import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import {
  addStory,
  articleOf,
  FERRY,
  FERRY_TITLE,
  openStory,
  openTab,
  rowOf,
  storyIsOpen,
  toolbarOf,
} from '../support/story'

const LONG_TITLE = 'Every day of the lock keeper'
const LONG = [
  LONG_TITLE,
  ...Array.from({ length: 900 }, (_, day) => `On day ${day + 1} a barge came through. Nobody else was counted.`),
].join('\n\n')

const TABLE_TITLE = 'The lock in figures'
const TABLE = [
  `# ${TABLE_TITLE}`,
  'The canal office has counted the boats.',
  '| Month | Boats | Remark |\n|---|---:|---|\n| January | 31 | Ice on nine days |\n| March | 1,071 | The heron came back |',
  'So says the office.',
].join('\n\n')

test('keys select by word, sentence, paragraph and story, and to the end of a long text at once', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'days.txt', LONG)
  await openStory(desk, page, LONG_TITLE)
  const { keyboard } = page
  const selected = (): Promise<string> => page.evaluate(() => getSelection()?.toString().replace(/\s+/g, ' ') ?? '')
  await keyboard.press('Control+Home')
  await keyboard.press('Control+ArrowDown')
  await keyboard.press('Control+ArrowRight')
  for (const words of [
    'On',
    'On day 1 a barge came through.',
    'On day 1 a barge came through. Nobody else was counted.',
  ]) {
    await keyboard.press('Alt+Shift+ArrowRight')
    await expect.poll(selected).toBe(words)
  }
  await expect(page.getByText('On day 1 a barge came through. Nobody else was counted., selected')).toBeAttached()
  await keyboard.press('Alt+Shift+ArrowLeft')
  await expect.poll(selected).toBe('On day 1 a barge came through.')
  await keyboard.press('>')
  await keyboard.press('>')
  await expect
    .poll(selected)
    .toBe('On day 1 a barge came through. Nobody else was counted. On day 2 a barge came through.')
  await keyboard.press('<')
  await expect.poll(selected).toMatch(/^Every day of the lock keeper On day 1 .* On day 2 a barge came through\.$/)

  // Over hundreds of paragraphs that were never in sight; by lines and windows too.
  await keyboard.press('Control+Home')
  await keyboard.press('Control+ArrowDown')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Shift+PageDown')
  await keyboard.press('Control+Shift+End')
  await keyboard.press('h')
  await expect(page.getByText('Highlight', { exact: true }).first()).toBeVisible()
  await keyboard.press('Escape')
  await expect.poll(async () => (await desk.shell.call('document.open', { id })).review.annotations.length).toBe(1)
  const { document, review } = await desk.shell.call('document.open', { id })
  expect(review.annotations.map(({ anchor: { start, end } }) => [start, end])).toEqual([
    [LONG_TITLE.length + 2, document.text.length],
  ])

  await keyboard.press('Control+a')
  await expect.poll(async () => (await selected()).endsWith('Nobody else was counted.')).toBe(true)
  await keyboard.press('Alt+Shift+ArrowRight')
  await keyboard.press('m')
  await page.getByRole('textbox', { name: 'Comment on these words' }).fill('All of it')
  await keyboard.press('Enter')
  await expect.poll(async () => (await desk.shell.call('document.open', { id })).review.annotations.length).toBe(2)
  const comment = (await desk.shell.call('document.open', { id })).review.annotations.find((a) => a.kind === 'comment')
  expect([comment?.anchor.start, comment?.anchor.end]).toEqual([0, document.text.length])
})

test('a whole book is selected without being laid out, and what is in sight of it is shown', async ({ desk, page }) => {
  const days = Array.from({ length: 2_500 }, (_, day) => `On day ${day + 1} a barge came through. Nobody was counted.`)
  const id = await addStory(desk, 'book.txt', [LONG_TITLE, ...days].join('\n\n'))
  await openStory(desk, page, LONG_TITLE)
  await page.keyboard.press('Control+a')
  const shown = (): Promise<string> =>
    page.evaluate(() => [...(CSS.highlights.get('desk-selection') ?? [])].map(String).join(''))
  await expect.poll(shown).toContain('On day 3 a barge')
  expect(await shown()).not.toContain('On day 900 a barge')
  expect(await page.evaluate(() => getSelection()?.isCollapsed ?? true)).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(shown).toBe('')
  await page.keyboard.press('Control+Shift+Home')
  await page.keyboard.press('h')
  await expect.poll(async () => (await desk.shell.call('document.open', { id })).review.annotations.length).toBe(1)
  const { document, review } = await desk.shell.call('document.open', { id })
  expect([review.annotations[0]?.anchor.start, review.annotations[0]?.anchor.end]).toEqual([0, document.text.length])
})

test('a double click takes the word, a triple click the paragraph, Shift and a click what lies between', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const text = await openStory(desk, page, FERRY_TITLE)
  const start = { position: { x: 12, y: 12 } }
  const made = async (): Promise<string | undefined> =>
    (await desk.shell.call('document.open', { id })).review.annotations.at(-1)?.anchor.exact
  const highlight = async (): Promise<void> => {
    await expect(toolbarOf(page)).toBeVisible()
    await page.keyboard.press('h')
    await page.keyboard.press('Escape')
  }
  await text.getByText(/^Some 1,240/).dblclick(start)
  await highlight()
  await expect.poll(made).toBe('Some')
  await text.getByText(/^The company/).click({ ...start, clickCount: 3 })
  await highlight()
  await expect.poll(made).toBe('The company has not answered the council’s letter.')
  await text.getByText(/^The last ferry/).click(start)
  await text.getByText(/^The poster/).click({ ...start, modifiers: ['Shift'] })
  await highlight()
  await expect.poll(made).toMatch(/^The last ferry .* largest island\.\s+The$/s)
})

test('a table stands as one, and a mark that runs over its cells is one mark', async ({ desk, page }) => {
  const id = await addStory(desk, 'figures.md', TABLE)
  const text = await openStory(desk, page, TABLE_TITLE)
  const table = text.getByRole('table', { name: 'Table, 3 rows, 3 columns' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table.getByRole('row').nth(2).getByRole('cell')).toHaveText(['March', '1,071', 'The heron came back'])
  const [above, below] = await Promise.all([
    table.getByText('31', { exact: true }).boundingBox(),
    table.getByText('1,071').boundingBox(),
  ])
  expect((above?.x ?? 0) + (above?.width ?? 0)).toBeCloseTo((below?.x ?? 0) + (below?.width ?? 0), 0)

  await text.press('Control+Home')
  for (let block = 0; block < 9; block++) await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('Control+Shift+ArrowDown')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('c')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await desk.shell.call('document.open', { id })).review.annotations.length).toBe(1)
  const { document, review } = await desk.shell.call('document.open', { id })
  const [claim] = review.annotations
  expect(claim?.anchor.exact).toMatch(/^1,071\s+The heron$/)
  expect(document.text.slice(claim?.anchor.start, claim?.anchor.end)).toBe(claim?.anchor.exact)
  await expect(table.getByText('The heron', { exact: true })).toBeVisible()
  await expectAccessible(page, 'a story with a table')
  // Where there is no room the table scrolls, and only the table.
  await page.setViewportSize({ width: 400, height: 700 })
  await expect.poll(() => page.evaluate(() => globalThis.document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectAccessible(page, 'a table in a narrow window')
})

test('marks over each other are each reached by clicks and by keys, and their notes stand apart', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const { document } = await desk.shell.call('document.open', { id })
  const mark = async (op: 'claim' | 'flag' | 'comment', words: string): Promise<void> => {
    const start = document.text.indexOf(words)
    const note = `About “${words}”`
    await desk.shell.call('review.do', { document: id, command: { op, start, end: start + words.length, note } })
  }
  await mark('claim', 'The last ferry of the year leaves the north pier')
  await mark('flag', 'leaves the north pier on 4 December')
  await mark('comment', 'north pier')
  const text = await openStory(desk, page, FERRY_TITLE)
  const ring = text.locator('mark.focus').first()
  const focused = async (): Promise<string> => (await ring.getAttribute('class'))?.split(' ')[0] ?? ''
  const pier = text.getByText('north pier', { exact: true })
  const byClicks = new Set<string>()
  for (let click = 0; click < 3; click++) {
    await pier.click()
    await page.waitForTimeout(350)
    byClicks.add(await focused())
  }
  expect([...byClicks].toSorted()).toEqual(['claim', 'comment', 'flag'])

  const byKeys = new Set<string>()
  await text.focus()
  // A suggestion may lie under them too.
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press('Enter')
    byKeys.add(await focused())
  }
  expect([...byKeys]).toEqual(expect.arrayContaining(['claim', 'comment', 'flag']))

  const notes = page.getByRole('group', { name: 'Margin notes' }).getByRole('button')
  await expect(notes).toHaveCount(3)
  const boxes = (await Promise.all((await notes.all()).map((note) => note.boundingBox())))
    .flatMap((box) => box ?? [])
    .toSorted((one, other) => one.y - other.y)
  for (const [index, box] of boxes.entries())
    expect(boxes[index + 1]?.y ?? Infinity).toBeGreaterThanOrEqual(box.y + box.height)
  await notes.filter({ hasText: 'About “north pier”' }).hover()
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('desk-hover')?.size ?? 0)).toBe(1)
})

test('a mark is drawn before it is kept, and a quick hand drops no decision', async ({ desk, page }) => {
  const { id, title } = await desk.shell.call('document.sample')
  const text = await openStory(desk, page, title)
  // The disk is slow today.
  await page.route('**/rpc', async (route) => {
    if (/"review\.do"/.test(route.request().postData() ?? '')) await new Promise((done) => setTimeout(done, 250))
    await route.continue()
  })
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('h')
  await expect(text.locator('mark.pending')).toHaveCount(1)
  await expect(text.locator('mark.pending')).toHaveCount(0)
  await expect(text.locator('mark.highlight')).toHaveCount(1)
  await page.keyboard.press('Escape')

  const open = async (): Promise<number> =>
    (await desk.shell.call('document.open', { id })).review.decisions.filter(({ outcome }) => outcome === 'accepted')
      .length
  await page.keyboard.press('r')
  await expect(page.getByText(/^Review run · 1 of \d+$/)).toBeVisible()
  for (let press = 0; press < 5; press++) await page.keyboard.press('a')
  await expect(page.getByText(/^Review run · 6 of \d+$/)).toBeVisible()
  expect(await open()).toBe(5)
})

test('what somebody else writes is not written over by a field that is in use', async ({ desk, page }) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const { document } = await desk.shell.call('document.open', { id })
  const start = document.text.indexOf('north pier')
  const saved = await desk.shell.call('review.do', {
    document: id,
    command: { op: 'comment', start, end: start + 10, note: 'Which pier?' },
  })
  const annotation = saved.change.patches.find(({ collection }) => collection === 'annotations')?.id ?? ''
  const note = async (): Promise<string | undefined> =>
    (await desk.shell.call('document.open', { id })).review.annotations[0]?.note
  await openStory(desk, page, FERRY_TITLE)
  await page.keyboard.press('n')
  const notes = await openTab(page, /^Notes/)
  const field = notes.getByRole('textbox', { name: 'Comment', exact: true })
  await field.fill('Which of the piers?')
  await desk.shell.call('review.do', { document: id, command: { op: 'edit', id: annotation, note: 'The old pier?' } })
  await expect(page.getByText('The old pier?').first()).toBeAttached()
  await expect(field).toHaveValue('Which of the piers?')
  await field.press('Enter')
  await expect(notes.getByText('Meanwhile this was changed to “The old pier?”.')).toBeVisible()
  expect(await note()).toBe('The old pier?')
  await expectAccessible(page, 'a note that somebody else has changed')
  await field.press('Enter')
  await expect.poll(note).toBe('Which of the piers?')
  await expect(articleOf(page)).toBeVisible()
})

test('words in a note survive that the story is left or the annotation is removed meanwhile', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const { document } = await desk.shell.call('document.open', { id })
  const start = document.text.indexOf('north pier')
  const saved = await desk.shell.call('review.do', {
    document: id,
    command: { op: 'comment', start, end: start + 10, note: 'Which pier?' },
  })
  const annotation = saved.change.patches.find(({ collection }) => collection === 'annotations')?.id ?? ''
  const note = async (): Promise<string | undefined> =>
    (await desk.shell.call('document.open', { id })).review.annotations[0]?.note
  await openStory(desk, page, FERRY_TITLE)
  await page.keyboard.press('n')
  const field = (await openTab(page, /^Notes/)).getByRole('textbox', { name: 'Comment', exact: true })
  await field.fill('Which of the piers?')
  await desk.shell.call('review.do', { document: id, command: { op: 'edit', id: annotation, note: 'The old pier?' } })
  await expect(page.getByText('The old pier?').first()).toBeAttached()
  await field.press('Tab')
  await expect(page.getByText('Meanwhile this was changed to “The old pier?”.')).toBeVisible()
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  await expect.poll(note).toBe('Which of the piers?')
  await expect(page.getByText('Your words took the place of “The old pier?”').first()).toBeVisible()

  await rowOf(page, FERRY_TITLE).getByText(FERRY_TITLE).click()
  await storyIsOpen(page, FERRY_TITLE)
  await page.keyboard.press('n')
  await openTab(page, /^Notes/)
  await field.fill('Half an hour of thought.')
  await desk.shell.call('review.do', { document: id, command: { op: 'remove', id: annotation } })
  await expect(page.getByText('What you wrote could not be kept: “Half an hour of thought.”').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy the words' })).toBeVisible()
  await expect(page.getByText(annotation)).toHaveCount(0)
  await expectAccessible(page, 'words that are handed back')
})

test('a key right after a click marks the sentence, and the letters after it refine the mark', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const text = await openStory(desk, page, FERRY_TITLE)
  const made = async () => (await desk.shell.call('document.open', { id })).review.annotations.length
  const paragraphs = ['The last ferry', 'Some 1,240', 'The poster', 'The company']
  for (const [index, words] of paragraphs.entries()) {
    const box = await text.getByText(words).first().boundingBox()
    if (!box) throw new Error(`“${words}” is not in sight.`)
    await page.mouse.move(box.x + 120, box.y + 10)
    await page.mouse.down()
    // Without waiting for an answer: the key is under way before the click is done with.
    await Promise.all([page.mouse.up(), page.keyboard.press('c')])
    const filter = page.getByRole('combobox', { name: 'Type of claim' })
    await expect(filter).toBeFocused()
    await page.keyboard.type('stat')
    await page.keyboard.press('Enter')
    await expect(text).toBeFocused()
    await expect.poll(made).toBe(index + 1)
  }
  const { review } = await desk.shell.call('document.open', { id })
  expect(review.annotations.map((one) => one.kind === 'claim' && one.type)).toEqual(paragraphs.map(() => 'statistic'))
  expect(review.sources).toHaveLength(0)
})
