import type { DocumentSummary } from '@contract/api'

/** What the window's own drags carry: ids of stories, one a line. Dragged files have another type. */
const STORIES = 'application/x-bluepencil-stories'

/** Begins a drag of stories. */
export function dragStories(transfer: DataTransfer | null, stories: readonly DocumentSummary[]): void {
  if (!transfer) return
  transfer.setData(STORIES, stories.map(({ id }) => id).join('\n'))
  transfer.effectAllowed = 'move'
}

export const hasStories = (transfer: DataTransfer | null) => transfer?.types.includes(STORIES) ?? false

/** The stories of a drag that ends here. */
export function draggedStories(
  transfer: DataTransfer | null,
  known: readonly DocumentSummary[],
): readonly DocumentSummary[] {
  const ids = new Set((transfer?.getData(STORIES) ?? '').split('\n'))
  return known.filter(({ id }) => ids.has(id))
}
