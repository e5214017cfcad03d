import type { Annotation, Block, Document, Reply } from '../../contract/entities'
import { asciiJson } from './ascii-json'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { escapeComment, escapeMarkdown, escapeStretch, lineStartPoints } from './markdown-escape'
import { placeAnnotations, threads } from './placed'
import { writeSave } from './save-file'
import { segmentBlocks, type Segment } from './segments'
import { redactionNotice, shownCitations, shownSources, sourceLine, type ShownSource } from './sources'
import { cutFlags } from './text'
import { count, describe } from './words'

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
    content: `${write(input, options)}\n${MARKDOWN_SESSION}${asciiJson(writeSave(input, options))} -->\n`,
    losses: losses(input, options),
  }),
}

/** Begins the comment at the end of the file that carries the session. */
export const MARKDOWN_SESSION = '<!-- bluepencil-session '

interface Writing {
  readonly document: Document
  readonly sources: ReadonlyMap<string, ShownSource>
  readonly replies: ReadonlyMap<string, readonly Reply[]>
  /** 1, 2, 3 … in the order of the text. */
  readonly numbers: ReadonlyMap<string, number>
  readonly cuts: ReadonlySet<string>
  /** Footnotes in the order they are first called. */
  readonly footnotes: Map<string, number>
}

function write({ document, review }: ExportInput, options: ExportOptions): string {
  const { placed, lost } = placeAnnotations(document, review)
  const writing: Writing = {
    document,
    sources: shownSources(review, options.confidential),
    replies: threads(review),
    numbers: new Map([...placed, ...lost].map((annotation, index) => [annotation.id, index + 1])),
    cuts: new Set(cutFlags(review).map((flag) => flag.id)),
    footnotes: new Map(),
  }
  const segments = segmentBlocks(document.blocks, placed, ({ anchor }) => anchor)
  const lastPiece = new Map<string, Segment<Annotation>>()
  for (const segment of segments.flat()) for (const { id } of segment.over) lastPiece.set(id, segment)
  const body = document.blocks.map((block, index) => blockOf(block, segments[index] ?? [], lastPiece, writing))
  const adrift = [...placed, ...lost].filter(({ id }) => !lastPiece.has(id))
  return [
    frontMatter(document, options),
    ...separated(document.blocks, body),
    ...(adrift.length ? ['\n## Without a place in this text\n'] : []),
    ...adrift.map((a) => `\n${escapeMarkdown(`“${a.anchor.exact.trim()}”`)} ${remark(a, writing)}\n`),
    ...footnotes(writing),
  ].join('')
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

/** A blank line between blocks, but none between the items of a list. */
function separated(blocks: readonly Block[], written: readonly string[]): string[] {
  return written.map((text, index) => {
    const tight = blocks[index]?.kind === 'list-item' && blocks[index - 1]?.kind === 'list-item'
    return `${tight ? '' : '\n'}${text}\n`
  })
}

/** A list marker that plain text has written itself; it stays outside of any mark. */
const OWN_MARKER = /^(?:([-*+])|([•‣▪◦–—])|(\d{1,9}[.)]))[ \t]+/u

