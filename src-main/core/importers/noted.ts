import type { Author, Comment } from '../../contract/entities'
import { textDigest } from '../text/digest'
import type { Range } from '../text/model'
import { anchorAt } from '../text/selectors'

/** What is used where a file does not say when something was noted. */
export const NO_TIME = '1970-01-01T00:00:00.000Z'

/** Signs what somebody did with a program that does not say who. */
export const SOMEBODY: Author = { id: 'somebody', name: 'Somebody', initials: '?' }

/** An id made of what a note says, so that the same file read twice gives the same note. */
export function noteId(...parts: readonly string[]): string {
  return `n${textDigest(parts.join('\u001f')).slice(0, 31)}`
}

/** Somebody a file names. Who has the same name is taken for the same person. */
export function personNamed(name: string | undefined, initials?: string): Author {
  const shown = (name ?? '').replace(/\s+/gu, ' ').trim().slice(0, 200) || 'Unknown'
  const letters = initials?.trim() || [...shown.matchAll(/(?:^|\s)(\p{L})/gu)].map((match) => match[1]).join('')
  return { id: `p${textDigest(shown).slice(0, 31)}`, name: shown, initials: [...letters].slice(0, 4).join('') }
}

/** A time as a file has it, in UTC; a time without a zone is taken as UTC. */
export function noteTime(written: string | undefined, otherwise = NO_TIME): string {
  const text = written?.trim() ?? ''
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return otherwise
  const zoned = /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`
  const time = Date.parse(zoned.replace(/(\.\d{3})\d+/, '$1'))
  return Number.isNaN(time) ? otherwise : new Date(time).toISOString()
}

/**
 * The words that a note is about: without white space at its ends; for a note on a point, the word before it, else the
 * one after it.
 *
 * @returns undefined where the text has no words at all
 */
export function notedRange(text: string, start: number, end: number): Range | undefined {
  const inside = text.slice(start, end)
  const lead = inside.length - inside.trimStart().length
  if (lead < inside.length) return { start: start + lead, end: start + inside.trimEnd().length }
  const before = text.slice(Math.max(0, start - 2_000), start).trimEnd()
  const to = Math.max(0, start - 2_000) + before.length
  if (before) return { start: to - (/\S+$/u.exec(before)?.[0].length ?? 0), end: to }
  const after = /\S+/u.exec(text.slice(end, end + 2_000))
  return after ? { start: end + after.index, end: end + after.index + after[0].length } : undefined
}

/** A comment as another program wrote it. */
export interface Noted extends Range {
  readonly author: Author
  /** ISO 8601, UTC. */
  readonly time: string
  readonly body: string
  readonly resolved?: boolean
}

/** @returns undefined where the text has no words to put it on */
export function commentOf(text: string, noted: Noted): Comment | undefined {
  const range = notedRange(text, noted.start, noted.end)
  if (!range) return undefined
  const { author, time, body } = noted
  return {
    id: noteId('comment', author.name, time, body, String(range.start), String(range.end)),
    kind: 'comment',
    anchor: anchorAt(text, range.start, range.end),
    revision: 1,
    note: body.slice(0, 100_000),
    resolved: noted.resolved ?? false,
    author,
    createdAt: time,
    updatedAt: time,
  }
}
