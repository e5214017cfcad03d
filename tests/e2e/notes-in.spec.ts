import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { addStory, openStory } from '../support/story'

const TITLE = 'Harbour wall repairs cannot wait, council told'
const STORY = [
  TITLE,
  'Weirmouth council voted 11 to 8 on Monday to close the north quay until the sea wall has been shored up.',
  'Engineers found cracks up to 14 metres long in the lower courses of the wall.',
].join('\n\n')

const row = (id: string, exact: string, text: string, more: object = {}) => ({
  id,
  created: '2026-03-01T08:00:00Z',
  updated: '2026-03-01T08:00:00Z',
  user: 'acct:ines@a.example',
  uri: 'https://a.example/wall',
  text,
  tags: [],
  target: [{ source: 'https://a.example/wall', selector: [{ type: 'TextQuoteSelector', exact }] }],
  ...more,
})
const HYPOTHESIS = JSON.stringify({
  total: 3,
  rows: [
    row('a1', 'cracks up to 14 metres long', 'Who measured them?'),
    row('a2', 'a sentence that went out on Friday', 'Gone?'),
    row('r1', '', 'The port did.', { references: ['a1'], target: [{ source: 'https://a.example/wall' }] }),
  ],
})

async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([content], name, { type: 'application/json' }))
      return data
    },
    [name, content] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: transfer })
}

test('annotations of another program are dropped onto a story, undone, and chosen from a file again', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'wall.txt', STORY)
  await openStory(desk, page, TITLE)
  await drop(page, 'notes.json', HYPOTHESIS)
  await expect(page.getByText('2 annotations by ines and 1 reply were added.')).toBeVisible()
  await expect(page.getByText(/1 of them has no place in this text/).first()).toBeVisible()
  await expect(page.getByText('Who measured them?').first()).toBeVisible()
  await expectAccessible(page, 'a story with annotations from elsewhere')
  if (process.env['NOTES_SHOTS']) await page.screenshot({ path: `${process.env['NOTES_SHOTS']}/notes-in.png` })

  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Who measured them?')).toHaveCount(0)
  const { review } = await desk.shell.call('document.open', { id })
  expect(review.annotations).toEqual([])

  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('Add annotations from a file')
  await page.keyboard.press('Enter')
  const file = { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from(HYPOTHESIS) }
  await (await chooser).setFiles(file)
  await expect(page.getByText('Who measured them?').first()).toBeVisible()
})

test('a file without annotations is refused in a sentence, and in the library it says where it belongs', async ({
  desk,
  page,
}) => {
  await addStory(desk, 'wall.txt', STORY)
  await openStory(desk, page, TITLE)
  await drop(page, 'other.json', '{"hello":"world"}')
  await expect(page.getByText(/holds no annotations that Blue Pencil knows/).first()).toBeVisible()
  await desk.open()
  await drop(page, 'notes.json', HYPOTHESIS)
  await expect(page.getByText(/Open that story, and drop the file onto it/).first()).toBeVisible()
})
