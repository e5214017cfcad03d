import { PDFDocument, PDFName, PDFString, StandardFonts, degrees, type PDFPage } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { ImportedText } from '../../src-main/core/importers/importer'
import { importFile } from '../../src-main/core/importers/registry'
import { inOrder, paragraphs, pdfOf, type Layout } from '../support/pdf-samples'

const read = (bytes: Uint8Array): Promise<ImportedText> => importFile({ name: 'story.pdf', bytes })
const TEXTS = paragraphs(14)
const blocks = ({ text, blocks }: ImportedText) => blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('the text of a PDF', () => {
  test.each<[string, Layout]>([
    ['one column', { columns: 1 }],
    ['two columns', { columns: 2 }],
    ['a head over two columns', { columns: 2, head: 'Footbridge at Ostermark closes' }],
    ['two columns drawn line by line', { columns: 2, across: true }],
    ['divided words', { columns: 2, divide: true }],
    ['running heads and page numbers', { columns: 1, running: 'The Weir Courier, Sunday 8 November' }],
  ])('comes whole and in order: %s', async (_, layout) => {
    const imported = await read(await pdfOf(TEXTS, layout))
    const { coverage } = imported.report
    expect(inOrder(TEXTS.join(' '), imported.text)).toBeGreaterThanOrEqual(0.99)
    expect(coverage.inText + coverage.leftOut).toBe(coverage.total)
    expect(
      blocks(imported)
        .filter(([kind]) => kind === 'heading')
        .map(([, words]) => words),
    ).toEqual(layout.head ? [layout.head] : [])
    const words = new Set(imported.text.match(/\p{L}+/gu))
    expect(
      [...words].filter((word) => !/^(?:Footbridge|at|closes)$/.test(word) && !TEXTS.join(' ').includes(word)),
    ).toEqual([])
  })

  test('leaves running heads and page numbers out, and says so', async () => {
    const { text, report, pages } = await read(await pdfOf(paragraphs(30), { columns: 1, running: 'The Weir Courier' }))
    expect(text).not.toContain('Courier')
    expect(report.leftOut.slice(0, 2).map(({ text, reason }) => [text, reason])).toEqual([
      ['The Weir Courier', 'running head'],
      ['1', 'page number'],
    ])
    expect(pages?.map(({ label }) => label)).toEqual(
      report.leftOut.filter(({ reason }) => reason === 'page number').map(({ text }) => text),
    )
    expect(pages?.every(({ start }, index) => start >= (pages[index - 1]?.start ?? 0) && start < text.length)).toBe(
      true,
    )
  })

  test('tells headings, list items and paragraphs by size, sign and place; turned text is left out', async () => {
    const bytes = await onPage((page, font) => {
      const draw = (text: string, x: number, y: number, size = 11) => page.drawText(text, { x, y, size, font })
      draw('Wall declared safe', 60, 780, 22)
      draw('The council said on Monday that the wall by the harbour was safe and that nobody had', 60, 740)
      draw('asked for it to be taken down.', 60, 726)
      draw('What was said', 60, 690, 15)
      draw('1. Nobody was asked about the wall before it was built, said one of those who live be-', 60, 666)
      draw('side it.', 76, 652)
      draw('2. The wall stays.', 60, 638)
      page.drawText('CONFIDENTIAL', { x: 200, y: 300, size: 40, font, rotate: degrees(45) })
    })
    const imported = await read(bytes)
    expect(blocks(imported)).toEqual([
      ['heading', 'Wall declared safe'],
      [
        'paragraph',
        'The council said on Monday that the wall by the harbour was safe and that nobody had asked for it to be taken down.',
      ],
      ['heading', 'What was said'],
      ['list-item', '1. Nobody was asked about the wall before it was built, said one of those who live beside it.'],
      ['list-item', '2. The wall stays.'],
    ])
    expect(imported.report.leftOut).toContainEqual(
      expect.objectContaining({ text: 'CONFIDENTIAL', reason: 'text set at an angle' }),
    )
    expect(imported.title).toBe('Wall declared safe')
  })

  test('a page that is only a picture is named; a file of nothing else is refused', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage().drawText('The wall was safe.', { x: 50, y: 700, font: await pdf.embedFont(StandardFonts.Helvetica) })
    pdf.addPage().drawRectangle({ x: 50, y: 50, width: 300, height: 300 })
    expect((await read(await pdf.save())).report.notices).toEqual([
      'Page 2 holds no text: what they show, such as a scanned page, could not be read.',
    ])
    pdf.removePage(0)
    await expect(read(await pdf.save())).rejects.toThrow(/“story\.pdf” has pages but no text: they seem to be scanned/)
  })
})

describe('annotations of a PDF', () => {
  test('come with words, author, time, colour and answers, on the text that they cover or stand beside', async () => {
    const bytes = await onPage((page, font) => {
      page.drawText('The council said that the wall was safe.', { x: 60, y: 700, size: 12, font })
      page.drawText('Nobody had been asked.', { x: 60, y: 660, size: 12, font })
      const { context } = page.doc
      const from = 60 + font.widthOfTextAtSize('The council said that ', 12)
      const to = from + font.widthOfTextAtSize('the wall', 12)
      const said = (fields: Record<string, unknown>) =>
        context.register(context.obj({ Type: 'Annot', ...fields } as never))
      const highlight = said({
        Subtype: 'Highlight',
        Rect: [from, 697, to, 712],
        QuadPoints: [from, 712, to, 712, from, 697, to, 697],
        C: [0.4, 0.9, 0.3],
        Contents: PDFString.of('Which wall?'),
        T: PDFString.of('Mara Quist'),
        CreationDate: PDFString.of("D:20261101093000+01'00'"),
      })
      const answer = said({
        Subtype: 'Text',
        Rect: [from, 697, to, 712],
        IRT: highlight,
        Contents: PDFString.of('The one by the harbour.'),
        T: PDFString.of('Ivo'),
      })
      const note = said({ Subtype: 'Text', Rect: [30, 655, 48, 673], Contents: PDFString.of('Who?') })
      const drawing = said({ Subtype: 'Ink', Rect: [300, 300, 320, 320], InkList: [[300, 300, 320, 320]] })
      page.node.set(PDFName.of('Annots'), context.obj([highlight, answer, note, drawing]))
    })
    const first = await read(bytes)
    const { annotations, replies } = first.notes ?? { annotations: [], replies: [] }
    expect(
      annotations.map(({ kind, anchor, note, author, createdAt }) => [
        kind,
        anchor.exact,
        note,
        author.name,
        createdAt,
      ]),
    ).toEqual([
      ['highlight', 'the wall', 'Which wall?', 'Mara Quist', '2026-11-01T08:30:00.000Z'],
      ['comment', 'Nobody had been asked.', 'Who?', 'Unknown', '1970-01-01T00:00:00.000Z'],
    ])
    expect(annotations[0]).toHaveProperty('colour', 'green')
    expect(replies.map(({ annotation, body, author }) => [annotation, body, author.name])).toEqual([
      [annotations[0]?.id, 'The one by the harbour.', 'Ivo'],
    ])
    expect(first.report.notices).toEqual([
      '1 annotation without words, such as drawings and stamps, could not be kept.',
    ])
    expect((await read(bytes)).notes).toEqual(first.notes)
  })
})

async function onPage(
  draw: (page: PDFPage, font: Awaited<ReturnType<PDFDocument['embedFont']>>) => void,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  draw(pdf.addPage([595, 842]), await pdf.embedFont(StandardFonts.TimesRoman))
  return pdf.save()
}
