import type { ImportFile, Revised } from '../contract/api'
import type { Brought, Hunk, Orphan, Revision, RevisionInfo } from '../contract/revisions'
import { AppError } from '../contract/result'
import { wordDiff } from '../core/anchoring/diff'
import { importedReading } from '../core/importers/document'
import { broughtBy } from '../core/review/brought'
import { orphansOf } from '../core/review/revise'
import { revisionInfos, revisionOf } from '../core/review/readings'
import type { Ports, WorkContext } from './ports'
import type { Sessions } from './sessions'

/** Later texts of a document: adding one, and looking at what changed. */
export interface Revising {
  /** @throws AppError `duplicate` when the file has the text that the document has already */
  revise(id: string, file: ImportFile, context: WorkContext): Promise<Revised>
  /** @throws AppError `not-found` */
  revision(id: string, number: number): Promise<Revision>
  revisions(id: string): Promise<{ revisions: RevisionInfo[]; brought?: Brought | undefined }>
  compare(id: string, from: number, to: number): Promise<Hunk[]>
  orphans(id: string): Promise<Orphan[]>
}

export function createRevising(
  { store, workers, clock, hash }: Ports,
  sessions: Sessions,
  bytesOf: (file: ImportFile) => Promise<Uint8Array>,
): Revising {
  async function revision(id: string, number: number): Promise<Revision> {
    const found = revisionOf(await sessions.live(id), number)
    if (!found) throw new AppError('not-found', `This document has no revision ${number}.`)
    return found
  }

  return {
    revision,
    async revise(id, file, context) {
      const { document } = await sessions.live(id)
      const bytes = await bytesOf(file)
      const { imported } = await workers.import({ name: file.name, bytes }, context)
      if (imported.text === document.text)
        throw new AppError(
          'duplicate',
          `${file.name} has the same text as revision ${document.revision} of “${document.title}”. Nothing was added.`,
        )
      const about = { fileName: file.name, sha256: hash(bytes), bytes: bytes.byteLength, importedAt: clock() }
      context.signal?.throwIfAborted()
      await store.keepBytes('originals', bytes)
      const { saved, outcomes } = await sessions.revise(id, importedReading(imported, about))
      const number = saved.change.revision?.to ?? document.revision
      return { saved, revision: number, outcomes: [...outcomes], notices: [...imported.report.notices] }
    },
    async revisions(id) {
      const live = await sessions.live(id)
      return { revisions: revisionInfos(live), brought: broughtBy(live.history) }
    },
    async compare(id, from, to) {
      const [before, after] = [await revision(id, from), await revision(id, to)]
      return wordDiff(before.text, after.text)
    },
    async orphans(id) {
      return orphansOf(await sessions.live(id))
    },
  }
}
