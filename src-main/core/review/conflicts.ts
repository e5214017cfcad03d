import { canonical } from './canonical'
import type { History } from './history'
import { isNewer } from './merge'
import type { ReviewState } from './state'
import { differing, joinFields, type Shared } from './three-way'

const SHARED = ['annotations', 'replies', 'sources'] as const

/** Something that two people changed, each without knowing of the other's change. */
export interface Conflict {
  readonly collection: (typeof SHARED)[number]
  /** The version that stands, with what the other side changed besides. */
  readonly kept: Shared
  /** Set where it holds something that neither side had so: it is a version of its own. */
  readonly joined?: boolean
  readonly lost: Shared
  /** Fields that both changed, and not to the same. None where the two changes do not touch. */
  readonly fields: readonly string[]
}

/**
 * What was changed on both sides. A version that the other side knew and went on from, or that nobody ever changed, is
 * not in conflict with what came of it. Where both histories know the version that the two came from, changes of
 * different fields are joined, and only fields that both changed are at odds.
 *
 * @param histories what each side did, as far as it is known
 */
export function findConflicts(
  ours: ReviewState,
  theirs: ReviewState,
  histories: { readonly ours: History; readonly theirs?: History | undefined },
): Conflict[] {
  const [known, knownToThem] = [versions(histories.ours), versions(histories.theirs)]
  return SHARED.flatMap((collection) =>
    [...(theirs[collection] as Map<string, Shared>).values()].flatMap((their): Conflict[] => {
      const our = (ours[collection] as Map<string, Shared>).get(their.id)
      if (!our || said(our) === said(their)) return []
      const theirsStands = isNewer(their, our)
      const [kept, lost, seen] = theirsStands ? [their, our, knownToThem] : [our, their, known]
      const isOld = lost.updatedAt === lost.createdAt || seen.get(lost.id)?.has(said(lost))
      if (isOld) return []
      const base = commonTo(known.get(our.id), knownToThem.get(our.id))
      if (!base) return [{ collection, kept, lost, fields: differing(kept, lost) }]
      const { result, clashes } = joinFields(kept, base, lost)
      if (result === kept && clashes.length === 0) return []
      return [{ collection, kept: result, joined: result !== kept, lost, fields: clashes }]
    }),
  )
}

/** Versions of one thing by what they say, in the order of their making. */
type Versions = Map<string, Shared>

/** Everything that entities said at some time, what was taken back among it. */
function versions(history: History | undefined): Map<string, Versions> {
  const known = new Map<string, Versions>()
  for (const { patches } of history?.changes ?? [])
    for (const { before, after } of patches as { before?: Shared; after?: Shared }[])
      for (const entity of [before, after]) {
        if (!entity) continue
        const of = known.get(entity.id) ?? new Map<string, Shared>()
        known.set(entity.id, of.set(said(entity), entity))
      }
  return known
}

/** The last version that both sides knew. */
function commonTo(ours: Versions | undefined, theirs: Versions | undefined): Shared | undefined {
  return [...(ours ?? [])].findLast(([saying]) => theirs?.has(saying))?.[1]
}

/** What an entity says, apart from where it stands and when it was said. */
function said(entity: Shared): string {
  return canonical({ ...entity, anchor: null, revision: null, placing: null, seenIn: null, updatedAt: null })
}
