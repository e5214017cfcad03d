import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api'
import type { Annotation, Reply } from '../../contract/entities'
import { commentWords, noteLines } from '../exporters/docx-comment-words'
import { readSave, type SavedReview } from '../exporters/save-file'
import { shownSources } from '../exporters/sources'
import { textDigest } from '../text/digest'
import type { PageNote, ReadNotes } from './pdf-notes'
import { replyOf, rootOf } from './pdf-notes'

/** The embedded file of a PDF that Blue Pencil made; its description ends with the digest of the text it was put on. */
export const CARRIED_FILE = 'bluepencil-review.json'
const DIGEST = /sha256:([0-9a-f]{64})/

export interface Carried {
  readonly save: SavedReview
  /** Whether the pages still show the text that the session was exported with. */
  readonly sameText: boolean
}

/** What the description of the embedded file says of the text that the pages show. */
export const carriedDescription = (text: string) =>
  `The review in this file, for Blue Pencil. sha256:${textDigest(text)}`

/** The session that a PDF of ours carries. @param text as the importer reads it off the pages */
export async function readCarried(name: string, pdf: PDFDocumentProxy, text: string): Promise<Carried | undefined> {
  const attached = (await pdf.getAttachments().catch(() => null)) as Record<string, unknown> | null
  for (const file of Object.values(attached ?? {})) {
    const { filename, content, description } = file as Record<string, unknown>
    if (filename !== CARRIED_FILE || !(content instanceof Uint8Array)) continue
    const save = readSave(new TextDecoder().decode(content), name)
    if (save) return { save, sameText: DIGEST.exec(String(description))?.[1] === textDigest(text) }
  }
  return undefined
}

/**
 * What the file shows beyond the session that it carries: annotations and answers that are not the session's, notes and
 * answers of it that say something else now, and comments that were marked as done.
 */
export function beyond(
  save: SavedReview,
  pageNotes: readonly PageNote[],
  read: ReadNotes,
  names: ReadonlyMap<string, string>,
): { annotations: Annotation[]; replies: Reply[] } {
  const saved = new Map(save.review.annotations.map((annotation) => [annotation.id, annotation]))
  const savedReplies = new Map(save.review.replies.map((reply) => [reply.id, reply]))
  const idOf = (ref: string) => names.get(ref)?.replace(/~f$/, '') ?? ''
  const shown = [true, false].map((confidential) => shownSources(save.review, confidential))
  const annotations = new Map<string, Annotation>()
  const replies: Reply[] = []
  const byRef = new Map(pageNotes.map((note) => [note.ref, note]))
  for (const note of pageNotes) {
    const id = idOf(note.ref)
    // What an export of ours adds to an annotation: its part on a further page, and that it is resolved.
    if (/~\d+$/.test(id)) continue
    const own = saved.get(id)
    const ownReply = savedReplies.get(id)
    if (own) {
      const changed = annotations.get(id) ?? changedNote(own, note, shown)
      if (changed) annotations.set(id, changed)
    } else if (ownReply) {
      if (squeezed(note.contents) !== squeezed(ownReply.body))
        replies.push({ ...ownReply, body: note.contents, updatedAt: later(note.modified, ownReply.updatedAt) })
    } else if (!note.answers) {
      const annotation = read.refs.get(note.ref)
      if (annotation && !saved.has(annotation.id)) annotations.set(annotation.id, annotation)
    } else {
      const root = rootOf(note, byRef)
      const parent = saved.get(idOf(root)) ?? read.refs.get(root)
      if (!parent) continue
      if (parent.kind === 'comment' && saved.has(parent.id) && note.state === 'Completed')
        annotations.set(parent.id, { ...parent, resolved: true, updatedAt: later(note.modified, parent.updatedAt) })
      else {
        const reply = replyOf(note, parent)
        if (reply && !savedReplies.has(reply.id)) replies.push(reply)
      }
    }
  }
  return { annotations: [...annotations.values()], replies }
}

/** The annotation with the note that somebody gave it in another program; undefined where it is as it was exported. */
function changedNote(
  own: Annotation,
  note: PageNote,
  sources: readonly ReturnType<typeof shownSources>[],
): Annotation | undefined {
  const shown = squeezed(note.contents)
  const forms = sources.map((shown) => commentWords(own, shown))
  if (forms.some(({ head, note: lines, tail }) => squeezed([...head, ...lines, ...tail].join('\n')) === shown))
    return undefined
  const [{ head, tail } = { head: [], tail: [] }] = forms
  const lines = note.contents.split('\n')
  const from = head.every((line, at) => squeezed(lines[at] ?? '') === squeezed(line)) ? head.length : 0
  const to = tail.every((line, at) => squeezed(lines[lines.length - tail.length + at] ?? '') === squeezed(line))
    ? lines.length - tail.length
    : lines.length
  const words = lines.slice(from, Math.max(from, to)).join('\n').trim()
  if (squeezed(words) === squeezed(noteLines(own.note).join('\n'))) return undefined
  return { ...own, note: words, updatedAt: later(note.modified, own.updatedAt) }
}

const squeezed = (text: string) => text.replace(/\s+/gu, ' ').trim()
const later = (one: string, other: string) => (one > other ? one : other)
