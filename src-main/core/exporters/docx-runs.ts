import type { Annotation, Block, Document, Flag, Inline } from '../../contract/entities'
import type { ClaimStatus, HighlightColour, Severity } from '../../contract/taxonomies'
import type { WordComment } from './docx-comments'
import { attributeXml, runContent, wordTime } from './docx-xml'
import { segmentBlocks, type Segment } from './segments'

/** What the paragraphs of one file share. */
export interface RunContext {
  /** Placed annotations, in the order of the text. */
  readonly annotations: readonly Annotation[]
  readonly comments: ReadonlyMap<string, readonly WordComment[]>
  /** Ids of flags whose text is to go. */
  readonly cuts: ReadonlySet<string>
  /** The relation of an address; undefined where it cannot be a link. */
  linkId(href: string | undefined): string | undefined
  /** A new number for a tracked change. */
  changeNumber(): number
}

/** The runs of one paragraph. */
export interface ParagraphRuns {
  readonly xml: string
  /** The flag that takes the whole paragraph away, if one does. */
  readonly cut?: Flag
  readonly rightToLeft: boolean
}

/** Word's own sixteen highlighters; there is no other way to name one. */
const HIGHLIGHTERS: Readonly<Record<HighlightColour, string>> = {
  yellow: 'yellow',
  green: 'green',
  blue: 'cyan',
  pink: 'magenta',
}
const CLAIM_TINTS: Readonly<Record<ClaimStatus, string>> = {
  unchecked: 'E8EAED',
  'in-progress': 'DCE9FA',
  confirmed: 'D9F0DD',
  'attributed-only': 'E4E0F5',
  disputed: 'FCE8CF',
  wrong: 'F9D9D6',
  'cannot-be-verified': 'F3E3CF',
  'not-a-claim': 'F1F1F1',
}
const FLAG_TINTS: Readonly<Record<Severity, string>> = { 'must-fix': 'F7C9C4', 'should-fix': 'FBE0BD', query: 'FFF3C4' }

type Layer = { start: number; end: number } & ({ annotation: Annotation } | { inline: Inline })

