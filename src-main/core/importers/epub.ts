import { AppError } from '../../contract/result'
import { detectLanguage, languageTag } from '../text/language'
import { countOf } from './count-of'
import { readMarkup } from './html'
import type { ImportedText, Importer, SourceFile } from './importer'
import { joinTexts } from './join-texts'
import { checkText, MAX_TEXT_LENGTH } from './limits'
import { decodeText } from './decode'
import { tidy } from './plain-metadata'
import { refuse } from './refuse'
import { latin1 } from './sniff'
import { nameWithoutExtension } from './title'
import { childElements, descendants, readXml, textOf, type XmlElement } from './xml'
import { openZip, type ZipFile } from './zip-file'

const TYPE = 'application/epub+zip'

/** An electronic book (EPUB 2 and 3): its chapters in the order of its spine, one after the other. */
export const epubImporter: Importer = {
  mediaType: TYPE,
  extensions: ['.epub'],
  recognises: ({ bytes }) => {
    const head = latin1(bytes.subarray(0, 200))
    return head.startsWith('PK\x03\x04') && head.slice(30, 38) === 'mimetype' && head.includes(TYPE) ? 1 : 0
  },
  read: readBook,
}

const NAMESPACES = {
  'urn:oasis:names:tc:opendocument:xmlns:container': 'c',
  'http://www.idpf.org/2007/opf': 'opf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/2001/04/xmlenc#': 'enc',
} as const

/** Ways to scramble fonts, which nobody needs to read the text. */
const FONT_SCRAMBLING = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC/

function readBook({ name, bytes }: SourceFile): ImportedText {
  const zip = openZip(bytes, name)
  const xml = (part: string) => {
    const content = zip.read(part)
    return content && readXml(content, { fileName: name, part, namespaces: NAMESPACES })
  }
  const container = xml('META-INF/container.xml')
  const rootFile = container && descendants(container, 'c:rootfile')[0]?.attributes['full-path']
  const book = rootFile ? xml(rootFile) : undefined
  if (!rootFile || !book)
    throw refuse('damaged', name, 'is damaged: its table of parts is missing. Ask for the file again.')
  const { chapters, left } = spineOf(book, rootFile)
  refuseProtected(xml('META-INF/encryption.xml'), chapters, name)
  const texts: ImportedText[] = []
  const missing: string[] = []
  let length = 0
  for (const chapter of chapters) {
    const text = chapterOf(zip, chapter, missing)
    if (!text) continue
    texts.push(text)
    length += text.text.length
    if (length > MAX_TEXT_LENGTH) break
  }
  const joined = joinTexts(texts)
  checkText(joined.text, name)
  const field = (tag: string) => textOf(descendants(book, tag)[0] ?? { name: tag, attributes: {}, children: [] })
  const authors = descendants(book, 'dc:creator').map((author) => textOf(author).trim())
  const written = tidy({
    title: field('dc:title'),
    byline: authors.filter(Boolean).join(', ') || undefined,
    date: field('dc:date').slice(0, 10),
    source: field('dc:publisher'),
  })
  return {
    ...written,
    title: written.title ?? texts[0]?.title ?? nameWithoutExtension(name),
    language: languageTag(field('dc:language')) ?? detectLanguage(joined.text),
    ...joined,
    mediaType: TYPE,
    report: {
      ...joined.report,
      notices: [
        ...joined.report.notices,
        `Read in the book’s own order: ${countOf(texts.length, 'chapter')}.`,
        ...(left
          ? [`Left out, as no part of the reading order: ${countOf(left, 'part')} (contents and the like).`]
          : []),
        ...(missing.length
          ? [`Parts that the book names are missing in the file: ${missing.slice(0, 5).join(', ')}.`]
          : []),
      ],
    },
  }
}

/** Names of the chapters' files in reading order, and how many parts of the spine are none. */
function spineOf(book: XmlElement, rootFile: string): { chapters: string[]; left: number } {
  const items = new Map<string, XmlElement>()
  for (const item of descendants(book, 'opf:item')) items.set(item.attributes.id ?? '', item)
  // A chapter is read once, however often the list has it.
  const chapters = new Set<string>()
  let left = 0
  for (const spine of descendants(book, 'opf:spine'))
    for (const { attributes } of childElements(spine, 'opf:itemref')) {
      const item = items.get(attributes.idref ?? '')
      if (!item) continue
      const navigation = (item.attributes.properties ?? '').split(/\s+/).includes('nav')
      if (attributes.linear === 'no' || navigation) left++
      else chapters.add(resolve(rootFile, item.attributes.href ?? ''))
    }
  return { chapters: [...chapters], left }
}

/** A reference inside the archive as an entry's name; it never leads out of it. */
function resolve(from: string, reference: string): string {
  const path = (reference.split('#')[0] ?? '').replace(/%[0-9A-Fa-f]{2}/g, (code) => {
    try {
      return decodeURIComponent(code)
    } catch {
      return code
    }
  })
  const names = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of path.split('/'))
    if (part === '..') names.pop()
    else if (part && part !== '.') names.push(part)
  return names.join('/')
}

function refuseProtected(encryption: XmlElement | undefined, chapters: readonly string[], name: string): void {
  const locked = (encryption ? descendants(encryption, 'enc:EncryptedData') : []).some((data) => {
    const method = descendants(data, 'enc:EncryptionMethod')[0]?.attributes.Algorithm ?? ''
    const part = descendants(data, 'enc:CipherReference')[0]?.attributes.URI ?? ''
    return !FONT_SCRAMBLING.test(method) && chapters.includes(resolve('', part))
  })
  if (locked)
    throw refuse(
      'unsupported',
      name,
      'is protected against copying (DRM), so its text cannot be read. Ask the publisher for an open copy.',
    )
}

/** @returns undefined for a chapter without words, such as a cover */
function chapterOf(zip: ZipFile, part: string, missing: string[]): ImportedText | undefined {
  const content = zip.read(part)
  if (!content) {
    missing.push(part)
    return undefined
  }
  try {
    return readMarkup(closed(decodeText(content).text), part, { whole: true })
  } catch (thrown) {
    if (thrown instanceof AppError && (thrown.code === 'no-article' || thrown.code === 'empty')) return undefined
    throw thrown
  }
}

/** Chapters are XHTML, where an element may close itself; to a reader of HTML the rest would be its content. */
function closed(xhtml: string): string {
  return xhtml.replace(
    /<(title|script|style|textarea|iframe|noscript|a|i|b|em|strong|span|div|p)((?:\s[^<>]*)?)\/>/gi,
    '<$1$2></$1>',
  )
}
