import type { Severity } from '../../../contract/taxonomies'
import { lowerBound } from '../../text/offsets'
import type { Range, TextModel } from '../../text/model'
import type { Proposal } from '../detector'

/** Two places that cannot both be right. */
export interface Disagreement {
  /** What kind it is: a stable identifier. */
  readonly name: string
  /** The same as `later` where only the calendar speaks against it. */
  readonly earlier: Range
  readonly later: Range
  /** What the one place says and what the other, in words an editor would use; without "Paragraph 2 says". */
  readonly earlierSays: string
  readonly laterSays: string
  readonly severity: Severity
  /** How sure it is, 0 to 1. */
  readonly score: number
}

/** One flag on the later place; its signals name both. */
export function flagOf(model: TextModel, found: Disagreement): Proposal {
  const { earlier, later, name, score } = found
  const place = (range: Range, says: string) => ({
    name,
    detail: `Paragraph ${paragraphOf(model, range)} says ${says}`,
    weight: score / 2,
    start: range.start,
    end: range.end,
  })
  const there = place(later, found.laterSays)
  return {
    kind: 'flag',
    reason: 'inconsistency',
    severity: found.severity,
    start: later.start,
    end: later.end,
    score,
    signals: earlier === later ? [there] : [there, place(earlier, found.earlierSays)],
  }
}

/** Number of the block that an offset stands in, from 1, as the reader shows it. */
function paragraphOf(model: TextModel, { start }: Range): number {
  return lowerBound(model.blocks.length, (at) => (model.blocks[at]?.end ?? 0) > start) + 1
}

/** The words of a range on one line, quoted. */
export function quoted(text: string, { start, end }: Range): string {
  return `“${text.slice(start, end).replace(/\s+/g, ' ')}”`
}
