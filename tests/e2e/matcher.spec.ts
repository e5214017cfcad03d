import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { addStory, articleOf, openStory } from '../support/story'

const TITLE = 'North quay to stay open, says council'
const STORY = [
  TITLE,
  '“Nobody answered us, and the wall moved again in March,” said Oona Marsh, who chairs the harbour trust.',
  'Henk Brandt, the works director, told the meeting: “The quay is safe for the whole summer, I think.”',
  '“The council has lied to every household on this coast for a decade,” Marsh said.',
].join('\n\n')
const TRANSCRIPT = `[00:00:12] CHAIR: Good evening. We begin with item four, the north quay.

[00:01:40] MARSH: Nobody answered us, and the wall moved again in March, as everybody can see.

[00:03:05] BRANDT: The quay is safe for the winter, I think.

[00:04:10] MARSH: You think. We would like to know.
`

test('quotations are walked through beside a transcript: cited with the time, flagged where they differ, by keys alone', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'quay.txt', STORY)
  await openStory(desk, page, TITLE)
  await page.keyboard.press('q')
  await expect(page.getByRole('heading', { name: 'What was really said?' })).toBeVisible()
  await expectAccessible(page, 'no record yet')
  const transcript = { name: 'hearing.txt', mimeType: 'text/plain', buffer: Buffer.from(TRANSCRIPT) }
  await page.getByLabel('Attach a record…').setInputFiles(transcript)

  const list = page.getByRole('list', { name: 'Quotations of the story' })
  await expect(list.getByRole('listitem')).toHaveCount(3)
  const outcomes = list.getByText(/^(Exact|Altered|Not found)$/)
  await expect(outcomes).toHaveText(['Exact', 'Altered', 'Not found'])
  const record = page.getByRole('region', { name: 'Text of the record hearing.txt' })
  await expect(record.locator('mark')).toHaveText('Nobody answered us, and the wall moved again in March')

  await page.keyboard.press('s')
  await expect(list.getByRole('listitem').first()).toContainText('Cited')
  await expect(record.locator('mark')).toHaveText('The quay is safe for the winter, I think')
  await expect(list.getByRole('deletion')).toContainText('whole summer')
  await expect(list.getByRole('insertion')).toContainText('winter')
  await expectAccessible(page, 'an altered quotation beside the record')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, 'an altered quotation beside the record, in the dark')
  await page.keyboard.press('f')
  await expect(list.getByRole('listitem').nth(1)).toContainText('Flagged')
  await page.keyboard.press('k')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(list.getByText('Flagged')).toHaveCount(0)
  await page.getByRole('button', { name: /^Open 2/ }).click()
  await expect(outcomes).toHaveText(['Altered', 'Not found'])

  const { review } = await desk.shell.call('document.open', { id })
  const [source] = review.sources
  expect(source?.attachment).toMatchObject({ fileName: 'hearing.txt' })
  const claims = review.annotations.flatMap((one) => (one.kind === 'claim' ? [one] : []))
  expect(claims.map(({ type, speaker, citations }) => ({ type, speaker, citations }))).toEqual([
    {
      type: 'quotation',
      speaker: 'Oona Marsh',
      citations: [{ source: source?.id, stance: 'supports', locator: '00:01:40' }],
    },
  ])
  await list.getByRole('button', { name: /^In the story/ }).click()
  await expect(articleOf(page)).toBeFocused()
})

test('what cannot be read as a record is said and leaves nothing behind; a PDF is cited by its page', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'quay.txt', STORY)
  await openStory(desk, page, TITLE)
  await page.keyboard.press('q')
  const attach = page.getByLabel('Attach a record…')
  await attach.setInputFiles({ name: 'talk.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3\u0003 sound') })
  await expect(page.getByRole('heading', { name: 'The record could not be read' })).toBeVisible()
  expect((await desk.shell.call('document.open', { id })).review.sources).toEqual([])

  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const line of ['Minutes of the harbour meeting, first page.', 'The quay is safe for the whole summer, I think.'])
    pdf.addPage([420, 300]).drawText(line, { x: 20, y: 200, size: 12, font })
  await attach.setInputFiles({
    name: 'minutes.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await pdf.save()),
  })
  const list = page.getByRole('list', { name: 'Quotations of the story' })
  await expect(list.getByRole('listitem').filter({ hasText: 'p. 2' })).toContainText('Exact')
  await page.getByRole('button', { name: 'Cite the exact one' }).click()
  await expect(list.getByText('Cited')).toHaveCount(1)
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByText('Cited')).toHaveCount(0)
})

test('a file that a source keeps is looked at as words or as a picture, and one source is cited for several claims', async ({
  desk,
  page,
}) => {
  const id = await addStory(desk, 'quay.txt', STORY)
  const call = desk.shell.call
  const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const files = [
    {
      name: 'notes.html',
      bytes: Buffer.from('<h1>Notes</h1><p>Kept <b>safe</b> from<script>alert(1)</script> markup.</p>'),
    },
    { name: 'quay.png', bytes: Buffer.from(PIXEL, 'base64') },
    { name: 'plan.svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') },
  ]
  for (const { name, bytes } of files) {
    const attachment = await call('attachment.add', { file: { name, bytes: new Uint8Array(bytes) } })
    await call('review.do', { document: id, command: { op: 'source', citation: `File ${name}`, attachment } })
  }
  for (const start of [45, 60, 75])
    await call('review.do', { document: id, command: { op: 'claim', start, end: start + 8 } })
  await openStory(desk, page, TITLE)

  const lists = page.getByRole('complementary', { name: 'Inspector' })
  await lists.getByRole('tab', { name: /^Sources/ }).click()
  const look = async (name: string) => {
    await lists.getByText(`File ${name}`).first().click()
    await lists.getByRole('button', { name: `Look at ${name}` }).click()
    return page.getByRole('dialog', { name: `File ${name}` })
  }
  const words = await look('notes.html')
  await expect(words.getByRole('region')).toContainText('Kept safe from')
  await expect(words.getByRole('region')).not.toContainText('alert')
  await expectAccessible(page, 'an attached page as words')
  await page.keyboard.press('Escape')
  const picture = (await look('quay.png')).getByRole('img', { name: 'Picture quay.png' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await page.keyboard.press('Escape')
  const drawing = await look('plan.svg')
  await expect(drawing.getByText('This file is not shown here')).toBeVisible()
  await expect(drawing.getByRole('img')).toHaveCount(0)
  await expectAccessible(page, 'a file that is not shown')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    drawing.getByRole('button', { name: 'Save a copy…' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('plan.svg')
  await page.keyboard.press('Escape')

  await page.keyboard.press('l')
  const table = page.getByRole('table', { name: 'Claims' })
  await page.getByRole('checkbox', { name: 'Choose all claims shown' }).check()
  await table.getByRole('checkbox').last().uncheck()
  await page.getByRole('combobox', { name: 'Says of the claim' }).selectOption('Contradicts')
  await page.getByRole('button', { name: 'Cite a source for them…' }).click()
  await page.keyboard.type('notes')
  await expectAccessible(page, 'a source for several claims')
  await page.keyboard.press('Enter')
  await expect(table.getByText('File notes.html')).toHaveCount(2)
  const { review } = await call('document.open', { id })
  expect(review.annotations.map((one) => one.kind === 'claim' && one.citations.map(({ stance }) => stance))).toEqual([
    ['contradicts'],
    ['contradicts'],
    [],
  ])
  await page.keyboard.press('ControlOrMeta+z')
  await expect(table.getByText('File notes.html')).toHaveCount(0)
})
