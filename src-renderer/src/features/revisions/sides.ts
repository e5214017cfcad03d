import type { Hunk } from '@contract/revisions'

/** A stretch of one side of a comparison, as it is shown. */
export interface Stretch {
  readonly text: string
  readonly changed: boolean
}

/** The two texts of a comparison, side by side: each with what the other has not marked. */
export function sides(hunks: readonly Hunk[], from: string, to: string): { from: Stretch[]; to: Stretch[] } {
  const before: Stretch[] = []
  const after: Stretch[] = []
  for (const { kind, fromStart, fromEnd, toStart, toEnd } of hunks) {
    if (kind !== 'added') before.push({ text: from.slice(fromStart, fromEnd), changed: kind === 'removed' })
    if (kind !== 'removed') after.push({ text: to.slice(toStart, toEnd), changed: kind === 'added' })
  }
  return { from: before, to: after }
}
