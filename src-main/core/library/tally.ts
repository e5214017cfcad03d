import type { Annotation, Author, Review } from '../../contract/entities'
import { documentVerdict } from '../review/verdict'
import type { StoredDocument } from '../review/replay'

/** What was done: a claim by its status, a flag by its reason and resolution, and so on. */
export type Deed =
  `claim/${string}` | `flag/${string}/${string}` | 'note' | 'accepted' | 'dismissed' | 'verdict' | 'cleared'

/** The work done on one document, counted: as small as it can be, because ten thousand are kept. */
export interface Tally {
  /** The week in which it came into the library. */
  readonly added: number
  /** Where it is cleared: the week of that, and the hours that it took. */
  readonly cleared?: { readonly week: number; readonly hours: number }
  readonly people: readonly (readonly [id: string, name: string])[]
  readonly rows: readonly (readonly [week: number, person: number, deed: Deed, count: number])[]
}

const DAY = 86_400_000
const HOUR = 3_600_000

/** The number of the week that a time is in: weeks begin on Monday, in UTC, and 0 is the one of 1 January 1970. */
export const weekOf = (time: string) => Math.floor((Math.floor(Date.parse(time) / DAY) + 3) / 7)

/** The Monday that a week begins with, YYYY-MM-DD. */
export const mondayOf = (week: number) => new Date((week * 7 - 3) * DAY).toISOString().slice(0, 10)

/** Counts what was done on a document; nothing for one in the trash. */
export function tallyOf({ document, earlier, review, trashed }: StoredDocument): Tally | undefined {
  if (trashed) return undefined
  const people = new Map<string, { number: number; name: string }>()
  const rows = new Map<string, [number, number, Deed, number]>()

  function count({ author, time, deed }: { author: Author; time: string; deed: Deed }): void {
    const person = people.get(author.id) ?? { number: people.size, name: author.name }
    people.set(author.id, person)
    const week = weekOf(time)
    const key = `${week} ${person.number} ${deed}`
    const row = rows.get(key)
    if (row) row[3] += 1
    else rows.set(key, [week, person.number, deed, 1])
  }

  for (const one of review.annotations) count({ author: one.author, time: one.createdAt, deed: deedOf(one) })
  for (const { author, createdAt } of review.replies) count({ author, time: createdAt, deed: 'note' })
  for (const { author, createdAt, outcome } of review.decisions) count({ author, time: createdAt, deed: outcome })
  for (const { author, updatedAt, value } of review.verdicts)
    count({ author, time: updatedAt, deed: value === 'cleared' ? 'cleared' : 'verdict' })
  const { importedAt } = (earlier[0] ?? document).origin
  const cleared = clearedAt(review)
  const hours = cleared ? Math.max(0, Date.parse(cleared) - Date.parse(importedAt)) / HOUR : 0
  return {
    added: weekOf(importedAt),
    ...(cleared && { cleared: { week: weekOf(cleared), hours: Math.round(hours * 10) / 10 } }),
    people: [...people].map(([id, { name }]) => [id, name]),
    rows: [...rows.values()],
  }
}

function deedOf(one: Annotation): Deed {
  if (one.kind === 'claim') return `claim/${one.status}`
  return one.kind === 'flag' ? `flag/${one.reason}/${one.resolution}` : 'note'
}

/** When the verdict that stands was given, where it is “cleared”. */
function clearedAt({ verdicts }: Review): string | undefined {
  if (documentVerdict(verdicts, false) !== 'cleared') return undefined
  return verdicts
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1)
}
