import type { DocumentSummary } from '../../contract/api'
import type { Shelf, StoryFilter } from '../../contract/story-filter'
import type { VerdictValue } from '../../contract/taxonomies'
import { sameLabel } from '../review/filing'

/** What is left to do, in the order of its urgency. */
export const ITEM_SHELVES = ['must-fix', 'unsourced', 'recheck', 'open-flags', 'suggestions'] as const
export type ItemShelf = (typeof ITEM_SHELVES)[number]

const DAY = 86_400_000

const ITEMS: Record<ItemShelf, (story: DocumentSummary) => number> = {
  suggestions: ({ counts }) => counts.suggestions,
  'must-fix': ({ counts }) => counts.mustFix,
  'open-flags': ({ counts }) => counts.openFlags,
  unsourced: ({ counts }) => Math.max(0, counts.claims - counts.sourced),
  recheck: ({ recheck }) => recheck ?? 0,
}

/** The shelves of folders and of tags are named after them. */
export const folderShelf = (name: string): Shelf => `folder/${name}`
export const tagShelf = (name: string): Shelf => `tag/${name}`

/** The folder or the tag that a shelf is of. */
export function labelOf(shelf: Shelf): { kind: 'folder' | 'tag'; name: string } | undefined {
  const [kind, name] = [shelf.slice(0, shelf.indexOf('/')), shelf.slice(shelf.indexOf('/') + 1)]
  return kind === 'folder' || kind === 'tag' ? { kind, name } : undefined
}

export function inShelf(story: DocumentSummary, shelf: Shelf): boolean {
  if (shelf === 'trash') return story.trashed
  if (story.trashed) return false
  if (shelf === 'all') return true
  if (isItems(shelf)) return ITEMS[shelf](story) > 0
  const label = labelOf(shelf)
  if (!label) return story.verdict === shelf
  return label.kind === 'folder' ? sameLabel(story.folder ?? '', label.name) : hasTag(story, label.name)
}

/** @param now ISO 8601 */
export function passes(story: DocumentSummary, filter: StoryFilter, now: string): boolean {
  const { shelf, language, source, reviewer, tag, days } = filter
  return (
    (shelf === undefined || inShelf(story, shelf)) &&
    (language === undefined || story.language === language) &&
    (source === undefined || (story.source ?? '') === source) &&
    (reviewer === undefined || (story.reviewers?.includes(reviewer) ?? false)) &&
    (tag === undefined || hasTag(story, tag)) &&
    (days === undefined || Date.parse(story.changedAt) >= Date.parse(now) - days * DAY)
  )
}

const hasTag = ({ tags = [] }: DocumentSummary, name: string) => tags.some((tag) => sameLabel(tag, name))

export interface ShelfCounts {
  /** Stories for verdicts, items for what is left to do. */
  readonly fixed: Readonly<Record<'all' | 'trash' | VerdictValue | ItemShelf, number>>
  /** Stories, by the names of folders and of tags. */
  readonly folders: ReadonlyMap<string, number>
  readonly tags: ReadonlyMap<string, number>
}

/** What stands beside each shelf. One pass over the library. */
export function shelfCounts(stories: Iterable<DocumentSummary>): ShelfCounts {
  const fixed = {
    all: 0,
    trash: 0,
    'not-started': 0,
    'in-review': 0,
    'changes-needed': 0,
    cleared: 0,
    spiked: 0,
    suggestions: 0,
    'must-fix': 0,
    'open-flags': 0,
    unsourced: 0,
    recheck: 0,
  }
  const folders = new Map<string, number>()
  const tags = new Map<string, number>()
  for (const story of stories) {
    if (story.trashed) {
      fixed.trash += 1
      continue
    }
    fixed.all += 1
    fixed[story.verdict] += 1
    for (const shelf of ITEM_SHELVES) fixed[shelf] += ITEMS[shelf](story)
    if (story.folder) folders.set(story.folder, (folders.get(story.folder) ?? 0) + 1)
    for (const tag of story.tags ?? []) tags.set(tag, (tags.get(tag) ?? 0) + 1)
  }
  return { fixed, folders, tags }
}

const isItems = (shelf: Shelf): shelf is ItemShelf => (ITEM_SHELVES as readonly string[]).includes(shelf)
