import type { Annotation, Review } from '../../contract/entities'
import { carry } from './carry'
import type { Making, Planning } from './context'
import { revisionOf, type Readings } from './readings'
import { findAgain, type Revisable } from './revise'

/** Of a text that the document does not have: an annotation of this revision is an orphan that only its quote places. */
const UNKNOWN_REVISION = 0

/** Somebody else's copy of a document, with what they said of it. */
export interface Copy extends Readings {
  readonly review: Review
}

/**
 * A colleague's review as it stands on the text that we have. Annotations for another text are found again on it, unless
 * ours says the same or something newer of them; those that have no place come as orphans.
 */
export function ontoOurText(live: Revisable, theirs: Copy, making: Making): Review {
  const { document, state } = live
  const planning: Planning = { ...making, state, subject: document }
  const here: Annotation[] = []
  const elsewhere: Annotation[] = []
  for (const given of theirs.review.annotations) {
    const annotation = withSeen(live, theirs, given)
    if (revisionOf(theirs, annotation.revision)?.text === document.text)
      here.push({ ...annotation, revision: document.revision })
    else if (isNews(annotation, state.annotations.get(annotation.id))) elsewhere.push(annotation)
  }
  const replies = [...theirs.review.replies]
  for (const [annotation, found] of findAgain(theirs, elsewhere, document.text)) {
    const place = placeInOurs(live, theirs, annotation) ?? (found.outcome === 'orphaned' ? undefined : found)
    if (!place) here.push({ ...annotation, revision: numberOfText(live, theirs, annotation) })
    else
      for (const patch of carry(planning, annotation, place)) {
        if (patch.collection === 'annotations' && patch.after) here.push(patch.after)
        if (patch.collection === 'replies' && patch.after) replies.push(patch.after)
      }
  }
  return { ...theirs.review, document: document.id, annotations: here, replies }
}

/** Texts may be numbered otherwise in their copy: that somebody looked at it counts for the text that they looked at. */
function withSeen({ document }: Revisable, theirs: Copy, annotation: Annotation): Annotation {
  if (annotation.seenIn === undefined) return annotation
  const isSame = revisionOf(theirs, annotation.seenIn)?.text === document.text
  return { ...annotation, seenIn: isSame ? document.revision : undefined }
}

function isNews(theirs: Annotation, ours: Annotation | undefined): boolean {
  return !ours || Date.parse(theirs.updatedAt) > Date.parse(ours.updatedAt)
}

/** Where our own copy of the annotation went from the very place where theirs stands. */
function placeInOurs({ document, state, earlier }: Revisable, theirs: Copy, annotation: Annotation) {
  const ours = state.annotations.get(annotation.id)
  if (!ours?.placing || ours.revision !== document.revision) return undefined
  const { from, fromRevision, outcome } = ours.placing
  const same = from.start === annotation.anchor.start && from.end === annotation.anchor.end
  const text = revisionOf({ document, earlier }, fromRevision)?.text
  if (!same || text === undefined || text !== revisionOf(theirs, annotation.revision)?.text) return undefined
  return { outcome, start: ours.anchor.start, end: ours.anchor.end }
}

function numberOfText(ours: Readings, theirs: Readings, { revision }: Annotation): number {
  const text = revisionOf(theirs, revision)?.text
  return ours.earlier.find((one) => one.text === text)?.number ?? UNKNOWN_REVISION
}
