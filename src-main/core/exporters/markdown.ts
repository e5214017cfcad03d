import type { Annotation, Block, Document } from '../../contract/entities'
import { asciiJson } from './ascii-json'
import { textPieces } from './docx-pieces'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { escapeMarkdown, escapeStretch, lineStartPoints } from './markdown-escape'
import { remarkOf, remarkText, type RemarkContext } from './markdown-remark'
import { placeAnnotations, threads } from './placed'
import { writeSave } from './save-file'
import { segmentBlocks, type Segment } from './segments'
import { redactionNotice, shownSources, sourceLine } from './sources'
import { tableGrid, tableLength } from './tables'
import { cutFlags } from './text'
import { count } from './words'

/**
 * Markdown with CriticMarkup: {==words==}{>>what was said of them<<}, {--what is to go--}, sources as footnotes. Each
 * annotation has a number; where annotations overlap or cross blocks, each piece carries the numbers, and what was said
 * stands after the last piece.
 *
 * @see https://github.com/CriticMarkup/CriticMarkup-toolkit
 */
export const markdownExporter: Exporter = {
  format: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  extension: '.md',
  write: (input, options) => ({
    content: `${markdownBody(input, options)}\n${MARKDOWN_SESSION}${asciiJson(writeSave(input, options))} -->\n`,
    losses: losses(input, options),
  }),
}

/** Begins the comment at the end of the file that carries the session. */
export const MARKDOWN_SESSION = '<!-- bluepencil-session '

/** Over the annotations that have no place in the text. */
export const MARKDOWN_ADRIFT = '## Without a place in this text'

interface Writing extends RemarkContext {
  readonly document: Document
  readonly cuts: ReadonlySet<string>
  readonly last: ReadonlyMap<string, Segment<Annotation>>
}

/** What the remarks of a document's export are made with. */
export function remarkContext({ document, review }: ExportInput, { confidential }: ExportOptions): RemarkContext {
  const { placed, lost } = placeAnnotations(document, review)
  return {
    sources: shownSources(review, confidential),
    replies: threads(review),
    numbers: new Map([...placed, ...lost].map((annotation, index) => [annotation.id, index + 1])),
    footnotes: new Map(),
  }
}

/** The file without the session that it carries. */
export function markdownBody(input: ExportInput, options: ExportOptions): string {
  const { document, review } = input
  const { placed, lost } = placeAnnotations(document, review)
  const blocks = textPieces(document)
  const segments = segmentBlocks(blocks, placed, ({ anchor }) => anchor)
  const last = new Map<string, Segment<Annotation>>()
  for (const segment of segments.flat()) for (const { id } of segment.over) last.set(id, segment)
  const cuts = new Set(cutFlags(review).map((flag) => flag.id))
  const writing: Writing = { ...remarkContext(input, options), document, cuts, last }
  const body = articleMarkdown(blocks, segments, writing)
  const adrift = [...placed, ...lost].filter(({ id }) => !last.has(id))
  return (
    [
      frontMatter(document, options),
      ...body,
      ...(adrift.length ? [`\n${MARKDOWN_ADRIFT}\n`] : []),
      ...adrift.map((a) => `\n${escapeMarkdown(`“${a.anchor.exact.trim()}”`)} ${remark(a, writing)}\n`),
      ...footnotes(writing),
    ]
      .join('')
      // With a character of no bytes but zeros, readers take a file for another encoding, or for no text at all.
      .replaceAll('\0', '\ufffd')
  )
}

function frontMatter(document: Document, options: ExportOptions): string {
  const fields: [string, string | undefined][] = [
    ['title', document.title],
    ['author', document.byline],
    ['date', document.date],
    ['source', document.source],
    ['language', document.language === 'und' ? undefined : document.language],
    ['generator', options.generator],
  ]
  // A JSON string is a YAML string.
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
  return `---\n${lines.join('')}---\n`
}

