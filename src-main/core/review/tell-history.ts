import type { Annotation, Change, Decision, Patch, Reply, Source } from '../../contract/entities'
import type { ChangedField, ToldChange } from '../../contract/history'
import type { History } from './history'
import { differing, said, type Shared } from './three-way'
import type { ReviewState } from './state'

/** Changes that are told; those before them stay done. */
const MOST = 300
/** UTF-16 code units of words. */
const WORDS = 300

/** What was done, newest first, with what was taken back and can be done again before it. */
export function tellHistory({ changes, undone }: History, state: ReviewState): ToldChange[] {
  const done = changes.length - undone
  return changes
    .map((change, index) => tell(change, state, index >= done))
    .slice(-MOST)
    .reverse()
}

function tell({ id, op, label, author, createdAt, patches }: Change, state: ReviewState, undone: boolean): ToldChange {
  const things = patches.filter(({ collection }) => collection !== 'removals')
  // What came with a text or a copy is about all of it.
  const isWhole = op === 'revise' || op === 'merge'
  const annotation = isWhole ? undefined : annotationOf(things, state)
  const [first] = things
  return {
    id,
    op,
    ...(label !== undefined && { label }),
    author,
    createdAt,
    ...(undone && { undone }),
    ...(annotation && state.annotations.has(annotation.id) && { annotation: annotation.id }),
    ...(annotation && { kind: annotation.kind }),
    words: (isWhole ? '' : wordsOf(things, annotation)).slice(0, WORDS),
    things: new Set(things.map((patch) => patch.id)).size,
    fields: first && !isWhole ? fieldsOf(first) : [],
  }
}

/** The annotation that a change made, changed or took away, or that it answered. */
function annotationOf(things: readonly Patch[], { annotations }: ReviewState): Annotation | undefined {
  for (const { collection, before, after } of things) {
    if (collection === 'annotations') return (after ?? before) as Annotation
    if (collection === 'replies') {
      const found = annotations.get(((after ?? before) as Reply).annotation)
      if (found) return found
    }
  }
  return undefined
}

function wordsOf(things: readonly Patch[], annotation: Annotation | undefined): string {
  if (annotation) return annotation.anchor.exact
  for (const { collection, before, after } of things) {
    if (collection === 'decisions') return ((after ?? before) as Decision).exact
    if (collection === 'sources') return ((after ?? before) as Source).citation
  }
  return ''
}

/** What was changed of a thing that was there before; what is new or gone is told by its words. */
function fieldsOf({ collection, before, after }: Patch): ChangedField[] {
  if (collection === 'verdicts') return [{ name: 'verdict', before: before?.value, after: after?.value }]
  if (!before || !after || !['annotations', 'replies', 'sources'].includes(collection)) return []
  const [was, is] = [before as Shared, after as Shared]
  const [old, now] = [said(was), said(is)]
  return differing(was, is).map((name) => ({ name, before: old[name], after: now[name] }))
}
