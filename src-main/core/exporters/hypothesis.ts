import type { Annotation } from '../../contract/entities'
import { textDigest } from '../text/digest'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { placeAnnotations, threads } from './placed'
import { redactionNotice, shownCitations, shownSources, sourceLine } from './sources'
import { describe } from './words'

/**
 * Annotations in the shape of Hypothesis' own export. Positions are UTF-16 code units, as its client counts them.
 *
 * @see https://h.readthedocs.io/en/latest/api-reference/v1/
 */
export const hypothesisExporter: Exporter = {
  format: 'hypothesis',
  mediaType: 'application/json',
  extension: '.hypothesis.json',
  write: (input, options) => ({
    content: JSON.stringify(exported(input, options), null, 2) + '\n',
    losses: losses(input, options),
  }),
}

function exported({ document, review }: ExportInput, options: ExportOptions): object {
  const sources = shownSources(review, options.confidential)
  const replies = threads(review)
  const { placed, lost } = placeAnnotations(document, review)
  const found = new Set(placed)
  const uri = `urn:sha256:${textDigest(document.text)}`
  const common = (entity: Pick<Annotation, 'id' | 'author' | 'createdAt' | 'updatedAt'>) => ({
    id: entity.id,
    created: entity.createdAt,
    updated: entity.updatedAt,
    user: account(entity.author.id),
    user_info: { display_name: entity.author.name, person: entity.author.id, initials: entity.author.initials },
    uri,
    document: { title: [document.title] },
    group: '__world__',
    permissions: {
      read: ['group:__world__'],
      admin: [account(entity.author.id)],
      update: [account(entity.author.id)],
      delete: [account(entity.author.id)],
    },
    links: {},
    hidden: false,
    flagged: false,
  })
  const annotations = [...placed, ...lost].flatMap((annotation) => {
    const { start, end, exact, prefix, suffix } = annotation.anchor
    const citations = annotation.kind === 'claim' ? shownCitations(annotation, sources) : []
    const selector = [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      ...(found.has(annotation) ? [{ type: 'TextPositionSelector', start, end }] : []),
    ]
    const cited = citations.map((citation) => `- ${citation.stance}: ${sourceLine(citation)}`)
    return [
      {
        ...common(annotation),
        text: [annotation.note, ...cited].filter(Boolean).join('\n'),
        tags: describe(annotation).split(', '),
        target: [{ source: uri, selector }],
        references: [],
      },
      ...(replies.get(annotation.id) ?? []).map((reply) => ({
        ...common(reply),
        text: reply.body,
        tags: [],
        target: [{ source: uri }],
        references: [annotation.id],
      })),
    ]
  })
  return { export_date: options.now, export_userid: '', client_version: options.generator, annotations }
}

/** A name of an account there has 3 to 30 letters, digits, dots and underscores; the person's own id stands beside it. */
function account(id: string): string {
  const name = id.replace(/-/g, '_')
  const fits = name.length >= 3 && name.length <= 30
  return `acct:${fits ? name : `person_${textDigest(id).slice(0, 20)}`}@bluepencil.invalid`
}

function losses({ review }: ExportInput, options: ExportOptions): string[] {
  const hidden = redactionNotice(review, options.confidential)
  return [
    'The text of the article, speakers and the verdict are not in it; kinds and states are tags, sources are lines of a note.',
    ...(hidden ? [hidden] : []),
  ]
}
