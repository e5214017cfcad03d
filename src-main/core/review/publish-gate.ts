import type { Annotation, Detection, Review } from '../../contract/entities'
import { isPlaced } from './placed'
import { openSuggestions } from './sourcing'

/** A kind of thing that stands between a story and "cleared". */
export const OBSTACLES = [
  'must-fix',
  'wrong-claim',
  'unchecked-claim',
  'unsourced-claim',
  'orphan',
  'open-flag',
  'open-comment',
  'undecided',
] as const
export type Obstacle = (typeof OBSTACLES)[number]

export interface Obstructing {
  readonly obstacle: Obstacle
  /** Whether a story with it may not be cleared; the others are worth a second look. */
  readonly blocks: boolean
  /** Annotations it is about, in the order of the text; for `undecided`, the keys of the suggestions. */
  readonly items: readonly string[]
}

/** Suggestions from here on should have been decided on. */
const WORTH_DECIDING = 0.5

/** What still stands between a story and "cleared", the gravest first; nothing when nothing does. */
export function publishGate(
  review: Pick<Review, 'annotations' | 'decisions'>,
  detection: Detection,
  revision: number,
): Obstructing[] {
  const placed = review.annotations
    .filter((one) => isPlaced(one, revision))
    .sort((a, b) => a.anchor.start - b.anchor.start)
  const ids = (test: (annotation: Annotation) => boolean) => placed.filter(test).map(({ id }) => id)
  const found: Record<Obstacle, string[]> = {
    'must-fix': ids((one) => one.kind === 'flag' && one.resolution === 'open' && one.severity === 'must-fix'),
    'wrong-claim': ids((one) => one.kind === 'claim' && (one.status === 'wrong' || one.status === 'disputed')),
    'unchecked-claim': ids(
      (one) => one.kind === 'claim' && (one.status === 'unchecked' || one.status === 'in-progress'),
    ),
    'unsourced-claim': ids(
      (one) =>
        one.kind === 'claim' &&
        one.status === 'confirmed' &&
        !one.citations.some(({ stance }) => stance === 'supports'),
    ),
    orphan: review.annotations.filter((one) => !isPlaced(one, revision)).map(({ id }) => id),
    'open-flag': ids((one) => one.kind === 'flag' && one.resolution === 'open' && one.severity !== 'must-fix'),
    'open-comment': ids((one) => one.kind === 'comment' && !one.resolved),
    undecided: openSuggestions(detection, review)
      .filter(({ score }) => score >= WORTH_DECIDING)
      .map(({ key }) => key),
  }
  return OBSTACLES.map((obstacle) => ({ obstacle, blocks: BLOCKING.has(obstacle), items: found[obstacle] })).filter(
    ({ items }) => items.length > 0,
  )
}

const BLOCKING: ReadonlySet<Obstacle> = new Set([
  'must-fix',
  'wrong-claim',
  'unchecked-claim',
  'unsourced-claim',
  'orphan',
])
