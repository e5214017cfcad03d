import type { Anchor, Annotation, Reply, Review } from '../../contract/entities'
import { findSpots, type SpotFound } from '../anchoring/spots'
import type { ForeignNote, ForeignNotes, ForeignTarget } from '../importers/annotations-note'
import { noteId, notedRange } from '../importers/noted'
import type { Range } from '../text/model'
import { anchorAt } from '../text/selectors'
import { carry } from './carry'
import type { Making, Planning } from './context'
import { isGone } from './merge'
import type { Revisable } from './revise'
import { toReview } from './state'

/** Of a text that the document does not have: an annotation of this revision is an orphan that only its quote places. */
const UNKNOWN_REVISION = 0
/** Answers to answers. */
const LONGEST_THREAD = 1_000

/** What taking others' annotations in did to a review. */
export interface TakenNotes {
  readonly review: Review
  readonly added: readonly Annotation[]
  readonly replies: number
  /** Notes that were here and that their program has in a later version. */
  readonly changed: number
  /** Of those added: on words that were changed, without a place, on the whole story. */
  readonly edited: number
  readonly orphaned: number
  readonly onTheWhole: number
  /** Left out because they are about other pages of which nothing is in this text. */
  readonly elsewhere: number
  /** Left out because somebody removed them here. */
  readonly removed: number
}

/** One target of a note, with the place that it has in the text. */
interface Placed {
  readonly note: ForeignNote
  readonly id: string
  readonly target: ForeignTarget
  readonly found: SpotFound | undefined
}

/**
 * Others' annotations put onto a document. Each is known by its id, so that the same file taken twice adds nothing; a
 * later version of a note stands over an earlier one, and what was removed here stays away. Rather without a place than
 * on the wrong words.
 */
export function takeNotes(live: Revisable, foreign: ForeignNotes, making: Making): TakenNotes {
  const { document, state } = live
  const planning: Planning = { ...making, state, subject: document }
  const kept = ofThisStory(placesOf(foreign, document.text))
  const ours = toReview(state)
  const annotations = new Map(state.annotations)
  const replies = new Map(state.replies)
  const counts = { edited: 0, orphaned: 0, onTheWhole: 0, changed: 0, removed: 0 }
  const added: Annotation[] = []

  // Whoever took a whole file back and takes it in again wants it; one note removed among others stays away.
  const isTakenBack = kept.here.every(({ id }) => state.removals.has(id) && !state.annotations.has(id))
  const isRemoved = ({ id, updatedAt }: Pick<Annotation, 'id' | 'updatedAt'>) => {
    if (isTakenBack) return false
    const removal = state.removals.get(id)
    return removal !== undefined && (isGone({ updatedAt }, removal) || updatedAt === making.now)
  }

  function timesOfNew(note: ForeignNote, id: string) {
    const times = timesOf(note, making)
    const removal = isTakenBack ? state.removals.get(id) : undefined
    if (!removal) return times
    const back = Math.max(Date.parse(making.now), Date.parse(removal.updatedAt) + 1)
    return { ...times, updatedAt: new Date(back).toISOString() }
  }

  function add(placed: Placed): void {
    const { note, id, target, found } = placed
    const known = annotations.get(id)
    const times = timesOfNew(note, id)
    if (known) {
      const newer = state.annotations.has(id) && laterVersion(known, note)
      if (newer) {
        annotations.set(id, newer)
        counts.changed++
      }
      return
    }
    if (isRemoved({ id, ...times })) {
      counts.removed++
      return
    }
    const base = { id, revision: document.revision, note: note.words, author: note.author, ...times, ...note.fields }
    const range = target.pointing ? found : wholeOf(live)
    if (!target.pointing) counts.onTheWhole++
    const patches =
      found?.outcome === 'edited'
        ? carry(planning, { ...base, anchor: quoteOf(target), revision: UNKNOWN_REVISION } as Annotation, found)
        : []
    if (patches.length > 0) counts.edited++
    else if (!range) counts.orphaned++
    let made = {
      ...base,
      anchor: range ? anchorAt(document.text, range.start, range.end) : quoteOf(target),
      ...(!range && { revision: UNKNOWN_REVISION }),
    } as Annotation
    for (const patch of patches) {
      if (patch.collection === 'annotations' && patch.after) made = patch.after
      if (patch.collection === 'replies' && patch.after) replies.set(patch.id, patch.after)
    }
    annotations.set(id, made)
    added.push(made)
  }

  for (const placed of kept.here) add(placed)
  const rootOf = threadRoots(foreign.notes)
  const left = new Set(kept.elsewhere.map(({ note }) => note.id))
  for (const note of foreign.notes) {
    if (note.answers === undefined) continue
    const root = rootOf(note)
    const known = replies.get(note.id)
    const times = timesOfNew(note, note.id)
    if (known) {
      if (note.updatedAt && Date.parse(note.updatedAt) > Date.parse(known.updatedAt)) {
        replies.set(note.id, { ...known, body: note.words, updatedAt: note.updatedAt })
        counts.changed++
      }
    } else if (isRemoved({ id: note.id, ...times }) || (state.removals.has(root) && !isTakenBack)) counts.removed++
    else if (annotations.has(root)) replies.set(note.id, replyOf(note, root, times))
    else if (!left.has(root)) add({ note, id: note.id, target: { page: '' }, found: undefined })
  }
  const fresh = [...replies.keys()].filter((id) => !state.replies.has(id)).length
  return {
    review: { ...ours, annotations: [...annotations.values()], replies: [...replies.values()] },
    added,
    replies: fresh,
    ...counts,
    elsewhere: kept.elsewhere.length,
  }
}

