import type { Annotation } from '../../contract/entities'
import type { Placement } from '../../contract/taxonomies'

/** What a later text did to an annotation. */
export type Fate = Placement | 'orphaned'

/**
 * What became of an annotation on the way to the text that the document has now; nothing where it was made on it.
 *
 * @param revision number of the document's text
 */
export function fateOf(annotation: Pick<Annotation, 'revision' | 'placing'>, revision: number): Fate | undefined {
  return annotation.revision === revision ? annotation.placing?.outcome : 'orphaned'
}

/** Whether a claim lost its status to the later text and has not been judged anew. */
export function wentBack(annotation: Annotation, revision: number): boolean {
  const lost = annotation.kind === 'claim' && annotation.status === 'unchecked' && annotation.placing?.status
  return Boolean(lost) && annotation.revision === revision
}

/** Whether somebody has still to look at what the later text did to an annotation. */
export function wantsLook(annotation: Annotation, revision: number): boolean {
  const fate = fateOf(annotation, revision)
  if ((fate !== 'edited' && fate !== 'orphaned') || annotation.seenIn === revision) return false
  // A claim that went back and has a status again was looked at, wherever that was done.
  const judged = annotation.kind === 'claim' && annotation.placing?.status && annotation.status !== 'unchecked'
  return fate === 'orphaned' || !judged
}
