import type { ImportFile, NotesTaken } from '../contract/api'
import type { Review } from '../contract/entities'
import { AppError } from '../contract/result'
import { readAnnotations } from '../core/importers/annotations'
import { jsonldSession } from '../core/importers/jsonld-session'
import { decodeText } from '../core/importers/decode'
import { importedReading } from '../core/importers/document'
import { changeTo } from '../core/review/plan-merge'
import { relate } from '../core/review/relate'
import { takeNotes, type TakenNotes } from '../core/review/take-notes'
import { NOTHING_NEW, tellNotes } from '../core/review/tell-notes'
import type { Ports } from './ports'
import type { Sessions } from './sessions'
import { takeIn } from './taking-in'

/** Annotations that were made elsewhere, onto a document. */
export type TakeNotes = (document: string, file: ImportFile) => Promise<NotesTaken>

/** @throws AppError with a sentence, for a file that has no annotations in it */
export function createNoting(
  sessions: Sessions,
  bytesOf: (file: ImportFile) => Promise<Uint8Array>,
  { hash, clock }: Pick<Ports, 'hash' | 'clock'>,
): TakeNotes {
  return async (id, file) => {
    const bytes = await bytesOf(file)
    const { document } = await sessions.live(id)
    if (bytes.byteLength === 0) throw new AppError('empty', `${file.name} is empty: there is nothing in it to read.`)
    // Our own export knows more than its annotations: sources, decisions, verdicts.
    const imported = jsonldSession(decodeText(bytes).text, file.name)
    if (imported?.save) {
      const { save, notes, editor, report } = imported
      const theirs = { document: save.document, earlier: save.earlier ?? [], review: save.review }
      const ours = await sessions.live(id)
      if (save.document.id !== id && relate(ours, theirs).kind === 'apart' && !isAbout(save.review, document.text))
        throw new AppError(
          'unsupported',
          `${file.name} is a review of another story, “${save.document.title}”. To open it, import it from the library.`,
        )
      const before = ours.state.annotations.size
      const about = { fileName: file.name, sha256: hash(bytes), bytes: bytes.byteLength, importedAt: clock() }
      const worked = { name: file.name, reading: importedReading(imported, about), notes, editor }
      const notices = [...(await takeIn(sessions, id, theirs, worked)), ...report.notices]
      const added = (await sessions.live(id)).state.annotations.size - before
      return { added, orphaned: 0, notices: notices.length ? notices : [NOTHING_NEW] }
    }
    const foreign = readAnnotations({ name: file.name, bytes }, document.text)
    let taken: TakenNotes | undefined
    const saved = await sessions.change(id, (live, making) => {
      taken = takeNotes(live, foreign, making)
      return changeTo(live.state, taken.review, 'take-notes', making)
    })
    return {
      ...(saved && { saved }),
      added: taken?.added.length ?? 0,
      orphaned: taken?.orphaned ?? 0,
      notices: [...(taken ? tellNotes(taken) : []), ...foreign.notices],
    }
  }
}

/** Letters from which on words that two texts share are no chance. */
const TELLING = 12

/** Whether anything that a review is about stands in a text. */
function isAbout({ annotations }: Review, text: string): boolean {
  return annotations.some(({ anchor: { exact } }) => exact.length >= TELLING && text.includes(exact))
}