/** First letter that has a direction. Hebrew, Arabic, Syriac, Thaana, N’Ko and their neighbours run right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** The runs of each piece, with comments on their exact ranges, marks, links and tracked deletions. */
export function paragraphRuns(document: Document, pieces: readonly Block[], context: RunContext): ParagraphRuns[] {
  const { annotations, comments } = context
  const layers: Layer[] = [
    ...annotations.map((annotation) => ({ start: annotation.anchor.start, end: annotation.anchor.end, annotation })),
    ...document.inlines.map((inline) => ({ start: inline.start, end: inline.end, inline })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const rows = segmentBlocks(pieces, layers, (layer) => layer)
  const ending = [...annotations].sort((a, b) => a.anchor.end - b.anchor.end || b.anchor.start - a.anchor.start)
  let begun = 0
  let ended = 0
  const starts = (upTo: number) => {
    let xml = ''
    for (; begun < annotations.length && (annotations[begun] as Annotation).anchor.start <= upTo; begun++)
      for (const { number } of comments.get((annotations[begun] as Annotation).id) ?? [])
        xml += `<w:commentRangeStart w:id="${number}"/>`
    return xml
  }
  const ends = (upTo: number) => {
    let xml = ''
    for (; ended < ending.length && (ending[ended] as Annotation).anchor.end <= upTo; ended++)
      xml += rangeEnds(comments.get((ending[ended] as Annotation).id) ?? [])
    return xml
  }
  return rows.map((segments, index) => {
    const next = pieces[index + 1]?.start ?? Infinity
    let xml = ''
    let link: string | undefined
    for (const [at, segment] of segments.entries()) {
      const inline = segment.over.flatMap((layer) => ('inline' in layer && layer.inline.kind === 'link' ? [layer] : []))
      const linked = context.linkId(inline[inline.length - 1]?.inline.href)
      if (linked !== link) {
        xml += (link ? '</w:hyperlink>' : '') + (linked ? `<w:hyperlink r:id="${linked}" w:history="1">` : '')
        link = linked
      }
      const text = document.text.slice(segment.start, segment.end)
      xml += starts(segment.start) + segmentXml(text, segment, linked !== undefined, context)
      // What ends between two paragraphs ends with the first of them.
      xml += ends(at === segments.length - 1 ? next : segment.end)
    }
    if (link) xml += '</w:hyperlink>'
    const cuts = segments.map((segment) => cutOver(segment, context))
    const text = document.text.slice(pieces[index]?.start, pieces[index]?.end)
    return { xml, cut: cuts.every(Boolean) ? cuts[0] : undefined, rightToLeft: runsRightToLeft(text) }
  })
}

/** The ends of a thread's ranges with the marks that Word hangs its balloons on. */
export function rangeEnds(thread: readonly WordComment[]): string {
  return thread
    .map(
      ({ number }) =>
        `<w:commentRangeEnd w:id="${number}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${number}"/></w:r>`,
    )
    .join('')
}

function segmentXml(text: string, segment: Segment<Layer>, linked: boolean, context: RunContext): string {
  const cut = cutOver(segment, context)
  const properties = runProperties(text, segment, linked)
  const run = `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${runContent(text, cut ? 'w:delText' : 'w:t')}</w:r>`
  return cut ? `<w:del ${changeAttributes(cut, context)}>${run}</w:del>` : run
}

/** Who proposes the deletion, and when. */
export function changeAttributes(flag: Flag, context: Pick<RunContext, 'changeNumber'>): string {
  return `w:id="${context.changeNumber()}" w:author="${attributeXml(flag.author.name)}" w:date="${wordTime(flag.updatedAt)}"`
}

/** In the order that the schema asks for. */
function runProperties(text: string, segment: Segment<Layer>, linked: boolean): string {
  const kinds = new Set(segment.over.flatMap((layer) => ('inline' in layer ? [layer.inline.kind] : [])))
  const annotations = segment.over.flatMap((layer) => ('annotation' in layer ? [layer.annotation] : []))
  const highlighter = highlighterOf(annotations)
  const tint = annotations.map(tintOf).findLast(Boolean)
  return [
    kinds.has('code') ? '<w:rStyle w:val="HTMLCode"/>' : linked ? '<w:rStyle w:val="Hyperlink"/>' : '',
    kinds.has('strong') ? '<w:b/><w:bCs/>' : '',
    kinds.has('emphasis') ? '<w:i/><w:iCs/>' : '',
    highlighter ? `<w:highlight w:val="${highlighter}"/>` : '',
    tint ? `<w:shd w:val="clear" w:color="auto" w:fill="${tint}"/>` : '',
    RIGHT_TO_LEFT.test(text) ? '<w:rtl/>' : '',
  ].join('')
}

/** The highlighter that Word shows for annotations over one place: that of the one that began last. */
export function highlighterOf(over: readonly Annotation[]): string | undefined {
  const highlight = over.findLast((annotation) => annotation.kind === 'highlight')
  return highlight && HIGHLIGHTERS[highlight.colour]
}

function tintOf(annotation: Annotation): string | undefined {
  if (annotation.kind === 'claim') return CLAIM_TINTS[annotation.status]
  return annotation.kind === 'flag' ? FLAG_TINTS[annotation.severity] : undefined
}

function cutOver(segment: Segment<Layer>, { cuts }: RunContext): Flag | undefined {
  for (const layer of segment.over)
    if ('annotation' in layer && layer.annotation.kind === 'flag' && cuts.has(layer.annotation.id))
      return layer.annotation
  return undefined
}

function runsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0]
  return first !== undefined && RIGHT_TO_LEFT.test(first)
}
