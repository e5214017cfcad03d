import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { expect, test, type Desk } from '../support/fixtures'
import { addStory, openStory } from '../support/story'

const TITLE = 'Harbour wall repairs cannot wait, council told'
const FIRST = [
  TITLE,
  'Weirmouth council voted 11 to 8 on Monday to close the north quay until the sea wall has been shored up.',
  'Engineers found cracks up to 14 metres long in the lower courses of the wall.',
  'A spokeswoman for the port said no ship had been turned away.',
  'Fishing boats may still unload at night, when the quay is empty of people.',
  'The council will meet again on 4 November to decide who pays.',
].join('\n\n')
const SECOND = FIRST.replace('on Monday', 'on Tuesday')
  .replace('A spokeswoman for the port said no ship had been turned away.', 'The harbour office gave no answer.')
  .replace('of the wall.', 'of the wall, and experts say it would not stand another winter like the last.')

/** A confirmed claim whose words will change, an orphan to be, and one that stays. */
async function annotated(desk: Desk): Promise<string> {
  const document = await addStory(desk, 'wall.txt', FIRST)
  const make = async (op: 'claim' | 'comment', words: string, note = '') => {
    const start = FIRST.indexOf(words)
    const command = { op, start, end: start + words.length, note }
    return (await desk.shell.call('review.do', { document, command })).change.patches[0]?.id ?? ''
  }
  const vote = await make('claim', 'Weirmouth council voted 11 to 8 on Monday')
  await desk.shell.call('review.do', { document, command: { op: 'edit', id: vote, status: 'confirmed' } })
  await make('comment', 'A spokeswoman for the port said no ship had been turned away.', 'Ask the port again.')
  await make('comment', 'Fishing boats may still unload', 'Who says so?')
  return document
}

async function openRevisions(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Revisions')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main', { name: 'Revisions' })).toBeVisible()
}

const list = (page: Page) => page.getByRole('complementary', { name: 'What to look at' })
const card = (page: Page, name: RegExp) => list(page).getByRole('button', { name, expanded: true })
const texts = (page: Page) => page.getByRole('group', { name: 'Two texts side by side' })

test('a later text is added and walked through by keys alone: confirmed again, placed by hand, accepted, taken back', async ({
  desk,
  page,
}) => {
  const id = await annotated(desk)
  await openStory(desk, page, TITLE)
  await openRevisions(page)
  await expect(page.getByRole('heading', { name: 'There is one text so far' })).toBeVisible()
  await expectAccessible(page, 'revisions, one text')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add a later text…' }).press('Enter')
  const later = { name: 'wall-2.txt', mimeType: 'text/plain', buffer: Buffer.from(SECOND) }
  await (await chooser).setFiles(later)

  await expect(texts(page).locator('del', { hasText: 'Monday' })).toBeVisible()
  await expect(texts(page).locator('ins', { hasText: 'Tuesday' })).toBeVisible()
  for (const name of ['1 same', '1 edited', '1 orphan']) await expect(page.getByRole('button', { name })).toBeVisible()
  await expect(card(page, /^Back to unchecked Fact edited/)).toBeFocused()
  await expect(list(page).getByText('Confirmed on revision 1. The words changed')).toBeVisible()
  await expectAccessible(page, 'revisions, side by side')

  await page.keyboard.press('a')
  const statuses = async () =>
    (await desk.shell.call('document.open', { id })).review.annotations.map((one) =>
      'status' in one ? one.status : '',
    )
  await expect.poll(statuses).toContain('confirmed')
  await expect(
    page
      .getByRole('status')
      .or(page.locator('[aria-live]'))
      .filter({ hasText: /1 of \d, new/ })
      .first(),
  ).toBeAttached()
  await expect(card(page, /^New and unread/)).toBeFocused()
  await page.keyboard.press('x')

  // On to the orphan, and onto the sentence that stands in its place now.
  for (let press = 0; press < 6 && !(await card(page, /^No place in this revision/).isVisible()); press++)
    await page.keyboard.press('j')
  await expect(card(page, /^No place in this revision/)).toBeFocused()
  await expect(list(page).getByText('Kept with it: its note.')).toBeVisible()
  await page.keyboard.press('p')
  await expect(texts(page)).toBeFocused()
  await page.keyboard.press('.')
  for (
    let press = 0;
    press < 4 && !(await page.getByText('On “The harbour office gave no answer.”').isVisible());
    press++
  )
    await page.keyboard.press('.')
  await expectAccessible(page, 'revisions, placing by hand')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '1 orphan' })).toBeHidden()
  const placed = (await desk.shell.call('document.open', { id })).review.annotations.find(
    ({ note }) => note === 'Ask the port again.',
  )
  expect(placed).toMatchObject({ revision: 2, anchor: { exact: 'The harbour office gave no answer.' } })
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: '1 orphan' })).toBeVisible()
  await expect(card(page, /^No place in this revision/)).toBeFocused()

  // What is the same is folded away, and what stayed is found by its chip.
  await page.keyboard.press('c')
  await expect(texts(page).getByText('2 paragraphs are the same')).toBeVisible()
  await page.getByRole('button', { name: '1 same' }).press('Enter')
  await expect(list(page).getByRole('button', { name: /^In its place Comment same/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('article', { name: 'Text of the story' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Revision 2 · 1 to look at/ })).toBeVisible()
})

