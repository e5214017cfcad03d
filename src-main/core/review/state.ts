import type { Change, Patch, Review } from '../../contract/entities'

type Entities<K extends Patch['collection']> = Map<string, NonNullable<Extract<Patch, { collection: K }>['after']>>

/** A review in memory: one map for each collection, by id, in the order things were made. */
export interface ReviewState {
  readonly document: string
  readonly annotations: Entities<'annotations'>
  readonly replies: Entities<'replies'>
  readonly sources: Entities<'sources'>
  readonly decisions: Entities<'decisions'>
  readonly verdicts: Entities<'verdicts'>
  readonly removals: Entities<'removals'>
  readonly labels: Entities<'labels'>
}

export const COLLECTIONS = ['annotations', 'replies', 'sources', 'decisions', 'verdicts', 'removals', 'labels'] as const

export function emptyReview(document: string): Review {
  return { document, annotations: [], replies: [], sources: [], decisions: [], verdicts: [], removals: [] }
}

export function reviewState(review: Review): ReviewState {
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((entity) => [entity.id, entity]))
  return {
    document: review.document,
    annotations: byId(review.annotations),
    replies: byId(review.replies),
    sources: byId(review.sources),
    decisions: byId(review.decisions),
    verdicts: byId(review.verdicts),
    removals: byId(review.removals),
    labels: byId(review.labels ?? []),
  }
}

export function toReview(state: ReviewState): Review {
  return {
    document: state.document,
    annotations: [...state.annotations.values()],
    replies: [...state.replies.values()],
    sources: [...state.sources.values()],
    decisions: [...state.decisions.values()],
    verdicts: [...state.verdicts.values()],
    removals: [...state.removals.values()],
    ...(state.labels.size > 0 && { labels: [...state.labels.values()] }),
  }
}

/**
 * Applies a change in place: its cost is that of the change, whatever the size of the review. Applying the same change
 * twice does what applying it once does.
 */
export function applyChange(state: ReviewState, change: Pick<Change, 'patches'>): void {
  for (const patch of change.patches) {
    const collection = state[patch.collection] as Map<string, unknown>
    if (patch.after === undefined) collection.delete(patch.id)
    else collection.set(patch.id, patch.after)
  }
}

/** The patches that take a change back, last first. */
export function invert(patches: readonly Patch[]): Patch[] {
  return patches.map((patch) => ({ ...patch, before: patch.after, after: patch.before }) as Patch).reverse()
}

/** A deep copy by value, for those who must compare or keep a state. */
export function cloneState(state: ReviewState): ReviewState {
  const copy = { ...state }
  for (const name of COLLECTIONS) Object.assign(copy, { [name]: new Map(state[name] as Map<string, unknown>) })
  return copy
}
