const DAY = 86_400_000

/** How many backups of a document are kept, however old. */
const LAST = 10
const DAYS = 7
const WEEKS = 4

/**
 * Which backups to keep: the last ten made, one of each of the last seven days, and one of each of the last four weeks,
 * the latest each. A clock that was put back changes the times, not the order: what was made last is always kept.
 *
 * @param times milliseconds, of the last one made first
 * @returns positions in `times`
 */
export function backupsToKeep(times: readonly number[], now: number): Set<number> {
  const keep = new Set(times.slice(0, LAST).keys())
  keepOneOfEach(DAY, DAYS)
  keepOneOfEach(7 * DAY, WEEKS)
  return keep

  function keepOneOfEach(span: number, spans: number): void {
    const seen = new Set<number>()
    times.forEach((time, position) => {
      const age = Math.max(0, Math.floor((now - time) / span))
      if (age >= spans || seen.has(age)) return
      seen.add(age)
      keep.add(position)
    })
  }
}
