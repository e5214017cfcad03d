import type { Annotation, Author, Reply } from '../../contract/entities'
import { readCarriedComments, type CarriedComment } from '../exporters/docx-carried'
import { noteLines } from '../exporters/docx-comment-words'
import { highlighterOf } from '../exporters/docx-runs'
import { attributeXml, wordTime } from '../exporters/docx-xml'
import { placeAnnotations } from '../exporters/placed'
import { readSave, type SavedReview } from '../exporters/save-file'
import { segmentBlocks } from '../exporters/segments'
import { cutFlags } from '../exporters/text'
import type { Range } from '../text/model'
import type { FileComment } from './docx-comments'
import type { WordFile } from './docx-parts'
import type { TrackedChange } from './docx-story'
import { noteId } from './noted'
import { childElement, textOf } from './xml'

/** The session that a Word file of ours carries, and how its comments were written. */
export interface Carried {
  readonly save: SavedReview
  readonly comments: readonly CarriedComment[]
}

/** @throws AppError `unsupported` when a newer version of Blue Pencil wrote it */
export function readCarried(file: WordFile): Carried | undefined {
  const part = file.all('customXml').find(({ name }) => name === 'bp:review')
  const session = childElement(part, 'bp:session')
  const save = session && readSave(textOf(session), file.name)
  if (!save) return undefined
  const comments = childElement(part, 'bp:comments')
  return { save, comments: comments ? readCarriedComments(textOf(comments)) : [] }
}

/** Tells the deletions that our export wrote for flags from those of somebody else: their words are still the text. */
export function ourDeletions({ review }: SavedReview): (change: TrackedChange) => boolean {
  const key = (author: string, time: string) => `${attributeXml(author)} ${time}`
  const ours = new Set(cutFlags(review).map(({ author, updatedAt }) => key(author.name, wordTime(updatedAt))))
  return ({ kind, author, time }) => kind === 'deleted' && ours.has(key(author, time))
}

/** What became of the comments that were exported. */
export interface Changed {
  readonly annotations: Annotation[]
  readonly replies: Reply[]
  /** Comments of the file that were not exported with it. */
  readonly fresh: FileComment[]
  /** Ids of annotations, by the `para` of their comments in the file. */
  readonly known: ReadonlyMap<string, string>
  /** How many exported comments the file no longer has. */
  readonly gone: number
}

/** Compares the comments of a file with those it was exported with. @param editor who saved it last, and when */
export function changedNotes(
  { save, comments: carried }: Carried,
  comments: readonly FileComment[],
  editor: { readonly author: Author; readonly time: string },
  /** Whether all words of an annotation are still there. */
  stands: (annotation: Annotation) => boolean,
): Changed {
  const entities = new Map<string, Annotation | Reply>()
  for (const entity of [...save.review.annotations, ...save.review.replies]) entities.set(entity.id, entity)
  const matches = match(carried, comments, entities)
  const annotations: Annotation[] = []
  const replies: Reply[] = []
  const known = new Map<string, string>()
  for (const [written, comment] of matches) {
    const entity = entities.get(written.of)
    if (!entity) continue
    if (comment.para !== undefined) known.set(comment.para, 'kind' in entity ? entity.id : entity.annotation)
    const words = changedWords(comment.lines, written, 'kind' in entity ? entity.note : entity.body)
    if (!('kind' in entity)) {
      if (words !== undefined) replies.push({ ...entity, body: words })
      continue
    }
    const settled = comment.done === undefined || comment.done === written.done ? undefined : comment.done
    const changed = settled === undefined ? entity : withState(entity, settled, stands)
    if (words !== undefined || changed !== entity)
      annotations.push(words === undefined ? changed : { ...changed, note: words })
    // Claims and highlights are never open or closed, but that somebody closed the talk about one is worth keeping.
    else if (settled && (entity.kind === 'claim' || entity.kind === 'highlight'))
      replies.push({
        id: noteId('resolved', entity.id, editor.time),
        annotation: entity.id,
        body: 'Marked as resolved in Word.',
        author: editor.author,
        createdAt: editor.time,
        updatedAt: editor.time,
      })
  }
  const taken = new Set(matches.values())
  const fresh = comments.filter((comment) => !taken.has(comment))
  return { annotations, replies, fresh, known, gone: carried.length - matches.size }
}

