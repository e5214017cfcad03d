import type { DocumentBeginning, DocumentRest } from '../contract/api'
import type { Annotation, Detection, Review } from '../contract/entities'
import { AppError } from '../contract/result'
import { emptyReview, toReview } from '../core/review/state'
import type { WorkContext } from './ports'
import type { Sessions } from './sessions'

/** A story that is opened in parts: first what the window shows, then the rest while one reads. */
export interface Opening {
  begin(id: string, at: number, context?: WorkContext): Promise<DocumentBeginning>
  rest(id: string, opening: string, part: number, context?: WorkContext): Promise<DocumentRest>
}

/** Up to this many characters (UTF-16) and annotations a story is given whole: it takes no longer than a part of it. */
const WHOLE_TEXT = 120_000
const WHOLE_REVIEW = 1_000
/** What is near the place where one reads: the window, and some room around it. UTF-16. */
const BEFORE = 6_000
const AFTER = 12_000
/** Entities a part holds: taking one in then stays below half a frame. */
const PART = 1_500
/** Openings that are kept until they are read to the end, of all windows together. */
const MOST = 8

interface Snapshot {
  readonly review: Review
  detection(context?: WorkContext): Promise<Detection>
}

export function createOpening(sessions: Sessions, newId: () => string): Opening {
  const openings = new Map<string, Snapshot>()

  function keep(snapshot: Snapshot): string {
    const name = newId()
    openings.set(name, snapshot)
    for (const old of [...openings.keys()].slice(0, -MOST)) openings.delete(old)
    return name
  }

  return {
    async begin(id, at, context) {
      const { state, detection, ...opened } = await sessions.look(id)
      const { text } = opened.document
      if (text.length <= WHOLE_TEXT && state.annotations.size <= WHOLE_REVIEW)
        return { ...opened, review: toReview(state), detection: await detection(context) }
      // As it is now: what is changed while the parts are fetched is told by events.
      const review = toReview(state)
      review.annotations.sort(inOrder)
      const near = review.annotations.filter(({ anchor }) => anchor.start < at + AFTER && anchor.end > at - BEFORE)
      const { sources, verdicts, removals } = review
      return {
        ...opened,
        review: { ...emptyReview(id), annotations: near, sources, verdicts, removals },
        detection: { version: '', suggestions: [], sentences: [] },
        opening: keep({ review, detection }),
      }
    },

    async rest(id, opening, part, context) {
      const found = openings.get(opening)
      if (!found || found.review.document !== id)
        throw new AppError('not-found', 'This story was opened too long ago. Please open it again.')
      const { annotations, replies, decisions } = found.review
      const of = <T>(list: readonly T[], at: number) => list.slice(at * PART, (at + 1) * PART)
      const reviewParts = partsOf(annotations, replies, decisions)
      if (part < reviewParts)
        return {
          annotations: of(annotations, part),
          replies: of(replies, part),
          decisions: of(decisions, part),
          suggestions: [],
          sentences: [],
          next: part + 1,
        }
      const { version, suggestions, sentences } = await found.detection(context)
      const at = part - reviewParts
      const isLast = at + 1 >= partsOf(suggestions, sentences)
      if (isLast) openings.delete(opening)
      return {
        annotations: [],
        replies: [],
        decisions: [],
        version,
        suggestions: of(suggestions, at),
        sentences: of(sentences, at),
        next: isLast ? undefined : part + 1,
      }
    },
  }
}

const inOrder = (a: Annotation, b: Annotation) => a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end

const partsOf = (...lists: readonly (readonly unknown[])[]) =>
  Math.max(...lists.map((list) => Math.ceil(list.length / PART)))
