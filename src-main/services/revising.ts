import type { ImportFile, Revised } from '../contract/api'
import type { ToldChange } from '../contract/history'
import type { Brought, Hunk, Orphan, PlacedOutcome, Revision, RevisionInfo } from '../contract/revisions'
import { AppError } from '../contract/result'
import { wordDiff } from '../core/anchoring/diff'
import type { SavedReview } from '../core/exporters/save-file'
import { importedReading } from '../core/importers/document'
import type { ImportedText } from '../core/importers/importer'
import { broughtBy } from '../core/review/brought'
import { orphansOf } from '../core/review/revise'
import { fateOf } from '../core/review/later-text'
import { mergeNotes } from '../core/review/merge-notes'
import { changeTo } from '../core/review/plan-merge'
import { revisionInfos, revisionOf } from '../core/review/readings'
import { toReview } from '../core/review/state'
import { tellHistory } from '../core/review/tell-history'
import { tellMerge } from '../core/review/tell-merge'
import type { Ports, WorkContext } from './ports'
import type { Sessions } from './sessions'
import { takeIn, type WorkedOn } from './taking-in'

/** Later texts of a document: adding one, and looking at what changed. */
export interface Revising {
  /**
   * Adds a later text, with what was noted in its file; an export of the document is merged.
   *
   * @throws AppError `duplicate` when the file has nothing that is not here already
   */
  revise(id: string, file: ImportFile, context: WorkContext): Promise<Revised>
  /** @throws AppError `not-found` */
  revision(id: string, number: number): Promise<Revision>
  revisions(id: string): Promise<{ revisions: RevisionInfo[]; brought?: Brought | undefined }>
  compare(id: string, from: number, to: number): Promise<Hunk[]>
  orphans(id: string): Promise<Orphan[]>
  history(id: string): Promise<ToldChange[]>
}

export function createRevising(
  { store, workers, clock, hash }: Ports,
  sessions: Sessions,
  bytesOf: (file: ImportFile) => Promise<Uint8Array>,
): Revising {
  /** The comparison that was made last. */
  let last: { before: string; after: string; hunks: Hunk[] } | undefined

  async function revision(id: string, number: number): Promise<Revision> {
    const found = revisionOf(await sessions.live(id), number)
    if (!found) throw new AppError('not-found', `This document has no revision ${number}.`)
    return found
  }

  /** An export of this document that somebody worked on: its text may be a later one, and its notes are merged. */
  async function takeExport(id: string, imported: ImportedText, save: SavedReview, file: WorkedOn): Promise<Revised> {
    if (save.document.id !== id)
      throw new AppError(
        'bad-request',
        `${file.name} carries the review of another story, “${save.document.title}”. Open it as usual to see it.`,
      )
    const theirs = { document: save.document, earlier: save.earlier ?? [], review: save.review }
    const { notes, editor } = imported
    const notices = await takeIn(sessions, id, theirs, { ...file, notes, editor })
    if (notices.length === 0)
      throw new AppError('duplicate', `${file.name} has nothing that is not here already. Nothing was added.`)
    const { document, state } = await sessions.live(id)
    const outcomes = [...state.annotations.values()].flatMap((one): PlacedOutcome[] => {
      const outcome = fateOf(one, document.revision)
      return outcome ? [{ id: one.id, outcome, score: 1 }] : []
    })
    return { revision: document.revision, outcomes, notices }
  }

  /** What was noted in the file with the program it comes from. */
  async function takeNotes(id: string, { notes, text }: ImportedText): Promise<string[]> {
    if (!notes) return []
    let told: string[] = []
    await sessions.change(id, (live, making) => {
      const { review, conflicts } = mergeNotes(live, notes, undefined, text, making)
      told = tellMerge(toReview(live.state), review, conflicts)
      return changeTo(live.state, review, 'merge', making)
    })
    return told
  }

  return {
    revision,
    async revise(id, file, context) {
      const { document } = await sessions.live(id)
      const bytes = await bytesOf(file)
      const { imported } = await workers.import({ name: file.name, bytes }, context)
      if (imported.text === document.text && !imported.save)
        throw new AppError(
          'duplicate',
          `${file.name} has the same text as revision ${document.revision} of “${document.title}”. Nothing was added.`,
        )
      const about = { fileName: file.name, sha256: hash(bytes), bytes: bytes.byteLength, importedAt: clock() }
      context.signal?.throwIfAborted()
      const reading = importedReading(imported, about)
      if (imported.save) return takeExport(id, imported, imported.save, { name: file.name, reading })
      await store.keepBytes('originals', bytes)
      const { saved, outcomes } = await sessions.revise(id, reading)
      const number = saved.change.revision?.to ?? document.revision
      const notices = [...imported.report.notices, ...(await takeNotes(id, imported))]
      return { saved, revision: number, outcomes: [...outcomes], notices }
    },
    async revisions(id) {
      const live = await sessions.live(id)
      return { revisions: revisionInfos(live), brought: broughtBy(live.history) }
    },
    async compare(id, from, to) {
      const [before, after] = [await revision(id, from), await revision(id, to)]
      // Who walks through what changed asks for the same two texts again and again.
      if (last?.before !== before.text || last.after !== after.text)
        last = { before: before.text, after: after.text, hunks: wordDiff(before.text, after.text) }
      return last.hunks
    },
    async history(id) {
      const { history, state } = await sessions.live(id)
      return tellHistory(history, state)
    },
    async orphans(id) {
      return orphansOf(await sessions.live(id))
    },
  }
}