/** Pairs what was written with what is there: by paragraph id, else by author and time, best with the same words. */
function match(
  carried: readonly CarriedComment[],
  comments: readonly FileComment[],
  entities: ReadonlyMap<string, Annotation | Reply>,
): Map<CarriedComment, FileComment> {
  const matches = new Map<CarriedComment, FileComment>()
  const free = new Set(comments)
  const take = (written: CarriedComment, comment: FileComment | undefined) => {
    if (!comment || !free.has(comment)) return
    matches.set(written, comment)
    free.delete(comment)
  }
  const byPara = new Map(comments.map((comment) => [comment.para, comment]))
  for (const written of carried) take(written, byPara.get(written.para))
  const signature = (author: string, time: string) => `${attributeXml(author)} ${wordTime(time)}`
  for (const sameWords of [true, false]) {
    const bySignature = new Map<string, FileComment[]>()
    const keyOf = (who: string, lines: readonly string[]) => (sameWords ? `${who} ${tidy(lines).join('\n')}` : who)
    for (const comment of free) {
      const key = keyOf(signature(comment.author, comment.time), comment.lines)
      const same = bySignature.get(key)
      if (same) same.push(comment)
      else bySignature.set(key, [comment])
    }
    for (const written of carried) {
      const entity = matches.has(written) ? undefined : entities.get(written.of)
      if (!entity) continue
      const lines = [...written.head, ...noteLines('kind' in entity ? entity.note : entity.body), ...written.tail]
      take(written, bySignature.get(keyOf(signature(entity.author.name, entity.createdAt), lines))?.shift())
    }
  }
  return matches
}

/** The editor's own words in a comment, where they are others than were exported; head and tail are ours. */
function changedWords(lines: readonly string[], { head, tail }: CarriedComment, note: string): string | undefined {
  const there = tidy(lines)
  const expected = tidy([...head, ...noteLines(note), ...tail])
  if (there.join('\n') === expected.join('\n')) return undefined
  const ours = [...tidy(head), ...tidy(tail)]
  const rest = there.filter((line) => {
    const at = ours.indexOf(line)
    if (at >= 0) ours.splice(at, 1)
    return at < 0
  })
  const words = rest.join('\n').trim()
  return words === tidy(noteLines(note)).join('\n') ? undefined : words
}

/** Lines without the differences that programs make in white space. */
function tidy(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
}

/** An annotation whose thread was closed or opened again; the same one where it has no such state. */
function withState(annotation: Annotation, done: boolean, stands: (annotation: Annotation) => boolean): Annotation {
  if (annotation.kind === 'comment') return { ...annotation, resolved: done }
  if (annotation.kind !== 'flag') return annotation
  if (!done) return { ...annotation, resolution: 'open' }
  if (!stands(annotation)) return { ...annotation, resolution: 'removed' }
  return { ...annotation, resolution: 'stands', resolutionNote: annotation.resolutionNote || 'Resolved in Word.' }
}

/** Highlights of the file that were not exported with it, where the text is as it was. */
export function newHighlights(
  { document, review }: SavedReview,
  highlights: readonly (Range & { colour: string })[],
): (Range & { colour: string })[] {
  const { placed } = placeAnnotations(document, review)
  const own = placed.filter(({ kind }) => kind === 'highlight')
  const rows = segmentBlocks(highlights, own, ({ anchor }) => anchor)
  return rows.flatMap((segments, index) => {
    const colour = highlights[index]?.colour ?? ''
    return segments
      .filter(({ start, end, over }) => highlighterOf(over) !== colour && document.text.slice(start, end).trim())
      .map(({ start, end }) => ({ start, end, colour }))
  })
}
