/** The texts of one document, one after the other, and what became of its annotations on the way. */
import * as v from 'valibot'
import { Author, Block, Id, ImportReport, Inline, MarkupHint, Offset, Origin, Page, Time } from './entities'
import { ANNOTATION_KINDS, PLACEMENTS } from './taxonomies'

const Score = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** One text of a document with its parts; `Document` is the one that is worked on. */
export const Revision = v.object({
  /** From 1. */
  number: v.number(),
  text: v.string(),
  blocks: v.array(Block),
  inlines: v.array(Inline),
  markup: v.array(MarkupHint),
  pages: v.optional(v.array(Page)),
  language: v.string(),
  origin: Origin,
  report: ImportReport,
  createdAt: Time,
  /** Who added it; of a first one it is not known. */
  author: v.optional(Author),
})
export type Revision = v.InferOutput<typeof Revision>

/** What a list of revisions says of each. */
export const RevisionInfo = v.object({
  number: v.number(),
  createdAt: Time,
  fileName: v.string(),
  author: v.optional(Author),
})
export type RevisionInfo = v.InferOutput<typeof RevisionInfo>

/** A stretch of two texts compared word by word: equal in both, or only in one. Offsets are UTF-16. */
export const Hunk = v.object({
  kind: v.picklist(['same', 'removed', 'added']),
  fromStart: Offset,
  fromEnd: Offset,
  toStart: Offset,
  toEnd: Offset,
})
export type Hunk = v.InferOutput<typeof Hunk>

/** A place that an orphan may have had in mind, for the editor to judge. UTF-16. */
export const Proposal = v.object({ start: Offset, end: Offset, score: Score })
export type Proposal = v.InferOutput<typeof Proposal>

/** What became of one annotation on a later text; an orphan has no `start` and `end`. UTF-16. */
export const PlacedOutcome = v.object({
  id: Id,
  outcome: v.picklist([...PLACEMENTS, 'orphaned']),
  start: v.optional(Offset),
  end: v.optional(Offset),
  score: Score,
  proposal: v.optional(Proposal),
})
export type PlacedOutcome = v.InferOutput<typeof PlacedOutcome>

/** An annotation that has no place in the document's text. */
export const Orphan = v.object({ id: Id, proposal: v.optional(Proposal) })
export type Orphan = v.InferOutput<typeof Orphan>

/** One thing that a merged copy brought. */
export const BroughtItem = v.object({
  /** Of the annotation, reply or source. */
  id: Id,
  what: v.picklist(['added', 'changed', 'removed', 'answered', 'sourced']),
  annotation: v.optional(Id),
  /** Who made it; who changed something is not known. */
  by: v.optional(Author),
  /** Its words, where there is no annotation any more to read them from. */
  words: v.optional(v.string()),
  kind: v.optional(v.picklist(ANNOTATION_KINDS)),
  /** Names of the fields that changed. */
  fields: v.optional(v.array(v.string())),
})
export type BroughtItem = v.InferOutput<typeof BroughtItem>

/** What the last merge brought. */
export const Brought = v.object({ change: Id, at: Time, items: v.array(BroughtItem) })
export type Brought = v.InferOutput<typeof Brought>
