import type { DocumentSummary } from '@contract/api'
import { VERDICTS, type VerdictValue } from '@contract/taxonomies'

export const ITEM_SHELVES = ['suggestions', 'must-fix', 'open-flags', 'unsourced'] as const
type ItemShelf = (typeof ITEM_SHELVES)[number]

/** A way to look at the library: everything, a verdict, what is left to do, or the trash. */
export type Shelf = 'all' | VerdictValue | ItemShelf | 'trash'

export const VERDICT_SHELVES: readonly VerdictValue[] = VERDICTS

const ITEMS: Record<ItemShelf, (counts: DocumentSummary['counts']) => number> = {
  suggestions: (counts) => counts.suggestions,
  'must-fix': (counts) => counts.mustFix,
  'open-flags': (counts) => counts.openFlags,
  unsourced: (counts) => Math.max(0, counts.claims - counts.sourced),
}

export function inShelf(story: DocumentSummary, shelf: Shelf): boolean {
  if (shelf === 'trash') return story.trashed
  if (story.trashed) return false
  if (shelf === 'all') return true
  return isItems(shelf) ? ITEMS[shelf](story.counts) > 0 : story.verdict === shelf
}

/** What stands beside each shelf: stories for verdicts, items for what is left to do. One pass over the library. */
export function shelfCounts(stories: readonly DocumentSummary[]): Record<Shelf, number> {
  const counts = Object.fromEntries(
    ['all', 'trash', ...VERDICT_SHELVES, ...ITEM_SHELVES].map((shelf) => [shelf, 0]),
  ) as Record<Shelf, number>
  for (const story of stories) {
    if (story.trashed) {
      counts.trash += 1
      continue
    }
    counts.all += 1
    counts[story.verdict] += 1
    for (const shelf of ITEM_SHELVES) counts[shelf] += ITEMS[shelf](story.counts)
  }
  return counts
}

const isItems = (shelf: Shelf): shelf is ItemShelf => (ITEM_SHELVES as readonly string[]).includes(shelf)
