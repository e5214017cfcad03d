import type { Annotation, Document, Reply, Review } from '../../contract/entities'

/** Annotations in the order of the text, and those whose words are not where they were. */
export interface PlacedAnnotations {
  readonly placed: readonly Annotation[]
  readonly lost: readonly Annotation[]
}

/**
 * An annotation has its place when it is for this revision and the text there says what the annotation says it says.
 * Orphans, which are behind their document, stand in `lost`.
 */
export function placeAnnotations(
  { text, revision }: Pick<Document, 'text' | 'revision'>,
  review: Pick<Review, 'annotations'>,
): PlacedAnnotations {
  const inOrder = [...review.annotations].sort(
    (a, b) => a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || (a.id < b.id ? -1 : 1),
  )
  const holds = ({ anchor, revision: of }: Annotation) =>
    of === revision && anchor.end > anchor.start && text.slice(anchor.start, anchor.end) === anchor.exact
  return { placed: inOrder.filter(holds), lost: inOrder.filter((annotation) => !holds(annotation)) }
}

/** The threads: replies by the annotation they answer, oldest first. */
export function threads(review: Pick<Review, 'replies'>): Map<string, Reply[]> {
  const byAnnotation = new Map<string, Reply[]>()
  for (const reply of [...review.replies].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
    const thread = byAnnotation.get(reply.annotation)
    if (thread) thread.push(reply)
    else byAnnotation.set(reply.annotation, [reply])
  }
  return byAnnotation
}
