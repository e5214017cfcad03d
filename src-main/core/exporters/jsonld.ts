import type { Annotation, Author, Reply } from '../../contract/entities'
import { textDigest } from '../text/digest'
import { offsetMap, type OffsetMap } from '../text/offsets'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { OWN_CONTEXT } from './jsonld-terms'
import { placeAnnotations, threads } from './placed'
import { writeSave } from './save-file'
import { redactionNotice, shownCitations, shownSources, type ShownSource } from './sources'
import { count } from './words'

/** The W3C Web Annotation Data Model: one AnnotationCollection, everything on one page. Offsets are code points. */
export const jsonldExporter: Exporter = {
  format: 'jsonld',
  mediaType: 'application/ld+json',
  extension: '.jsonld',
  write: (input, options) => ({
    content: JSON.stringify(annotationCollection(input, options), null, 2) + '\n',
    losses: losses(input, options),
  }),
}

/** What one document's annotations share while they are written. */
interface Writing {
  readonly text: string
  readonly offsets: OffsetMap
  /** Names the text that the offsets count in. */
  readonly textId: string
  readonly seenAt: string
  readonly revision: number
  readonly sources: ReadonlyMap<string, ShownSource>
}

/** @see https://www.w3.org/TR/annotation-model/ */
export function annotationCollection(input: ExportInput, options: ExportOptions): object {
  const { document, review } = input
  const sources = shownSources(review, options.confidential)
  const digest = textDigest(document.text)
  const writing: Writing = {
    text: document.text,
    offsets: offsetMap(document.text),
    textId: `urn:sha256:${digest}`,
    seenAt: document.origin.importedAt,
    revision: document.revision,
    sources,
  }
  const { placed, lost } = placeAnnotations(document, review)
  const replies = threads(review)
  const found = new Set(placed)
  const items = [...placed, ...lost].flatMap((annotation) => [
    annotationOf(annotation, writing, found.has(annotation)),
    ...(replies.get(annotation.id) ?? []).map((reply) => replyOf(reply)),
  ])
  const id = `urn:bluepencil:review:${review.document}`
  return {
    '@context': [ANNOTATION_CONTEXT, OWN_CONTEXT],
    id,
    type: 'AnnotationCollection',
    label: document.title,
    generator: { type: 'Software', name: options.generator },
    generated: options.now,
    document: {
      id: writing.textId,
      type: 'Text',
      format: 'text/plain',
      language: document.language,
      title: document.title,
      byline: document.byline,
      dateline: document.date,
      publication: document.source,
      revision: document.revision,
      fileName: document.origin.fileName,
      fileDigest: `urn:sha256:${document.origin.sha256}`,
      text: document.text,
    },
    sources: [...sources.values()].map(sourceOf),
    verdicts: review.verdicts.map((verdict) => ({
      verdict: verdict.value,
      note: verdict.note || undefined,
      creator: person(verdict.author),
      modified: verdict.updatedAt,
    })),
    /** The session itself, so that the file reopens as the review it was made from. */
    session: writeSave(input, options),
    total: items.length,
    first: {
      '@context': ANNOTATION_CONTEXT,
      id: `${id}:page:1`,
      type: 'AnnotationPage',
      partOf: { id, type: 'AnnotationCollection', label: document.title, total: items.length },
      startIndex: 0,
      items,
    },
  }
}

const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'

const MOTIVATIONS = {
  highlight: 'highlighting',
  claim: 'classifying',
  flag: 'questioning',
  comment: 'commenting',
} as const satisfies Record<Annotation['kind'], string>

function annotationOf(annotation: Annotation, writing: Writing, found: boolean): object {
  return {
    // Each is one by itself, too, when it is taken out of its page.
    '@context': ANNOTATION_CONTEXT,
    id: annotationId(annotation.id),
    type: 'Annotation',
    motivation: MOTIVATIONS[annotation.kind],
    creator: person(annotation.author),
    created: annotation.createdAt,
    modified: annotation.updatedAt,
    body: bodies(annotation, writing),
    target: target(annotation, writing, found),
    suggestionKey: annotation.suggestion,
    ...terms(annotation, writing),
  }
}

