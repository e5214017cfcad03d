import type { Annotation, Suggestion } from '@contract/entities'
import { INSERTION_REASONS } from '@contract/taxonomies'
import type { Interval } from './interval-index'

/** Something that is drawn on the text. */
export interface Mark extends Interval {
  readonly kind: Annotation['kind'] | 'suggestion'
  /** What its look depends on besides its kind: colour, status, severity or what is suggested. */
  readonly look: string
  /** Says of its blocks that they are not part of the story. */
  readonly insertion: boolean
}

/** A suggestion with an id of its own: the same words may be proposed at two places under one key. */
export type Proposed = Suggestion & { readonly id: string }

/** Below this a proposed insertion is only underlined: dimming the text would say more than is known. */
const SURE = 0.5

export function proposed(suggestion: Suggestion): Proposed {
  return { ...suggestion, id: `${suggestion.key}-${suggestion.start}` }
}

export function annotationMark(annotation: Annotation): Mark {
  const { id, kind, anchor } = annotation
  return {
    id,
    kind,
    start: anchor.start,
    end: anchor.end,
    look: lookOf(annotation),
    insertion: isInsertion(annotation),
  }
}

export function suggestionMark({ id, start, end, kind, reason, score }: Proposed): Mark {
  const insertion = reason !== undefined && INSERTION_REASONS.includes(reason) && score >= SURE
  return { id, kind: 'suggestion', start, end, look: `proposes-${kind}`, insertion }
}

function isInsertion(annotation: Annotation): boolean {
  return (
    annotation.kind === 'flag' && INSERTION_REASONS.includes(annotation.reason) && annotation.resolution !== 'stands'
  )
}

function lookOf(annotation: Annotation): string {
  switch (annotation.kind) {
    case 'highlight':
      return annotation.colour
    case 'claim':
      return annotation.citations.length > 0 && annotation.status === 'unchecked' ? 'cited' : annotation.status
    case 'flag':
      return annotation.resolution === 'open' ? annotation.severity : 'settled'
    case 'comment':
      return annotation.resolved ? 'settled' : 'open'
  }
}
