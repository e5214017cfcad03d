import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import type { Annotation } from '../../contract/entities'
import { reanchor } from '../anchoring/reanchor'
import { detectLanguage, languageTag } from '../text/language'
import { anchorAt } from '../text/selectors'
import { countOf } from './count-of'
import { accountFor } from './coverage'
import { readDate } from './date'
import type { ImportedNotes, ImportedText, Importer, SourceFile } from './importer'
import { checkText, MAX_TEXT_LENGTH } from './limits'
import { beyond, readCarried, type Carried } from './pdf-carried'
import { notedRange } from './noted'
import { withPdf } from './pdf-engine'
import { takeFurniture } from './pdf-furniture'
import { notesOf, pageNotes, type PageNote } from './pdf-notes'
import { readRuns, type PdfPage } from './pdf-runs'
import { assemble, type PdfText } from './pdf-text'
import { refuse } from './refuse'
import { nameWithoutExtension, tidyTitle } from './title'

/** Pages read at the same time. */
const AT_ONCE = 8
/** Where a PDF's first bytes may stand: some senders put lines of their own before it. */
const HEAD = 1_024

/** PDF: its text in the order it is read, and what others noted on its pages. */
export const pdfImporter: Importer = {
  mediaType: 'application/pdf',
  extensions: ['.pdf'],
  recognises: ({ bytes }) => (String.fromCharCode(...bytes.subarray(0, HEAD)).includes('%PDF-') ? 1 : 0),
  read: (file) => withPdf(file.name, file.bytes, (pdf) => readPdf(file, pdf)),
}

async function readPdf(file: SourceFile, pdf: PDFDocumentProxy): Promise<ImportedText> {
  const { pages, notes } = await readPages(file.name, pdf)
  const layout = layOut(pages, await pdf.getPageLabels().catch(() => null))
  const { text, blocks } = layout
  if (!text)
    throw refuse(
      'empty',
      file.name,
      'has pages but no text: they seem to be scanned. Run it through text recognition, and import what that gives.',
    )
  checkText(text, file.name)
  const about = await describe(pdf)
  const heading = blocks.find((block) => block.kind === 'heading')
  const headline = heading && text.slice(heading.start, heading.end)
  const read = notesOf(notes, layout)
  const visible = pages.reduce((sum, page) => sum + page.visible, 0)
  const imported: ImportedText = {
    title: about.title ?? tidyTitle(headline) ?? nameWithoutExtension(file.name),
    byline: about.author,
    date: about.date,
    language: about.language ?? detectLanguage(text),
    text,
    blocks,
    inlines: read.links,
    markup: [],
    mediaType: 'application/pdf',
    pages: layout.pages,
    report: accountFor(text, [...layout.leftOut], notices(pages, read.wordless), visible),
    ...(read.annotations.length > 0 && {
      notes: { annotations: read.annotations, replies: read.replies, sources: [] },
    }),
  }
  const carried = await readCarried(file.name, pdf, text)
  if (!carried) return imported
  // Only what Blue Pencil made needs the second library, so only that waits for it.
  const { annotationNames } = await import('./pdf-names')
  return reopened(imported, carried, beyond(carried.save, notes, read, await annotationNames(file.bytes)))
}

