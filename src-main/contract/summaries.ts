/** What the library tells of its documents without opening them. */
import * as v from 'valibot'
import { Id, LONGEST_LABEL, Offset, Time } from './entities'
import { CLAIM_STATUSES, FLAG_REASONS, VERDICTS } from './taxonomies'

/**
 * The sourcing barcode as short as it can be, because a library shows ten thousand of them: a character for each of
 * equal stretches of the story, the first letter of how most of that stretch stands.
 */
export const Barcode = v.pipe(v.string(), v.regex(/^[sauoi]{0,60}$/))

/** What the catalogue keeps of a document: enough for the library's list, nothing that cannot be made again. */
export const DocumentSummary = v.object({
  id: Id,
  title: v.string(),
  byline: v.optional(v.string()),
  source: v.optional(v.string()),
  language: v.string(),
  fileName: v.string(),
  mediaType: v.string(),
  /** Of the file it came from; duplicates are noticed by it. */
  sha256: v.string(),
  words: Offset,
  importedAt: Time,
  changedAt: Time,
  verdict: v.picklist(VERDICTS),
  counts: v.object({
    suggestions: Offset,
    claims: Offset,
    sourced: Offset,
    openFlags: Offset,
    mustFix: Offset,
    comments: Offset,
    highlights: Offset,
  }),
  barcode: Barcode,
  trashed: v.boolean(),
  /** The folder of the library that it is in. */
  folder: v.optional(v.string()),
  /** Left out where it has none. */
  tags: v.optional(v.array(v.string())),
  /** Names of everybody who worked on it; left out where nobody did. */
  reviewers: v.optional(v.array(v.string())),
  /** Claims that lost their status because a later text has other words there; left out where there are none. */
  recheck: v.optional(Offset),
  /** Number of the text that it is of; left out for a first one. */
  revision: v.optional(Offset),
  /** SHA-256 of the files that its other texts came from. */
  otherFiles: v.optional(v.array(v.string())),
})
export type DocumentSummary = v.InferOutput<typeof DocumentSummary>

const label = v.pipe(v.string(), v.maxLength(LONGEST_LABEL))
/** What is to be changed of where documents are filed; what is not given stays. */
export const Filing = v.object({
  /** Empty takes them out of the folder that they are in. */
  folder: v.optional(label),
  tag: v.optional(v.array(label)),
  untag: v.optional(v.array(label)),
  trashed: v.optional(v.boolean()),
})
export type Filing = v.InferOutput<typeof Filing>

export const Filed = v.object({
  /** Of each document that was filed, whether or not that changed anything. */
  documents: v.array(DocumentSummary),
  failed: v.array(v.object({ id: Id, title: v.string(), message: v.string() })),
  /** The person stopped it; what is in `documents` stays filed. */
  cancelled: v.optional(v.boolean()),
})
export type Filed = v.InferOutput<typeof Filed>

/** A copy of a document as it once was; what is counted is what tells one from another. */
export const Backup = v.object({
  name: v.string(),
  savedAt: Time,
  annotations: Offset,
  sources: Offset,
  verdict: v.picklist(VERDICTS),
  /** Whether it holds exactly what the document holds now. */
  current: v.boolean(),
})
export type Backup = v.InferOutput<typeof Backup>

export const SEARCHED = ['title', 'text', 'claim', 'flag', 'comment', 'highlight', 'source'] as const
export const SearchHit = v.object({
  document: Id,
  title: v.string(),
  where: v.picklist(SEARCHED),
  annotation: v.optional(Id),
  /** Of a claim its status, of a flag its reason. */
  detail: v.optional(v.picklist([...CLAIM_STATUSES, ...FLAG_REASONS])),
  start: Offset,
  end: Offset,
  /** Words around the hit; `matches` are ranges in it, UTF-16. */
  snippet: v.string(),
  matches: v.array(v.tuple([Offset, Offset])),
  score: v.number(),
})
export type SearchHit = v.InferOutput<typeof SearchHit>