function blockOf(
  block: Block,
  segments: readonly Segment<Annotation>[],
  last: ReadonlyMap<string, Segment<Annotation>>,
  writing: Writing,
) {
  const content = writing.document.text.slice(block.start, block.end)
  let prefix = ''
  let from = block.start
  if (block.kind === 'heading') {
    prefix = `${'#'.repeat(Math.min(6, Math.max(1, block.level ?? 2)))} `
    from += /^#{1,6}\s+/.exec(content)?.[0].length ?? 0
  } else if (block.kind === 'list-item') {
    const marker = OWN_MARKER.exec(content)
    prefix = `${'  '.repeat(Math.max(0, (block.level ?? 1) - 1))}${marker?.[1] ?? marker?.[3] ?? '-'} `
    from += marker?.[0].length ?? 0
  } else if (block.kind === 'quotation') {
    prefix = '> '
    from += /^>+\s*/.exec(content)?.[0].length ?? 0
  }
  const words = content.slice(from - block.start)
  const source = { start: from, words, points: lineStartPoints(words) }
  const pieces = segments.map((segment) => pieceOf(segment, source, last, writing)).join('')
  // Further lines of the block carry its prefix on, so that they stay in it; a closing # of a heading is a word.
  const indent = block.kind === 'quotation' ? '> ' : block.kind === 'list-item' ? ' '.repeat(prefix.length) : ''
  const [first = '', ...rest] = (block.kind === 'heading' ? pieces.replace(/#$/, '\\#') : pieces).split('\n')
  return [prefix + first, ...rest.map((line) => indent + line.trimStart())].join('  \n')
}

/** The words of a block after its marker, and where they begin in the document. */
interface BlockSource {
  readonly start: number
  readonly words: string
  readonly points: ReadonlySet<number>
}

function pieceOf(
  segment: Segment<Annotation>,
  { start, words, points }: BlockSource,
  last: ReadonlyMap<string, Segment<Annotation>>,
  writing: Writing,
): string {
  const from = Math.max(segment.start, start)
  const text = segment.end > from ? escapeStretch(words, from - start, segment.end - start, points) : ''
  const ending = segment.over.filter(({ id }) => last.get(id) === segment)
  const remarks = ending.map((annotation) => remark(annotation, writing)).join('')
  if (!segment.over.length) return text
  const cut = segment.over.some(({ id }) => writing.cuts.has(id))
  const marked = text && (cut ? `{--${text}--}` : `{==${text}==}`)
  const going = segment.over
    .filter((annotation) => !ending.includes(annotation))
    .map(({ id }) => writing.numbers.get(id))
  return marked + (going.length && text ? `{>>${going.join(', ')} …<<}` : '') + remarks
}

/** What was said: number, kind and state, note, who and when, then the thread; footnote calls after it. */
function remark(annotation: Annotation, writing: Writing): string {
  const speaker = annotation.kind === 'claim' && annotation.speaker ? `speaker ${annotation.speaker}` : ''
  const because = annotation.kind === 'flag' ? annotation.resolutionNote : ''
  const said = [
    `${writing.numbers.get(annotation.id)}. ${describe(annotation)}`,
    speaker,
    annotation.note,
    because && `resolution: ${because}`,
    signed(annotation),
    ...(writing.replies.get(annotation.id) ?? []).map((reply) => `reply: ${reply.body} ${signed(reply)}`),
  ]
  const citations = annotation.kind === 'claim' ? shownCitations(annotation, writing.sources) : []
  const calls = citations.map(({ source, stance, locator }) => {
    const number = writing.footnotes.get(source.id) ?? writing.footnotes.size + 1
    writing.footnotes.set(source.id, number)
    said.push(`${stance}: note ${number}${locator ? `, ${locator}` : ''}`)
    return `[^${number}]`
  })
  return `{>>${escapeComment(said.filter(Boolean).join(' · '))}<<}${calls.join('')}`
}

const signed = ({ author, updatedAt }: Pick<Annotation, 'author' | 'updatedAt'>) =>
  `(${author.name}, ${updatedAt.slice(0, 16).replace('T', ' ')} UTC)`

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
  if (document.blocks.some((block) => block.kind === 'table-cell'))
    said.push('Tables are written one cell a paragraph.')
  if (document.inlines.length) said.push('Links and emphasis are left out, so that marks and words stay clear.')
  if (lost.length) said.push(`${count(lost.length, 'annotation')} of another revision stand at the end.`)
  const uncited =
    review.sources.length -
    new Set(review.annotations.flatMap((a) => (a.kind === 'claim' ? a.citations.map((c) => c.source) : []))).size
  if (uncited > 0)
    said.push(`${count(uncited, 'source')} that no claim cites ${uncited === 1 ? 'is' : 'are'} not in it.`)
  const hidden = redactionNotice(review, options.confidential)
  if (hidden) said.push(hidden)
  return said
}
