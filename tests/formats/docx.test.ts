import validate from '@ooxml-tools/validate'
import {
  Document as DocxDocument,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { importFile } from '../../src-main/core/importers/registry'
import { convert, noLibreOffice } from '../support/libreoffice'
import { annotate, BEN, DETECTION, documentOf, NOW, replyTo, reviewOf, sourceOf } from '../support/review-fixture'

const WORDS = `Harbour wall “will hold”

The wall cost 40 million, 𝒜 officials said on Monday. Critics say it leaks.

- first point
- second point

Keep Reading

Ten cats that look like ministers

שלום עולם, said the harbour master.`
const TEXT = `${WORDS}\n\nPier\nDepth\nNorth\n12 m`
const cells = ['Pier', 'Depth', 'North', '12 m'].map((words, index) => ({
  kind: 'table-cell' as const,
  start: TEXT.lastIndexOf(words),
  end: TEXT.lastIndexOf(words) + words.length,
  row: 1 + (index >> 1),
  column: 1 + (index & 1),
}))
const plain = documentOf(WORDS)
const story = documentOf(TEXT, {
  blocks: [...plain.blocks, ...cells],
  inlines: [
    {
      kind: 'link',
      start: TEXT.indexOf('officials'),
      end: TEXT.indexOf(' said'),
      href: 'https://example.org/a?b=1&c=2',
    },
    { kind: 'strong', start: TEXT.indexOf('Monday'), end: TEXT.indexOf('. Critics') },
  ],
})
const claim = annotate('claim', TEXT, 'cost 40 million', {
  status: 'confirmed',
  note: 'Checked.',
  citations: [{ source: 's1', stance: 'supports' }],
})
const comment = annotate('comment', TEXT, 'million, 𝒜 officials', {
  note: 'Which officials?',
  resolved: true,
  author: BEN,
})
const across = annotate('highlight', TEXT, 'second point\n\nKeep')
const flag = annotate('flag', TEXT, 'Keep Reading\n\nTen cats that look like ministers', { reason: 'boilerplate' })
const inCells = annotate('comment', TEXT, 'Depth\nNorth', { note: 'Metres?' })
const lost = annotate('comment', TEXT, 'leaks', { revision: 0, note: 'Was here once' })
const review = reviewOf([claim, comment, across, flag, inCells, lost], {
  replies: [replyTo(comment, 'The harbour master.')],
  sources: [sourceOf({ id: 's1', citation: 'City budget', url: 'https://example.org/budget' })],
})
const options = { confidential: false, now: NOW, generator: 'Blue Pencil test' }
const exported = async () =>
  (await exportDocument('docx', { document: story, review, detection: DETECTION }, options)).bytes
const read = (bytes: Uint8Array) => importFile({ name: 'story.docx', bytes })
const bare = (text: string) => text.replace(/[\s\ufeff]+/gu, '')

test('a Word export has no error by the Open XML schemas', async () => {
  const empty = { document: plain, review: reviewOf([]), detection: DETECTION }
  for (const bytes of [await exported(), (await exportDocument('docx', empty, options)).bytes])
    expect(await validate(bytes, 'docx')).toEqual([])
  // The validator finds what is wrong: a file whose body has an element that no schema knows.
  const parts = unzipSync(await exported())
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('<w:body>', '<w:body><w:nonsense/>')
  expect(await validate(zipSync({ ...parts, 'word/document.xml': strToU8(body) }), 'docx')).not.toEqual([])
}, 60_000)

test('a file by the docx library gives all of its text in order', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => `Line ${index} of the tide table, high water at ${index}:15.`)
  const file = new DocxDocument({
    footnotes: { 1: { children: [new Paragraph('From the port log.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Tides', heading: HeadingLevel.HEADING_1 }),
          ...lines.map((line) => new Paragraph({ children: [new TextRun({ text: line, italics: true })] })),
          new Table({
            rows: [
              ['a', 'b'],
              ['c', 'd'],
            ].map(
              (row) =>
                new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
            ),
          }),
          new Paragraph({ children: [new TextRun('The end'), new FootnoteReferenceRun(1)] }),
        ],
      },
    ],
  })
  const back = await read(new Uint8Array(await Packer.toBuffer(file)))
  expect(back.text).toBe(['Tides', ...lines, 'a\nb\nc\nd', 'The end¹', '¹ From the port log.'].join('\n\n'))
  expect(back.title).toBe('Tides')
})

describe.skipIf(noLibreOffice)('LibreOffice', () => {
  test('reads the text of a Word export', async () => {
    const text = new TextDecoder().decode(convert(await exported(), 'docx', 'txt:Text (encoded):UTF8'))
    expect(bare(text).startsWith(bare(TEXT))).toBe(true)
  })

  test('keeps ranges, authors and dates when it writes the file again, and nothing looks changed', async () => {
    const again = convert(await exported(), 'docx', 'docx')
    const back = await read(again)
    expect(back.save?.document.id).toBe(story.id)
    expect(back.text).toBe(TEXT)
    expect(back.notes).toBeUndefined()
    // Without the session that it carries, its comments are read like anybody's.
    const parts = unzipSync(again)
    const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array())
    expect(comments).toContain('w:author="Ben &lt;Öst&gt;" w:date="2026-10-15T09:30:00Z" w:initials="BÖ"')
    const { zipSync } = await import('fflate')
    const foreign = await read(
      zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.startsWith('customXml/')))),
    )
    expect(foreign.save).toBeUndefined()
    const found = foreign.notes?.annotations.filter(({ kind }) => kind === 'comment').map(({ anchor }) => anchor.exact)
    for (const one of [claim, comment, inCells]) expect(found).toContain(one.anchor.exact)
  })

  test('writes Word files that are read whole', async () => {
    const html = `<h1>Tides</h1><p>High <b>water</b> at 40:15.</p><ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr></table><p>${'The pier stands. '.repeat(40)}</p>`
    const back = await read(convert(html, 'html', 'docx:Office Open XML Text'))
    expect(bare(back.text)).toBe(bare(html.replace(/<[^>]*>/g, ' ')))
    expect(back.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'list-item',
      'list-item',
      'table-cell',
      'table-cell',
      'paragraph',
    ])
  })
})
if (noLibreOffice) test.skip(`LibreOffice journeys: ${noLibreOffice}`, () => {})
