import type { Block, Document } from '../../contract/entities'
import { offsetMap } from '../text/offsets'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { placeAnnotations, threads } from './placed'
import { redactionNotice, shownSources, sourceLine } from './sources'
import { describe } from './words'
import { escapeXml } from './xml-escape'

/**
 * TEI P5: the text as blocks, the annotations beside it in standOff, as notes that point at characters of the text.
 *
 * @see https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-standOff.html
 */
export const teiExporter: Exporter = {
  format: 'tei',
  mediaType: 'application/tei+xml',
  extension: '.tei.xml',
  write: (input, options) => ({ content: file(input, options), losses: losses(input, options) }),
}

function file(input: ExportInput, options: ExportOptions): string {
  const { document, review } = input
  const sources = [...shownSources(review, options.confidential).values()]
  const bibl = sources.map((source) => `<bibl xml:id="${idOf(source.id)}">${escapeXml(sourceLine({ source }))}</bibl>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>${escapeXml(document.title)}</title>${document.byline ? `<author>${escapeXml(document.byline)}</author>` : ''}</titleStmt><publicationStmt><p>Made with ${escapeXml(options.generator)} on ${escapeXml(options.now.slice(0, 10))}</p></publicationStmt><sourceDesc><p>${escapeXml(document.source ?? document.origin.fileName)}</p>${bibl.length ? `<listBibl>${bibl.join('')}</listBibl>` : ''}</sourceDesc></fileDesc></teiHeader>
<standOff>
${notes(input)}
</standOff>
<text${document.language === 'und' ? '' : ` xml:lang="${escapeXml(document.language)}"`}><body>
${document.blocks.map((block, index) => blockXml(document, block, index)).join('\n') || '<p/>'}
</body></text>
</TEI>
`
}

const idOf = (id: string) => `i-${id}`

/** Each with its place as a pointer to characters (TEI string-range) of the block it begins in. */
function notes({ document, review }: ExportInput): string {
  const replies = threads(review)
  const offsets = offsetMap(document.text)
  const { placed, lost } = placeAnnotations(document, review)
  const found = new Set(placed)
  const all = [...placed, ...lost].map((annotation) => {
    const { start, end, exact } = annotation.anchor
    const index = document.blocks.findIndex((block) => block.end > start)
    const from = offsets.toCodePoints(start) - offsets.toCodePoints(document.blocks[index]?.start ?? 0)
    const length = offsets.toCodePoints(end) - offsets.toCodePoints(start)
    const place = found.has(annotation) && index >= 0 ? ` target="#string-range(b${index + 1},${from},${length})"` : ''
    const cited =
      annotation.kind === 'claim'
        ? annotation.citations.map(({ source }) => `<ref target="#${idOf(source)}">source</ref>`).join('')
        : ''
    const thread = (replies.get(annotation.id) ?? []).map(
      ({ author, body, updatedAt }) => `<p>${escapeXml(`${author.name}, ${updatedAt}: ${body}`)}</p>`,
    )
    const words = `${describe(annotation)}. ${annotation.author.name}, ${annotation.updatedAt}`
    return `<note xml:id="${idOf(annotation.id)}" type="${annotation.kind}"${place}><quote>${escapeXml(exact)}</quote><p>${escapeXml(words)}${cited}</p>${annotation.note ? `<p>${escapeXml(annotation.note)}</p>` : ''}${thread.join('')}</note>`
  })
  return all.join('\n') || '<listAnnotation/>'
}

function blockXml({ text }: Document, { kind, start, end }: Block, index: number): string {
  const words = escapeXml(text.slice(start, end))
  const id = `xml:id="b${index + 1}"`
  // A heading may stand anywhere in a story; in TEI a head stands first. So its part is named by its type.
  if (kind === 'quotation') return `<quote><p ${id}>${words}</p></quote>`
  if (kind === 'list-item') return `<list><item ${id}>${words}</item></list>`
  return `<p ${id}${kind === 'paragraph' ? '' : ` rend="${kind}"`}>${words}</p>`
}

function losses({ document, review }: ExportInput, options: ExportOptions): string[] {
  const lost = placeAnnotations(document, review).lost.length
  const hidden = redactionNotice(review, options.confidential)
  return [
    'Emphasis, links, colours and the verdict are not in it; states are words.',
    ...(lost ? ['Annotations of another revision are given by quotation only.'] : []),
    ...(hidden ? [hidden] : []),
  ]
}
