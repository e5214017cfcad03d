import type { Review } from '../../contract/entities'
import type { ImportedNotes } from '../importers/importer'
import { canonical } from './canonical'
import type { Conflict } from './conflicts'
import type { Making } from './context'
import { isGone } from './merge'
import { newestVerdicts } from './newest-verdicts'
import { ontoOurText } from './onto-our-text'
import { otherReading, type Merged } from './plan-merge'
import type { Revisable } from './revise'
import { emptyReview, reviewState, toReview } from './state'
import { joinFields, said, type Joined, type Shared } from './three-way'

type Collection = Conflict['collection']

/** Of a file's text where it is not the document's; no document has it. */
const FILE_REVISION = -1

/**
 * What somebody noted in an exported file with another program, taken into the review: new notes are added where they
 * stand, and what was changed since the export is changed here, field by field, where we did not change it ourselves.
 * Other programs keep no times of changes, so a field that both changed stays ours, and their wording becomes a reply.
 *
 * @param base the review that the file was exported with
 * @param text the text that the notes' anchors count in
 */
export function mergeNotes(
  live: Revisable,
  notes: ImportedNotes,
  base: Review | undefined,
  text: string,
  making: Making,
): Merged {
  const conflicts: Conflict[] = []
  const exported = base && reviewState(base)
  const merged = <T extends Shared>(collection: Collection, theirs: readonly T[]): { changed: T[]; added: T[] } => {
    const changed: T[] = []
    const added: T[] = []
    for (const their of theirs) {
      const our = live.state[collection].get(their.id) as T | undefined
      const was = exported?.[collection].get(their.id) as T | undefined
      if (our) {
        const { result, clashes } = joinFields<Shared>(our, was ?? our, their) as Joined<T>
        if (clashes.length > 0) conflicts.push({ collection, kept: result, lost: their, fields: clashes })
        if (result !== our) changed.push({ ...result, updatedAt: making.now })
      } else {
        // What was removed here comes back only with something new said about it.
        const removal = live.state.removals.get(their.id)
        const isNews = !was || canonical(said(was)) !== canonical(said(their))
        if (!isGone(their, removal)) added.push(their)
        else if (isNews) added.push({ ...their, updatedAt: making.now })
      }
    }
    return { changed, added }
  }
  const annotations = merged('annotations', notes.annotations)
  const replies = merged('replies', notes.replies)
  const sources = merged('sources', notes.sources)

  const revision = text === live.document.text ? live.document.revision : FILE_REVISION
  const document = { ...live.document, text, revision }
  const news = annotations.added.map((one) => ({ ...one, revision }))
  const placed = ontoOurText(
    live,
    { document, earlier: [], review: { ...emptyReview(document.id), annotations: news, replies: replies.added } },
    making,
  )
  const ours = toReview(live.state)
  const kept = conflicts.flatMap((conflict) => otherReading(conflict, making))
  return {
    conflicts,
    review: {
      ...ours,
      annotations: [...replaced(ours.annotations, annotations.changed), ...placed.annotations],
      replies: [
        ...replaced(ours.replies, replies.changed),
        ...placed.replies,
        ...kept.filter(({ id }) => !live.state.replies.has(id)),
      ],
      sources: [...replaced(ours.sources, sources.changed), ...sources.added],
      verdicts: newestVerdicts(ours.verdicts, notes.verdicts ?? []),
    },
  }
}

function replaced<T extends { id: string }>(all: readonly T[], changed: readonly T[]): T[] {
  const byId = new Map(changed.map((one) => [one.id, one]))
  return all.map((one) => byId.get(one.id) ?? one)
}