function placesOf({ notes, unit }: ForeignNotes, text: string): Placed[] {
  const all = notes
    .filter(({ answers }) => answers === undefined)
    .flatMap((note) => {
      const targets = note.targets.length ? note.targets : [{ page: '' }]
      return targets.map((target, index) => ({
        note,
        target,
        id: index === 0 ? note.id : noteId('target', note.id, String(index)),
      }))
    })
  const pointing = all.flatMap(({ target }) => (target.pointing ? [target.pointing] : []))
  const found = findSpots(pointing, text, unit)
  let next = 0
  return all.map((one) => ({ ...one, found: one.target.pointing ? found[next++] : undefined }))
}

/** Of a file about many pages, what is about those that this text has something of. */
function ofThisStory(placed: readonly Placed[]): { here: readonly Placed[]; elsewhere: readonly Placed[] } {
  const pages = new Set(placed.map(({ target }) => target.page))
  if (pages.size <= 1) return { here: placed, elsewhere: [] }
  const known = new Set(placed.flatMap(({ target, found }) => (found ? [target.page] : [])))
  return {
    here: placed.filter(({ target }) => known.has(target.page)),
    elsewhere: placed.filter(({ target }) => !known.has(target.page)),
  }
}

/** Where a note on the whole stands: the headline, or what comes first. */
function wholeOf({ document: { text, blocks } }: Revisable): Range | undefined {
  const first = blocks.find(({ kind }) => kind === 'heading') ?? blocks[0]
  return notedRange(text, first?.start ?? 0, first?.end ?? text.length)
}

/** What an orphan says of its place. */
function quoteOf({ pointing }: ForeignTarget): Anchor {
  const spot = pointing?.spots.find(({ quote }) => quote) ?? pointing?.spots[0]
  const { exact, prefix, suffix } = spot?.quote ?? { exact: '', prefix: '', suffix: '' }
  const start = Math.min(spot?.position?.start ?? 0, 1e9)
  return { start, end: start + exact.length, exact, prefix, suffix }
}

function timesOf({ createdAt, updatedAt }: ForeignNote, { now }: Making) {
  return { createdAt: createdAt ?? updatedAt ?? now, updatedAt: updatedAt ?? createdAt ?? now }
}

/** The note as its program has it now, where that is later than what is here. Its place and its citations stay. */
function laterVersion(known: Annotation, { words, fields, updatedAt }: ForeignNote): Annotation | undefined {
  if (!updatedAt || Date.parse(updatedAt) <= Date.parse(known.updatedAt)) return undefined
  const said = { ...known, note: words, updatedAt }
  if (known.kind !== fields.kind) return said
  const citations = known.kind === 'claim' ? { citations: known.citations } : {}
  return { ...said, ...fields, ...citations } as Annotation
}

function replyOf(
  { id, words, author }: ForeignNote,
  annotation: string,
  times: Pick<Reply, 'createdAt' | 'updatedAt'>,
) {
  return { id, annotation, body: words, author, ...times }
}

/** The note that a thread began with, by any of its answers. */
function threadRoots(notes: readonly ForeignNote[]): (note: ForeignNote) => string {
  const parents = new Map(notes.flatMap(({ id, answers }) => (answers === undefined ? [] : [[id, answers]])))
  return (note) => {
    let root = note.answers ?? note.id
    for (let steps = 0; steps < LONGEST_THREAD; steps++) {
      const above = parents.get(root)
      if (above === undefined) return root
      root = above
    }
    return root
  }
}
