import type { Annotation, Patch, Reply, Source } from '../../contract/entities'
import type { Brought, BroughtItem } from '../../contract/revisions'
import { canonical } from './canonical'
import type { History } from './history'

/** Fields that say where and when, not what. */
const UNSAID = new Set(['anchor', 'revision', 'placing', 'seenIn', 'updatedAt', 'createdAt'])

/** What the last merge that stands brought into a review, in the order it came. Nothing where there was none. */
export function broughtBy({ changes, undone }: History): Brought | undefined {
  const merge = changes.slice(0, changes.length - undone).findLast(({ op }) => op === 'merge')
  if (!merge) return undefined
  const items = merge.patches.flatMap((patch) => item(patch) ?? [])
  return items.length === 0 ? undefined : { change: merge.id, at: merge.createdAt, items }
}

function item({ collection, id, before, after }: Patch): BroughtItem | undefined {
  switch (collection) {
    case 'annotations': {
      const [was, is] = [before as Annotation | undefined, after as Annotation | undefined]
      if (is && !was) return { id, what: 'added', annotation: id, by: is.author }
      if (was && !is) return { id, what: 'removed', by: undefined, words: was.anchor.exact, kind: was.kind }
      const fields = was && is ? changedFields(was, is) : []
      return fields.length > 0 ? { id, what: 'changed', annotation: id, by: undefined, fields } : undefined
    }
    case 'replies': {
      const reply = after as Reply | undefined
      // A reading of a field waits for a choice, and is listed for that.
      if (!reply || before || reply.reading) return undefined
      return { id, what: 'answered', annotation: reply.annotation, by: reply.author, words: reply.body }
    }
    case 'sources': {
      const source = after as Source | undefined
      return source && !before ? { id, what: 'sourced', by: source.author, words: source.citation } : undefined
    }
    default:
      return undefined
  }
}

function changedFields(was: Annotation, is: Annotation): string[] {
  const [old, now] = [was as Record<string, unknown>, is as Record<string, unknown>]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (name) => !UNSAID.has(name) && canonical(old[name] ?? null) !== canonical(now[name] ?? null),
  )
}
