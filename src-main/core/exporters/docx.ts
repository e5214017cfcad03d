import type { Annotation, Document, Review } from '../../contract/entities'
import { appendixXml } from './docx-appendix'
import { articleXml } from './docx-article'
import { carriedXml } from './docx-carried'
import {
  commentsExtendedXml,
  commentsExtensibleXml,
  commentsIdsXml,
  commentsXml,
  peopleXml,
  wordComments,
} from './docx-comments'
import { WORD_MEDIA_TYPE, wordPackage } from './docx-package'
import { textPieces } from './docx-pieces'
import { paragraphRuns, type RunContext } from './docx-runs'
import { numberingXml, settingsXml, stylesXml } from './docx-styles'
import { WORD_NAMESPACES, XML_HEAD } from './docx-xml'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { linkable } from './html-escape'
import { placeAnnotations } from './placed'
import { writeSave } from './save-file'
import { redactionNotice, shownSources } from './sources'
import { cutFlags } from './text'

/**
 * A Word document: the story with native comments on their exact ranges, threads and states among them, highlights,
 * tracked deletions of what does not belong, sources at the end; and the session itself in a custom XML part. Written
 * part by part, because Word's newer comment parts, people and tracked deletions have to fit each other, and because
 * the same review has to give the same bytes.
 */
export const docxExporter: Exporter = {
  format: 'docx',
  mediaType: WORD_MEDIA_TYPE,
  extension: '.docx',
  write: (input, options) => ({ content: write(input, options), losses: losses(input, options) }),
}

function write(input: ExportInput, options: ExportOptions): Uint8Array {
  const { document, review } = input
  const pieces = textPieces(document)
  const { placed, adrift } = placeOn(document, review)
  const sources = shownSources(review, options.confidential)
  const comments = wordComments([...placed, ...adrift], review, sources)
  const links = new Map<string, string>()
  const linkId = linkIds(links)
  let changes = 0
  const context: RunContext = {
    annotations: placed,
    comments,
    cuts: new Set(cutFlags(review).map(({ id }) => id)),
    linkId,
    // Apart from the numbers of comments, which some programs count together with these.
    changeNumber: () => 1_000_000 + changes++,
  }
  const article = articleXml(pieces, paragraphRuns(document, pieces, context), document.text, context)
  const appendix = appendixXml(adrift, comments, [...sources.values()], linkId)
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
  const all = [...comments.values()].flat()
  const commentParts = {
    comments: commentsXml(all),
    commentsExtended: commentsExtendedXml(all),
    commentsIds: commentsIdsXml(all),
    commentsExtensible: commentsExtensibleXml(all),
    people: peopleXml([...review.annotations, ...review.replies].map(({ author }) => author)),
  }
  return wordPackage({
    document: `${XML_HEAD}<w:document ${WORD_NAMESPACES}><w:body>${article}${appendix}${section}</w:body></w:document>`,
    parts: {
      styles: stylesXml(document.language),
      numbering: numberingXml(),
      settings: settingsXml(),
      ...(all.length ? commentParts : {}),
    },
    carried: carriedXml(writeSave(input, options), all),
    links,
    properties: {
      title: document.title,
      creator: document.byline,
      language: document.language,
      lastModifiedBy: options.generator,
      time: options.now,
      application: options.generator,
    },
  })
}

/** Annotations on words of this text, in its order, and those without a place in it. */
export function placeOn(
  document: Document,
  review: Pick<Review, 'annotations'>,
): { placed: Annotation[]; adrift: Annotation[] } {
  const { placed, lost } = placeAnnotations(document, review)
  const onWords = (annotation: Annotation) => annotation.anchor.exact.trim() !== ''
  return { placed: placed.filter(onWords), adrift: [...placed.filter((a) => !onWords(a)), ...lost] }
}

/** Gives each address one relation. @param links filled with what was given */
function linkIds(links: Map<string, string>): RunContext['linkId'] {
  const ids = new Map<string, string>()
  return (href) => {
    const url = linkable(href)
    // Word and validators take a file with a malformed address for damaged.
    if (!url || url.length > 2_000 || !URL.canParse(url)) return undefined
    const address = new URL(url).href
    let id = ids.get(address)
    if (!id) {
      id = `rId_link${ids.size + 1}`
      ids.set(address, id)
      links.set(id, address)
    }
    return id
  }
}

function losses({ review }: ExportInput, options: ExportOptions): string[] {
  const hidden = redactionNotice(review, options.confidential)
  return [
    ...(hidden ? [hidden] : []),
    ...(review.sources.some((source) => source.attachment) ? ['Attached files are named, not included.'] : []),
  ]
}
