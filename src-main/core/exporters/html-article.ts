import type { Annotation, Block, Document, Inline } from '../../contract/entities'
import { INSERTION_REASONS } from '../../contract/taxonomies'
import { escapeHtml, linkable } from './html-escape'
import { noteHtml, spokenName, stateOf, type NoteContext } from './html-notes'
import { segmentBlocks, type Segment } from './segments'
import { tableGrid, tableLength } from './tables'
import { FLAG_REASON_WORDS } from './words'

/** What can lie on a stretch of text: an annotation, or emphasis and links of the original. */
type Layer = { start: number; end: number } & ({ annotation: Annotation } | { inline: Inline })

/** Annotations over one stretch that a screen reader is told at once; each is named at its own number, too. */
const MOST_NAMED = 6

const TAGS = { emphasis: 'em', strong: 'strong', code: 'code' } as const

/**
 * The article, a row for each block: its text with marks, and beside it the notes on what ends there. The text of a row
 * is the text of the block, character for character; numbers are drawn by the style sheet.
 *
 * @param placed annotations in the order of the text
 * @param cuts ids of flags whose text is not part of the story
 */
export function articleHtml(
  document: Document,
  placed: readonly Annotation[],
  cuts: ReadonlySet<string>,
  context: NoteContext,
): string {
  const layers: Layer[] = [
    ...placed.map((annotation) => ({ start: annotation.anchor.start, end: annotation.anchor.end, annotation })),
    ...document.inlines.map((inline) => ({ start: inline.start, end: inline.end, inline })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const rows = segmentBlocks(document.blocks, layers, (layer) => layer)
  const last = new Map<string, Segment<Layer>>()
  for (const segment of rows.flat()) for (const { id } of annotationsOver(segment)) last.set(id, segment)
  // The page around it is in English; a story in an unknown language says so by an empty tag.
  const language = document.language === 'und' ? '' : escapeHtml(document.language)
  let level = 1
  const written = document.blocks.map((block, index): WrittenBlock => {
    const segments = rows[index] ?? []
    if (block.kind === 'heading') level = index === 0 ? 1 : Math.min(Math.max(2, block.level ?? 2), level + 1)
    const text = segments.map((segment) => segmentHtml(document.text, segment, last, context)).join('')
    return {
      inner: text,
      html: blockHtml(block, text, level, document.text),
      segments,
      notes: segments
        .flatMap((s) => annotationsOver(s).filter(({ id }) => last.get(id) === s))
        .map((annotation) => noteHtml(annotation, context, true)),
    }
  })
  const html: string[] = []
  let cutBefore = false
  for (let at = 0; at < written.length;) {
    const cells = tableLength(document.blocks, at)
    const inRow = written.slice(at, at + (cells || 1))
    const segments = inRow.flatMap((block) => block.segments)
    const cut = segments.length > 0 && segments.every((s) => annotationsOver(s).some(({ id }) => cuts.has(id)))
    const caption = cut && !cutBefore ? captionHtml(segments, cuts) : ''
    const content = cells ? tableHtml(tableGrid(document.blocks, at, cells), written) : inRow[0]?.html
    const notes = inRow.flatMap((block) => block.notes).join('\n')
    html.push(`<div class="row${cut ? ' cut' : ''}" data-n="${at + 1}">`)
    if (caption) html.push(caption)
    html.push(`<div class="text" lang="${language}">${content}</div>`)
    if (notes) html.push(`<ul class="notes" aria-label="Notes on block ${at + 1}">\n${notes}\n</ul>`)
    html.push('</div>')
    cutBefore = cut
    at += inRow.length
  }
  return html.join('\n')
}

/** A block of the article: its words with their marks, as an element, and the notes that end in it. */
interface WrittenBlock {
  readonly inner: string
  readonly html: string
  readonly segments: readonly Segment<Layer>[]
  readonly notes: readonly string[]
}

/** The cells of a table in their places; of more than one row the first is its head. */
function tableHtml(grid: readonly (readonly (readonly number[])[])[], written: readonly WrittenBlock[]): string {
  const cellHtml = (cell: readonly number[], tag: string) => {
    const paragraphs = cell.map((index) => written[index]?.inner ?? '')
    const inner = paragraphs.length > 1 ? paragraphs.map((text) => `<p>${text}</p>`).join('') : paragraphs.join('')
    return `<${tag === 'th' ? 'th scope="col"' : tag} dir="auto">${inner}</${tag}>`
  }
  const rows = grid.map((cells, row) => {
    const tag = row === 0 && grid.length > 1 ? 'th' : 'td'
    return `<tr>${cells.map((cell) => cellHtml(cell, tag)).join('')}</tr>`
  })
  return `<table><tbody>${rows.join('\n')}</tbody></table>`
}

/** Says once, over the first of its blocks, that a passage is not to be read as part of the story. */
function captionHtml(segments: readonly Segment<Layer>[], cuts: ReadonlySet<string>): string {
  const flag = segments.flatMap(annotationsOver).find(({ id }) => cuts.has(id))
  if (flag?.kind !== 'flag') return ''
  const words = INSERTION_REASONS.includes(flag.reason) ? 'Not part of the story' : 'Taken out'
  return `<p class="over">${words} · ${escapeHtml(FLAG_REASON_WORDS[flag.reason])}</p>`
}

function blockHtml(block: Block, text: string, level: number, source: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h${level} dir="auto">${text}</h${level}>`
    case 'list-item': {
      // A list marker that the text has itself is not drawn a second time.
      const bare = /^(?:[-*•‣▪◦–—]|\d+[.)])\s/u.test(source.slice(block.start, block.start + 12))
      return `<ul${bare ? ' class="bare"' : ''}><li dir="auto">${text}</li></ul>`
    }
    case 'quotation':
      return `<blockquote dir="auto">${text}</blockquote>`
    case 'caption':
      return `<p class="caption" dir="auto">${text}</p>`
    case 'paragraph':
    case 'table-cell':
      return `<p dir="auto">${text}</p>`
  }
}

function segmentHtml(
  source: string,
  segment: Segment<Layer>,
  last: ReadonlyMap<string, Segment<Layer>>,
  context: NoteContext,
): string {
  const over = annotationsOver(segment)
  const text = inlineHtml(escapeHtml(source.slice(segment.start, segment.end)), segment)
  if (!over.length) return text
  const named = over.slice(0, MOST_NAMED)
  const numbers = named.map(({ id }) => `note-${context.numbers.get(id)}`).join(' ')
  const more = over.length > MOST_NAMED ? [`and ${over.length - MOST_NAMED} more`] : []
  const label = escapeHtml([...named.map((annotation) => spokenName(annotation, context)), ...more].join('; '))
  // A space between two marks has no name of its own: there is nothing to read.
  const spoken = source.slice(segment.start, segment.end).trim() ? ` aria-label="${label}"` : ''
  const mark = `<mark class="${classes(over)}" data-of="${ids(over)}"${spoken} aria-details="${numbers}">${text}</mark>`
  return (
    mark +
    over
      .filter(({ id }) => last.get(id) === segment)
      .map((a) => reference(a, context))
      .join('')
  )
}

/** The number after a mark: a link to its note, drawn by the style sheet so that the text stays the text. */
function reference(annotation: Annotation, context: NoteContext): string {
  const number = context.numbers.get(annotation.id)
  const label = escapeHtml(`Note: ${spokenName(annotation, context)}`)
  return `<a class="ref" id="mark-${number}" href="#note-${number}" data-number="${number}" data-of="${ids([annotation])}" aria-label="${label}"></a>`
}

function inlineHtml(text: string, segment: Segment<Layer>): string {
  const inlines = segment.over.flatMap((layer) => ('inline' in layer ? [layer.inline] : []))
  return inlines.reduceRight((inner, { kind, href }) => {
    if (kind !== 'link') return `<${TAGS[kind]}>${inner}</${TAGS[kind]}>`
    const url = linkable(href)
    return url && !inner.includes('<a ') ? `<a href="${escapeHtml(url)}" rel="noreferrer noopener">${inner}</a>` : inner
  }, text)
}

const annotationsOver = (segment: Segment<Layer>) =>
  segment.over.flatMap((layer) => ('annotation' in layer ? [layer.annotation] : []))

const ids = (annotations: readonly Annotation[]) => annotations.map(({ id }) => escapeHtml(id)).join(' ')

function classes(annotations: readonly Annotation[]): string {
  const words = annotations.flatMap((a) => [
    a.kind,
    a.kind === 'highlight' ? a.colour : a.kind === 'claim' ? stateOf(a) : '',
  ])
  return [...new Set(words.filter(Boolean))].join(' ')
}
