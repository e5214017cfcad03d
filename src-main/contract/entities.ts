/**
 * The things Blue Pencil keeps, as schemas; the types are inferred from them.
 *
 * Offsets in every entity are UTF-16 code units into `Document.text`, end exclusive. What leaves the program (JSON,
 * JSON-LD, CSV, the command line) counts Unicode code points; `core/text/offsets.ts` is the one place that converts.
 * Times are ISO 8601 in UTC. Ids are stable for ever and unique across libraries, because reviews made apart are merged.
 */
import * as v from 'valibot'
import { Author, Count, Id, Line, Offset, Prose, Score, Sha256, Time } from './basics'
import { Label } from './labels'
import {
  ATTRIBUTIONS,
  CLAIM_STATUSES,
  CLAIM_TYPES,
  FLAG_REASONS,
  FLAG_RESOLUTIONS,
  HIGHLIGHT_COLOURS,
  PLACEMENTS,
  SEVERITIES,
  SOURCE_KINDS,
  STANCES,
  VERDICTS,
} from './taxonomies'

export { Author, Id, Offset, Time } from './basics'
export * from './labels'

export const BLOCK_KINDS = ['heading', 'paragraph', 'list-item', 'quotation', 'caption', 'table-cell'] as const
export const Block = v.object({
  kind: v.picklist(BLOCK_KINDS),
  start: Offset,
  end: Offset,
  /** Heading level 1 to 6, or nesting depth of a list item from 1. */
  level: v.optional(v.number()),
  /** Of a table cell, both from 1; a table begins where row 1, column 1 comes again. */
  row: v.optional(Count),
  column: v.optional(Count),
})
export type Block = v.InferOutput<typeof Block>

/** Emphasis and links the source had. A link is shown, never followed by the app itself. */
export const Inline = v.object({
  kind: v.picklist(['emphasis', 'strong', 'link', 'code']),
  start: Offset,
  end: Offset,
  href: v.optional(v.string()),
})
export type Inline = v.InferOutput<typeof Inline>

/** A piece of the source that is not part of the text, kept so that nothing is dropped in silence. */
export const LeftOut = v.object({
  text: v.string(),
  /** Why, in a word an editor knows: navigation, share row, script, markup, … */
  reason: v.string(),
  /** Where in the document's text it stood. */
  at: Offset,
})
export type LeftOut = v.InferOutput<typeof LeftOut>

export const ImportReport = v.object({
  /** Visible characters of the source that are not white space: all of them = inText + leftOut. Code points. */
  coverage: v.object({ total: Offset, inText: Offset, leftOut: Offset }),
  leftOut: v.array(LeftOut),
  /** Sentences for people: what the format had that could not be kept, what was guessed. */
  notices: v.array(v.string()),
})
export type ImportReport = v.InferOutput<typeof ImportReport>

export const Origin = v.object({
  fileName: v.string(),
  mediaType: v.string(),
  /** Of the file's bytes. */
  sha256: Sha256,
  bytes: Offset,
  encoding: v.optional(v.string()),
  importedAt: Time,
})
export type Origin = v.InferOutput<typeof Origin>

/** What markup said of a block, where the source had markup; evidence for the detectors. Plain text has none. */
export const MarkupHint = v.object({
  start: Offset,
  end: Offset,
  /** Share of the block's characters that are links, 0 to 1. */
  linkShare: Score,
  /** Element and class words that speak of something beside the story: aside, related, promo, share … */
  roles: v.array(v.string()),
})
export type MarkupHint = v.InferOutput<typeof MarkupHint>

/** Where a page of a paginated source begins in the text; it ends where the next one begins. */
export const Page = v.object({
  start: Offset,
  /** As printed or as the file numbers it, such as "iv". */
  label: v.string(),
})
export type Page = v.InferOutput<typeof Page>

/** One imported article. Its text never changes; a later text of the story is a new revision. */
export const Document = v.object({
  id: Id,
  title: v.string(),
  byline: v.optional(v.string()),
  /** As the source has it, a date (YYYY-MM-DD) where it could be read as one. */
  date: v.optional(v.string()),
  /** The publication or site. */
  source: v.optional(v.string()),
  /** BCP 47, "und" where unknown. */
  language: v.string(),
  /** Number of the revision that `text` is, from 1. */
  revision: v.number(),
  text: v.string(),
  blocks: v.array(Block),
  inlines: v.array(Inline),
  markup: v.array(MarkupHint),
  pages: v.optional(v.array(Page)),
  /** Of the file that `text` came from; its time is when the revision was added. */
  origin: Origin,
  report: ImportReport,
  /** Who added the revision that `text` is; of a first one it is not known. */
  revisedBy: v.optional(Author),
})
export type Document = v.InferOutput<typeof Document>

