import type { Author, Patch } from '../../contract/entities'
import { AppError } from '../../contract/result'
import type { ReviewState } from './state'

/** What a command needs from outside: who, when, and new ids; given in, so that planning stays pure. */
export interface Making {
  readonly author: Author
  /** ISO 8601, UTC. */
  readonly now: string
  /** A new id at each call, unique across libraries. */
  newId(): string
}

/** The text that a review is about. */
export interface Subject {
  readonly text: string
  readonly revision: number
}

/** What a planner works with: reads the state, never writes it. */
export interface Planning extends Making {
  readonly state: ReviewState
  readonly subject: Subject
}

type Collection = Patch['collection']
type Entity<K extends Collection> = NonNullable<Extract<Patch, { collection: K }>['after']>

/** A patch that puts `after` in the place of what is there under its id. */
export function put<K extends Collection>({ state }: Planning, collection: K, after: Entity<K>): Patch {
  return { collection, id: after.id, before: state[collection].get(after.id), after } as Patch
}

/** Patches that take an entity away and leave a note that it was taken away, so that a merge does not bring it back. */
export function take<K extends Collection>(planning: Planning, collection: K, id: string): Patch[] {
  const { state, author, now } = planning
  return [
    { collection, id, before: state[collection].get(id), after: undefined } as Patch,
    put(planning, 'removals', { id, author, createdAt: now, updatedAt: now }),
  ]
}

/** @throws AppError `not-found` */
export function get<K extends Collection>({ state }: Planning, collection: K, id: string): Entity<K> {
  const found = state[collection].get(id)
  if (!found)
    throw new AppError(
      'not-found',
      `There is no ${WORDS[collection]} with the id ${id} in this review; it may have been removed.`,
    )
  return found as Entity<K>
}

const WORDS: Record<Collection, string> = {
  annotations: 'annotation',
  replies: 'reply',
  sources: 'source',
  decisions: 'decision',
  verdicts: 'verdict',
  removals: 'removal',
  labels: 'label',
}

/** Fields that were given; `undefined` leaves a field as it was. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
