/** What is asked for when documents are handed on, and what is told of it before and after. */
import * as v from 'valibot'
import { BLOCK_KINDS, Id, Offset } from './entities'
import { EXPORT_FORMATS, Exported } from './files'
import { Problem } from './result'
import { ANNOTATION_KINDS, EXPORT_PROFILES } from './taxonomies'

/** What documents are handed on as: the formats of one document each, and the package, which holds any number. */
export const OUT_FORMATS = [...EXPORT_FORMATS, 'package'] as const
export const OutFormat = v.picklist(OUT_FORMATS)
export type OutFormat = v.InferOutput<typeof OutFormat>

/** The format, and what of the review goes into it. */
export const ExportChoice = v.object({
  format: OutFormat,
  /** Whether sources marked confidential are named. */
  confidential: v.optional(v.boolean()),
  profile: v.optional(v.picklist(EXPORT_PROFILES)),
  /** Ids of the authors whose work goes into it; everybody’s when left out. */
  reviewers: v.optional(v.array(Id)),
  kinds: v.optional(v.array(v.picklist(ANNOTATION_KINDS))),
})
export type ExportChoice = v.InferOutput<typeof ExportChoice>

/** A document that could not be exported, or not be read for it. */
const Failed = v.object({ document: Id, title: v.string(), error: Problem })
export type FailedExport = v.InferOutput<typeof Failed>

/** What a choice puts into the files, counted over the documents. */
export const ExportCount = v.object({
  /** How many documents were counted: of very many, the first ones. */
  documents: Offset,
  annotations: v.object({ highlight: Offset, claim: Offset, flag: Offset, comment: Offset }),
  replies: Offset,
  sources: Offset,
  /** Sources among them that are marked confidential. */
  confidential: Offset,
  /** Annotations among them without a place in the text. */
  adrift: Offset,
  /** Everybody who has said something in these documents, whoever is chosen. */
  reviewers: v.array(v.object({ id: Id, name: v.string(), annotations: Offset })),
  failed: v.array(Failed),
})
export type ExportCount = v.InferOutput<typeof ExportCount>

/** What the beginning of a file looks like; text and numbers alone, never markup. */
export const ExportBeginning = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string(), whole: v.boolean() }),
  v.object({
    kind: v.literal('page'),
    whole: v.boolean(),
    blocks: v.array(
      v.object({
        kind: v.picklist(BLOCK_KINDS),
        pieces: v.array(
          v.object({
            text: v.string(),
            marks: v.array(v.picklist(ANNOTATION_KINDS)),
            /** Whether it is taken out of the story. */
            cut: v.boolean(),
            /** Numbers of the notes whose words end here. */
            notes: v.array(Offset),
          }),
        ),
      }),
    ),
    notes: v.array(v.object({ number: Offset, kind: v.picklist(ANNOTATION_KINDS), words: v.string() })),
  }),
  v.object({ kind: v.literal('table'), rows: v.array(v.array(v.string())), whole: v.boolean() }),
  v.object({ kind: v.literal('files'), files: v.array(v.object({ name: v.string(), bytes: Offset })) }),
])
export type ExportBeginning = v.InferOutput<typeof ExportBeginning>

/** A file before it is handed out. */
export const ExportPreview = v.object({
  fileName: v.string(),
  bytes: Offset,
  /** What this format cannot carry of this document, in sentences. */
  losses: v.array(v.string()),
  beginning: ExportBeginning,
})
export type ExportPreview = v.InferOutput<typeof ExportPreview>

/** What became of an export of several documents. */
export const ExportedMany = v.object({
  /** Documents that are in the files. */
  done: Offset,
  /** One archive, or a file of each document. */
  files: v.array(Exported),
  failed: v.array(Failed),
  /** What was lost on the way, each sentence once, with the number of documents that it holds for. */
  losses: v.array(v.object({ words: v.string(), documents: Offset })),
  /** The folder that the files are in, where they are in one. */
  folder: v.optional(v.string()),
  /** The person ended it, or closed the dialog that asks where to. Files that are there are whole. */
  stopped: v.optional(v.boolean()),
})
export type ExportedMany = v.InferOutput<typeof ExportedMany>
