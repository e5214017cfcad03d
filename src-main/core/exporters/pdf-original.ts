import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib'
import type { Annotation, Review } from '../../contract/entities'
import { reanchor } from '../anchoring/reanchor'
import { layOut, readPages } from '../importers/pdf'
import { readCarried } from '../importers/pdf-carried'
import { withPdf } from '../importers/pdf-engine'
import { annotationNames, KEPT } from '../importers/pdf-names'
import { notesOf, type ReadNotes } from '../importers/pdf-notes'
import { boxesOf, type Box } from '../importers/pdf-places'
import { pagePoint, type PdfPage } from '../importers/pdf-runs'
import type { PdfText } from '../importers/pdf-text'
import type { ExportInput, ExportOptions, Written } from './exporter'
import { adriftAnnotation, nativeAnnotation, threadOn, type Placed, type Spot } from './pdf-annotations'
import { embedSave } from './pdf-embed'
import { joinLines, quadOf } from './pdf-spots'
import type { Rectangle } from './pdf-marks'
import { pdfDate, pdfName, pdfText } from './pdf-objects'
import { placeAnnotations, threads } from './placed'
import { writeSave } from './save-file'
import { shownSources } from './sources'

/** Side of a note's icon in the margin. Points. */
const ICON = 14

interface Original {
  readonly pages: readonly PdfPage[]
  readonly layout: PdfText
  readonly foreign: ReadNotes
  /** pdf.js' names of the objects of other people's annotations, by the ids that these have here. */
  readonly theirs: ReadonlyMap<string, string>
  /** Ids of annotations and answers that an earlier export of ours put there. */
  readonly earlier: ReadonlySet<string>
}

/**
 * The pages that a document came from, unchanged, with the review as native annotations over them. Everything is added
 * behind the file's own bytes; annotations of others stay, those of an earlier export of ours are replaced.
 *
 * @returns undefined where the original cannot be written to: it is locked, or too damaged
 */
export async function annotateOriginal(
  input: ExportInput,
  options: ExportOptions,
  bytes: Uint8Array,
): Promise<Written | undefined> {
  const { document, review } = input
  const pdf = await PDFDocument.load(new Uint8Array(bytes), {
    updateMetadata: false,
    forIncrementalUpdate: true,
  }).catch(() => undefined)
  if (!pdf || pdf.isEncrypted) return undefined
  const changes = pdf.context.snapshot
  if (!changes) return undefined
  // The library looks through the whole file for whatever is changed; what is changed here is known.
  pdf.context.snapshot = undefined
  const original = await readOriginal(document.origin.fileName, bytes)
  const pages = pdf.getPages()
  if (pages.length !== original.pages.length) return undefined
  const { placed, adrift } = placeOn(original.layout, input)
  const sources = shownSources(review, options.confidential)
  const answers = threads(review)
  const added: Placed[] = []
  const changed: PDFRef[] = []
  for (const [annotation, boxes] of placed) {
    const spots = spotsOf(boxes, original.pages, pages)
    const there = foreignName(annotation, original)
    const thread = answers.get(annotation.id) ?? []
    if (there && spots[0]) {
      const known = new Set(original.foreign.replies.map(({ id }) => id))
      const fresh = thread.filter(({ id }) => !known.has(id))
      keepForeign(pdf, there, annotation, original)
      changed.push(refNamed(there))
      const on = { page: spots[0].page, ref: refNamed(there) }
      added.push(...threadOn(pdf.context, on, spots[0], annotation, fresh))
    } else added.push(...nativeAnnotation(pdf.context, annotation, spots, thread, sources))
  }
  const corner = pages[0]
  const listed = adrift.filter((annotation) => !foreignName(annotation, original))
  if (corner)
    for (const [index, annotation] of listed.entries()) {
      const spot = { page: corner.ref, quads: [], icon: iconAtTop(corner, index) }
      added.push(...adriftAnnotation(pdf.context, annotation, spot, answers.get(annotation.id) ?? [], sources))
    }
  changed.push(...replaceAnnotations(pdf, added, own(review, original)))
  embedSave(pdf, writeSave(input, options), original.layout.text, options.now)
  changes.markRefsForSave([...changed, pdf.context.trailerInfo.Root as PDFRef])
  const increment = await pdf.saveIncremental(changes)
  const whole = new Uint8Array(bytes.length + increment.length)
  whole.set(bytes)
  whole.set(increment, bytes.length)
  return { content: whole, losses: losses(adrift) }
}

function readOriginal(name: string, bytes: Uint8Array): Promise<Original> {
  return withPdf(name, bytes, async (proxy) => {
    const { pages, notes } = await readPages(name, proxy)
    const layout = layOut(pages, await proxy.getPageLabels().catch(() => null))
    const carried = await readCarried(name, proxy, layout.text)
    const review = carried?.save.review
    const foreign = notesOf(notes, layout)
    const names = await annotationNames(bytes)
    const theirs = new Map([...foreign.refs].map(([ref, { id }]) => [id, ref]))
    for (const [ref, named] of names) if (named.endsWith(KEPT)) theirs.set(named.slice(0, -KEPT.length), ref)
    const answers = new Set(foreign.replies.map(({ id }) => id))
    const saved = [...(review?.annotations ?? []), ...(review?.replies ?? [])].map(({ id }) => id)
    const earlier = new Set(saved.filter((id) => !theirs.has(id) && !answers.has(id)))
    return { pages, layout, foreign, theirs, earlier }
  })
}

