import type { Annotation } from '@contract/entities'
import type { Hunk } from '@contract/revisions'
import type { Range } from '@core/text/model'
import { IntervalIndex } from '../../text/interval-index'
import { annotationMark, type Mark } from '../../text/marks'
import { rangeAcross, reversed } from './crossing'

/** Two texts of a document and how they differ. */
export interface Compared {
  readonly from: { readonly number: number; readonly text: string }
  readonly to: { readonly number: number; readonly text: string }
  readonly hunks: readonly Hunk[]
}

/** What the two texts bear: an annotation stands on each of them where its words are. */
export interface ComparisonMarks {
  readonly from: IntervalIndex<Mark>
  readonly to: IntervalIndex<Mark>
}

/**
 * The marks of both texts. Where an annotation stood is known of the text that it came from; on any other it is found
 * through what the texts have in common. An orphan stands on the text that still had its words.
 */
export function comparisonMarks(compared: Compared, annotations: readonly Annotation[]): ComparisonMarks {
  const { from, to, hunks } = compared
  const back = reversed(hunks)
  const marks = { from: new IntervalIndex<Mark>(), to: new IntervalIndex<Mark>() }
  const set = (side: 'from' | 'to', annotation: Annotation, range: Range | undefined) => {
    if (range && range.end > range.start)
      marks[side].set({ ...annotationMark(annotation), start: range.start, end: range.end, insertion: false })
  }
  for (const annotation of annotations) {
    const before = standing(annotation, from.number)
    const after = standing(annotation, to.number)
    set('from', asItWas(annotation, from.number), before ?? (after && rangeAcross(back, after, to.text, from.text)))
    // An orphan has no place on a later text, whatever words of it are left.
    const isOrphan = annotation.revision < to.number && annotation.revision === from.number
    set('to', annotation, after ?? (before && !isOrphan ? rangeAcross(hunks, before, from.text, to.text) : undefined))
  }
  return marks
}

/** Where an annotation stands on one of the texts, as far as it says so itself. */
function standing({ anchor, revision, placing }: Annotation, number: number): Range | undefined {
  if (revision === number) return anchor
  return placing?.fromRevision === number ? placing.from : undefined
}

/** With the status that it lost on the way. */
function asItWas(annotation: Annotation, number: number): Annotation {
  const { placing } = annotation
  if (annotation.kind !== 'claim' || placing?.fromRevision !== number || !placing.status) return annotation
  return { ...annotation, status: placing.status }
}
