import type { FlagReason } from '@contract/taxonomies'
import type { Proposed } from '../../text/marks'

/** Suggestions that may be accepted together: those of a kind or a reason, from a score on. */
export interface AcceptGroup {
  readonly of: 'all' | Proposed['kind'] | FlagReason
  /** 0 to 1; 0 is any. */
  readonly from: number
  readonly items: readonly Proposed[]
}

const SCORES = [0, 0.5, 0.7, 0.8, 0.9, 0.95]

/**
 * The groups that a choice is worth offering for: all, then flags and claims apart, then each reason, every time from the
 * lowest score on. No two hold the same suggestions, and none is a single one.
 */
export function acceptGroups(queue: readonly Proposed[]): AcceptGroup[] {
  const reasons = [...new Set(queue.flatMap(({ reason }) => reason ?? []))]
  const groups = (['all', 'flag', 'claim', ...reasons] as const).flatMap((of) => {
    const those = queue.filter((item) => of === 'all' || item.kind === of || item.reason === of)
    return SCORES.map((from) => ({ of, from, items: those.filter(({ score }) => score >= from) }))
  })
  const seen = new Set<string>()
  return groups.filter(({ items }) => {
    const same = items.map(({ id }) => id).join(' ')
    if (items.length < 2 || seen.has(same)) return false
    seen.add(same)
    return true
  })
}
