import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { importFile } from '../../src-main/core/importers/registry'
import { annotate, DETECTION, documentOf, NOW, reviewOf, sourceOf } from '../support/review-fixture'

const TEXT = 'Harbour wall\n\nThe wall 😀 cost €2.4 million, experts say.\n\n=1+1 is next_x0041_.'
const claim = annotate('claim', TEXT, 'The wall 😀 cost €2.4 million', { note: 'a\u0001 <b> _x0042_' })
const review = reviewOf([claim, annotate('comment', TEXT, 'experts', { note: 'Who?' })], {
  sources: [sourceOf({ id: 's1', citation: 'Deep Throat', confidential: true })],
})

async function written(format: 'html' | 'md' | 'jsonld' | 'xlsx' | 'docx', confidential = true) {
  const options = { confidential, now: NOW, generator: 'Blue Pencil 0.1.0' }
  return (await exportDocument(format, { document: documentOf(TEXT), review, detection: DETECTION }, options)).bytes
}

describe.each(['html', 'md', 'jsonld', 'xlsx'] as const)('%s as a save file', (format) => {
  it('reopens as the review it was made from, under any name', async () => {
    const read = await importFile({ name: `a.${format}`, bytes: await written(format) })
    expect(read.save?.review).toEqual(review)
    expect(read.text).toBe(TEXT)
    expect(read.notes).toBeUndefined()
  })

  it('never carries a confidential source that it does not show', async () => {
    const read = await importFile({ name: `a.${format}`, bytes: await written(format, false) })
    expect(JSON.stringify(read)).not.toContain('Deep Throat')
  })
})

it('a status changed in the sheet comes back as that claim, changed later', async () => {
  const parts = unzipSync(await written('xlsx'))
  const name = 'xl/worksheets/sheet1.xml'
  const sheet = new TextDecoder().decode(parts[name]).replace('>unchecked<', '>confirmed<')
  const bytes = zipSync({ ...parts, [name]: new TextEncoder().encode(sheet) })
  const { notes } = await importFile({ name: 'ledger.xlsx', bytes })
  expect(notes?.annotations).toEqual([
    { ...claim, status: 'confirmed', updatedAt: expect.stringMatching(/^2026-/) as string },
  ])
  expect(notes?.annotations[0]?.updatedAt).not.toBe(claim.updatedAt)
})

it('a comment that somebody wrote into the Markdown comes back as theirs', async () => {
  const text = new TextDecoder().decode(await written('md')).replace('is next', '{==is next==}{>>Prove it.<<}')
  const { notes, text: story } = await importFile({ name: 'a.md', bytes: new TextEncoder().encode(text) })
  expect(story).toBe(TEXT)
  expect(notes?.annotations).toMatchObject([{ kind: 'comment', note: 'Prove it.', anchor: { exact: 'is next' } }])
})

describe('what was changed in a file is signed', () => {
  const status = ['xl/worksheets/sheet1.xml', '>unchecked<', '>confirmed<'] as const
  const resolved = ['word/commentsExtended.xml', 'w15:done="0"', 'w15:done="1"'] as const
  it.each([
    ['xlsx', status, 'Ida Brandt', 'Ida Brandt'],
    ['xlsx', status, 'Ada Holt', 'Ada Holt'],
    ['xlsx', status, 'Blue Pencil 0.1.0', 'Somebody'],
    ['docx', resolved, 'Ida Brandt', 'Ida Brandt'],
    ['docx', resolved, 'Ada Holt', 'Ada Holt'],
    ['docx', resolved, 'Blue Pencil 0.1.0', 'Somebody'],
    ['docx', resolved, '', 'Somebody'],
  ] as const)('%s, %j, last saved by “%s”: %s', async (format, [part, was, now], name, author) => {
    const parts = unzipSync(await written(format))
    const change = (at: string, from: string | RegExp, to: string) => {
      const before = strFromU8(parts[at] ?? new Uint8Array())
      expect(before).toMatch(from)
      parts[at] = strToU8(before.replaceAll(new RegExp(from, 'g'), to))
    }
    change(part, was, now)
    change('docProps/core.xml', /(?<=<cp:lastModifiedBy>)[^<]*/, name)
    const { notes } = await importFile({ name: `a.${format}`, bytes: zipSync(parts) })
    expect(notes?.replies.map((one) => one.author.name)).toEqual([author])
  })
})
