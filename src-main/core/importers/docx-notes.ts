import type { Annotation, Author, Highlight, Reply } from '../../contract/entities'
import type { HighlightColour } from '../../contract/taxonomies'
import { anchorAt } from '../text/selectors'
import type { Range } from '../text/model'
import type { FileComment } from './docx-comments'
import type { PlacedText } from './docx-reading'
import type { CommentPoint } from './docx-story'
import type { ImportedNotes } from './importer'
import { commentOf, noteId, personNamed } from './noted'

/** Our colour for each of Word's highlighters. */
const COLOURS: Readonly<Record<string, HighlightColour>> = {
  yellow: 'yellow',
  darkYellow: 'yellow',
  green: 'green',
  darkGreen: 'green',
  cyan: 'blue',
  blue: 'blue',
  darkBlue: 'blue',
  darkCyan: 'blue',
  magenta: 'pink',
  red: 'pink',
  darkMagenta: 'pink',
  darkRed: 'pink',
}

/** Where each comment stands in the text; a comment without a range has a point. */
export function commentRanges(points: readonly CommentPoint[], placed: PlacedText): Map<string, Range> {
  const edges = new Map<string, Partial<Record<CommentPoint['edge'], CommentPoint>>>()
  for (const point of points) {
    const known = edges.get(point.comment) ?? {}
    if (!known[point.edge]) edges.set(point.comment, { ...known, [point.edge]: point })
  }
  const ranges = new Map<string, Range>()
  for (const [comment, { start, end, reference }] of edges) {
    const first = start ?? reference ?? end
    const last = end ?? reference ?? start
    if (!first || !last) continue
    const to = placed.end(last.paragraph, last.at)
    const from = start ? placed.start(first.paragraph, first.at) : to
    ranges.set(comment, from < to ? { start: from, end: to } : { start: to, end: to })
  }
  return ranges
}

/** What is known of people already: who has the same name is the same person. */
export type People = (name: string, initials: string) => Author

export interface NewNotes extends ImportedNotes {
  /** Comments that have no words to stand on. */
  readonly lost: readonly FileComment[]
}

/**
 * Comments as annotations and replies.
 *
 * @param comments those that are new, in the order of the file
 * @param known ids of annotations that are there already, by the `para` of their comment
 */
export function notesOfComments(
  comments: readonly FileComment[],
  ranges: ReadonlyMap<string, Range>,
  text: string,
  person: People = personNamed,
  known: ReadonlyMap<string, string> = new Map(),
): NewNotes {
  const annotations: Annotation[] = []
  const replies: Reply[] = []
  const lost: FileComment[] = []
  const roots = new Map(known)
  const isReply = ({ parent, para }: FileComment) => parent !== undefined && parent !== para
  for (const comment of comments.filter((one) => !isReply(one))) {
    const range = ranges.get(comment.id)
    const made = range && commentOf(text, { ...range, ...saidBy(comment, person), resolved: comment.done })
    if (!made) lost.push(comment)
    else {
      annotations.push(made)
      if (comment.para !== undefined) roots.set(comment.para, made.id)
    }
  }
  const answers = comments.filter(isReply)
  const parents = new Map(comments.map(({ para, parent }) => [para ?? '', parent]))
  const rootOf = (para: string | undefined, steps = 0): string | undefined =>
    para === undefined || steps > 50 ? undefined : (roots.get(para) ?? rootOf(parents.get(para), steps + 1))
  for (const comment of answers) {
    const annotation = rootOf(comment.parent)
    const { author, time, body } = saidBy(comment, person)
    if (annotation === undefined) {
      // An answer to nothing is a comment of its own.
      const range = ranges.get(comment.id)
      const made = range && commentOf(text, { ...range, author, time, body, resolved: comment.done })
      if (made) annotations.push(made)
      else lost.push(comment)
      continue
    }
    const id = noteId('reply', annotation, author.name, time, body)
    replies.push({ id, annotation, body, author, createdAt: time, updatedAt: time })
  }
  return { annotations: unique(annotations), replies: unique(replies), sources: [], lost }
}

/** Highlighted words as highlights of whoever saved the file last: Word does not keep who did it. */
export function notesOfHighlights(
  highlights: readonly (Range & { colour: string })[],
  text: string,
  author: Author,
  time: string,
): Highlight[] {
  return highlights.flatMap(({ start, end, colour }) => {
    const words = text.slice(start, end)
    const ours = COLOURS[colour] ?? (/^(?:black|white)$/.test(colour) ? undefined : 'yellow')
    if (!words.trim() || !ours) return []
    const from = start + words.length - words.trimStart().length
    const anchor = anchorAt(text, from, from + words.trim().length)
    const id = noteId('highlight', ours, String(anchor.start), String(anchor.end), anchor.exact)
    const base = { id, kind: 'highlight' as const, anchor, revision: 1, colour: ours, note: '', author }
    return [{ ...base, createdAt: time, updatedAt: time }]
  })
}

function saidBy({ author, initials, time, lines }: FileComment, person: People) {
  return { author: person(author, initials), time, body: lines.join('\n').trim().slice(0, 100_000) }
}

/** The same said twice at one place by one person in one second is said once. */
function unique<T extends { readonly id: string }>(entities: readonly T[]): T[] {
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()]
}
