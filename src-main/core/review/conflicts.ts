import type { Patch } from '../../contract/entities'
import { canonical } from './canonical'
import type { History } from './history'
import { isNewer } from './merge'
import type { ReviewState } from './state'

const SHARED = ['annotations', 'replies', 'sources'] as const
type Shared = (typeof SHARED)[number]
type Entity = NonNullable<Extract<Patch, { collection: Shared }>['after']>

/** Something that two people changed, each without knowing of the other's change. */
export interface Conflict {
  readonly collection: Shared
  readonly kept: Entity
  readonly lost: Entity
}

/**
 * What was changed on both sides. A version that the other side knew and went on from, or that nobody ever changed, is
 * not in conflict with what came of it.
 *
 * @param histories what each side did, as far as it is known
 */
export function findConflicts(
  ours: ReviewState,
  theirs: ReviewState,
  histories: { readonly ours: History; readonly theirs?: History },
): Conflict[] {
  const [known, knownToThem] = [versions(histories.ours), versions(histories.theirs)]
  return SHARED.flatMap((collection) =>
    [...(theirs[collection] as Map<string, Entity>).values()].flatMap((their) => {
      const our = (ours[collection] as Map<string, Entity>).get(their.id)
      if (!our || said(our) === said(their)) return []
      const theirsStands = isNewer(their, our)
      const [kept, lost, seen] = theirsStands ? [their, our, knownToThem] : [our, their, known]
      const isOld = lost.updatedAt === lost.createdAt || seen.has(`${lost.id} ${said(lost)}`)
      return isOld ? [] : [{ collection, kept, lost }]
    }),
  )
}

/** Everything that entities said at some time, what was taken back among it. */
function versions(history: History | undefined): Set<string> {
  const known = new Set<string>()
  for (const { patches } of history?.changes ?? [])
    for (const { before, after } of patches as { before?: Entity; after?: Entity }[])
      for (const entity of [before, after]) if (entity) known.add(`${entity.id} ${said(entity)}`)
  return known
}

/** What an entity says, apart from where it stands and when it was said. */
function said(entity: Entity): string {
  return canonical({ ...entity, anchor: null, revision: null, placing: null, seenIn: null, updatedAt: null })
}
