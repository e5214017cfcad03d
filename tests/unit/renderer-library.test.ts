import { describe, expect, it } from 'vitest'
import type { DocumentSummary } from '../../src-main/contract/api'
import type { Shelf, StoryFilter } from '../../src-main/contract/story-filter'
import { inShelf, passes, shelfCounts } from '../../src-main/core/library/shelves'
import { passageRows } from '../../src-renderer/src/features/repeated/passage-rows'
import { chartOf } from '../../src-renderer/src/features/statistics/chart'
import { statisticsCsv } from '../../src-renderer/src/features/statistics/statistics-csv'
import { sortStories, type Sort } from '../../src-renderer/src/features/library/sorting'

interface Given {
  title: string
  verdict?: DocumentSummary['verdict']
  counts?: Partial<DocumentSummary['counts']>
  /** Hour of the day of the last change. */
  hour?: number
  trashed?: boolean
  more?: Partial<DocumentSummary>
}

function story({
  title,
  verdict = 'not-started',
  counts = {},
  hour = 0,
  trashed = false,
  more,
}: Given): DocumentSummary {
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
    ...more,
  }
}

const stories = [
  story({ title: 'Quay 10', verdict: 'in-review', counts: { claims: 4, sourced: 4, openFlags: 1 }, hour: 9 }),
  story({ title: 'quay 9', verdict: 'cleared', counts: { claims: 4, sourced: 1, openFlags: 5 }, hour: 11 }),
  story({
    title: 'Äpfel',
    counts: { suggestions: 7, openFlags: 1, mustFix: 1 },
    hour: 10,
    more: { folder: 'Garden', tags: ['fruit', 'wire'], language: 'de', reviewers: ['Ines Roth'], recheck: 2 },
  }),
  story({ title: 'Gone', verdict: 'cleared', counts: { suggestions: 99 }, hour: 12, trashed: true }),
]

describe('shelves', () => {
  it('counts stories for verdicts and items for what is left to do, none of them from the trash', () => {
    const { fixed, folders, tags } = shelfCounts(stories)
    expect([...folders]).toEqual([['Garden', 1]])
    expect([...tags]).toEqual([
      ['fruit', 1],
      ['wire', 1],
    ])
    expect(fixed).toEqual({
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
      recheck: 2,
    })
  })

  it.each<[Shelf, string[]]>([
    ['all', ['Quay 10', 'quay 9', 'Äpfel']],
    ['trash', ['Gone']],
    ['cleared', ['quay 9']],
    ['unsourced', ['quay 9']],
    ['must-fix', ['Äpfel']],
    ['recheck', ['Äpfel']],
    ['folder/garden', ['Äpfel']],
    ['tag/Wire', ['Äpfel']],
    ['tag/wir', []],
  ])('%s holds %j', (shelf, titles) => {
    expect(stories.filter((one) => inShelf(one, shelf)).map(({ title }) => title)).toEqual(titles)
  })
})

describe('a filter', () => {
  const now = '2026-10-20T10:30:00.000Z'
  it.each<[StoryFilter, string[]]>([
    [{}, ['Quay 10', 'quay 9', 'Äpfel', 'Gone']],
    [{ shelf: 'all', language: 'en' }, ['Quay 10', 'quay 9']],
    [{ reviewer: 'Ines Roth', tag: 'FRUIT' }, ['Äpfel']],
    [{ reviewer: 'Ines Roth', language: 'en' }, []],
    [{ shelf: 'all', source: '' }, ['Quay 10', 'quay 9', 'Äpfel']],
    [{ shelf: 'all', days: 6 }, ['quay 9']],
  ])('%j lets %j pass', (filter, titles) => {
    expect(stories.filter((one) => passes(one, filter, now)).map(({ title }) => title)).toEqual(titles)
  })
})

describe('passages of a house', () => {
  const found = [{ words: 'Sign up now', stories: 3, places: [] }]
  const known = (words: string) =>
    [{ id: 'k', words, is: 'boilerplate', author: { id: 'a', name: 'A', initials: '' }, createdAt: '' }] as const
  it('are told apart by what was said of them, also those that repeat no more', () => {
    expect(passageRows(found, [], 'open').map(({ words }) => words)).toEqual(['Sign up now'])
    expect(passageRows(found, known('SIGN UP, now'), 'open')).toEqual([])
    expect(passageRows(found, known('Gone'), 'boilerplate')).toEqual([
      { words: 'Gone', is: 'boilerplate', stories: 0, places: [] },
    ])
  })
})

describe('statistics', () => {
  it.each([
    [[0], [0, 1]],
    [
      [3, 7],
      [0, 2, 4, 6, 8],
    ],
    [
      [120, 30],
      [0, 50, 100, 150],
    ],
    [[9_800], [0, 5_000, 10_000]],
  ])('of %j are drawn on lines at %j', (values, lines) => {
    const chart = chartOf(values, { width: 100, height: 100 })
    expect(chart.lines.map(({ value }) => value)).toEqual(lines)
    const top = lines.at(-1) ?? 0
    chart.bars.forEach(({ y, height }, at) => {
      expect(height).toBeCloseTo((100 * (values[at] ?? 0)) / top)
      expect(y + height).toBeCloseTo(100)
    })
  })

  it('are saved as a table that no spreadsheet takes for formulas', () => {
    const person = { stories: 1, claims: 2, settled: 0, flags: 0, notes: 0, accepted: 0, dismissed: 0, cleared: 0 }
    const csv = statisticsCsv({
      complete: true,
      stories: 1,
      weeks: [],
      reviewers: [{ id: 'i', name: '=2+3, "Ines"', ...person }],
      reasons: [],
      statuses: [{ status: 'unchecked', claims: 2 }],
      clearing: { stories: 1, medianHours: 2.5 },
    })
    expect(csv.split('\r\n')).toEqual(
      expect.arrayContaining([
        'table,row,measure,count',
        'reviewer,"\'=2+3, ""Ines""",claims,2',
        'claim status,unchecked,claims,2',
        'clearing,,medianHours,2.5',
      ]),
    )
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