function target({ anchor, revision }: Annotation, writing: Writing, found: boolean): object {
  const quote = { type: 'TextQuoteSelector', exact: anchor.exact, prefix: anchor.prefix, suffix: anchor.suffix }
  const position = {
    type: 'TextPositionSelector',
    start: writing.offsets.toCodePoints(anchor.start),
    end: writing.offsets.toCodePoints(anchor.end),
  }
  return {
    type: 'SpecificResource',
    source: writing.textId,
    state: { type: 'TimeState', sourceDate: writing.seenAt },
    revision,
    // A position in another revision's text would point at other words here.
    selector: found ? [position, quote] : [quote],
  }
}

/** What readers that know the W3C's terms alone can show: tags, the note, and what is cited. */
function bodies(annotation: Annotation, writing: Writing): object[] {
  const tag = (value: string, purpose = 'tagging') => ({ type: 'TextualBody', value, format: 'text/plain', purpose })
  const tags =
    annotation.kind === 'claim'
      ? [tag(annotation.type, 'classifying'), tag(annotation.status, 'assessing')]
      : annotation.kind === 'flag'
        ? [tag(annotation.reason, 'classifying'), tag(annotation.severity, 'assessing')]
        : annotation.kind === 'highlight'
          ? [tag(annotation.colour)]
          : []
  const note = annotation.note ? [tag(annotation.note, 'commenting')] : []
  const links =
    annotation.kind === 'claim'
      ? shownCitations(annotation, writing.sources).map(({ source }) => ({
          type: 'SpecificResource',
          source: sourceId(source.id),
          purpose: 'linking',
        }))
      : []
  return [...tags, ...note, ...links]
}

/** The same and more in our own terms, so that nothing is lost on the way back. */
function terms(annotation: Annotation, writing: Writing): object {
  switch (annotation.kind) {
    case 'highlight':
      return { kind: annotation.kind, colour: annotation.colour }
    case 'claim':
      return {
        kind: annotation.kind,
        claimType: annotation.type,
        claimStatus: annotation.status,
        speaker: annotation.speaker,
        attribution: annotation.attribution,
        citations: shownCitations(annotation, writing.sources).map(({ source, stance, locator }) => ({
          cites: sourceId(source.id),
          stance,
          locator,
        })),
      }
    case 'flag':
      return {
        kind: annotation.kind,
        flagReason: annotation.reason,
        severity: annotation.severity,
        resolution: annotation.resolution,
        resolutionNote: annotation.resolutionNote,
      }
    case 'comment':
      return { kind: annotation.kind, resolved: annotation.resolved }
  }
}

function replyOf(reply: Reply): object {
  return {
    '@context': ANNOTATION_CONTEXT,
    id: annotationId(reply.id),
    type: 'Annotation',
    motivation: 'replying',
    creator: person(reply.author),
    created: reply.createdAt,
    modified: reply.updatedAt,
    body: [{ type: 'TextualBody', value: reply.body, format: 'text/plain', purpose: 'replying' }],
    target: annotationId(reply.annotation),
  }
}

function sourceOf({ id, citation, kind, url, locator, seenOn, note, attachment, redacted }: ShownSource): object {
  return {
    id: sourceId(id),
    citation,
    sourceKind: kind || undefined,
    url: url && /^(?:https?|mailto):/i.test(url) ? url : undefined,
    locator,
    seenOn,
    note,
    attachment,
    redacted: redacted || undefined,
  }
}

const annotationId = (id: string) => `urn:bluepencil:annotation:${id}`
const sourceId = (id: string) => `urn:bluepencil:source:${id}`
const person = ({ id, name, initials }: Author) => ({
  id: `urn:bluepencil:person:${id}`,
  type: 'Person',
  name,
  nickname: initials || undefined,
})

function losses({ document, review }: ExportInput, options: ExportOptions): string[] {
  const { lost } = placeAnnotations(document, review)
  const said = []
  const hidden = redactionNotice(review, options.confidential)
  if (hidden) said.push(hidden)
  if (lost.length)
    said.push(
      `${count(lost.length, 'annotation')} of another revision ${lost.length === 1 ? 'is' : 'are'} given by quotation only.`,
    )
  if (review.sources.some((source) => source.attachment)) said.push('Attached files are named, not included.')
  if (review.decisions.length)
    said.push(
      `${count(review.decisions.length, 'decision')} on suggestions ${review.decisions.length === 1 ? 'is' : 'are'} in it for Blue Pencil alone.`,
    )
  return said
}
