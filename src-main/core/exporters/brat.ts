import { strToU8, zipSync } from 'fflate'
import type { Annotation, Document } from '../../contract/entities'
import {
  ATTRIBUTIONS,
  CLAIM_STATUSES,
  CLAIM_TYPES,
  FLAG_REASONS,
  FLAG_RESOLUTIONS,
  HIGHLIGHT_COLOURS,
  SEVERITIES,
} from '../../contract/taxonomies'
import { offsetMap } from '../text/offsets'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { placeAnnotations, threads } from './placed'
import { redactionNotice } from './sources'
import { count } from './words'

/**
 * brat standoff: a text and a file of annotations beside it, in a ZIP. Places are code points, end exclusive; a range
 * over several lines is given as one fragment a line, as brat asks.
 *
 * @see https://brat.nlplab.org/standoff.html
 */
export const bratExporter: Exporter = {
  format: 'brat',
  mediaType: 'application/zip',
  extension: '.brat.zip',
  write(input, options) {
    const parts = {
      'document.txt': strToU8(input.document.text),
      'document.ann': strToU8(annotations(input)),
      'annotation.conf': strToU8(CONFIGURATION),
    }
    return { content: zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 }), losses: losses(input, options) }
  },
}

function annotations({ document, review }: ExportInput): string {
  const offsets = offsetMap(document.text)
  const replies = threads(review)
  let attributes = 0
  let notes = 0
  const note = (to: string, words: string) =>
    words ? [`#${++notes}\tAnnotatorNotes ${to}\t${words.replace(LINE_BREAKS, ' ').replace(/\s+/gu, ' ').trim()}`] : []
  const lines = placeAnnotations(document, review).placed.flatMap((annotation, index) => {
    const spans = fragments(document, annotation)
    if (!spans.length) return []
    const id = `T${index + 1}`
    const places = spans.map(([start, end]) => `${offsets.toCodePoints(start)} ${offsets.toCodePoints(end)}`)
    const words = spans.map(([start, end]) => document.text.slice(start, end)).join(' ')
    const type = annotation.kind.charAt(0).toUpperCase() + annotation.kind.slice(1)
    return [
      `${id}\t${type} ${places.join(';')}\t${words}`,
      ...facts(annotation).map(([name, value]) => `A${++attributes}\t${name} ${id}${value ? ` ${value}` : ''}`),
      ...note(id, annotation.note),
      ...(replies.get(annotation.id) ?? []).flatMap(({ author, body }) => note(id, `${author.name}: ${body}`)),
    ]
  })
  return lines.map((line) => `${line}\n`).join('')
}

/** What brat's readers, which are written in Python, take for the end of a line or of a column; one character each. */
// eslint-disable-next-line no-control-regex
const LINE_BREAKS = /[\t\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/g

/** The parts of a range on each line, without white space at their ends. */
function fragments({ text }: Document, { anchor }: Annotation): [number, number][] {
  const pieces: [number, number][] = []
  let start = anchor.start
  for (const line of text.slice(anchor.start, anchor.end).split(LINE_BREAKS)) {
    const lead = line.length - line.trimStart().length
    if (lead < line.length) pieces.push([start + lead, start + line.trimEnd().length])
    start += line.length + 1
  }
  return pieces
}

function facts(annotation: Annotation): [string, string][] {
  switch (annotation.kind) {
    case 'highlight':
      return [['Colour', annotation.colour]]
    case 'claim':
      return [
        ['ClaimType', annotation.type],
        ['Status', annotation.status],
        ...(annotation.attribution ? [['Attribution', annotation.attribution] as [string, string]] : []),
      ]
    case 'flag':
      return [
        ['Reason', annotation.reason],
        ['Severity', annotation.severity],
        ['Resolution', annotation.resolution],
      ]
    case 'comment':
      return annotation.resolved ? [['Resolved', '']] : []
  }
}

/** The types that the annotations have, for brat to show and to check. */
const CONFIGURATION = `[entities]
Highlight
Claim
Flag
Comment
[relations]
[events]
[attributes]
Colour\tArg:Highlight, Value:${HIGHLIGHT_COLOURS.join('|')}
ClaimType\tArg:Claim, Value:${CLAIM_TYPES.join('|')}
Status\tArg:Claim, Value:${CLAIM_STATUSES.join('|')}
Attribution\tArg:Claim, Value:${ATTRIBUTIONS.join('|')}
Reason\tArg:Flag, Value:${FLAG_REASONS.join('|')}
Severity\tArg:Flag, Value:${SEVERITIES.join('|')}
Resolution\tArg:Flag, Value:${FLAG_RESOLUTIONS.join('|')}
Resolved\tArg:Comment
`

function losses({ document, review }: ExportInput, options: ExportOptions): string[] {
  const { placed, lost: orphans } = placeAnnotations(document, review)
  const lost = orphans.length
  const empty = placed.filter((annotation) => fragments(document, annotation).length === 0).length
  const hidden = redactionNotice(review, options.confidential)
  return [
    'Who wrote an annotation and when, sources, speakers and verdicts are not in it.',
    ...(lost ? [`Annotations of another revision are left out: ${count(lost, 'annotation')}.`] : []),
    ...(empty ? [`Annotations of nothing but white space are left out: ${count(empty, 'annotation')}.`] : []),
    ...(hidden ? [hidden] : []),
  ]
}
