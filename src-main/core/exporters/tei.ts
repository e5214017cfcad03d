import type { Annotation } from '../../contract/entities'
import { offsetMap } from '../text/offsets'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { placeAnnotations, threads } from './placed'
import { redactionNotice, shownSources, sourceLine } from './sources'
import { teiBlocks } from './tei-blocks'
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
  const all = notes(input)
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>${escapeXml(document.title)}</title>${document.byline ? `<author>${escapeXml(document.byline)}</author>` : ''}</titleStmt><publicationStmt><p>Made with ${escapeXml(options.generator)} on ${escapeXml(options.now.slice(0, 10))}</p></publicationStmt><sourceDesc><bibl>${escapeXml(document.source ?? document.origin.fileName)}</bibl>${bibl.length ? `<listBibl>${bibl.join('')}</listBibl>` : ''}</sourceDesc></fileDesc></teiHeader>
${all.length ? `<standOff>\n${all.join('\n')}\n</standOff>\n` : ''}<text${document.language === 'und' ? '' : ` xml:lang="${escapeXml(document.language)}"`}><body>
${teiBlocks(document) || '<p/>'}
</body></text>
</TEI>
`
}

const idOf = (id: string) => `i-${id}`

/** Each with its place as pointers to characters (TEI string-range), one for each block that it touches. */
function notes({ document, review }: ExportInput): string[] {
  const replies = threads(review)
  const offsets = offsetMap(document.text)
  const { placed, lost } = placeAnnotations(document, review)
  const found = new Set(placed)
  const pointer = ({ anchor }: Annotation) =>
    document.blocks.flatMap((block, index) => {
      const [start, end] = [Math.max(anchor.start, block.start), Math.min(anchor.end, block.end)]
      if (start >= end) return []
      const from = offsets.toCodePoints(start)
      const length = offsets.toCodePoints(end) - from
      return [`#string-range(b${index + 1},${from - offsets.toCodePoints(block.start)},${length})`]
    })
  return [...placed, ...lost].map((annotation) => {
    const pointers = found.has(annotation) ? pointer(annotation) : []
    const place = pointers.length ? ` target="${pointers.join(' ')}"` : ''
    const cited =
      annotation.kind === 'claim'
        ? annotation.citations.map(({ source }) => `<ref target="#${idOf(source)}">source</ref>`).join('')
        : ''
    const thread = (replies.get(annotation.id) ?? []).map(
      ({ author, body, updatedAt }) => `<p>${escapeXml(`${author.name}, ${updatedAt}: ${body}`)}</p>`,
    )
    const words = `${describe(annotation)}. ${annotation.author.name}, ${annotation.updatedAt}`
    return `<note xml:id="${idOf(annotation.id)}" type="${annotation.kind}"${place}><quote>${escapeXml(annotation.anchor.exact)}</quote><p>${escapeXml(words)}${cited}</p>${annotation.note ? `<p>${escapeXml(annotation.note)}</p>` : ''}${thread.join('')}</note>`
  })
}

function losses({ document, review }: ExportInput, options: ExportOptions): string[] {
  const lost = placeAnnotations(document, review).lost.length
  const hidden = redactionNotice(review, options.confidential)
  return [
    'Emphasis, links, colours, speakers and the verdict are not in it; states are words.',
    ...(lost ? ['Annotations of another revision are given by quotation only.'] : []),
    ...(hidden ? [hidden] : []),
  ]
}
