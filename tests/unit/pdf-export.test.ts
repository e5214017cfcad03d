import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation, Document, Review } from '../../src-main/contract/entities'
import type { FontSource } from '../../src-main/core/exporters/exporter'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { importedDocument } from '../../src-main/core/importers/document'
import { importFile } from '../../src-main/core/importers/registry'
import { fontSource } from '../../src-main/store/fonts'
import { paragraphs, pdfOf } from '../support/pdf-samples'
import { ADA, annotate, BEN, DETECTION, documentOf, NOW } from '../support/review-fixture'

/** The program's own typefaces only, so that every machine sets the same. */
const fonts: FontSource = { shipped: fontSource.shipped, async *installed() {} }

const reviewOf = (annotations: Annotation[], replies: Review['replies'] = []): Review => ({
  document: 'doc1',
  annotations,
  replies,
  sources: [],
  decisions: [],
  verdicts: [],
  removals: [],
})

async function exported(document: Document, review: Review, original?: Uint8Array): Promise<Uint8Array> {
  const options = { confidential: false, now: NOW, generator: 'Blue Pencil 0.1.0', fonts, original }
  return (await exportDocument('pdf', { document, review, detection: DETECTION }, options)).bytes
}

const reopen = (bytes: Uint8Array) => importFile({ name: 'wall.pdf', bytes })

async function fromPdf(bytes: Uint8Array): Promise<Document> {
  const file = { fileName: 'wall.pdf', sha256: 'a'.repeat(64), bytes: bytes.length, importedAt: NOW }
  return importedDocument(await reopen(bytes), 'doc1', file)
}

const answer = (annotation: string, body: string, id = `r-${annotation}`): Review['replies'][number] => ({
  id,
  annotation,
  body,
  author: BEN,
  createdAt: NOW,
  updatedAt: NOW,
})

/** The annotations of a file's pages, as its own objects say. */
async function nativeOf(bytes: Uint8Array): Promise<{ pdf: PDFDocument; annots: PDFDict[] }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const annots = pdf.getPages().flatMap((page) => {
    const array = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    return (array?.asArray() ?? []).map((ref) => pdf.context.lookup(ref, PDFDict))
  })
  return { pdf, annots }
}
const words = (value: PDFObject | undefined) =>
  value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : ''
const field = (annot: PDFDict, name: string) => annot.lookup(PDFName.of(name))

