import * as v from 'valibot'
import {
  Reading,
  type Annotation,
  type Change,
  type Claim,
  type Patch,
  type Review,
  type Source,
} from '../../contract/entities'
import { textDigest } from '../text/digest'
import { canonical } from './canonical'
import { findConflicts, type Conflict } from './conflicts'
import type { Making } from './context'
import type { History } from './history'
import { isNewer, mergeReviews } from './merge'
import { ontoOurText, type Copy } from './onto-our-text'
import type { Revisable } from './revise'
import { COLLECTIONS, reviewState, toReview, type ReviewState } from './state'

/** A document in memory, with what was done to it. */
export interface Mergeable extends Revisable {
  readonly history: History
}

/** A colleague's copy; what they did is known where a package brings it. */
export interface TheirCopy extends Copy {
  readonly history?: History
}

export interface Merged {
  readonly review: Review
  readonly conflicts: readonly Conflict[]
}

/**
 * A colleague's review taken into ours. Newer versions stand over older ones, with what the other side changed in other
 * fields; of a field that both changed, the reading that does not stand is kept as a reply, for somebody to choose; what
 * somebody answered or cited is not gone because another removed it.
 */
export function merge(live: Mergeable, theirs: TheirCopy, making: Making): Merged {
  const ours = toReview(live.state)
  const placed = ontoOurText(live, { ...theirs, review: withoutRedactions(theirs.review, live.state) }, making)
  const conflicts = findConflicts(live.state, reviewState(placed), { ours: live.history, theirs: theirs.history })
  const merged = withJoined(mergeReviews(ours, placed), conflicts, making)
  const kept = conflicts.flatMap((conflict) => otherReading(conflict, making))
  // A reading that somebody has chosen between is not offered again.
  const { replies: there, removals } = live.state
  const replies = [...merged.replies, ...kept.filter(({ id }) => !there.has(id) && !removals.has(id))]
  return { review: rescued({ ...merged, replies }, [ours, placed], making), conflicts: atOdds(conflicts) }
}

/** The change that leads from a review to another; nothing where they are the same. */
export function changeTo(state: ReviewState, review: Review, op: string, making: Making): Change | undefined {
  const after = reviewState(review)
  const patches = COLLECTIONS.flatMap((collection): Patch[] => {
    const [was, is] = [state[collection], after[collection]] as [Map<string, unknown>, Map<string, unknown>]
    const gone = [...was].filter(([id]) => !is.has(id))
    const put = [...is].filter(([id, entity]) => canonical(entity) !== canonical(was.get(id) ?? null))
    return [
      ...gone.map(([id, before]) => ({ collection, id, before, after: undefined }) as Patch),
      ...put.map(([id, entity]) => ({ collection, id, before: was.get(id), after: entity }) as Patch),
    ]
  })
  if (patches.length === 0) return undefined
  return { id: making.newId(), op, author: making.author, createdAt: making.now, patches }
}

/** A copy that went out without particulars of confidential sources comes back; ours has them still. */
function withoutRedactions(review: Review, ours: ReviewState): Review {
  const redacted = new Set(review.sources.flatMap(({ id, redacted }) => (redacted && ours.sources.has(id) ? [id] : [])))
  if (redacted.size === 0) return review
  const cited = (claim: Claim): Claim => ({
    ...claim,
    citations: claim.citations.map((citation) => {
      const our = ours.annotations.get(claim.id)
      const known = our?.kind === 'claim' ? our.citations.find(({ source }) => source === citation.source) : undefined
      return redacted.has(citation.source) && known?.locator ? { locator: known.locator, ...citation } : citation
    }),
  })
  return {
    ...review,
    sources: review.sources.filter(({ id }) => !redacted.has(id)),
    annotations: review.annotations.map((one) => (one.kind === 'claim' ? cited(one) : one)),
  }
}

/** Conflicts that somebody has to look at. */
const atOdds = (conflicts: readonly Conflict[]) => conflicts.filter(({ fields }) => fields.length > 0)

