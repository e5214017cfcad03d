import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import type { Annotation, Reply } from '../../contract/entities'
import { commentWords } from './docx-comment-words'
import { appearance, markColour, markType, type Quad, type Rectangle } from './pdf-marks'
import { drawing, pdfDate, pdfName, pdfNumber, pdfText } from './pdf-objects'
import type { ShownSource } from './sources'
import { adriftText, describe } from './words'

/** Where on one page an annotation stands. */
export interface Spot {
  readonly page: PDFRef
  readonly quads: readonly Quad[]
  /** Where the icon of a note goes that covers no text. */
  readonly icon: Rectangle
}

/** A native annotation on a page. */
export interface Placed {
  readonly page: PDFRef
  readonly ref: PDFRef
}

/** Room around the text that a wavy or straight line may need. Points. */
const MARGIN = 1
/** Printed with the page, and not grown or turned with it. */
const PRINTED = 4
const NOTE_FLAGS = 28

/** What a reader sees of an annotation: what it is and how it stands, the note, the sources. */
export function contentsOf(annotation: Annotation, sources: ReadonlyMap<string, ShownSource>): string {
  const { head, note, tail } = commentWords(annotation, sources)
  return [...head, ...note, ...tail].join('\n')
}

/**
 * An annotation as native ones, one on each page that it reaches, with its pop-up, its thread and its state. Those after
 * the first carry its name with a number behind it.
 */
export function nativeAnnotation(
  context: PDFContext,
  annotation: Annotation,
  spots: readonly Spot[],
  thread: readonly Reply[],
  sources: ReadonlyMap<string, ShownSource>,
): Placed[] {
  const contents = contentsOf(annotation, sources)
  return spots.flatMap((spot, index) => {
    const name = index === 0 ? annotation.id : `${annotation.id}~${index}`
    const own = mark(context, annotation, spot, name, contents)
    return index === 0 ? [...own, ...threadOn(context, own[0] as Placed, spot, annotation, thread)] : own
  })
}

/**
 * An annotation whose words are not on the pages, as a note beside none of them; its first answer says which words those
 * are.
 */
export function adriftAnnotation(
  context: PDFContext,
  annotation: Annotation,
  spot: Spot,
  thread: readonly Reply[],
  sources: ReadonlyMap<string, ShownSource>,
): Placed[] {
  const own = mark(context, annotation, spot, annotation.id, contentsOf(annotation, sources), 'Text')
  const { author, createdAt, updatedAt } = annotation
  const body = adriftText('These words have no place on the pages:', annotation)
  // Named as a part of the annotation, which is not read back as an answer.
  const about = { id: `${annotation.id}~1`, annotation: annotation.id, body, author, createdAt, updatedAt }
  return [...own, ...threadOn(context, own[0] as Placed, spot, annotation, [about, ...thread])]
}

function mark(
  context: PDFContext,
  annotation: Annotation,
  spot: Spot,
  name: string,
  contents: string,
  type = markType(annotation),
): Placed[] {
  const colour = markColour(annotation)
  const rect = type === 'Text' ? spot.icon : around(spot.quads)
  const ref = context.nextRef()
  const popup = context.nextRef()
  const dictionary = {
    Type: 'Annot',
    Subtype: type,
    Rect: rect.map(pdfNumber),
    Contents: pdfText(contents),
    T: pdfText(annotation.author.name),
    Subj: pdfText(describe(annotation)),
    NM: pdfText(name),
    M: pdfDate(annotation.updatedAt),
    CreationDate: pdfDate(annotation.createdAt),
    C: colour.map(pdfNumber),
    F: type === 'Text' ? NOTE_FLAGS : PRINTED,
    P: spot.page,
    Popup: popup,
    AP: { N: appearance(context, type, colour, spot.quads, rect) },
    ...(type === 'Text'
      ? { Name: 'Comment', Open: false }
      : { QuadPoints: spot.quads.flatMap((quad) => quad.map(pdfNumber)) }),
  }
  context.assign(ref, context.obj(dictionary))
  context.assign(popup, context.obj(popupOf(rect, ref, spot.page)))
  return [
    { page: spot.page, ref },
    { page: spot.page, ref: popup },
  ]
}

/** The answers to an annotation, oldest first, and that it is done with where it is. */
export function threadOn(
  context: PDFContext,
  to: Placed,
  { page, icon }: Pick<Spot, 'page' | 'icon'>,
  annotation: Annotation,
  thread: readonly Reply[],
): Placed[] {
  const answer = (fields: Record<string, unknown>): Placed => {
    const dictionary = {
      Type: 'Annot',
      Subtype: 'Text',
      Rect: icon.map(pdfNumber),
      IRT: to.ref,
      RT: 'R',
      P: page,
      F: NOTE_FLAGS,
      Name: 'Comment',
      // The thread is read in the first one's window; the others draw nothing.
      AP: { N: drawing(context, '', icon) },
      ...fields,
    }
    return { page, ref: context.register(context.obj(dictionary as never)) }
  }
  const answers = thread.map((reply) =>
    answer({
      Contents: pdfText(reply.body),
      T: pdfText(reply.author.name),
      NM: pdfText(reply.id),
      M: pdfDate(reply.updatedAt),
      CreationDate: pdfDate(reply.createdAt),
    }),
  )
  if (annotation.kind !== 'comment' || !annotation.resolved) return answers
  const done = answer({
    Contents: pdfText('Resolved'),
    T: pdfText(annotation.author.name),
    NM: pdfText(`${annotation.id}~0`),
    M: pdfDate(annotation.updatedAt),
    CreationDate: pdfDate(annotation.updatedAt),
    StateModel: pdfText('Review'),
    State: pdfText('Completed'),
  })
  return [...answers, done]
}

function popupOf([x0, y0, x1, y1]: Rectangle, parent: PDFRef, page: PDFRef) {
  return {
    Type: pdfName('Annot'),
    Subtype: pdfName('Popup'),
    Rect: [x1, y0 - 100, x1 + 200, y1].map((value, at) => pdfNumber(at === 0 ? Math.max(value, x0) : value)),
    Parent: parent,
    P: page,
    F: NOTE_FLAGS,
    Open: false,
  }
}

function around(quads: readonly Quad[]): Rectangle {
  const xs = quads.flatMap((quad) => [quad[0], quad[2], quad[4], quad[6]])
  const ys = quads.flatMap((quad) => [quad[1], quad[3], quad[5], quad[7]])
  return [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN, Math.max(...xs) + MARGIN, Math.max(...ys) + MARGIN]
}