describe('a review on the pages it is about', () => {
  const TEXTS = paragraphs(10)

  test('is native annotations behind unchanged bytes, with quads on the words, and comes back equal', async () => {
    const original = await pdfOf(TEXTS, { columns: 2, head: 'Footbridge closes' })
    const document = await fromPdf(original)
    const { text } = document
    const review = reviewOf(
      [
        annotate('highlight', text, [40, 90], { colour: 'green', note: 'See “page 2”\nand 日本' }),
        annotate('claim', text, [200, 290], { status: 'disputed' }),
        annotate('flag', text, [220, 900], { severity: 'must-fix', reason: 'legal-risk' }),
        annotate('comment', text, [500, 510], { note: 'Really?', resolved: true }),
      ],
      [],
    )
    const claim = review.annotations[1] as Annotation
    review.replies.push(answer(claim.id, 'The minutes say so.'))
    const bytes = await exported(document, review, original)
    expect(Buffer.from(bytes.subarray(0, original.length)).equals(Buffer.from(original))).toBe(true)
    const { annots } = await nativeOf(bytes)
    const kinds = annots.map((annot) => String(field(annot, 'Subtype'))).filter((kind) => kind !== '/Popup')
    expect(kinds).toEqual(['/Highlight', '/Underline', '/Text', '/Squiggly', '/Text', '/Text'])
    expect(annots.every((annot) => String(field(annot, 'Subtype')) === '/Popup' || annot.has(PDFName.of('AP')))).toBe(
      true,
    )
    expect(words(field(annots[0] as PDFDict, 'Contents'))).toContain('See “page 2”\nand 日本')
    const again = await reopen(bytes)
    expect([again.save?.review, again.text, again.notes]).toEqual([
      review,
      text,
      { annotations: [], replies: [], sources: [] },
    ])
  })

  test('keeps the annotations of others, and replaces those of an earlier export', async () => {
    const foreign = await withHighlight(await pdfOf(TEXTS, { columns: 1 }))
    const document = await fromPdf(foreign)
    const [theirs] = (await reopen(foreign)).notes?.annotations ?? []
    const own = annotate('comment', document.text, [500, 510], { note: 'Ours' })
    const review = reviewOf([theirs as Annotation, own], [answer((theirs as Annotation).id, 'Agreed.')])
    const once = await exported(document, review, foreign)
    const changed = reviewOf([theirs as Annotation, { ...own, note: 'Ours, again' } as Annotation], review.replies)
    const twice = await exported(document, changed, once)
    for (const bytes of [once, twice]) {
      const shown = (await nativeOf(bytes)).annots.filter((annot) => String(field(annot, 'Subtype')) !== '/Popup')
      expect(shown.map((annot) => words(field(annot, 'Contents'))).sort()).toEqual(
        ['Agreed.', bytes === once ? 'Ours' : 'Ours, again', 'Whose?'].sort(),
      )
    }
    expect((await reopen(twice)).save?.review).toEqual(changed)
    const reworded = reviewOf([{ ...theirs, note: 'Whose wall?' } as Annotation], [])
    const [kept] = (await nativeOf(await exported(document, reworded, twice))).annots
    expect(words(field(kept as PDFDict, 'Contents'))).toBe('Whose wall?')
    expect((await reopen(await exported(document, reworded, twice))).notes?.annotations).toEqual([])
  })

  test('shows what somebody changed in another program, and nothing else', async () => {
    const original = await pdfOf(TEXTS, { columns: 1 })
    const document = await fromPdf(original)
    const comment = annotate('comment', document.text, [500, 510], { note: 'Really?' })
    const claim = annotate('claim', document.text, [100, 160], { note: 'Ask the clerk.' })
    const bytes = await exported(document, reviewOf([comment, claim], [answer(claim.id, 'Asked.')]), original)
    const { pdf, annots } = await nativeOf(bytes)
    const named = (name: string) => annots.find((annot) => words(field(annot, 'NM')) === name) as PDFDict
    const said = words(field(named(claim.id), 'Contents'))
    named(claim.id).set(PDFName.of('Contents'), PDFHexString.fromText(said.replace('Ask the clerk.', 'Ask the mayor.')))
    const page = pdf.getPage(0)
    const of = pdf.context.getObjectRef(named(comment.id))
    const fields = {
      Type: 'Annot',
      Subtype: 'Text',
      Rect: [0, 0, 10, 10],
      IRT: of,
      Contents: PDFString.of('Yes.'),
      T: PDFString.of('Mara'),
    }
    page.node.addAnnot(pdf.context.register(pdf.context.obj(fields as never)))
    const { notes, save } = await reopen(await pdf.save())
    expect(save?.review.annotations).toHaveLength(2)
    expect(notes?.annotations.map(({ id, note }) => [id, note])).toEqual([[claim.id, 'Ask the mayor.']])
    expect(notes?.replies.map(({ annotation, body, author }) => [annotation, body, author.name])).toEqual([
      [comment.id, 'Yes.', 'Mara'],
    ])
  })

  test('puts annotations that the pages have no place for at the top of the first, with their words', async () => {
    const original = await pdfOf(TEXTS, { columns: 1 })
    const document = await fromPdf(original)
    const orphan = {
      ...annotate('comment', document.text, [0, 9], { note: 'Ask the clerk.' }),
      revision: 0,
    } as Annotation
    const options = { confidential: false, now: NOW, generator: 'Blue Pencil 0.1.0', fonts, original }
    const { losses, bytes } = await exportDocument(
      'pdf',
      { document, review: reviewOf([orphan]), detection: DETECTION },
      options,
    )
    expect(losses).toEqual([
      'One annotation has no place on the original pages, and is a note at the top of the first.',
    ])
    const shown = async (file: Uint8Array) =>
      (await nativeOf(file)).annots
        .filter((annot) => String(annot.get(PDFName.of('Subtype'))) === '/Text')
        .map((annot) => words(field(annot, 'Contents')))
    const [note, about, ...others] = await shown(bytes)
    expect([note, others]).toEqual(['Ask the clerk.', []])
    expect(about).toBe(`These words have no place on the pages:\n“${document.text.slice(0, 9).trim()}”`)
    const again = await reopen(bytes)
    expect(again.save?.review.annotations).toEqual([orphan])
    expect(again.notes?.annotations).toEqual([])
    expect(again.notes?.replies).toEqual([])
    expect(await shown(await exported(document, reviewOf([orphan]), bytes))).toEqual([note, about])
  })
})

async function withHighlight(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes)
  const quad = [57, 770, 200, 770, 57, 757, 200, 757]
  const fields = {
    Type: 'Annot',
    Subtype: 'Highlight',
    Rect: [57, 757, 200, 770],
    QuadPoints: quad,
    Contents: PDFString.of('Whose?'),
  }
  pdf.getPage(0).node.addAnnot(pdf.context.register(pdf.context.obj(fields as never)))
  return pdf.save()
}