/** Puts what was joined of two versions in the place of either. */
function withJoined(review: Review, conflicts: readonly Conflict[], { now }: Making): Review {
  const joined = new Map(conflicts.flatMap(({ kept, joined }) => (joined ? [[kept.id, kept] as const] : [])))
  const put = <T extends { id: string; updatedAt: string }>(list: readonly T[]): T[] =>
    list.map((one) => {
      const found = joined.get(one.id) as T | undefined
      if (!found) return one
      const time = Math.max(Date.parse(now), Date.parse(one.updatedAt) + 1)
      return { ...found, updatedAt: new Date(time).toISOString() }
    })
  return {
    ...review,
    annotations: put(review.annotations),
    replies: put(review.replies),
    sources: put(review.sources),
  }
}

/**
 * What the version that does not stand says in the fields that both changed, as a reply. Its id is made from it: merging
 * again does not repeat it.
 */
export function otherReading({ kept, lost, fields }: Conflict, { author, now }: Making): Review['replies'] {
  if (!('anchor' in lost && 'anchor' in kept) || fields.length === 0) return []
  const [stands, says] = [kept, lost] as unknown as Record<string, unknown>[]
  const told = Object.fromEntries(fields.flatMap((name) => (says?.[name] === undefined ? [] : [[name, says[name]]])))
  const reading = v.safeParse(Reading, told)
  if (!reading.success || Object.keys(reading.output).length === 0) return []
  const id = `wording-${textDigest(canonical([lost.id, reading.output])).slice(0, 32)}`
  const body = sentences(reading.output, stands ?? {})
  return [{ id, annotation: lost.id, body, reading: reading.output, author, createdAt: now, updatedAt: now }]
}

function sentences({ note, ...others }: Reading, stands: Record<string, unknown>): string {
  const rest = Object.entries(others).filter(([name]) => name !== 'citations')
  return [
    ...(note?.trim() ? [`Another wording of this note, from a copy that was merged: ${note}`] : []),
    ...(note?.trim() === '' ? ['A copy that was merged has no note here.'] : []),
    ...rest.map(
      ([name, value]) =>
        `A copy that was merged says otherwise: ${name} ${String(value)}, not ${String(stands[name] ?? 'none')}.`,
    ),
  ].join('\n')
}

/** Brings back what one side removed while the other answered or cited it: the newest version that is known. */
function rescued(review: Review, sides: readonly Review[], { now }: Making): Review {
  const later = (id: string) => {
    const removal = review.removals.find((one) => one.id === id)
    const time = removal ? Math.max(Date.parse(now), Date.parse(removal.updatedAt) + 1) : Date.parse(now)
    return new Date(time).toISOString()
  }
  const back = <T extends Annotation | Source>(id: string, lists: readonly (readonly T[])[]): T[] => {
    const found = lists.flatMap((list) => list.filter((one) => one.id === id))
    const best = found.reduce<T | undefined>((best, one) => (!best || isNewer(one, best) ? one : best), undefined)
    return best ? [{ ...best, updatedAt: later(id) }] : []
  }
  const annotations = new Set(review.annotations.map(({ id }) => id))
  const answered = new Set(review.replies.map(({ annotation }) => annotation).filter((id) => !annotations.has(id)))
  const revived = [...answered].flatMap((id) =>
    back(
      id,
      sides.map((side) => side.annotations),
    ),
  )
  const all = [...review.annotations, ...revived]
  const sources = new Set(review.sources.map(({ id }) => id))
  const cited = all.flatMap((one) => (one.kind === 'claim' ? one.citations.map(({ source }) => source) : []))
  const missing = new Set(cited.filter((id) => !sources.has(id)))
  const found = [...missing].flatMap((id) =>
    back(
      id,
      sides.map((side) => side.sources),
    ),
  )
  return { ...review, annotations: all, sources: [...review.sources, ...found] }
}