test('an orphan is put onto words that the mouse draws; what a colleague said and chose otherwise is walked through', async ({
  desk,
  page,
}) => {
  const id = await annotated(desk)
  const package_ = (await desk.shell.call('library.export', {})).bytes ?? new Uint8Array()
  await desk.shell.call('document.revise', {
    id,
    file: { name: 'wall-2.txt', bytes: new TextEncoder().encode(SECOND) },
  })
  await openStory(desk, page, TITLE)
  // On the story's desk the card says why, and the decision is one step of the history, by its words.
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await page.getByRole('tab', { name: /^Claims/ }).click()
  await inspector.getByRole('button', { name: /Weirmouth council/ }).click()
  const why = inspector.getByRole('region', { name: 'What the later text did' })
  await expect(why).toContainText('Confirmed on revision 1. The words changed')
  await expectAccessible(page, 'the card of a claim that went back')
  await why.getByRole('button', { name: 'Confirm again' }).click()
  await expect(why).toBeHidden()
  await page.getByRole('tab', { name: 'History' }).click()
  await inspector.getByRole('button', { name: /^Confirm again/ }).click()
  await expect(inspector.getByText('Status: Unchecked → Confirmed')).toBeVisible()
  await expectAccessible(page, 'the history')

  await page.getByRole('button', { name: /^Revision 2/ }).click()
  await page.getByRole('button', { name: '1 orphan' }).click()
  await list(page)
    .getByRole('button', { name: /^Place by hand/ })
    .click()
  const words = texts(page).locator('.to').getByText('The harbour office')
  const box = await words.boundingBox()
  if (!box) throw new Error('The words are not on the page.')
  await page.mouse.move(box.x + 3, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 12, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByText(/^On “The harbour/)).toBeVisible()
  await page.getByRole('button', { name: /^Put it here/ }).click()
  await expect(page.getByRole('button', { name: '1 orphan' })).toBeHidden()

  // A colleague's copy, from before, with a comment of their own and another status.
  const file = { name: 'back.bluepencil', bytes: await workedOn(desk, package_) }
  await desk.shell.call('library.import', { file })
  await page.reload()
  await openStory(desk, page, TITLE)
  await page.getByRole('button', { name: /^Revision 2/ }).click()
  await page.getByRole('button', { name: '1 from a colleague', exact: true }).click()
  await expect(list(page).getByRole('button', { name: /^Otto Lind added this/ })).toBeVisible()
  await expectAccessible(page, 'revisions, what a merge brought')
  await page.keyboard.press('a')
  await expect(list(page).getByText('Looked at')).toBeAttached()
})

/** What Otto makes of a package at his own desk. */
async function workedOn(desk: Desk, bytes: Uint8Array): Promise<Uint8Array> {
  const { startBrowserShell } = await import('../support/browser-shell')
  const otto = await startBrowserShell(`${desk.home}/otto`)
  try {
    await otto.call('settings.set', { author: { id: 'otto', name: 'Otto Lind', initials: 'OL' } })
    await otto.call('library.import', { file: { name: 'a.bluepencil', bytes } })
    const [story] = await otto.call('library.list', {})
    const start = FIRST.indexOf('4 November')
    const command = { op: 'comment' as const, start, end: start + 10, note: 'Is that date right?' }
    await otto.call('review.do', { document: story?.id ?? '', command })
    return (await otto.call('library.export', {})).bytes ?? new Uint8Array()
  } finally {
    await otto.stop()
  }
}
