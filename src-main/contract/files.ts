/** Files that come into the app and go out of it. */
import * as v from 'valibot'
import { Problem } from './result'
import { DocumentSummary } from './summaries'

/** Uint8Array crosses IPC as it is and HTTP as base64 (see wire.ts). */
export const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Bytes are a Uint8Array.')

/** A file handed in by its bytes (drop, upload, paste) or, from a shell that may, by its path. */
export const ImportFile = v.object({ name: v.string(), bytes: v.optional(Bytes), path: v.optional(v.string()) })
export type ImportFile = v.InferOutput<typeof ImportFile>

export const Imported = v.object({
  fileName: v.string(),
  /** Set where it went well. */
  document: v.optional(DocumentSummary),
  /** Set where the library already had it; nothing was added, `document` is the one that was there. */
  duplicate: v.optional(v.boolean()),
  /** Set where the file carried a review of `document`, which was there, and what it says was taken in. */
  merged: v.optional(v.boolean()),
  /** What came with the file besides its text, in sentences: comments, a later text, what was decided on two ways. */
  notices: v.optional(v.array(v.string())),
  error: v.optional(Problem),
})
export type Imported = v.InferOutput<typeof Imported>

export const EXPORT_FORMATS = [
  'html',
  'docx',
  'pdf',
  'md',
  'jsonld',
  'xlsx',
  'csv',
  'txt',
  'brat',
  'tei',
  'hypothesis',
  'claimreview',
] as const
export const ExportFormat = v.picklist(EXPORT_FORMATS)
export type ExportFormat = v.InferOutput<typeof ExportFormat>

/** A file made by an export. A shell with a save dialog writes it and gives the path; others hand out the bytes. */
export const Exported = v.object({
  fileName: v.string(),
  mediaType: v.string(),
  bytes: v.optional(Bytes),
  savedTo: v.optional(v.string()),
  /** The person closed the dialog. */
  cancelled: v.optional(v.boolean()),
  /** What this format cannot carry, in sentences. */
  losses: v.array(v.string()),
})
export type Exported = v.InferOutput<typeof Exported>
