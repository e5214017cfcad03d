import type { FlagReason } from '@contract/taxonomies'
import { byPlace } from '../../text/interval-index'
import type { Proposed } from '../../text/marks'

export interface QueueFilter {
  readonly kind: 'all' | Proposed['kind']
  readonly reason: 'all' | FlagReason
  /** 0 to 1. */
  readonly minimumScore: number
  readonly order: 'text' | 'score'
}

export const WHOLE_QUEUE: QueueFilter = { kind: 'all', reason: 'all', minimumScore: 0, order: 'text' }

/** The suggestions a run goes through: those that pass the filter, in the order asked for. */
export function queueOf(suggestions: readonly Proposed[], filter: QueueFilter): Proposed[] {
  const { kind, reason, minimumScore, order } = filter
  const wanted = suggestions.filter(
    (item) =>
      (kind === 'all' || item.kind === kind) &&
      (reason === 'all' || item.reason === reason) &&
      item.score >= minimumScore,
  )
  return order === 'score' ? wanted.sort((a, b) => b.score - a.score || byPlace(a, b)) : wanted.sort(byPlace)
}

/**
 * The item to go to once `gone` has left the queue: the one that stood after it or, at the end, the first
 * of those that were passed over.
 *
 * @param before the queue as it was with `gone` in it
 */
export function nextAfter(before: readonly Proposed[], now: readonly Proposed[], gone: string): Proposed | undefined {
  const left = new Set(now.map((item) => item.id))
  const from = before.findIndex((item) => item.id === gone)
  return before.slice(from + 1).find((item) => left.has(item.id)) ?? now[0]
}
