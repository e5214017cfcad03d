import { detectLanguage, languageTag } from '../text/language'
import { unixLines } from '../text/lines'
import { accountFor, countVisible } from './coverage'
import { decodeText, looksBinary } from './decode'
import { findArticle } from './html-article'
import { findHeadline } from './html-headline'
import { pageMetadata } from './html-metadata'
import { outlinePage, type Outline } from './html-outline'
import { attribute, isElement, isText, parsePage } from './html-parse'
import { htmlSession } from './html-session'
import { writeArticle } from './html-text'
import type { ImportedText, Importer, SourceFile } from './importer'
import { checkText } from './limits'
import { refuse } from './refuse'
import { latin1 } from './sniff'
import { nameWithoutExtension, tidyTitle } from './title'

/**
 * A web page: its story as text, everything else kept as left out. Nothing of the page is run, shown or fetched; what
 * comes out is text, ranges and inert addresses.
 */
export const htmlImporter: Importer = {
  mediaType: 'text/html',
  extensions: ['.html', '.htm', '.xhtml', '.xht'],
  recognises,
  read: readPage,
}

/** Bytes in which an encoding must be declared, and a bit more (WHATWG: 1024). */
const HEAD = 4_096

/** The opening that browsers, too, take for a page (WHATWG MIME sniffing), after white space and comments. */
function recognises({ bytes }: SourceFile): number {
  const head = latin1(bytes.subarray(0, HEAD))
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  const opening = head.replace(/^(?:\s|<\?xml[^>]*\?>|<!--[^]{0,2000}?-->)*/, '')
  if (/^<!doctype\s+html|^<html[\s>]/i.test(opening)) return 1
  return /^<(?:head|body|title|meta|script|article|main|div|p|h1)[\s>]/i.test(opening) ? 0.4 : 0
}

function readPage(file: SourceFile): ImportedText {
  const { text: html, encoding, notices } = decodeText(file.bytes, declaredEncoding(file.bytes))
  const session = htmlSession(html, file.name)
  if (session) return session
  if (looksBinary(html)) throw refuse('unreadable', file.name, 'is not a web page: its content is not text.')
  if (!/\S/.test(html)) throw refuse('empty', file.name, 'is empty: there is no text in it.')
  const read = readMarkup(html, file.name)
  return { ...read, encoding, report: { ...read.report, notices: [...notices, ...read.report.notices] } }
}

/**
 * A page's markup as a document.
 *
 * @param whole takes everything that is seen as the story, as in a message or a book's chapter
 */
export function readMarkup(html: string, fileName: string, { whole = false } = {}): ImportedText {
  const page = parsePage(unixLines(html), fileName)
  const outline = outlinePage(page)
  const span = whole ? everything(outline) : findArticle(outline)
  if (!span)
    throw refuse(
      'no-article',
      fileName,
      'has no article: no run of sentences was found on the page. Save the page of the story itself, or paste its text.',
    )
  const metadata = pageMetadata(page)
  const headline = whole ? { text: undefined, also: new Set<number>() } : findHeadline(outline, span, metadata.title)
  const { builder, text, markup } = writeArticle(outline, span, headline.also)
  checkText(text, fileName)
  const { byline, date, source } = metadata
  return {
    title: tidyTitle(headline.text) ?? metadata.title ?? nameWithoutExtension(fileName),
    ...(byline && { byline }),
    ...(date && { date }),
    ...(source && { source }),
    language: languageOf(text, languageTag(metadata.language)),
    text,
    blocks: builder.blocks,
    inlines: builder.inlines,
    markup,
    mediaType: 'text/html',
    report: accountFor(text, builder.leftOut, [], visibleTotal(outline)),
  }
}

const everything = ({ runs }: Outline) => (runs.length ? { first: 0, last: runs.length - 1 } : undefined)

/** Pages often declare the language of their template; what the text itself shows counts more. */
function languageOf(text: string, declared: string | undefined): string {
  const seen = detectLanguage(text)
  return declared && (seen === 'und' || declared.split('-')[0] === seen) ? declared : seen
}

/** Everything that a reader of the page sees in letters, and the texts that stand in for pictures. */
function visibleTotal({ nodes }: Outline): number {
  return nodes.reduce((sum, { node }) => {
    if (isText(node)) return sum + countVisible(node.value)
    return isElement(node) && node.tagName === 'img' ? sum + countVisible(attribute(node, 'alt') ?? '') : sum
  }, 0)
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, HEAD))
  return (/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ??
    /^<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head))?.[1]
}
