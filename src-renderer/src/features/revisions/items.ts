import type { Annotation, Reply } from '@contract/entities'
import type { Brought, BroughtItem, Hunk, Proposal } from '@contract/revisions'
import { fateOf, wantsLook, wentBack } from '@core/review/later-text'
import type { Range } from '@core/text/model'
import { lowerBound } from '@core/text/offsets'
import type { Proposed } from '../../text/marks'
import { placeAcross } from './crossing'

/** What a later text or a merge gives to look at; the chips over the list. */
export const CONCERNS = ['same', 'moved', 'edited', 'orphaned', 'new', 'readings', 'theirs'] as const
export type Concern = (typeof CONCERNS)[number]

interface Base {
  readonly id: string
  /** Nothing is left to decide about it. */
  readonly settled: boolean
  /** Where it is in the later text, or would be; UTF-16. Items are walked in this order. */
  readonly at: number
}

/** One thing to look at. */
export type Item = Base &
  (
    | {
        readonly concern: 'same' | 'moved' | 'edited' | 'orphaned'
        readonly annotation: Annotation
        /** A claim that lost its status. */
        readonly back: boolean
        /** Where an orphan may belong. */
        readonly proposal?: Proposal | undefined
      }
    | { readonly concern: 'new'; readonly suggestion: Proposed }
    | { readonly concern: 'readings'; readonly annotation: Annotation; readonly reply: Reply }
    | { readonly concern: 'theirs'; readonly brought: BroughtItem; readonly annotation: Annotation | undefined }
  )

export interface ItemsOf {
  /** Number of the text that the document has. */
  readonly revision: number
  /** The comparison with the text before, where that is what is shown. */
  readonly hunks: readonly Hunk[] | undefined
  readonly annotations: readonly Annotation[]
  readonly suggestions: readonly Proposed[]
  readonly replies: Iterable<readonly Reply[]>
  readonly proposals: ReadonlyMap<string, Proposal | undefined>
  readonly brought: Brought | undefined
  /** Ids of what was brought and has been looked at. */
  readonly seen: ReadonlySet<string>
}

/** A suggestion is new when at least this share of its words is. */
const NEW = 0.34

/** Everything there is to look at, in the order of the later text. */
export function itemsOf(what: ItemsOf): Item[] {
  const byId = new Map(what.annotations.map((annotation) => [annotation.id, annotation]))
  const place = (annotation: Annotation | undefined) => (annotation ? placeOf(annotation, what) : 0)
  const later = what.revision > 1 ? what.annotations.flatMap((annotation) => fated(annotation, what)) : []
  const fresh = (what.hunks ? newIn(what.hunks, what.suggestions) : []).map((suggestion): Item => ({
    id: `new:${suggestion.id}`,
    concern: 'new',
    suggestion,
    settled: false,
    at: suggestion.start,
  }))
  const readings = [...what.replies].flat().flatMap((reply): Item[] => {
    const annotation = byId.get(reply.annotation)
    if (!reply.reading || !annotation) return []
    return [
      { id: `reading:${reply.id}`, concern: 'readings', annotation, reply, settled: false, at: place(annotation) },
    ]
  })
  const theirs = (what.brought?.items ?? []).map((brought): Item => {
    const annotation = byId.get(brought.annotation ?? '')
    const settled = what.seen.has(brought.id)
    return { id: `theirs:${brought.id}`, concern: 'theirs', brought, annotation, settled, at: place(annotation) }
  })
  return [...later, ...fresh, ...readings, ...theirs].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

function fated(annotation: Annotation, what: ItemsOf): Item[] {
  const concern = fateOf(annotation, what.revision)
  if (!concern) return []
  return [
    {
      id: annotation.id,
      concern,
      annotation,
      back: wentBack(annotation, what.revision),
      proposal: what.proposals.get(annotation.id),
      settled: !wantsLook(annotation, what.revision),
      at: placeOf(annotation, what),
    },
  ]
}

/** Of an orphan where it may belong or, where nobody knows, where it stood. */
function placeOf({ id, anchor, revision }: Annotation, what: ItemsOf): number {
  if (revision === what.revision) return anchor.start
  return what.proposals.get(id)?.start ?? (what.hunks ? placeAcross(what.hunks, anchor.start) : anchor.start)
}

/** Suggestions about words that were added. */
export function newIn(hunks: readonly Hunk[], suggestions: readonly Proposed[]): Proposed[] {
  const added = hunks.filter(({ kind }) => kind === 'added')
  return suggestions.filter((item) => {
    const share = addedIn(added, item) / Math.max(1, item.end - item.start)
    return share >= NEW
  })
}

/** Code units of a range that lie in what was added. */
function addedIn(added: readonly Hunk[], { start, end }: Range): number {
  let sum = 0
  for (let at = lowerBound(added.length, (index) => (added[index] as Hunk).toEnd > start); at < added.length; at++) {
    const { toStart, toEnd } = added[at] as Hunk
    if (toStart >= end) break
    sum += Math.min(end, toEnd) - Math.max(start, toStart)
  }
  return sum
}

/** What the list shows: what is still to be decided or, with a concern chosen, all that it has. */
export function shownItems(items: readonly Item[], concern: Concern | undefined): readonly Item[] {
  if (concern) return items.filter((item) => item.concern === concern)
  return items.filter((item) => !item.settled)
}

/** The item to go to once one is gone from the list: the next one that is left or, at the end, the last. */
export function afterward(before: readonly Item[], now: readonly Item[], gone: string): Item | undefined {
  const left = new Map(now.map((item) => [item.id, item]))
  const from = before.findIndex(({ id }) => id === gone)
  const next =
    before.slice(from + 1).find(({ id }) => left.has(id)) ??
    before.slice(0, Math.max(0, from)).findLast(({ id }) => left.has(id))
  return next && left.get(next.id)
}