describe('a story set in type', () => {
  test('is tagged, has an outline, its language and title, and embedded typefaces for Latin, Greek and Cyrillic', async () => {
    const text = 'Wall safe\n\nThe final “affidavit” from Łódź. Το τείχος. Стена стоит.\n\n- First\n- Second'
    const bytes = await exported(
      documentOf(text, { byline: 'Ines Almqvist' }),
      reviewOf([annotate('claim', text, 'Стена')]),
    )
    const { pdf } = await nativeOf(bytes)
    expect([pdf.getTitle(), pdf.getAuthor()]).toEqual(['Harbour wall', 'Ines Almqvist'])
    expect(words(pdf.catalog.lookup(PDFName.of('Lang')))).toBe('en')
    expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(true)
    const all = pdf.context.enumerateIndirectObjects().map(([, object]) => object)
    const elements = all.filter(
      (object): object is PDFDict =>
        object instanceof PDFDict && String(object.get(PDFName.of('Type'))) === '/StructElem',
    )
    const roles = new Set(elements.map((element) => String(element.get(PDFName.of('S')))))
    expect([...roles].sort()).toEqual(['/Annot', '/Document', '/H1', '/L', '/LBody', '/LI', '/Note', '/P'])
    const typefaces = all.filter(
      (object): object is PDFDict =>
        object instanceof PDFDict && String(object.get(PDFName.of('Type'))) === '/FontDescriptor',
    )
    expect(typefaces.length).toBeGreaterThan(2)
    expect(typefaces.every((face) => face.has(PDFName.of('FontFile2')))).toBe(true)
  })

  test('says which characters no typeface has', async () => {
    const text = 'A sign: 𓀀 and again 𓀀.'
    const options = { confidential: false, now: NOW, generator: 'Blue Pencil 0.1.0', fonts }
    const { losses } = await exportDocument(
      'pdf',
      { document: documentOf(text), review: reviewOf([]), detection: DETECTION },
      options,
    )
    expect(losses).toEqual([expect.stringContaining('No typeface of this computer has this character: 𓀀.')])
  })

  test('notes that the margin has no room for go on after the story, whole', async () => {
    const text = `Wall safe\n\n${paragraphs(2).join('\n\n')}`
    const long = Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ')
    const many = Array.from({ length: 90 }, (_, at) =>
      annotate('comment', text, [at * 5, at * 5 + 4], { note: `n${at} ${long}` }),
    )
    const bytes = await exported(documentOf(text), reviewOf(many))
    const { report } = await importFile({ name: 'wall.pdf', bytes: await withoutSession(bytes) })
    const beside = report.leftOut.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ')
    for (const at of [0, 45, 89]) expect(beside).toContain(`n${at} word0`)
    expect(beside.match(/word119/g)?.length).toBe(90)
  })

  test('gives its text back without the session, too', async () => {
    const text = `Wall declared safe\n\n${paragraphs(8).join('\n\n')}`
    const bytes = await exported(documentOf(text), reviewOf([annotate('comment', text, [60, 80], { note: 'Who?' })]))
    expect((await reopen(await withoutSession(bytes))).text).toBe(text)
  })

  test('comes back equal, whatever its text and its annotations are', async () => {
    const piece = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => /[\p{L}\p{N}]/u.test(text))
    const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join('\n\n'))
    const mark = fc.record({
      kind: fc.constantFrom('highlight', 'claim', 'flag', 'comment'),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(80),
      note: fc.string({ unit: 'binary', maxLength: 200 }),
      reply: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })),
    } as const)
    await fc.assert(
      fc.asyncProperty(text, fc.array(mark, { maxLength: 25 }), async (text, marks) => {
        const replies: Review['replies'] = []
        const annotations = marks.map(({ kind, from, length, note, reply }, index): Annotation => {
          const start = Math.min(text.length - 1, Math.floor(from * text.length))
          const id = `m${index}`
          if (reply !== null) replies.push(answer(id, reply))
          return annotate(kind, text, [start, Math.min(text.length, start + 1 + length)], {
            id,
            note,
            author: index % 2 ? ADA : BEN,
          })
        })
        const document = documentOf(text)
        const review = reviewOf(annotations, replies)
        const again = await reopen(await exported(document, review))
        expect([again.save?.review, again.text]).toEqual([review, text])
        expect(again.notes).toEqual({ annotations: [], replies: [], sources: [] })
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})

async function withoutSession(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  pdf.catalog.delete(PDFName.of('Names'))
  return pdf.save()
}
