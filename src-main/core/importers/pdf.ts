import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import { detectLanguage, languageTag } from '../text/language'
import { accountFor } from './coverage'
import { readDate } from './date'
import type { ImportedText, Importer, SourceFile } from './importer'
import { checkText, MAX_TEXT_LENGTH } from './limits'
import { withPdf } from './pdf-engine'
import { takeFurniture } from './pdf-furniture'
import { readRuns, type PdfPage } from './pdf-runs'
import { assemble, type PdfText } from './pdf-text'
import { refuse } from './refuse'
import { nameWithoutExtension, tidyTitle } from './title'

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
  const pages = await readPages(file.name, pdf)
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
  return {
    title: about.title ?? tidyTitle(headline) ?? nameWithoutExtension(file.name),
    byline: about.author,
    date: about.date,
    language: about.language ?? detectLanguage(text),
    text,
    blocks,
    inlines: [],
    markup: [],
    mediaType: 'application/pdf',
    pages: layout.pages,
    report: accountFor(
      text,
      [...layout.leftOut],
      notices(pages),
      pages.reduce((sum, page) => sum + page.visible, 0),
    ),
  }
}

/** Every page's text with its places, in the order of the pages. */
export async function readPages(name: string, pdf: PDFDocumentProxy): Promise<PdfPage[]> {
  const pages: PdfPage[] = []
  let length = 0
  for (let index = 0; index < pdf.numPages; index++) {
    const page = await readRuns(await pdf.getPage(index + 1), index)
    length += page.visible
    if (length > MAX_TEXT_LENGTH)
      throw refuse('too-large', name, 'holds more text than is ever read. Split it, and import the parts.')
    pages.push(page)
  }
  return pages
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

function notices(pages: readonly PdfPage[]): string[] {
  const blank = pages.filter((page) => page.visible === 0).map((page) => page.index + 1)
  if (blank.length === 0) return []
  const which = blank.length === 1 ? `Page ${blank[0]} holds` : `${blank.length} of ${pages.length} pages hold`
  return [`${which} no text: what they show, such as a scanned page, could not be read.`]
}
