import type { Statistics } from '../../contract/statistics'
import { CLAIM_STATUSES, FLAG_REASONS, type FlagReason, type FlagResolution } from '../../contract/taxonomies'
import { mondayOf, type Deed, type Tally } from './tally'

type Week = Statistics['weeks'][number]
type Reviewer = Statistics['reviewers'][number]
type Reason = Statistics['reasons'][number]

/** A claim that nobody has come to an end with. */
const UNSETTLED: readonly string[] = ['unchecked', 'in-progress']
/** Weeks without any work before the first or after the last are left out; between them there are at most so many. */
const MOST_WEEKS = 1_000

/**
 * The tallies of many documents as one. Linear in their rows.
 *
 * @param since the number of the first week that counts
 */
export function sumUp(tallies: Iterable<Tally>, since = -Infinity): Omit<Statistics, 'complete'> {
  const weeks = new Map<number, Week>()
  const reviewers = new Map<string, Reviewer>()
  const reasons = new Map<FlagReason, Reason>()
  const statuses = new Map<string, number>()
  const hours: number[] = []
  let stories = 0

  const weekOf = (number: number) => at(weeks, number, () => emptyWeek(number))
  for (const { added, cleared, people, rows } of tallies) {
    stories++
    if (added >= since) weekOf(added).added++
    if (cleared && cleared.week >= since) {
      weekOf(cleared.week).cleared++
      hours.push(cleared.hours)
    }
    const busy = new Set<number>()
    for (const [week, person, deed, count] of rows) {
      if (week < since) continue
      const [id = '', name = ''] = people[person] ?? []
      const reviewer = at(reviewers, id, () => emptyReviewer(id, name))
      if (!busy.has(person)) reviewer.stories++
      busy.add(person)
      addDeed(deed, count, weekOf(week), reviewer)
      const [kind, first, resolution] = deed.split('/')
      if (kind === 'claim') statuses.set(first as string, (statuses.get(first as string) ?? 0) + count)
      if (kind === 'flag')
        at(reasons, first as FlagReason, () => emptyReason(first as FlagReason))[resolution as FlagResolution] += count
    }
  }
  return {
    stories,
    weeks: inRow(weeks),
    reviewers: [...reviewers.values()].sort((a, b) => b.stories - a.stories || (a.name < b.name ? -1 : 1)),
    reasons: FLAG_REASONS.flatMap((reason) => reasons.get(reason) ?? []).sort((a, b) => sumOf(b) - sumOf(a)),
    statuses: CLAIM_STATUSES.flatMap((status) => {
      const claims = statuses.get(status)
      return claims ? [{ status, claims }] : []
    }),
    clearing: { stories: hours.length, ...(hours.length > 0 && { medianHours: medianOf(hours) }) },
  }
}

function addDeed(deed: Deed, count: number, week: Week, reviewer: Reviewer): void {
  const [kind, status = ''] = deed.split('/')
  if (kind === 'claim') {
    week.claims += count
    reviewer.claims += count
    if (!UNSETTLED.includes(status)) reviewer.settled += count
  } else if (kind === 'flag') {
    week.flags += count
    reviewer.flags += count
  } else if (kind === 'note') {
    week.notes += count
    reviewer.notes += count
  } else if (kind === 'accepted' || kind === 'dismissed') {
    week.decided += count
    reviewer[kind] += count
  } else if (kind === 'cleared') reviewer.cleared += count
}

/** The weeks from the first with any work to the last, those between filled in. */
function inRow(weeks: ReadonlyMap<number, Week>): Week[] {
  if (weeks.size === 0) return []
  const last = Math.max(...weeks.keys())
  const first = Math.max(Math.min(...weeks.keys()), last - MOST_WEEKS + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => weeks.get(first + at) ?? emptyWeek(first + at))
}

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}

const emptyWeek = (number: number): Week => ({
  from: mondayOf(number),
  added: 0,
  cleared: 0,
  claims: 0,
  flags: 0,
  notes: 0,
  decided: 0,
})
const emptyReviewer = (id: string, name: string): Reviewer => ({
  id,
  name,
  stories: 0,
  claims: 0,
  settled: 0,
  flags: 0,
  notes: 0,
  accepted: 0,
  dismissed: 0,
  cleared: 0,
})
const emptyReason = (reason: FlagReason): Reason => ({
  reason,
  open: 0,
  removed: 0,
  sourced: 0,
  rewritten: 0,
  stands: 0,
})
const sumOf = ({ open, removed, sourced, rewritten, stands }: Reason) => open + removed + sourced + rewritten + stands

function medianOf(values: number[]): number {
  values.sort((a, b) => a - b)
  const middle = values.length >> 1
  const [one = 0, other = one] = [values[middle], values[values.length % 2 ? middle : middle - 1]]
  return Math.round(((one + other) / 2) * 10) / 10
}
