import { describe, expect, it } from 'vitest'
import type { DocumentSummary } from '../../src-main/contract/api'
import { inShelf, shelfCounts, type Shelf } from '../../src-renderer/src/features/library/shelves'
import { sortStories, type Sort } from '../../src-renderer/src/features/library/sorting'

interface Given {
  title: string
  verdict?: DocumentSummary['verdict']
  counts?: Partial<DocumentSummary['counts']>
  /** Hour of the day of the last change. */
  hour?: number
  trashed?: boolean
}

function story({ title, verdict = 'not-started', counts = {}, hour = 0, trashed = false }: Given): DocumentSummary {
  const changedAt = `2026-10-14T${String(hour).padStart(2, '0')}:00:00.000Z`
  return {
    id: title,
    title,
    language: 'en',
    fileName: `${title}.txt`,
    mediaType: 'text/plain',
    sha256: '0'.repeat(64),
    words: 1,
    importedAt: changedAt,
    changedAt,
    verdict,
    counts: { suggestions: 0, claims: 0, sourced: 0, openFlags: 0, mustFix: 0, comments: 0, highlights: 0, ...counts },
    barcode: '',
    trashed,
  }
}

const stories = [
  story({ title: 'Quay 10', verdict: 'in-review', counts: { claims: 4, sourced: 4, openFlags: 1 }, hour: 9 }),
  story({ title: 'quay 9', verdict: 'cleared', counts: { claims: 4, sourced: 1, openFlags: 5 }, hour: 11 }),
  story({ title: 'Äpfel', counts: { suggestions: 7, openFlags: 1, mustFix: 1 }, hour: 10 }),
  story({ title: 'Gone', verdict: 'cleared', counts: { suggestions: 99 }, hour: 12, trashed: true }),
]

describe('shelves', () => {
  it('counts stories for verdicts and items for what is left to do, none of them from the trash', () => {
    expect(shelfCounts(stories)).toEqual({
      all: 3,
      trash: 1,
      'not-started': 1,
      'in-review': 1,
      'changes-needed': 0,
      cleared: 1,
      spiked: 0,
      suggestions: 7,
      'must-fix': 1,
      'open-flags': 7,
      unsourced: 3,
    })
  })

  it.each<[Shelf, string[]]>([
    ['all', ['Quay 10', 'quay 9', 'Äpfel']],
    ['trash', ['Gone']],
    ['cleared', ['quay 9']],
    ['unsourced', ['quay 9']],
    ['must-fix', ['Äpfel']],
  ])('%s holds %j', (shelf, titles) => {
    expect(stories.filter((one) => inShelf(one, shelf)).map(({ title }) => title)).toEqual(titles)
  })
})

describe('sorting', () => {
  it.each<[Sort['by'], boolean, string[]]>([
    ['title', false, ['Äpfel', 'Gone', 'quay 9', 'Quay 10']],
    ['changed', true, ['Gone', 'quay 9', 'Äpfel', 'Quay 10']],
    ['flags', true, ['Äpfel', 'quay 9', 'Quay 10', 'Gone']],
    ['sourced', false, ['Gone', 'Äpfel', 'quay 9', 'Quay 10']],
    ['verdict', true, ['Gone', 'quay 9', 'Quay 10', 'Äpfel']],
  ])('by %s, descending %s', (by, descending, titles) => {
    expect(sortStories(stories, { by, descending }).map(({ title }) => title)).toEqual(titles)
  })
})