/** Blocks with a blank line between them, but none between the items of a list; tables as tables where they can be. */
function articleMarkdown(
  blocks: readonly Block[],
  segments: readonly (readonly Segment<Annotation>[])[],
  writing: Writing,
): string[] {
  const written: string[] = []
  const lists = new ListIndent()
  for (let at = 0; at < blocks.length;) {
    const cells = tableLength(blocks, at)
    if (cells && isPlainTable(writing.document.text, blocks, at, cells)) {
      lists.of(blocks[at] as Block, writing.document.text)
      written.push(`\n${tableMarkdown(blocks, segments, at, cells, writing)}`)
      at += cells
      continue
    }
    for (const end = at + (cells || 1); at < end; at++) {
      const block = blocks[at] as Block
      const tight = block.kind === 'list-item' && blocks[at - 1]?.kind === 'list-item'
      const indent = lists.of(block, writing.document.text)
      written.push(`${tight ? '' : '\n'}${blockOf(block, segments[at] ?? [], writing, indent)}\n`)
    }
  }
  return written
}

/**
 * How far list items are indented: under the words of the item that they are in. One that is deeper than the list above
 * it would be program code, so it is put into the last item that there is.
 */
class ListIndent {
  /** The items that the next one may be in, the outermost first. */
  private open: { readonly level: number; readonly width: number }[] = []

  of(block: Block, text: string): string {
    const level = block.kind === 'list-item' ? (block.level ?? 1) : 0
    this.open = this.open.filter((item) => item.level < level)
    if (!level) return ''
    const width = this.open.reduce((sum, item) => sum + item.width, 0)
    this.open.push({ level, width: listMarker(text.slice(block.start, block.end)).length })
    return ' '.repeat(width)
  }
}

/** Whether a table can be written with pipes: one line in each cell. */
function isPlainTable(text: string, blocks: readonly Block[], from: number, count: number): boolean {
  const lines = blocks.slice(from, from + count).every(({ start, end }) => !text.slice(start, end).includes('\n'))
  return lines && tableGrid(blocks, from, count).every((row) => row.every((cell) => cell.length <= 1))
}