/** A file of ours: the session it carries, and what others noted beyond it, on the text that the session is about. */
function reopened(
  imported: ImportedText,
  { save, sameText }: Carried,
  beyond: Pick<ImportedNotes, 'annotations' | 'replies'>,
): ImportedText {
  const known = new Set(save.review.annotations.map(({ id }) => id))
  const { document } = save
  if (!sameText) return { ...imported, save, notes: { ...beyond, sources: [] } }
  const fresh = beyond.annotations.filter(({ id }) => !known.has(id))
  const places = reanchor(
    fresh.map(({ anchor }) => anchor),
    imported.text,
    document.text,
  )
  const placed = fresh.map((annotation, index): Annotation => {
    const place = places[index]
    const share = document.text.length / imported.text.length
    // What is noted on words that the session's text has not, such as a margin note, goes to the words about there.
    const at = Math.round(annotation.anchor.start * share)
    const range = place && place.outcome !== 'orphaned' ? place : notedRange(document.text, at, at)
    return range ? { ...annotation, anchor: anchorAt(document.text, range.start, range.end) } : annotation
  })
  const changed = beyond.annotations.filter(({ id }) => known.has(id))
  const { title, byline, date, source, language, text, blocks, inlines, markup, pages, report } = document
  return {
    ...imported,
    ...{ title, byline, date, source, language, text, blocks, inlines, markup, pages },
    report: { ...report, notices: [] },
    save,
    notes: { annotations: [...changed, ...placed], replies: beyond.replies, sources: [] },
  }
}

/** Every page's text with its places, and its annotations, in the order of the pages. */
export async function readPages(name: string, pdf: PDFDocumentProxy): Promise<{ pages: PdfPage[]; notes: PageNote[] }> {
  const pages: PdfPage[] = []
  const notes: PageNote[] = []
  let length = 0
  for (let first = 0; first < pdf.numPages; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, pdf.numPages - first)
    const read = await Promise.all(Array.from({ length: count }, (_, at) => readPage(pdf, first + at)))
    for (const { page, noted } of read) {
      length += page.visible
      pages.push(page)
      notes.push(...noted)
    }
    if (length > MAX_TEXT_LENGTH)
      throw refuse('too-large', name, 'holds more text than is ever read. Split it, and import the parts.')
  }
  return { pages, notes }
}

async function readPage(pdf: PDFDocumentProxy, index: number): Promise<{ page: PdfPage; noted: PageNote[] }> {
  const proxy = await pdf.getPage(index + 1)
  // Both are asked for together: pdf.js waits for unpacking between its steps, and has something to do meanwhile.
  const annotations = proxy.getAnnotations().catch(() => [])
  const page = await readRuns(proxy, index)
  const noted = pageNotes(await annotations, index, page.turn)
  proxy.cleanup()
  return { page, noted }
}

/** The text that pages make, always the same for the same pages. */
export function layOut(pages: readonly PdfPage[], labels: readonly string[] | null): PdfText {
  return assemble(takeFurniture(pages), labels)
}

interface About {
  readonly title?: string
  readonly author?: string
  readonly date?: string
  readonly language?: string
}

/** Titles that programs write where nobody gave one. */
const NO_TITLE =
  /^(?:untitled|microsoft word\b|document\d*$|.*\.(?:docx?|odt|indd|pdf|html?|rtf|txt|tex|dvi)$|about:blank|https?:)/iu

async function describe(pdf: PDFDocumentProxy): Promise<About> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const field = (name: string) => {
    const value = (info as Record<string, unknown>)[name]
    return typeof value === 'string' ? tidyTitle(value) : undefined
  }
  const title = field('Title')
  const made = /^D:(\d{4})(\d{2})(\d{2})/.exec(field('CreationDate') ?? '')
  return {
    title: title && !NO_TITLE.test(title) ? title : undefined,
    author: field('Author'),
    date: made ? readDate(`${made[1]}-${made[2]}-${made[3]}`) : undefined,
    language: languageTag(field('Language')),
  }
}

function notices(pages: readonly PdfPage[], wordless: number): string[] {
  const said: string[] = []
  const blank = pages.filter((page) => page.visible === 0).map((page) => page.index + 1)
  if (blank.length > 0) {
    const which = blank.length === 1 ? `Page ${blank[0]} holds` : `${blank.length} of ${pages.length} pages hold`
    said.push(`${which} no text: what they show, such as a scanned page, could not be read.`)
  }
  if (wordless > 0)
    said.push(`${countOf(wordless, 'annotation')} without words, such as drawings and stamps, could not be kept.`)
  return said
}
