import MarkdownIt, { type Token } from 'markdown-it'
import { detectLanguage } from '../text/language'
import { unixLines } from '../text/lines'
import { keepAddress } from './address'
import { accountFor } from './coverage'
import { criticMarkup, CriticReading, withinBlocks } from './criticmarkup'
import { decodeText, looksBinary } from './decode'
import type { ShownParagraph } from './edited-text'
import { frontMatter } from './front-matter'
import type { ImportedText, Importer, Reading, SourceFile } from './importer'
import { checkText } from './limits'
import { hintsOfLinks } from './link-hints'
import { markdownSession } from './markdown-session'
import { plainMetadata, tidy } from './plain-metadata'
import { readPlainText } from './plain-text'
import { refuse } from './refuse'
import { shownParagraphs } from './shown-paragraphs'
import { TextBuilder } from './text-builder'
import { nameWithoutExtension } from './title'

/**
 * Markdown (CommonMark, tables and strike-through) by markdown-it: kept, small, and linear where other parsers are not.
 * Its tokens are written as our blocks and inlines; its HTML is never made.
 */
export const markdownImporter: Importer = {
  mediaType: 'text/markdown',
  extensions: ['.md', '.markdown', '.mdown', '.mkd'],
  recognises: () => 0,
  read: readMarkdown,
}

/** Quotations, lists and their items inside one another. */
const DEEPEST = 100

function createParser() {
  const made = new MarkdownIt('commonmark', {
    html: true,
    linkify: false,
    typographer: false,
    maxNesting: DEEPEST,
  }).enable(['table', 'strikethrough'])
  // The address of a link is text that is shown; which addresses are kept is decided in one place, keepAddress.
  made.validateLink = () => true
  made.normalizeLink = (url) => url
  return made
}
const parser = createParser()
/** Of files that other people wrote: what they noted and changed in them is read, too. */
const readingParser = createParser().use(criticMarkup)

function readMarkdown(file: SourceFile): ImportedText {
  const { text: decoded, encoding, notices } = decodeText(file.bytes)
  const session = markdownSession(unixLines(decoded), file.name, markdownParagraphs)
  if (session) return session
  if (looksBinary(decoded)) throw refuse('unreadable', file.name, 'is not text, whatever its name says.')
  checkText(decoded, file.name)
  const { fields, body, raw } = frontMatter(unixLines(decoded))
  const tokens = readingParser.parse(withinBlocks(body), {})
  // The parser leaves out what is nested deeper; no writer nests so, and nothing may be lost.
  if (tokens.some((token) => token.level >= DEEPEST - 3)) return asPlainText(file)
  const builder = new TextBuilder()
  builder.leave(raw, 'front matter')
  const reading = new CriticReading('later', builder)
  writeTokens(tokens, builder, reading)
  const text = builder.finish()
  checkText(text, file.name)
  // Front matter knows best; without it, the lines under the headline are read as in plain text.
  const metadata = { ...plainMetadata(text, builder.blocks), ...tidy(fields) }
  const first = builder.blocks[0]
  const heading = first?.kind === 'heading' ? text.slice(first.start, first.end) : undefined
  const markup = builder.leftOut.some((part) => part.reason === 'markup')
  const notes = reading.notes(text)
  return {
    ...metadata,
    title: metadata.title ?? heading ?? nameWithoutExtension(file.name),
    language: metadata.language ?? detectLanguage(text),
    text,
    blocks: builder.blocks,
    inlines: builder.inlines,
    markup: hintsOfLinks(builder.blocks, builder.inlines),
    mediaType: 'text/markdown',
    encoding,
    report: accountFor(text, builder.leftOut, [
      ...notices,
      ...(markup ? ['HTML inside the Markdown was left out.'] : []),
      ...reading.notices(notes),
    ]),
    ...(notes && { notes }),
    ...(reading.changes > 0 && { earlier: earlierReading(tokens) }),
  }
}

