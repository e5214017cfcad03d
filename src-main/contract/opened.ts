/** A document opened for work, and what is answered to work on it. */
import * as v from 'valibot'
import { Change, Detection, Document, Review, Time } from './entities'
import { PlacedOutcome, RevisionInfo } from './revisions'

/** The ops of the changes that undo and redo would act on now, and their labels where they have one. */
export const HistoryState = v.object({
  undo: v.optional(v.string()),
  redo: v.optional(v.string()),
  undoLabel: v.optional(v.string()),
  redoLabel: v.optional(v.string()),
})
export type HistoryState = v.InferOutput<typeof HistoryState>

/** A document opened for work. */
export const OpenDocument = v.object({
  document: Document,
  /** Its texts, oldest first, the one in `document` last. */
  revisions: v.array(RevisionInfo),
  review: Review,
  detection: Detection,
  history: HistoryState,
  savedAt: Time,
  /** Why it cannot be changed (a newer file version, a library held by somebody else), in a sentence. */
  readOnly: v.optional(v.string()),
  /** Said once on opening: what had to be repaired. */
  notices: v.array(v.string()),
})
export type OpenDocument = v.InferOutput<typeof OpenDocument>

/**
 * A document opened for work, at once: with `opening` set, `review` holds what is near the place where one reads and
 * `detection` nothing, and `document.rest` gives all of both, part by part.
 */
export type DocumentBeginning = OpenDocument & { opening?: string | undefined }

/** A part of what an opening left out; annotations come in the order of the text. */
export interface DocumentRest extends Pick<Review, 'annotations' | 'replies' | 'decisions'> {
  /** Of the detection, once its parts come. */
  version?: string | undefined
  suggestions: Detection['suggestions']
  sentences: Detection['sentences']
  /** The part to ask for next; left out by the last. */
  next?: number | undefined
}

/** Answer to an edit, given only when the edit is on disk. */
export const Saved = v.object({ change: Change, history: HistoryState, savedAt: Time })
export type Saved = v.InferOutput<typeof Saved>

/** What adding a later text did. */
export const Revised = v.object({
  /** Left out where the file was an export of the document: what it brought was merged. */
  saved: v.optional(Saved),
  /** Number of the text that the document has now. */
  revision: v.number(),
  /** Of every annotation. */
  outcomes: v.array(PlacedOutcome),
  /** What the file had that could not be kept, and what was guessed, in sentences. */
  notices: v.array(v.string()),
})
export type Revised = v.InferOutput<typeof Revised>

/** What taking annotations from a file onto a document did. */
export const NotesTaken = v.object({
  /** Left out where it changed nothing, and where it took more than one change. */
  saved: v.optional(Saved),
  added: v.number(),
  /** Of those added, without a place in the text. */
  orphaned: v.number(),
  /** In sentences. */
  notices: v.array(v.string()),
})
export type NotesTaken = v.InferOutput<typeof NotesTaken>
