import type { DocumentSummary } from '@contract/api'
import type { Shelf, StoryFilter } from '@contract/story-filter'
import { labelOf, type ItemShelf } from '@core/library/shelves'
import type { VerdictValue } from '@contract/taxonomies'
import { language, t } from '../../messages'

/** How long ago a story was changed at most, in days. */
export const PERIODS = [7, 30, 90, 365] as const
type Period = (typeof PERIODS)[number]

export type FilterPart = keyof Omit<StoryFilter, 'shelf'>
type Chosen = Exclude<FilterPart, 'days'>

/** Values of each part that a person may choose from at most, the commonest. */
const MOST = 200

interface Choice {
  readonly value: string
  readonly label: string
}

/** What there is to choose from, the commonest first; a part with but one value narrows nothing down. */
export function filterChoices(stories: readonly DocumentSummary[]): Record<Chosen, readonly Choice[]> {
  const counts: Record<Chosen, Map<string, number>> = {
    language: new Map(),
    source: new Map(),
    reviewer: new Map(),
    tag: new Map(),
  }
  const count = (part: Chosen, value: string) => counts[part].set(value, (counts[part].get(value) ?? 0) + 1)
  for (const { language, source, reviewers = [], tags = [] } of stories) {
    count('language', language)
    count('source', source ?? '')
    for (const reviewer of reviewers) count('reviewer', reviewer)
    for (const tag of tags) count('tag', tag)
  }
  const choicesOf = (part: Chosen, least: number) =>
    counts[part].size < least
      ? []
      : [...counts[part]]
          .sort(([, a], [, b]) => b - a)
          .slice(0, MOST)
          .map(([value, n]) => ({ value: `=${value}`, label: `${wordsOf(part, value)} (${n})` }))
  return {
    language: choicesOf('language', 2),
    source: choicesOf('source', 2),
    reviewer: choicesOf('reviewer', 1),
    tag: choicesOf('tag', 1),
  }
}

/** What is narrowed down by, each in a word or two. */
export function filterChips(filter: Omit<StoryFilter, 'shelf'>): { part: FilterPart; label: string }[] {
  const parts: readonly Chosen[] = ['language', 'source', 'reviewer', 'tag']
  const chips = parts.flatMap((part) => {
    const value = filter[part]
    return value === undefined ? [] : [{ part, label: `${t(`filter.${part}`)}: ${wordsOf(part, value)}` }]
  })
  const { days } = filter
  return days === undefined
    ? chips
    : [...chips, { part: 'days' as const, label: `${t('filter.days')}: ${t(`filter.days.${days as Period}`)}` }]
}

const languages = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })

function wordsOf(part: Chosen, value: string): string {
  if (part === 'source' && value === '') return t('filter.noSource')
  if (part !== 'language') return value
  if (value === 'und') return t('filter.noLanguage')
  try {
    return languages.of(value) ?? value
  } catch {
    return value
  }
}

/** The name of a shelf as a person reads it. */
export function shelfName(shelf: Shelf): string {
  const label = labelOf(shelf)
  if (label) return label.name
  if (shelf === 'all' || shelf === 'trash' || isItem(shelf)) return t(`library.shelf.${shelf}`)
  return t(`verdict.${shelf as VerdictValue}`)
}

const isItem = (shelf: Shelf): shelf is ItemShelf =>
  ['must-fix', 'unsourced', 'recheck', 'open-flags', 'suggestions'].includes(shelf)