/** The text as it was before its tracked changes. */
function earlierReading(tokens: readonly Token[]): Reading {
  const builder = new TextBuilder()
  writeTokens(tokens, builder, new CriticReading('earlier', builder))
  const text = builder.finish()
  return { text, blocks: builder.blocks, inlines: builder.inlines }
}

/** The blocks of Markdown without front matter, by themselves. */
export function markdownParagraphs(body: string): ShownParagraph[] {
  const builder = new TextBuilder()
  writeTokens(parser.parse(body, {}), builder)
  const text = builder.finish()
  return shownParagraphs({ text, blocks: builder.blocks, inlines: builder.inlines })
}

function asPlainText(file: SourceFile): ImportedText {
  const read = readPlainText(file)
  const notice = 'Lists or quotations are nested too deep to be read as Markdown; the file was read as plain text.'
  return { ...read, mediaType: 'text/markdown', report: { ...read.report, notices: [...read.report.notices, notice] } }
}

function writeTokens(tokens: readonly Token[], builder: TextBuilder, critic?: CriticReading): void {
  let lists = 0
  let quotations = 0
  let items = 0
  let row = 0
  let column = 0
  const flow = () => {
    if (items > 0) builder.block('list-item', Math.max(1, lists))
    else builder.block(quotations > 0 ? 'quotation' : 'paragraph')
  }
  for (const token of tokens) {
    switch (token.type) {
      case 'heading_open':
        builder.block('heading', Number(token.tag.slice(1)))
        break
      case 'bullet_list_open':
      case 'ordered_list_open':
        lists++
        break
      case 'bullet_list_close':
      case 'ordered_list_close':
        lists--
        break
      case 'list_item_open':
        items++
        flow()
        break
      case 'list_item_close':
        items--
        flow()
        break
      case 'blockquote_open':
        quotations++
        flow()
        break
      case 'blockquote_close':
        quotations--
        flow()
        break
      case 'paragraph_open':
        flow()
        break
      case 'table_open':
        row = 0
        break
      case 'tr_open':
        row++
        column = 0
        break
      case 'th_open':
      case 'td_open':
        builder.block('table-cell', undefined, { row, column: ++column })
        break
      case 'heading_close':
      case 'paragraph_close':
      case 'th_close':
      case 'td_close':
        flow()
        break
      case 'fence':
      case 'code_block':
        flow()
        builder.leave(token.info, 'language of program code')
        builder.openInline('code')
        builder.writeExactly(token.content.replace(/^\s*\n|\s+$/g, ''))
        builder.closeInline()
        flow()
        break
      case 'html_block':
        builder.leave(token.content, 'markup')
        break
      case 'inline':
        writeInline(token.children ?? [], builder, critic)
        break
    }
  }
}

const KINDS = { em: 'emphasis', strong: 'strong' } as const

function writeInline(tokens: readonly Token[], builder: TextBuilder, critic?: CriticReading): void {
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        builder.write(token.content)
        break
      case 'code_inline':
        builder.openInline('code')
        builder.write(token.content)
        builder.closeInline()
        break
      case 'softbreak':
        builder.write(' ')
        break
      case 'hardbreak':
        builder.lineBreak()
        break
      case 'em_open':
      case 'strong_open':
        builder.openInline(KINDS[token.tag as 'em' | 'strong'])
        break
      case 'link_open':
        builder.openInline('link', keepAddress(attributeOf(token, 'href')))
        builder.leave(attributeOf(token, 'title'), 'title of a link')
        break
      case 'em_close':
      case 'strong_close':
      case 'link_close':
        builder.closeInline()
        break
      case 'image':
        builder.leave(token.content, 'picture text')
        break
      case 'html_inline':
        builder.leave(token.content, 'markup')
        break
      case 'critic':
        critic?.take(token, (children) => writeInline(children, builder, critic))
        break
    }
  }
}

const attributeOf = (token: Token, name: string) => String(token.attrGet(name) ?? '')
