/** What an editor does to a review, as small commands: the same from the window, the terminal and, later, a colleague. */
import * as v from 'valibot'
import { Attachment, Citation, Id, LONGEST_LABEL, Offset, Suggestion } from './entities'
import {
  ATTRIBUTIONS,
  CLAIM_STATUSES,
  CLAIM_TYPES,
  FLAG_REASONS,
  FLAG_RESOLUTIONS,
  HIGHLIGHT_COLOURS,
  SEVERITIES,
  SOURCE_KINDS,
  STANCES,
  VERDICTS,
} from './taxonomies'

const line = v.pipe(v.string(), v.maxLength(2_000))
const prose = v.pipe(v.string(), v.maxLength(100_000))
const label = v.pipe(v.string(), v.maxLength(LONGEST_LABEL))
const range = { start: Offset, end: Offset, note: v.optional(prose) }

/** How a source is cited; it supports where nothing else is said. */
const citation = v.object(v.partial(Citation, ['stance']).entries)

const sourceFields = {
  citation: v.pipe(line, v.minLength(1, 'A source needs a citation.')),
  url: v.optional(line),
  kind: v.optional(v.picklist(SOURCE_KINDS)),
  note: v.optional(prose),
  locator: v.optional(line),
  seenOn: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$|^$/, 'A date is written YYYY-MM-DD.'))),
  confidential: v.optional(v.boolean()),
  attachment: v.optional(Attachment),
}

const single = [
  v.object({ op: v.literal('highlight'), ...range, colour: v.optional(v.picklist(HIGHLIGHT_COLOURS)) }),
  v.object({
    op: v.literal('claim'),
    ...range,
    type: v.optional(v.picklist(CLAIM_TYPES)),
    status: v.optional(v.picklist(CLAIM_STATUSES)),
    speaker: v.optional(line),
    attribution: v.optional(v.picklist(ATTRIBUTIONS)),
    citation: v.optional(citation),
  }),
  v.object({
    op: v.literal('flag'),
    ...range,
    reason: v.optional(v.picklist(FLAG_REASONS)),
    severity: v.optional(v.picklist(SEVERITIES)),
  }),
  v.object({ op: v.literal('comment'), start: Offset, end: Offset, note: prose }),
  /** Changes fields of an annotation; a field of another kind of annotation is refused. */
  v.object({
    op: v.literal('edit'),
    id: Id,
    note: v.optional(prose),
    colour: v.optional(v.picklist(HIGHLIGHT_COLOURS)),
    type: v.optional(v.picklist(CLAIM_TYPES)),
    status: v.optional(v.picklist(CLAIM_STATUSES)),
    speaker: v.optional(line),
    attribution: v.optional(v.picklist(ATTRIBUTIONS)),
    reason: v.optional(v.picklist(FLAG_REASONS)),
    severity: v.optional(v.picklist(SEVERITIES)),
    resolved: v.optional(v.boolean()),
  }),
  /** Moves an annotation to another range of the same text. */
  v.object({ op: v.literal('move'), id: Id, start: Offset, end: Offset }),
  /** Gives an orphan its place in the text as it is now. */
  v.object({ op: v.literal('place'), id: Id, start: Offset, end: Offset }),
  /** Says that somebody looked at what the later text did to it, and leaves it as it is. */
  v.object({ op: v.literal('look'), id: Id }),
  v.object({ op: v.literal('resolve'), id: Id, resolution: v.picklist(FLAG_RESOLUTIONS), note: v.optional(prose) }),
  v.object({ op: v.literal('remove'), id: Id }),
  v.object({ op: v.literal('reply'), id: Id, body: v.pipe(prose, v.minLength(1)) }),
  v.object({ op: v.literal('edit-reply'), id: Id, body: v.pipe(prose, v.minLength(1)) }),
  v.object({ op: v.literal('remove-reply'), id: Id }),
  /** Adds a source; with `claim`, cites it there at once. */
  v.object({
    op: v.literal('source'),
    ...sourceFields,
    claim: v.optional(Id),
    stance: v.optional(v.picklist(STANCES)),
  }),
  v.object({ op: v.literal('edit-source'), id: Id, ...v.partial(v.object(sourceFields)).entries }),
  v.object({ op: v.literal('remove-source'), id: Id }),
  v.object({ op: v.literal('cite'), claim: Id, ...citation.entries }),
  v.object({ op: v.literal('uncite'), claim: Id, source: Id }),
  v.object({
    op: v.literal('accept'),
    suggestion: Suggestion,
    /** What the editor changed before accepting. */
    type: v.optional(v.picklist(CLAIM_TYPES)),
    reason: v.optional(v.picklist(FLAG_REASONS)),
    severity: v.optional(v.picklist(SEVERITIES)),
    note: v.optional(prose),
    /** Of a claim: a source that the new claim cites at once. */
    citation: v.optional(citation),
  }),
  v.object({ op: v.literal('dismiss'), suggestion: Suggestion, reason: v.optional(line) }),
  /** Takes a decision back: the suggestion is open again, and the annotation it made goes. */
  v.object({ op: v.literal('reopen'), decision: Id }),
  /** Into a folder of the library, or out of the one it is in where the name is empty. */
  v.object({ op: v.literal('file'), folder: label }),
  v.object({ op: v.literal('tag'), name: v.pipe(label, v.minLength(1)) }),
  v.object({ op: v.literal('untag'), name: label }),
  v.object({ op: v.literal('verdict'), value: v.picklist(VERDICTS), note: v.optional(prose) }),
] as const

const SingleCommand = v.variant('op', single)
export type SingleCommand = v.InferOutput<typeof SingleCommand>

/** Several commands that are done, and undone, as one. */
const Batch = v.object({
  op: v.literal('batch'),
  label: line,
  commands: v.pipe(v.array(SingleCommand), v.minLength(1)),
})

export const Command = v.variant('op', [...single, Batch])
export type Command = v.InferOutput<typeof Command>
