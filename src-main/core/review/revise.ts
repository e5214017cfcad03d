import type { Annotation, Change, Patch } from '../../contract/entities'
import type { Orphan, PlacedOutcome, Revision } from '../../contract/revisions'
import { reanchor, type Placement } from '../anchoring/reanchor'
import { carry } from './carry'
import { put, type Making, type Planning } from './context'
import { revisionOf, type NewReading, type Readings } from './readings'
import type { ReviewState } from './state'

/** A document in memory: its texts and its review. */
export interface Revisable extends Readings {
  readonly state: ReviewState
}

export interface PlannedRevision {
  readonly change: Change
  readonly revision: Revision
  readonly between: readonly Revision[]
  readonly outcomes: readonly PlacedOutcome[]
}

/** What a colleague's copy, which has the later text already, knows of the way there. */
export interface Ahead {
  /** The texts between ours and theirs, oldest first. */
  readonly between: readonly Revision[]
  /** Their annotations on the later text, by id. */
  readonly annotations: ReadonlyMap<string, Annotation>
}

/**
 * What adding a later text would change: every annotation is found again on it, or stays behind as an orphan with all
 * it says. Orphans of earlier revisions are looked for again. Pure; nothing is changed here.
 */
export function planRevision(live: Revisable, reading: NewReading, making: Making, ahead?: Ahead): PlannedRevision {
  const { document, state } = live
  const number = document.revision + 1 + (ahead?.between.length ?? 0)
  const planning: Planning = { ...making, state, subject: { text: reading.text, revision: number } }
  const patches: Patch[] = []
  const outcomes: PlacedOutcome[] = []
  for (const [annotation, placement] of findAgain(live, [...state.annotations.values()], reading.text)) {
    outcomes.push({ id: annotation.id, ...placement })
    const theirs = ahead?.annotations.get(annotation.id)
    // Where a colleague's copy brought it there, and ours has nothing newer to say, it is there already.
    if (theirs && Date.parse(theirs.updatedAt) >= Date.parse(annotation.updatedAt))
      patches.push(put(planning, 'annotations', { ...theirs, revision: number }))
    else if (placement.outcome !== 'orphaned') patches.push(...carry(planning, annotation, placement))
  }
  const { author, now, newId } = making
  return {
    change: {
      id: newId(),
      op: 'revise',
      author,
      createdAt: now,
      patches,
      revision: { from: document.revision, to: number },
    },
    revision: { ...reading, number, createdAt: now, author },
    between: (ahead?.between ?? []).map((one, index) => ({ ...one, number: document.revision + 1 + index })),
    outcomes,
  }
}

/** The annotations that have no place in the document's text, each with one to propose where there is one. */
export function orphansOf(live: Revisable): Orphan[] {
  const { document, state } = live
  const behind = [...state.annotations.values()].filter(({ revision }) => revision !== document.revision)
  return findAgain(live, behind, document.text).map(([{ id }, found]) => {
    if (found.outcome === 'orphaned') return { id, proposal: found.proposal }
    const { start, end, score } = found
    return { id, proposal: { start, end, score } }
  })
}

/** Where annotations stand on another text, each looked for from the text that it was made on. In the order given. */
export function findAgain(
  readings: Readings,
  annotations: readonly Annotation[],
  to: string,
): [Annotation, Placement][] {
  const placements = new Map<string, Placement>()
  for (const number of new Set(annotations.map(({ revision }) => revision))) {
    const group = annotations.filter(({ revision }) => revision === number)
    const found = reanchor(
      group.map(({ anchor }) => anchor),
      revisionOf(readings, number)?.text,
      to,
    )
    group.forEach(({ id }, index) => placements.set(id, found[index] as Placement))
  }
  return annotations.map((annotation) => [annotation, placements.get(annotation.id) as Placement])
}
