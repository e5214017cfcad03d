import type { Annotation } from '@contract/entities'
import { CLAIM_STATUSES, SEVERITIES } from '@contract/taxonomies'
import type { ListFilter, ListOrder } from '../../state/desk.svelte'

/** Which filters a list of annotations offers, by the inspector's tab. */
export const LIST_FILTERS = {
  claims: ['all', 'unsourced', 'unchecked'],
  flags: ['all', 'open', 'must-fix', 'settled'],
  notes: ['all', 'comments', 'highlights', 'open', 'mine'],
} as const satisfies Record<string, readonly ListFilter[]>

/** The annotations that pass the filter, in the order asked for. `list` is in the order of the text. */
export function listView(
  list: readonly Annotation[],
  filter: ListFilter,
  order: ListOrder,
  me: string | undefined,
): readonly Annotation[] {
  const wanted = filter === 'all' ? list : list.filter((annotation) => passes(annotation, filter, me))
  if (order === 'newest') return [...wanted].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
  if (order === 'status') return [...wanted].sort((a, b) => rank(a) - rank(b))
  return wanted
}

function passes(annotation: Annotation, filter: ListFilter, me: string | undefined): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'open':
      return annotation.kind === 'flag'
        ? annotation.resolution === 'open'
        : annotation.kind === 'comment' && !annotation.resolved
    case 'settled':
      return annotation.kind === 'flag' && annotation.resolution !== 'open'
    case 'unsourced':
      return annotation.kind === 'claim' && annotation.citations.length === 0
    case 'unchecked':
      return annotation.kind === 'claim' && annotation.status === 'unchecked'
    case 'must-fix':
      return annotation.kind === 'flag' && annotation.severity === 'must-fix' && annotation.resolution === 'open'
    case 'comments':
      return annotation.kind === 'comment'
    case 'highlights':
      return annotation.kind === 'highlight'
    case 'mine':
      return annotation.kind === 'comment' && !annotation.resolved && annotation.author.id === me
  }
}

/** What needs somebody first. */
function rank(annotation: Annotation): number {
  switch (annotation.kind) {
    case 'claim':
      return CLAIM_STATUSES.indexOf(annotation.status)
    case 'flag':
      return (annotation.resolution === 'open' ? 0 : 10) + SEVERITIES.indexOf(annotation.severity)
    case 'comment':
      return annotation.resolved ? 1 : 0
    case 'highlight':
      return 2
  }
}
