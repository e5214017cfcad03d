import * as v from 'valibot'
import { Change, Document, Review, Time } from '../../contract/entities'
import { Revision } from '../../contract/revisions'
import { emptyHistory, History, recorded } from './history'
import { asRevision, withRevision } from './readings'
import { applyChange, emptyReview, reviewState, toReview, type ReviewState } from './state'

/** What can be corrected of a document without touching its text. */
export const Description = v.object({
  title: v.optional(v.string()),
  byline: v.optional(v.string()),
  date: v.optional(v.string()),
  source: v.optional(v.string()),
  language: v.optional(v.string()),
})
export type Description = v.InferOutput<typeof Description>

/** Numbers the entries of one document from 1, so that an entry that a snapshot already holds is known as such. */
const numbered = { number: v.pipe(v.number(), v.integer(), v.minValue(1)), at: Time }

/** One line of a document's journal. `undo` and `redo` carry the patches that were applied, as `do` does. */
export const JournalEntry = v.variant('kind', [
  v.object({ kind: v.literal('do'), ...numbered, change: Change }),
  v.object({ kind: v.literal('undo'), ...numbered, change: Change }),
  v.object({ kind: v.literal('redo'), ...numbered, change: Change }),
  /**
   * Adds a later text, with those between that a colleague's copy had; its change carries the annotations over. Undo and
   * redo of it find the texts in the document.
   */
  v.object({
    kind: v.literal('revise'),
    ...numbered,
    change: Change,
    revision: Revision,
    between: v.optional(v.array(Revision)),
  }),
  v.object({ kind: v.literal('describe'), ...numbered, description: Description }),
  v.object({ kind: v.literal('trash'), ...numbered, trashed: v.boolean() }),
])
export type JournalEntry = v.InferOutput<typeof JournalEntry>
export type NewEntry = JournalEntry extends infer E ? (E extends unknown ? Omit<E, 'number'> : never) : never

/** A document with all that was done to it, as it is stored. */
export const StoredDocument = v.object({
  document: Document,
  /**
   * The other texts, by their numbers: those before the one in `document`, and later ones that were taken back and can
   * be done again.
   */
  earlier: v.optional(v.array(Revision), () => []),
  review: Review,
  history: History,
  trashed: v.boolean(),
  changedAt: Time,
  /** Of the last journal entry that is contained here; 0 for none. */
  number: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type StoredDocument = v.InferOutput<typeof StoredDocument>

/** A stored document in memory; changed in place by `applyEntry` and nothing else. */
export interface LiveDocument extends Omit<StoredDocument, 'review'> {
  readonly state: ReviewState
}

export function newStoredDocument(document: Document, now: string, earlier: readonly Revision[] = []): StoredDocument {
  const review = emptyReview(document.id)
  return { document, earlier: [...earlier], review, history: emptyHistory(), trashed: false, changedAt: now, number: 0 }
}

export function toLive({ review, ...rest }: StoredDocument): LiveDocument {
  return { ...rest, state: reviewState(review) }
}

export function toStored({ state, ...rest }: LiveDocument): StoredDocument {
  return { ...rest, review: toReview(state) }
}

/**
 * Applies a journal entry in place. An entry that is contained already is passed over, so that replaying a journal
 * again, in whole or in part, changes nothing.
 */
export function applyEntry(live: LiveDocument, entry: JournalEntry): void {
  if (entry.number <= live.number) return
  switch (entry.kind) {
    case 'do':
    case 'revise':
      // What was taken back can no longer be done again.
      live.earlier = live.earlier.filter(({ number }) => number < live.document.revision)
      if (entry.kind === 'revise') live.earlier.push(...(entry.between ?? []), entry.revision)
      turnTo(live, entry.change)
      applyChange(live.state, entry.change)
      live.history = recorded(live.history, entry.change)
      break
    case 'undo':
      turnTo(live, entry.change)
      applyChange(live.state, entry.change)
      live.history = { ...live.history, undone: Math.min(live.history.undone + 1, live.history.changes.length) }
      break
    case 'redo':
      turnTo(live, entry.change)
      applyChange(live.state, entry.change)
      live.history = { ...live.history, undone: Math.max(live.history.undone - 1, 0) }
      break
    case 'describe':
      live.document = { ...live.document, ...entry.description }
      break
    case 'trash':
      live.trashed = entry.trashed
      break
  }
  live.number = entry.number
  // Putting a story into a folder is no work on it.
  if (!isFiling(entry)) live.changedAt = entry.at
}

const isFiling = (entry: JournalEntry) =>
  'change' in entry &&
  entry.change.patches.some(({ collection }) => collection === 'labels') &&
  entry.change.patches.every(({ collection }) => collection === 'labels' || collection === 'removals')

/** Makes the text that a change leads to the document's, and keeps the one it had among the others. */
function turnTo(live: LiveDocument, { revision }: Change): void {
  const next = revision && live.earlier.find(({ number }) => number === revision.to)
  if (!next) return
  const others = live.earlier.filter((one) => one !== next)
  live.earlier = [...others, asRevision(live.document)].sort((a, b) => a.number - b.number)
  live.document = withRevision(live.document, next)
}
