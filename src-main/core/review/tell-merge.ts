import type { Annotation, Review } from '../../contract/entities'
import { count, VERDICT_WORDS } from '../exporters/words'
import { canonical } from './canonical'
import type { Conflict } from './conflicts'
import { reviewState } from './state'

/** What taking something in did to a review, in sentences for people. Nothing where it did nothing. */
export function tellMerge(before: Review, after: Review, conflicts: readonly Conflict[]): string[] {
  const was = reviewState(before)
  const fresh = after.annotations.filter(({ id }) => !was.annotations.has(id))
  const changed = after.annotations.flatMap((now) => {
    const old = was.annotations.get(now.id)
    return old && canonical(old) !== canonical(now) ? [{ old, now }] : []
  })
  const closed = changed.filter(({ old, now }) => isOpen(old) && !isOpen(now))
  const still = new Set(after.annotations.map(({ id }) => id))
  const removed = before.annotations.filter(({ id }) => !still.has(id)).length
  const replies = after.replies.filter(({ id }) => !was.replies.has(id))
  const sources = after.sources.filter(({ id }) => !was.sources.has(id)).length
  const decisions = after.decisions.filter(({ id }) => !was.decisions.has(id)).length
  const verdicts = after.verdicts.filter(({ id, updatedAt }) => was.verdicts.get(id)?.updatedAt !== updatedAt)
  return [
    ...tally(fresh, ({ kind }) => kind).map((said) => `${said} added.`),
    ...tally(replies, () => 'reply').map((said) => `${said} added.`),
    ...passive(closed.length, 'thread', 'resolved'),
    ...passive(changed.length - closed.length, 'annotation', 'changed'),
    ...passive(removed, 'annotation', 'removed'),
    ...passive(sources, 'source', 'added'),
    ...passive(decisions, 'decision on suggestions', 'added', 'decisions on suggestions'),
    ...verdicts.map(({ author, value }) => `${author.name}’s verdict: ${VERDICT_WORDS[value]}.`),
    ...(canonical(before.labels ?? []) === canonical(after.labels ?? []) ? [] : ['Its folder or tags were changed.']),
    ...clashes(conflicts.length),
  ]
}

/** "3 comments by Ines Roth were", by author and noun, in the order they come. */
function tally<T extends { author: { name: string } }>(made: readonly T[], nounOf: (one: T) => string): string[] {
  const groups = new Map<string, { noun: string; name: string; number: number }>()
  for (const one of made) {
    const key = `${nounOf(one)} ${one.author.name}`
    const group = groups.get(key) ?? { noun: nounOf(one), name: one.author.name, number: 0 }
    groups.set(key, { ...group, number: group.number + 1 })
  }
  return [...groups.values()].map(
    ({ noun, name, number }) => `${counted(number, noun)} by ${name} ${number === 1 ? 'was' : 'were'}`,
  )
}

const counted = (number: number, noun: string) =>
  noun === 'reply' && number !== 1 ? `${number} replies` : count(number, noun)

function passive(number: number, noun: string, done: string, plural = `${noun}s`): string[] {
  if (number <= 0) return []
  return [number === 1 ? `1 ${noun} was ${done}.` : `${number} ${plural} were ${done}.`]
}

const isOpen = (one: Annotation) =>
  one.kind === 'comment' ? !one.resolved : one.kind === 'flag' && one.resolution === 'open'

function clashes(number: number): string[] {
  if (number === 0) return []
  return number === 1
    ? ['One thing was changed on both sides: one version stands, and a note worded otherwise is kept as a reply.']
    : [
        `${number} things were changed on both sides: one version of each stands, and notes worded otherwise are kept as replies.`,
      ]
}
