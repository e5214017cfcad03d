const DAY = 86_400_000

/** How many backups of a document are kept, however old. */
const LAST = 10
const DAYS = 7
const WEEKS = 4

/**
 * Which backups to keep: the last ten, the newest of each of the last seven days, and the newest of each of the last
 * four weeks. Times are milliseconds; those in the future, after a clock was put back, count as new.
 */
export function backupsToKeep(times: readonly number[], now: number): Set<number> {
  const newestFirst = [...times].sort((a, b) => b - a)
  const keep = new Set(newestFirst.slice(0, LAST))
  keepNewestOfEach(DAY, DAYS)
  keepNewestOfEach(7 * DAY, WEEKS)
  return keep

  function keepNewestOfEach(span: number, spans: number): void {
    const seen = new Set<number>()
    for (const time of newestFirst) {
      const age = Math.max(0, Math.floor((now - time) / span))
      if (age >= spans || seen.has(age)) continue
      seen.add(age)
      keep.add(time)
    }
  }
}
