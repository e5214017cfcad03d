import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import {
  addStory,
  choice,
  articleOf,
  FERRY,
  FERRY_TITLE,
  openStory,
  openTab,
  selectByMouse,
  selectSentenceByKeys,
  toolbarOf,
} from '../support/story'

test('by mouse: words are selected and become a highlight, a claim, a flag and a comment', async ({ desk, page }) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const text = await openStory(desk, page, FERRY_TITLE)
  const choose = async (words: string, kind: string): Promise<void> => {
    await selectByMouse(page, words)
    await toolbarOf(page).getByRole('button', { name: kind }).click()
  }
  await selectByMouse(page, 'north pier')
  await expectAccessible(page, 'toolbar at a selection')
  await toolbarOf(page).getByRole('button', { name: 'Highlight' }).click()
  await expectAccessible(page, 'colours of a highlight')
  await choice(page, 'Colour', 'Green').click()
  await expect(text.getByText('north pier', { exact: true })).toBeVisible()

  // A drag that begins and ends inside words takes the words whole.
  await choose('240 people live on the three isl', 'Claim')
  await choice(page, 'Type of claim', 'Statistic').click()
  await choose('told by a poster', 'Flag')
  const mustFix = page.getByRole('group', { name: 'Severity' }).getByRole('button', { name: 'Must fix' })
  await mustFix.click()
  await expect(mustFix).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page, 'reasons of a flag')
  await choice(page, 'Reason', 'Style').click()
  await choose('council’s letter', 'Comment')
  await page.getByRole('textbox', { name: 'Comment on these words' }).fill('Which letter, and of what day?')
  await page.getByRole('button', { name: 'Keep' }).click()

  const notes = await openTab(page, /^Notes/)
  await expect(notes.getByText('Which letter, and of what day?').first()).toBeVisible()
  await expectAccessible(page, 'a story with marks of every kind')
  const { review } = await desk.shell.call('document.open', { id })
  const made = review.annotations.map(({ kind, anchor }) => [kind, anchor.exact])
  expect(made).toEqual(
    expect.arrayContaining([
      ['highlight', 'north pier'],
      ['claim', '1,240 people live on the three islands'],
      ['flag', 'told by a poster'],
      ['comment', 'council’s letter'],
    ]),
  )
  expect(review.annotations).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'highlight', colour: 'green' }),
      expect.objectContaining({ kind: 'claim', type: 'statistic' }),
      expect.objectContaining({ kind: 'flag', reason: 'style', severity: 'must-fix' }),
    ]),
  )
})

test('by keys alone: every kind is made and refined, a claim gets its source, a comment its answer', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  const text = await openStory(desk, page, FERRY_TITLE)
  const { keyboard } = page

  await keyboard.press('Control+Home')
  await keyboard.press('Control+Shift+ArrowRight')
  await keyboard.press('h')
  await expect(choice(page, 'Colour', 'Blue')).toBeVisible()
  await keyboard.press('3')
  await expect(text).toBeFocused()

  await selectSentenceByKeys(page, 3)
  await keyboard.press('c')
  await expect(page.getByRole('combobox', { name: 'Type of claim' })).toBeFocused()
  await keyboard.type('stat')
  await keyboard.press('Enter')
  await expect(text).toBeFocused()

  // At a claim, a source is given to it.
  await selectSentenceByKeys(page, 3)
  await keyboard.press('s')
  const source = page.getByRole('form', { name: 'New source' })
  await expect(source.getByRole('textbox', { name: 'Source' })).toBeFocused()
  await keyboard.type('Register of residents, 1 November')
  await expectAccessible(page, 'naming a source')
  await keyboard.press('Enter')
  await expect(page.getByText('1 claim · 1 sourced')).toBeVisible()

  await selectSentenceByKeys(page, 4)
  await keyboard.press('f')
  await expect(page.getByRole('combobox', { name: 'Reason', expanded: true })).toBeFocused()
  await keyboard.press('3')
  await keyboard.type('unattributed')
  await keyboard.press('Enter')
  await expect(text).toBeFocused()

  await selectSentenceByKeys(page, 6)
  await keyboard.press('m')
  await expect(page.getByRole('textbox', { name: 'Comment on these words' })).toBeFocused()
  await keyboard.type('Since when?')
  await keyboard.press('Enter')
  const notes = page.getByRole('tabpanel', { name: /^Notes/ })
  await notes.getByRole('button', { name: 'Reply …' }).press('Enter')
  await expect(notes.getByRole('textbox', { name: 'Reply' })).toBeFocused()
  await keyboard.type('Since the spring.')
  await keyboard.press('Enter')
  await expect(notes.getByRole('list', { name: 'Replies' })).toContainText('Since the spring.')
  await expectAccessible(page, 'a comment with its answer')

  const { document, review } = await desk.shell.call('document.open', { id })
  const claim = review.annotations.find(({ kind }) => kind === 'claim')
  expect(review.annotations.map(({ kind }) => kind).toSorted()).toEqual(['claim', 'comment', 'flag', 'highlight'])
  expect(claim).toMatchObject({ type: 'statistic', citations: [{ source: review.sources[0]?.id, stance: 'supports' }] })
  expect(claim?.anchor.exact).toBe('Some 1,240 people live on the three islands, and 312 of them cross every week.')
  expect(review.annotations).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'highlight', colour: 'blue' }),
      expect.objectContaining({ kind: 'flag', reason: 'unattributed-quotation', severity: 'query' }),
      expect.objectContaining({ kind: 'comment', note: 'Since when?' }),
    ]),
  )
  for (const { anchor } of review.annotations) expect(document.text.slice(anchor.start, anchor.end)).toBe(anchor.exact)
})

test('marks are gone through by keys, said as they come, edited in place and removed', async ({ desk, page }) => {
  const id = await addStory(desk, 'ferry.txt', FERRY)
  for (const [words, op] of [
    ['north pier', 'claim'],
    ['312 of them', 'claim'],
  ] as const) {
    const start = (await desk.shell.call('document.open', { id })).document.text.indexOf(words)
    await desk.shell.call('review.do', { document: id, command: { op, start, end: start + words.length } })
  }
  const text = await openStory(desk, page, FERRY_TITLE)
  await page.keyboard.press('n')
  await expect(page.getByText(/^Claim 1 of 2, fact, unchecked\. /i)).toBeAttached()
  await page.keyboard.press('n')
  await expect(page.getByText(/^Claim 2 of 2, fact, unchecked\. /i)).toBeAttached()
  const claims = page.getByRole('tabpanel', { name: /^Claims/ })
  await claims.getByRole('radio', { name: 'Disputed' }).press('Space')
  await expect(text.getByText('312 of them', { exact: true })).toHaveAccessibleDescription(/Disputed/i)
  await articleOf(page).focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('1 claim · 0 sourced')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('2 claims · 0 sourced')).toBeVisible()
  await expectAccessible(page, 'claims')
})