/** Where an annotation points: W3C TextPositionSelector and TextQuoteSelector together. */
export const Anchor = v.object({
  start: Offset,
  end: Offset,
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
})
export type Anchor = v.InferOutput<typeof Anchor>

export const Citation = v.object({
  source: Id,
  stance: v.picklist(STANCES),
  /** Page, timestamp, paragraph: where in the source. */
  locator: v.optional(Line),
})
export type Citation = v.InferOutput<typeof Citation>

/** How an annotation came onto the revision it is on, and where it stood before. */
export const Placing = v.object({
  outcome: v.picklist(PLACEMENTS),
  from: Anchor,
  fromRevision: v.number(),
  /** The status that a claim lost because its words changed. */
  status: v.optional(v.picklist(CLAIM_STATUSES)),
})
export type Placing = v.InferOutput<typeof Placing>

const annotationBase = {
  id: Id,
  anchor: Anchor,
  /** Revision of the document that the anchor is for; an annotation that is behind its document is an orphan. */
  revision: v.number(),
  /** Set when a later text was added and it was placed there by itself or by hand. */
  placing: v.optional(Placing),
  /** The revision on which somebody last looked at what a later text did to it. */
  seenIn: v.optional(v.number()),
  note: Prose,
  /** Key of the suggestion it was accepted from. */
  suggestion: v.optional(v.string()),
  author: Author,
  createdAt: Time,
  updatedAt: Time,
}

export const Highlight = v.object({
  ...annotationBase,
  kind: v.literal('highlight'),
  colour: v.picklist(HIGHLIGHT_COLOURS),
})
export const Claim = v.object({
  ...annotationBase,
  kind: v.literal('claim'),
  type: v.picklist(CLAIM_TYPES),
  status: v.picklist(CLAIM_STATUSES),
  speaker: v.optional(Line),
  attribution: v.optional(v.picklist(ATTRIBUTIONS)),
  citations: v.array(Citation),
})
export const Flag = v.object({
  ...annotationBase,
  kind: v.literal('flag'),
  reason: v.picklist(FLAG_REASONS),
  severity: v.picklist(SEVERITIES),
  resolution: v.picklist(FLAG_RESOLUTIONS),
  resolutionNote: v.optional(Prose),
})
/** Its words are in `note`. */
export const Comment = v.object({ ...annotationBase, kind: v.literal('comment'), resolved: v.boolean() })

export const Annotation = v.variant('kind', [Highlight, Claim, Flag, Comment])
export type Highlight = v.InferOutput<typeof Highlight>
export type Claim = v.InferOutput<typeof Claim>
export type Flag = v.InferOutput<typeof Flag>
export type Comment = v.InferOutput<typeof Comment>
export type Annotation = v.InferOutput<typeof Annotation>

/** Fields of an annotation as somebody else has them. */
export const Reading = v.partial(
  v.object({
    note: Prose,
    colour: v.picklist(HIGHLIGHT_COLOURS),
    type: v.picklist(CLAIM_TYPES),
    status: v.picklist(CLAIM_STATUSES),
    speaker: Line,
    attribution: v.picklist(ATTRIBUTIONS),
    reason: v.picklist(FLAG_REASONS),
    severity: v.picklist(SEVERITIES),
    resolution: v.picklist(FLAG_RESOLUTIONS),
    resolutionNote: Prose,
    resolved: v.boolean(),
    citations: v.array(Citation),
  }),
)
export type Reading = v.InferOutput<typeof Reading>

/** An answer in the thread of any annotation. */
export const Reply = v.object({
  id: Id,
  annotation: Id,
  body: Prose,
  /** What a merged copy says otherwise where both sides had changed something; somebody is to choose. */
  reading: v.optional(Reading),
  author: Author,
  createdAt: Time,
  updatedAt: Time,
})
export type Reply = v.InferOutput<typeof Reply>

export const Attachment = v.object({ sha256: Sha256, fileName: v.string(), mediaType: v.string(), bytes: Offset })
export type Attachment = v.InferOutput<typeof Attachment>

export const Source = v.object({
  id: Id,
  citation: v.pipe(Line, v.minLength(1)),
  url: v.optional(Line),
  kind: v.picklist(SOURCE_KINDS),
  note: Prose,
  locator: v.optional(Line),
  /** The day it was looked at, YYYY-MM-DD. */
  seenOn: v.optional(v.string()),
  /** Left out of every export unless asked for by name. */
  confidential: v.boolean(),
  /** In a copy that went out without its particulars. It never takes the place of the whole one. */
  redacted: v.optional(v.boolean()),
  attachment: v.optional(Attachment),
  author: Author,
  createdAt: Time,
  updatedAt: Time,
})
export type Source = v.InferOutput<typeof Source>

