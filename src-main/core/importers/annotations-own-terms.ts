import * as v from 'valibot'
import {
  ATTRIBUTIONS,
  CLAIM_STATUSES,
  CLAIM_TYPES,
  FLAG_REASONS,
  FLAG_RESOLUTIONS,
  HIGHLIGHT_COLOURS,
  SEVERITIES,
} from '../../contract/taxonomies'
import {
  CLAIM_STATUS_WORDS,
  CLAIM_TYPE_WORDS,
  FLAG_REASON_WORDS,
  RESOLUTION_WORDS,
  SEVERITY_WORDS,
} from '../exporters/words'
import type { KindFields } from './annotations-note'
import { member } from './json-parts'

const Highlight = v.object({ kind: v.literal('highlight'), colour: v.picklist(HIGHLIGHT_COLOURS) })
const Comment = v.object({ kind: v.literal('comment'), resolved: v.boolean() })
const Flag = v.object({
  kind: v.literal('flag'),
  reason: v.picklist(FLAG_REASONS),
  severity: v.picklist(SEVERITIES),
  resolution: v.picklist(FLAG_RESOLUTIONS),
  resolutionNote: v.optional(v.pipe(v.string(), v.maxLength(100_000))),
})
const Claim = v.object({
  kind: v.literal('claim'),
  type: v.picklist(CLAIM_TYPES),
  status: v.picklist(CLAIM_STATUSES),
  speaker: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
  attribution: v.optional(v.picklist(ATTRIBUTIONS)),
  citations: v.optional(v.array(v.never()), []),
})
const Fields = v.variant('kind', [Highlight, Comment, Flag, Claim])

/** What an annotation says in the terms of our own JSON-LD export; nothing where another program wrote it. */
export function ownFields(annotation: unknown): KindFields | undefined {
  const read = v.safeParse(Fields, {
    kind: member(annotation, 'kind'),
    colour: member(annotation, 'colour'),
    resolved: member(annotation, 'resolved'),
    reason: member(annotation, 'flagReason'),
    severity: member(annotation, 'severity'),
    resolution: member(annotation, 'resolution'),
    resolutionNote: member(annotation, 'resolutionNote'),
    type: member(annotation, 'claimType'),
    status: member(annotation, 'claimStatus'),
    speaker: member(annotation, 'speaker'),
    attribution: member(annotation, 'attribution'),
  })
  return read.success ? read.output : undefined
}

/** What the tags of our own Hypothesis export say, such as "claim", "statistic", "confirmed". */
export function fieldsOfTags(tags: readonly string[]): KindFields | undefined {
  const [kind, first, second, third] = tags
  const read = v.safeParse(Fields, {
    kind,
    colour: first,
    resolved: first === 'resolved',
    reason: idOf(FLAG_REASON_WORDS, first),
    severity: idOf(SEVERITY_WORDS, second),
    resolution: idOf(RESOLUTION_WORDS, third),
    type: idOf(CLAIM_TYPE_WORDS, first),
    status: idOf(CLAIM_STATUS_WORDS, second),
  })
  return read.success ? read.output : undefined
}

function idOf(words: Readonly<Record<string, string>>, said: string | undefined): string | undefined {
  return Object.keys(words).find((id) => words[id] === said)
}
