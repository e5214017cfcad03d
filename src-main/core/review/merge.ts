import type { Review, Removal } from '../../contract/entities'
import { canonical } from './canonical'

interface Entity {
  readonly id: string
  readonly createdAt: string
  readonly updatedAt: string
}

/**
 * Two reviews of the same text as one. Of each entity the version that was changed last stands; what was taken away stays
 * away, unless somebody changed it after that; nothing else goes. A reviewer has one verdict.
 *
 * Commutative, associative and idempotent, so that it does not matter who merges with whom first, or how often: each
 * entity goes through a maximum in a total order that begins with the time, and is hidden by a removal of the same time
 * or later.
 *
 * @see https://inria.hal.science/inria-00555588 M. Shapiro et al., state-based replicated data types, sections 3.2 and 3.3
 */
export function mergeReviews(one: Review, other: Review): Review {
  const removals = newest([...one.removals, ...other.removals])
  const gone = new Map(removals.map((removal) => [removal.id, removal]))
  const merged = <T extends Entity>(mine: readonly T[], theirs: readonly T[]) =>
    newest([...mine, ...theirs]).filter((entity) => !isGone(entity, gone.get(entity.id)))
  const labels = merged(one.labels ?? [], other.labels ?? [])
  return {
    document: one.document,
    annotations: merged(one.annotations, other.annotations),
    replies: merged(one.replies, other.replies),
    sources: merged(one.sources, other.sources),
    decisions: merged(one.decisions, other.decisions),
    verdicts: newest([...one.verdicts, ...other.verdicts], ({ author }) => author.id),
    removals,
    ...(labels.length > 0 && { labels }),
  }
}

/** Whether a removal came after the last change of an entity, or with it. */
export function isGone(entity: Pick<Entity, 'updatedAt'>, removal: Removal | undefined): boolean {
  return removal !== undefined && Date.parse(removal.updatedAt) >= Date.parse(entity.updatedAt)
}

/** The version that stands, of each; in the order they were made. */
function newest<T extends Entity>(entities: readonly T[], keyOf: (entity: T) => string = ({ id }) => id): T[] {
  const best = new Map<string, T>()
  for (const entity of entities) {
    const known = best.get(keyOf(entity))
    if (!known || isNewer(entity, known)) best.set(keyOf(entity), entity)
  }
  return [...best.values()].sort(
    (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

/** Whether a version stands over another. Versions of one time are ordered by what they hold, the same everywhere. */
export function isNewer(one: Entity, other: Entity): boolean {
  if (one === other) return false
  const byTime = Date.parse(one.updatedAt) - Date.parse(other.updatedAt)
  if (byTime !== 0) return byTime > 0
  const [mine, theirs] = [one as Partial<Versioned>, other as Partial<Versioned>]
  if (Boolean(mine.redacted) !== Boolean(theirs.redacted)) return !mine.redacted
  const byRevision = (mine.revision ?? 0) - (theirs.revision ?? 0)
  if (byRevision !== 0) return byRevision > 0
  // Copies that went out hold less, never more: of two that say the same time, the one that says more is the whole one.
  const [a, b] = [canonical(one), canonical(other)]
  return a.length !== b.length ? a.length > b.length : a > b
}

interface Versioned {
  readonly revision: number
  readonly redacted: boolean
}
