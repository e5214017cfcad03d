import { PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import { AppError } from '../../contract/result'
import { layOut, readPages } from '../importers/pdf'
import { withPdf } from '../importers/pdf-engine'
import type { ExportInput, ExportOptions, Written } from './exporter'
import { nativeAnnotation, type Placed } from './pdf-annotations'
import { setAppendix, sourceTexts } from './pdf-appendix'
import { setArticle, type BlockPart } from './pdf-article'
import { embedSave } from './pdf-embed'
import { embedFace } from './pdf-embed-font'
import { Typefaces, type Face } from './pdf-faces'
import { setLines } from './pdf-lines'
import { inMargin, NOTE, noteLines, noteText, stackNotes, type MarginNote } from './pdf-margin'
import { markColour, type Rectangle } from './pdf-marks'
import { writeOutline } from './pdf-outline'
import { boxesOn, COLUMN, MARGIN, PAGE, Sheet, type PlacedLine } from './pdf-sheet'
import { joinLines, quadOf } from './pdf-spots'
import { Structure, type Element } from './pdf-structure'
import { placeAnnotations, threads } from './placed'
import { writeSave } from './save-file'
import { shownSources } from './sources'
import { adriftText } from './words'

const GREY = [0.42, 0.42, 0.45] as const
/** Side of a comment's icon between the text and the margin. Points. */
const ICON = 11
/** Objects of a file, from which on it is written without streams of them. */
const MOST_IN_STREAMS = 20_000

/** The story set in type: its text with native annotations, their words as numbered notes in the margin. */
export async function typesetArticle(input: ExportInput, options: ExportOptions): Promise<Written> {
  const { document, review } = input
  if (!options.fonts) throw new AppError('unsupported', 'A PDF cannot be set here: there are no typefaces.')
  const sources = shownSources(review, options.confidential)
  const answers = threads(review)
  const { placed, lost } = placeAnnotations(document, review)
  const words = new Map(
    review.annotations.map((annotation) => [
      annotation.id,
      (number: number) => noteText(number, annotation, answers.get(annotation.id) ?? [], sources),
    ]),
  )
  const facts = factsOf(input)
  const everything = [
    document.title,
    document.text,
    facts,
    ...[...words.values()].map((text) => text(0)),
    ...sourceTexts([...sources.values()]),
  ].join('')
  const faces = await Typefaces.load(options.fonts, everything, document.language)

  const structure = new Structure()
  const head = setHead(input, faces, facts, structure)
  const parts = setArticle(document, faces, structure, head.bottom)
  const lines = parts.flatMap((part) => part.lines)
  const marked = placed.map((annotation, index) => ({
    annotation,
    number: index + 1,
    boxes: joinLines(boxesOn(lines, annotation.anchor)),
  }))
  const inPlace = marked.filter(({ boxes }) => boxes.length > 0)
  const adrift = [...lost, ...marked.filter(({ boxes }) => boxes.length === 0).map(({ annotation }) => annotation)]
  const notes = inPlace.map(({ annotation, number, boxes }): MarginNote & { whole: string } => {
    const [first] = boxes
    const whole = words.get(annotation.id)?.(number) ?? ''
    const { lines: set, cut } = inMargin(noteLines(whole, faces, MARGIN.width, NOTE.size), faces)
    return { annotation, number, page: first?.page ?? 0, beside: first?.y1 ?? PAGE.top, lines: set, cut, whole }
  })
  const last = Math.max(0, ...parts.map(({ page }) => page))
  const stacks = Array.from({ length: last + 1 }, (_, page) =>
    stackNotes(
      notes.filter((note) => note.page === page),
      faces,
    ),
  )
  const shown = new Map(stacks.flat().map(({ note }) => [note.number, note]))
  const further = notes.filter(({ number }) => shown.get(number)?.cut !== false)
  const loose = adrift.map((annotation, index) =>
    adriftText(words.get(annotation.id)?.(placed.length + index + 1) ?? '', annotation),
  )
  const appendix = setAppendix(
    [
      { title: 'Notes', items: further.map(({ whole }) => whole) },
      { title: 'Notes without a place in this text', items: loose },
      { title: 'Sources', items: sourceTexts([...sources.values()]) },
    ],
    faces,
    structure,
    last + 1,
  )

  const names = new Map<Face, string>()
  const count = Math.max(last, ...appendix.map(({ page }) => page)) + 1
  const sheets = Array.from({ length: count }, () => new Sheet(names))
  const draw = (tag: string, page: number, element: Element, content: (sheet: Sheet) => void) =>
    sheets[page]?.tagged(tag, structure.mark(page, element), () => content(sheets[page] as Sheet))
  for (const { element, line } of head.lines) draw('BPNote', 0, element, (sheet) => sheet.line(line))
  for (const part of parts) {
    if (part.first) drawBullet(part, document.text, sheets[part.page] as Sheet, faces)
    draw(part.element.role, part.page, part.element, (sheet) => part.lines.forEach((line) => sheet.line(line)))
  }
  for (const { boxes, number, annotation } of inPlace) {
    const end = boxes[boxes.length - 1]
    if (!end) continue
    const mark = placedText(String(number), faces, 5.5, end.x1 + 0.5, end.y1 - 3)
    sheets[end.page]?.artifact('BPMark', () => sheets[end.page]?.line(mark, markInk(annotation)))
  }
  for (const [page, stack] of stacks.entries())
    for (const { note, top } of stack)
      draw('BPNote', page, structure.root.add('Note'), (sheet) => {
        sheet.rule(MARGIN.left, MARGIN.left + MARGIN.width, top, markInk(note.annotation))
        for (const [index, line] of note.lines.entries())
          sheet.line({ line, x: MARGIN.left, baseline: top - (index + 1) * NOTE.step + 1.4, size: NOTE.size })
      })
  for (const part of appendix)
    draw('BPNote', part.page, part.element, (sheet) => part.lines.forEach((line) => sheet.line(line)))
  for (const [page, sheet] of sheets.entries())
    sheet.artifact('Artifact', () =>
      sheet.line(placedText(`${page + 1} / ${count}`, faces, 8, PAGE.width / 2 - 10, 36), GREY),
    )

  const pdf = await PDFDocument.create({ updateMetadata: false })
  const pages = sheets.map(() => pdf.addPage([PAGE.width, PAGE.height]))
  const { context } = pdf
  const added: Placed[] = []
  for (const { annotation, boxes } of inPlace) {
    const spots = [...new Set(boxes.map(({ page }) => page))].map((page) => {
      const on = boxes.filter((box) => box.page === page)
      const y = on[0]?.y1 ?? PAGE.top
      const icon: Rectangle = [COLUMN.left + COLUMN.width + 8, y - ICON, COLUMN.left + COLUMN.width + 8 + ICON, y]
      return { page: pages[page]?.ref as PDFRef, quads: on.map((box) => quadOf(0, box)), icon }
    })
    const native = nativeAnnotation(context, annotation, spots, answers.get(annotation.id) ?? [], sources)
    const [first] = native
    if (first) structure.root.add('Annot').kids.push({ page: boxes[0]?.page ?? 0, object: first.ref })
    added.push(...native)
  }
  const fonts = context.obj(
    Object.fromEntries([...names].map(([face, name], index) => [name, embedFace(context, face, index)])),
  )
  const resources = context.register(context.obj({ Font: fonts }))
  for (const [index, page] of pages.entries()) {
    const { node } = page
    node.set(PDFName.of('Contents'), context.register(context.flateStream(sheets[index]?.content() ?? '')))
    node.set(PDFName.of('Resources'), resources)
    node.set(PDFName.of('StructParents'), context.obj(index))
    node.set(PDFName.of('Tabs'), PDFName.of('S'))
    const own = added.filter(({ page: on }) => on === page.ref).map(({ ref }) => ref)
    if (own.length > 0) node.set(PDFName.of('Annots'), context.obj(own))
  }
  structure.write(
    pdf,
    pages.map(({ ref }) => ref),
    document.language,
  )
  writeOutline(pdf, [
    ...parts
      .filter(({ block, first }) => first && block.kind === 'heading')
      .map(({ block, page, lines: [line] }) => ({
        title: document.text.slice(block.start, block.end).replace(/\s+/gu, ' '),
        level: block.level ?? 1,
        page: pages[page]?.ref as PDFRef,
        top: (line?.baseline ?? PAGE.top) + 24,
      })),
    ...appendix.flatMap(({ title, page, lines: [line] }) =>
      title ? [{ title, level: 1, page: pages[page]?.ref as PDFRef, top: (line?.baseline ?? PAGE.top) + 16 }] : [],
    ),
  ])
  describeFile(pdf, input, options)
  const text = await textOf(await pdf.save({ useObjectStreams: false }))
  embedSave(pdf, writeSave(input, options), text, options.now)
  // With streams of objects the file is a third of the size, but the library orders them in the square of their number.
  const useObjectStreams = context.largestObjectNumber < MOST_IN_STREAMS
  return { content: await pdf.save({ useObjectStreams }), losses: missing(faces) }
}

interface Head {
  readonly lines: readonly { readonly element: Element; readonly line: PlacedLine }[]
  /** Where the story may begin. */
  readonly bottom: number
}

/** The title, where the story does not begin with it, and what is known of the story. */
function setHead({ document }: ExportInput, faces: Typefaces, facts: string, structure: Structure): Head {
  const [first] = document.blocks
  const own = first?.kind === 'heading' && document.text.slice(first.start, first.end).trim() === document.title.trim()
  const lines: { element: Element; line: PlacedLine }[] = []
  let y: number = PAGE.top
  const put = (text: string, element: Element, size: number, step: number, style: 'bold' | 'regular') => {
    for (const line of setLines(
      text,
      { start: 0, end: text.length },
      { faces, size, width: COLUMN.width, styleAt: () => style },
    )) {
      y -= step
      lines.push({ element, line: { line, page: 0, x: COLUMN.left, baseline: y, size } })
    }
  }
  if (!own) put(document.title, structure.root.add('H1'), 21, 25, 'bold')
  if (facts) put(facts, structure.root.add('P'), 8, 12, 'regular')
  return { lines, bottom: y - 6 }
}

function factsOf({ document }: ExportInput): string {
  const { byline, date, source, origin } = document
  return [byline && `By ${byline.replace(/^by\s+/i, '')}`, date, source, origin.fileName].filter(Boolean).join(' · ')
}

function placedText(text: string, faces: Typefaces, size: number, x: number, baseline: number) {
  const [line] = setLines(
    text,
    { start: 0, end: text.length },
    { faces, size, width: PAGE.width, styleAt: () => 'regular' },
  )
  return { line: line ?? { start: 0, end: 0, segments: [] }, x, baseline, size }
}

/** A bullet before an item that has no sign of its own. */
function drawBullet({ block, lines: [line] }: BlockPart, text: string, sheet: Sheet, faces: Typefaces): void {
  if (block.kind !== 'list-item' || !line || /^(?:[-*•–—]|\(?\w{1,3}[.)])\s/u.test(text.slice(block.start, block.end)))
    return
  sheet.artifact('BPMark', () => sheet.line(placedText('•', faces, line.size, line.x - 10, line.baseline)))
}

const markInk = (annotation: Parameters<typeof markColour>[0]) =>
  annotation.kind === 'highlight' ? GREY : markColour(annotation)

function describeFile(pdf: PDFDocument, { document }: ExportInput, { now, generator }: ExportOptions): void {
  const time = new Date(now)
  pdf.setTitle(document.title, { showInWindowTitleBar: true })
  if (document.byline) pdf.setAuthor(document.byline)
  pdf.setCreator(generator)
  pdf.setProducer(generator)
  pdf.setCreationDate(time)
  pdf.setModificationDate(time)
}

function textOf(bytes: Uint8Array): Promise<string> {
  return withPdf('the PDF', bytes, async (proxy) => {
    const { pages } = await readPages('the PDF', proxy)
    return layOut(pages, await proxy.getPageLabels().catch(() => null)).text
  })
}

function missing({ missing }: Typefaces): string[] {
  if (missing.size === 0) return []
  const some = [...missing].slice(0, 8).join(' ')
  return [
    `No typeface of this computer has ${missing.size === 1 ? 'this character' : 'these characters'}: ${some}${missing.size > 8 ? ' …' : ''}. They are shown as boxes; the session in the file has them.`,
  ]
}
