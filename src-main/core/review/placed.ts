import type { Annotation, Review } from '../../contract/entities'

/** Whether an annotation is on this revision; one that is not is an orphan: listed, never drawn or counted in the text. */
export function isPlaced(annotation: Pick<Annotation, 'revision'>, revision: number): boolean {
  return annotation.revision === revision
}

/** A review as the text of a revision shows it. */
export function withoutOrphans<R extends Pick<Review, 'annotations'>>(review: R, revision: number): R {
  if (review.annotations.every((annotation) => isPlaced(annotation, revision))) return review
  return { ...review, annotations: review.annotations.filter((annotation) => isPlaced(annotation, revision)) }
}
