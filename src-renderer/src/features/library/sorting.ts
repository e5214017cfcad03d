import type { DocumentSummary } from '@contract/api'
import { VERDICTS } from '@contract/taxonomies'
import { language } from '../../messages'

export interface Sort {
  readonly by: 'title' | 'verdict' | 'sourced' | 'flags' | 'changed'
  readonly descending: boolean
}

const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })

const COMPARE: Record<Sort['by'], (a: DocumentSummary, b: DocumentSummary) => number> = {
  title: (a, b) => collator.compare(a.title, b.title),
  verdict: (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict),
  sourced: (a, b) => share(a) - share(b),
  flags: (a, b) => a.counts.mustFix - b.counts.mustFix || a.counts.openFlags - b.counts.openFlags,
  // ISO times in UTC sort as text, and comparing them as such is quick.
  changed: (a, b) => (a.changedAt < b.changedAt ? -1 : a.changedAt > b.changedAt ? 1 : 0),
}

/** A sorted copy; equal ones are ordered by their last change, newest first. */
export function sortStories(stories: readonly DocumentSummary[], { by, descending }: Sort): readonly DocumentSummary[] {
  const compare = COMPARE[by]
  const way = descending ? -1 : 1
  return stories.toSorted((a, b) => way * compare(a, b) || COMPARE.changed(b, a))
}

/** Stories without claims come before those with none sourced. */
const share = ({ counts }: DocumentSummary) => (counts.claims === 0 ? -1 : counts.sourced / counts.claims)