export const Signal = v.object({
  /** Stable identifier; house rules carry their id here, such as AP-3. */
  name: v.string(),
  /** In words an editor would use. */
  detail: v.string(),
  /** How much it moved the score; its sign says which way. */
  weight: v.number(),
  /** The range that shows it, where one does. */
  start: v.optional(Offset),
  end: v.optional(Offset),
})
export type Signal = v.InferOutput<typeof Signal>

export const TextSpan = v.object({ text: v.string(), start: Offset, end: Offset })
export type TextSpan = v.InferOutput<typeof TextSpan>

/** What a detector proposes. */
export const Suggestion = v.object({
  /** Made from what is said about which words, not from offsets: the same in a later revision that still has them. */
  key: v.string(),
  detector: v.string(),
  kind: v.picklist(['flag', 'claim']),
  reason: v.optional(v.picklist(FLAG_REASONS)),
  severity: v.optional(v.picklist(SEVERITIES)),
  claimType: v.optional(v.picklist(CLAIM_TYPES)),
  attribution: v.optional(v.picklist(ATTRIBUTIONS)),
  speaker: v.optional(TextSpan),
  cue: v.optional(TextSpan),
  start: Offset,
  end: Offset,
  score: Score,
  signals: v.array(Signal),
  /** What a house rule would have in place of the words. */
  instead: v.optional(v.string()),
})
export type Suggestion = v.InferOutput<typeof Suggestion>

/** What the detectors say of one sentence; the sourcing barcode is drawn from these and the annotations. */
export const JudgedSentence = v.object({
  start: Offset,
  end: Offset,
  checkworthiness: Score,
  attribution: v.picklist(ATTRIBUTIONS),
})
export type JudgedSentence = v.InferOutput<typeof JudgedSentence>

export const Detection = v.object({
  /** Changes when a detector or its weights do; older results are then made again. */
  version: v.string(),
  /** Digest of the text that was looked at, where the document has more than one. */
  of: v.optional(v.string()),
  suggestions: v.array(Suggestion),
  sentences: v.array(JudgedSentence),
})
export type Detection = v.InferOutput<typeof Detection>

/** What an editor made of a suggestion; it is what "dismissed is not proposed again" rests on. */
export const Decision = v.object({
  id: Id,
  outcome: v.picklist(['accepted', 'dismissed']),
  /** As it was when decided, so that the log can measure the detectors later. */
  suggestion: Suggestion,
  exact: v.string(),
  reason: Line,
  /** The annotation that accepting made. */
  annotation: v.optional(Id),
  author: Author,
  createdAt: Time,
  updatedAt: Time,
})
export type Decision = v.InferOutput<typeof Decision>

/** Where something stood that was taken away, so that a merge does not bring it back. */
export const Removal = v.object({ id: Id, author: Author, createdAt: Time, updatedAt: Time })
export type Removal = v.InferOutput<typeof Removal>

export const Verdict = v.object({
  id: Id,
  value: v.picklist(VERDICTS),
  note: Prose,
  author: Author,
  createdAt: Time,
  updatedAt: Time,
})
export type Verdict = v.InferOutput<typeof Verdict>

export const Review = v.object({
  document: Id,
  annotations: v.array(Annotation),
  replies: v.array(Reply),
  sources: v.array(Source),
  decisions: v.array(Decision),
  /** One per reviewer; the newest is the document's. */
  verdicts: v.array(Verdict),
  removals: v.array(Removal),
  /** Left out where there are none. They stay in the library and its packages: other exports do not carry them. */
  labels: v.optional(v.array(Label)),
})
export type Review = v.InferOutput<typeof Review>

/** One entity of a review before and after; `undefined` where it was or is not there. */
const patch = <K extends string, S extends v.GenericSchema>(collection: K, entity: S) =>
  v.object({ collection: v.literal(collection), id: Id, before: v.optional(entity), after: v.optional(entity) })
export const Patch = v.variant('collection', [
  patch('annotations', Annotation),
  patch('replies', Reply),
  patch('sources', Source),
  patch('decisions', Decision),
  patch('verdicts', Verdict),
  patch('removals', Removal),
  patch('labels', Label),
])
export type Patch = v.InferOutput<typeof Patch>

/** What one command did: the unit of undo, of the journal and, later, of merging. */
export const Change = v.object({
  id: Id,
  /** The command's op; the window says "Undo: flag" in its own language. */
  op: v.string(),
  /** Of several commands as one: what they do, in the words of whoever put them together. */
  label: v.optional(Line),
  author: Author,
  createdAt: Time,
  patches: v.array(Patch),
  /** Set where the document's text changed with it: whoever shows the document reads it anew. */
  revision: v.optional(v.object({ from: Count, to: Count })),
})
export type Change = v.InferOutput<typeof Change>
