import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '../support/fixtures'
import { addStory, openStory } from '../support/story'

const TITLE = 'A year of the lock keeper'
const YEAR = [
  TITLE,
  ...Array.from({ length: 120 }, (_, day) => `On day ${day + 1} a barge came through the lock, and the book says so.`),
].join('\n\n')

test.skip(spawnSync('pdftotext', ['-v']).error !== undefined, 'poppler is not installed')

test('a story is printed whole, with its marks numbered and their notes at the end', async ({ desk, page }) => {
  const id = await addStory(desk, 'lock.txt', YEAR)
  const { document } = await desk.shell.call('document.open', { id })
  for (const [words, note] of [
    ['day 3 ', 'Which barge?'],
    ['day 117 ', 'The book says otherwise.'],
  ] as const) {
    const start = document.text.indexOf(words)
    const command = { op: 'comment', start, end: start + words.length - 1, note } as const
    await desk.shell.call('review.do', { document: id, command })
  }
  await openStory(desk, page, TITLE)
  const file = join(desk.home, 'story.pdf')
  await page.pdf({ path: file, format: 'A5', preferCSSPageSize: false })
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-'])
  const pages = stdout.split('\f').filter((text) => text.trim() !== '')
  const text = stdout.replace(/\s+/g, ' ')
  expect(pages.length).toBeGreaterThan(3)
  for (const day of [1, 60, 120]) expect(text).toContain(`On day ${day}`)
  expect(text).toMatch(/Notes 1\. Comment day 3 Which barge\? Ines Falk 2\. Comment day 117 The book says otherwise\./)
  expect(pages.at(-1)).toContain('The book says otherwise.')
  for (const window of ['Library', 'Review run', 'Suggestions', 'Offline']) expect(text).not.toContain(window)
  // Afterwards the window is as it was.
  await expect(page.getByRole('button', { name: 'Library' })).toBeVisible()
  await expect(page.getByText('Which barge?').first()).toBeVisible()
})