/** The boxes of each annotation on the pages' own text, which may be an earlier one than the document's. */
function placeOn({ text, places }: PdfText, { document, review }: ExportInput) {
  const { placed, lost } = placeAnnotations(document, review)
  const anchors = placed.map(({ anchor }) => anchor)
  const there = text === document.text ? undefined : reanchor(anchors, document.text, text)
  const found: (readonly [Annotation, readonly Box[]])[] = []
  const adrift = [...lost]
  for (const [index, annotation] of placed.entries()) {
    const place = there ? there[index] : annotation.anchor
    const range = place && 'start' in place ? place : undefined
    const boxes = range ? boxesOf(places, range) : []
    if (boxes.length > 0) found.push([annotation, boxes])
    else adrift.push(annotation)
  }
  return { placed: found, adrift }
}

/** The boxes page by page, as the pages count; those on one line that touch are one. */
function spotsOf(boxes: readonly Box[], pages: readonly PdfPage[], targets: readonly PDFPage[]): Spot[] {
  const byPage = new Map<number, Box[]>()
  for (const box of boxes) byPage.set(box.page, [...(byPage.get(box.page) ?? []), box])
  return [...byPage].flatMap(([index, on]) => {
    const page = pages[index]
    const target = targets[index]
    if (!page || !target) return []
    const lines = joinLines(on)
    return [
      { page: target.ref, quads: lines.map((box) => quadOf(page.turn, box)), icon: iconBeside(page, lines[0] as Box) },
    ]
  })
}

/** In the nearer margin, level with the line. */
function iconBeside({ runs, turn }: PdfPage, box: Box): Rectangle {
  const left = runs.reduce((least, run) => Math.min(least, run.x0), Infinity)
  const right = runs.reduce((most, run) => Math.max(most, run.x1), -Infinity)
  const x = (box.x0 + box.x1) / 2 < (left + right) / 2 ? left - ICON - 4 : right + 4
  const [ax, ay] = pagePoint(turn, x, box.y1 - ICON)
  const [bx, by] = pagePoint(turn, x + ICON, box.y1)
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
}

/** One after the other along the top of a page, and below where that is full. */
function iconAtTop(page: PDFPage, index: number): Rectangle {
  const { x, y, width, height } = page.getCropBox()
  const step = ICON + 4
  const across = Math.max(1, Math.floor((width - step) / step))
  const left = x + 4 + (index % across) * step
  const top = y + height - 4 - Math.floor(index / across) * step
  return [left, top - ICON, left + ICON, top]
}

/** pdf.js' name of the object of an annotation that somebody else put into the file, and that was read into the review. */
function foreignName({ id }: Annotation, { theirs, earlier }: Original): string | undefined {
  if (earlier.has(id)) return undefined
  return theirs.get(id)
}

function refNamed(name: string): PDFRef {
  const [, number, generation] = /^(\d+)R(\d*)$/.exec(name) ?? []
  return PDFRef.of(Number(number), Number(generation || 0))
}

/** An annotation of somebody else stays as it is, but for a note that was changed here; it then gets a name to know it by. */
function keepForeign(pdf: PDFDocument, name: string, annotation: Annotation, { foreign }: Original): void {
  const dictionary = pdf.context.lookupMaybe(refNamed(name), PDFDict)
  if (!dictionary || foreign.refs.get(name)?.note === annotation.note) return
  dictionary.set(pdfName('NM'), pdfText(annotation.id + KEPT))
  dictionary.set(pdfName('Contents'), pdfText(annotation.note))
  dictionary.set(pdfName('M'), pdfDate(annotation.updatedAt))
}

/** Ids of what is written anew, or was written by an earlier export and is no longer there. */
function own(review: Review, { earlier, foreign }: Original): Set<string> {
  const theirs = new Set([...foreign.refs.values(), ...foreign.replies].map(({ id }) => id))
  const all = [...review.annotations, ...review.replies].map(({ id }) => id)
  return new Set([...all.filter((id) => !theirs.has(id)), ...earlier])
}

/** @returns the pages whose annotations are others now */
function replaceAnnotations(pdf: PDFDocument, added: readonly Placed[], replaced: ReadonlySet<string>): PDFRef[] {
  const changed: PDFRef[] = []
  const byPage = new Map<string, PDFRef[]>()
  for (const { page, ref } of added) {
    const there = byPage.get(String(page))
    if (there) there.push(ref)
    else byPage.set(String(page), [ref])
  }
  for (const page of pdf.getPages()) {
    const fresh = byPage.get(String(page.ref)) ?? []
    const there = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []
    const gone = new Set(there.filter((ref) => replaced.has(nameOf(pdf, ref))).map(String))
    const kept = there.filter((ref) => !gone.has(String(ref)) && !gone.has(parentOf(pdf, ref)))
    if (fresh.length === 0 && kept.length === there.length) continue
    page.node.set(PDFName.of('Annots'), pdf.context.obj([...kept, ...fresh]))
    changed.push(page.ref)
  }
  return changed
}

function losses(adrift: readonly Annotation[]): string[] {
  if (adrift.length === 0) return []
  const which = adrift.length === 1 ? 'One annotation has' : `${adrift.length} annotations have`
  return [
    `${which} no place on the original pages, and ${adrift.length === 1 ? 'is a note' : 'are notes'} at the top of the first.`,
  ]
}

/** The name of an annotation, without the number that those on further pages have. */
function nameOf(pdf: PDFDocument, ref: PDFObject): string {
  const name = pdf.context.lookupMaybe(ref, PDFDict)?.lookup(PDFName.of('NM'))
  return name instanceof PDFString || name instanceof PDFHexString ? name.decodeText().replace(/~\d+$/, '') : ''
}

/** What a pop-up belongs to. */
function parentOf(pdf: PDFDocument, ref: PDFObject): string {
  return String(pdf.context.lookupMaybe(ref, PDFDict)?.get(PDFName.of('Parent')) ?? '')
}