function tableMarkdown(
  blocks: readonly Block[],
  segments: readonly (readonly Segment<Annotation>[])[],
  from: number,
  count: number,
  writing: Writing,
): string {
  const rows = tableGrid(blocks, from, count).map((cells) =>
    cells.map(([index]) => (index === undefined ? '' : cellOf(blocks[index] as Block, segments[index] ?? [], writing))),
  )
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |\n`)
  lines.splice(1, 0, `|${' --- |'.repeat(rows[0]?.length ?? 1)}\n`)
  return lines.join('')
}

/** Within a cell a pipe is escaped everywhere, also in remarks. */
const cellOf = (block: Block, segments: readonly Segment<Annotation>[], writing: Writing) =>
  blockOf(block, segments, writing).replace(/\\[^]|\|/g, (sign) => (sign === '|' ? '\\|' : sign))

/** A list marker that plain text has written itself; it stays outside of any mark. */
const OWN_MARKER = /^(?:([-*+])|([•‣▪◦–—])|(\d{1,9}[.)]))[ \t]+/u

/**
 * How many characters at the beginning of a block Markdown says by its form: the marker of a list item or a quotation, the
 * signs of a heading, which a plain text has as characters.
 */
export function markerLength({ kind }: Pick<Block, 'kind'>, content: string): number {
  if (kind === 'heading') return /^#{1,6}\s+/.exec(content)?.[0].length ?? 0
  if (kind === 'list-item') return OWN_MARKER.exec(content)?.[0].length ?? 0
  if (kind === 'quotation') return /^>+\s*/.exec(content)?.[0].length ?? 0
  return 0
}

/** The marker of a list item with a space: its own, where Markdown has such a one. */
function listMarker(content: string): string {
  const own = OWN_MARKER.exec(content)
  return `${own?.[1] ?? own?.[3] ?? '-'} `
}

function blockOf(block: Block, segments: readonly Segment<Annotation>[], writing: Writing, around = '') {
  const content = writing.document.text.slice(block.start, block.end)
  const from = block.start + markerLength(block, content)
  let prefix = ''
  if (block.kind === 'heading') prefix = `${'#'.repeat(Math.min(6, Math.max(1, block.level ?? 2)))} `
  else if (block.kind === 'list-item') prefix = around + listMarker(content)
  else if (block.kind === 'quotation') prefix = '> '
  // Signs that other programs take for the end of a line would cut the block.
  const words = content.slice(from - block.start).replace(/[\r\v\f\u0085\u2028\u2029]/g, ' ')
  const source = { start: from, words, points: lineStartPoints(words) }
  const pieces = segments.map((segment) => pieceOf(segment, source, writing)).join('')
  // Further lines of the block carry its prefix on, so that they stay in it; a closing # of a heading is a word.
  const indent = block.kind === 'quotation' ? '> ' : block.kind === 'list-item' ? ' '.repeat(prefix.length) : ''
  const [first = '', ...rest] = (block.kind === 'heading' ? pieces.replace(/#$/, '\\#') : pieces).split('\n')
  return [prefix + first.trimStart(), ...rest.map((line) => indent + line.trimStart())].join('  \n')
}

/** The words of a block after its marker, and where they begin in the document. */
interface BlockSource {
  readonly start: number
  readonly words: string
  readonly points: ReadonlySet<number>
}

function pieceOf(segment: Segment<Annotation>, { start, words, points }: BlockSource, writing: Writing): string {
  const from = Math.max(segment.start, start)
  const text = segment.end > from ? escapeStretch(words, from - start, segment.end - start, points) : ''
  const ending = segment.over.filter(({ id }) => writing.last.get(id) === segment)
  const remarks = ending.map((annotation) => remark(annotation, writing)).join('')
  if (!segment.over.length) return text
  const cut = segment.over.some(({ id }) => writing.cuts.has(id))
  const marked = text && (cut ? `{--${text}--}` : `{==${text}==}`)
  const going = segment.over
    .filter((annotation) => !ending.includes(annotation))
    .map(({ id }) => writing.numbers.get(id))
  return marked + (going.length && text ? `{>>${going.join(', ')} …<<}` : '') + remarks
}

function remark(annotation: Annotation, writing: Writing): string {
  const said = remarkOf(annotation, writing)
  return `{>>${remarkText(said)}<<}${said.calls.map((number) => `[^${number}]`).join('')}`
}

function footnotes({ footnotes, sources }: Writing): string[] {
  return [...footnotes].flatMap(([id, number]) => {
    const source = sources.get(id)
    if (!source) return []
    const note = source.note ? ` — ${escapeMarkdown(source.note).replace(/\s*\n\s*/g, ' ')}` : ''
    return [`\n[^${number}]: ${escapeMarkdown(sourceLine({ source }))}${note}\n`]
  })
}

function losses({ document, review }: ExportInput, options: ExportOptions): string[] {
  const { placed, lost } = placeAnnotations(document, review)
  const said = []
  const overlaps = placed.some((a, i) => i > 0 && (placed[i - 1] as Annotation).anchor.end > a.anchor.start)
  if (overlaps) said.push('Overlapping annotations are split into numbered pieces.')
  if (hasOtherTables(document))
    said.push('Tables that have several lines in a cell, or cells without a place, are written one cell a paragraph.')
  if (document.inlines.length) said.push('Links and emphasis are left out, so that marks and words stay clear.')
  if (lost.length) said.push(`${count(lost.length, 'annotation')} of another revision stand at the end.`)
  const uncited =
    review.sources.length -
    new Set(review.annotations.flatMap((a) => (a.kind === 'claim' ? a.citations.map((c) => c.source) : []))).size
  if (uncited > 0)
    said.push(`${count(uncited, 'source')} that no claim cites ${uncited === 1 ? 'is' : 'are'} not shown in it.`)
  const hidden = redactionNotice(review, options.confidential)
  if (hidden) said.push(hidden)
  return said
}

function hasOtherTables(document: Document): boolean {
  const blocks = textPieces(document)
  for (let at = 0; at < blocks.length;) {
    const cells = tableLength(blocks, at)
    if (cells ? !isPlainTable(document.text, blocks, at, cells) : blocks[at]?.kind === 'table-cell') return true
    at += cells || 1
  }
  return false
}
