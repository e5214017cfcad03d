import type { Author } from '../contract/entities'
import { SOMEBODY } from '../core/importers/noted'
import type { ImportedNotes } from '../core/importers/importer'
import { changeTo, merge, type TheirCopy } from '../core/review/plan-merge'
import { mergeNotes } from '../core/review/merge-notes'
import type { NewReading } from '../core/review/readings'
import { relate } from '../core/review/relate'
import { reviewState, toReview } from '../core/review/state'
import { tellMerge } from '../core/review/tell-merge'
import type { Sessions } from './sessions'

/** A file that somebody worked on with another program: its text as it is now, and what was noted in it. */
export interface WorkedOn {
  readonly name: string
  readonly reading: NewReading
  readonly notes?: ImportedNotes
  /** Who saved it last, where it says so. */
  readonly editor?: Author
}

/**
 * Takes a colleague's copy into a document that is here. A later text that it has becomes a revision; then all that it
 * says is merged as one change that can be undone.
 *
 * @param file the exported file that the copy came in, as it is now
 * @returns what it did, in sentences; none where it had nothing new
 */
export async function takeIn(sessions: Sessions, id: string, theirs: TheirCopy, file?: WorkedOn): Promise<string[]> {
  const told: string[] = []
  const relation = relate(await sessions.live(id), theirs)
  if (relation.kind === 'ahead') {
    const last = relation.later[relation.later.length - 1]
    if (last) {
      const placed = theirs.review.annotations.filter(({ revision }) => revision === theirs.document.revision)
      const ahead = {
        between: relation.later.slice(0, -1),
        annotations: new Map(placed.map((one) => [one.id, one])),
      }
      const { saved } = await sessions.revise(id, last, last.author ?? SOMEBODY, ahead)
      told.push(`A later text came with it and is revision ${saved.change.revision?.to} now.`)
    }
  }
  if (relation.kind === 'apart')
    told.push('It was made on another text; what it says was put where its words stand in this one.')
  if (file) told.push(...(await takeText(sessions, id, theirs, file)))

  let done: string[] = []
  await sessions.change(id, (live, making) => {
    const copy = merge(live, theirs, making)
    const noted = file?.notes
      ? mergeNotes({ ...live, state: reviewState(copy.review) }, file.notes, theirs.review, file.reading.text, making)
      : { review: copy.review, conflicts: [] }
    done = tellMerge(toReview(live.state), noted.review, [...copy.conflicts, ...noted.conflicts])
    return changeTo(live.state, noted.review, 'merge', making)
  })
  // Without a change there is nothing to say of one.
  return [...told, ...done]
}

/** A text that was edited outside becomes a revision where it was edited from the text that is here. */
async function takeText(sessions: Sessions, id: string, theirs: TheirCopy, file: WorkedOn): Promise<string[]> {
  const { document } = await sessions.live(id)
  const { text } = file.reading
  if (text === theirs.document.text || text === document.text) return []
  if (document.text !== theirs.document.text)
    return [
      `The text of ${file.name} was edited from an earlier text than the one here, and was not taken over. Add it as a revision if it is the later one.`,
    ]
  const { saved } = await sessions.revise(id, file.reading, file.editor ?? SOMEBODY)
  return [
    `The text was edited in ${file.name}${file.editor ? ` by ${file.editor.name}` : ''}; as it is there, it is revision ${saved.change.revision?.to} now.`,
  ]
}
