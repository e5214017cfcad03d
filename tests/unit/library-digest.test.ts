import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import type { KnownPassage } from '../../src-main/contract/rules'
import { digestOf, LibraryDigest } from '../../src-main/core/library/digest'
import { digestFromBytes, digestToBytes } from '../../src-main/core/library/digest-file'
import { lineHash } from '../../src-main/core/library/lines'
import { repeatedLines } from '../../src-main/core/library/repeated'
import { sumUp } from '../../src-main/core/library/statistics'
import { mondayOf, tallyOf, weekOf } from '../../src-main/core/library/tally'
import { withKnownPassages } from '../../src-main/core/review/known-passages'
import { newStoredDocument } from '../../src-main/core/review/replay'
import type { App } from '../../src-main/services/app'
import { createEventHub } from '../../src-main/services/events'
import type { LibraryStore, SearchJob, Workers } from '../../src-main/services/ports'
import { createSearch } from '../../src-main/services/search'
import { openApp } from '../../src-main/shells/compose'
import { ADA, annotate, BEN, documentOf, reviewOf } from '../support/review-fixture'

const PROMPT = 'Sign up for our morning letter\nIt comes at seven, every day but Sunday.'
const STORIES = [
  `The ferry was late again.\n\n${PROMPT}\n\nNobody on the quay knew why.`,
  `The mill has a new wheel.\n\nOak, they say, from the hill.\n\n${PROMPT}`,
  `Sign up for our MORNING letter!\n\nThe council sat until midnight.`,
  'A story of its own, from the first word to the last.',
]

const stored = (text: string, id: string, more: Partial<ReturnType<typeof newStoredDocument>> = {}) => ({
  ...newStoredDocument(documentOf(text, { id }), '2026-10-15T09:30:00.000Z'),
  ...more,
})

function digestOfAll(texts: readonly string[]): LibraryDigest {
  const digest = new LibraryDigest()
  texts.forEach((text, at) => digest.put(digestOf(stored(text, `d${at}`))))
  return digest
}

describe('weeks', () => {
  test.each([
    ['1970-01-01T00:00:00.000Z', '1969-12-29'],
    ['2026-11-22T23:59:59.999Z', '2026-11-16'],
    ['2026-11-23T00:00:00.000Z', '2026-11-23'],
    ['2026-11-29T12:00:00.000Z', '2026-11-23'],
  ])('%s is in the week of %s', (time, monday) => {
    expect(mondayOf(weekOf(time))).toBe(monday)
  })
})

describe('statistics', () => {
  const TEXT = STORIES[0] as string
  const at = (day: string) => ({ createdAt: `2026-${day}T08:00:00.000Z`, updatedAt: `2026-${day}T08:00:00.000Z` })
  const review = reviewOf(
    [
      annotate('claim', TEXT, 'ferry', { ...at('10-15'), status: 'confirmed' }),
      annotate('claim', TEXT, 'late', { ...at('10-16'), author: BEN }),
      annotate('flag', TEXT, 'letter', { ...at('10-27'), reason: 'boilerplate', resolution: 'removed' }),
      annotate('comment', TEXT, 'quay', at('10-27')),
    ],
    { verdicts: [{ id: 'v', value: 'cleared', note: '', author: ADA, ...at('10-28') }] },
  )
  const tallies = () =>
    [stored(TEXT, 'd0', { review }), stored(TEXT, 'd1'), stored(TEXT, 'd2', { review, trashed: true })].flatMap(
      (one) => tallyOf(one) ?? [],
    )

  test('count what was done by week, by person, by reason, and how long clearing took; not what is in the trash', () => {
    const { weeks, reviewers, reasons, statuses, clearing, stories } = sumUp(tallies())
    expect(stories).toBe(2)
    expect(weeks).toEqual([
      { from: '2026-10-12', added: 2, cleared: 0, claims: 2, flags: 0, notes: 0, decided: 0 },
      { from: '2026-10-19', added: 0, cleared: 0, claims: 0, flags: 0, notes: 0, decided: 0 },
      { from: '2026-10-26', added: 0, cleared: 1, claims: 0, flags: 1, notes: 1, decided: 0 },
    ])
    expect(reviewers).toMatchObject([
      { name: ADA.name, stories: 1, claims: 1, settled: 1, flags: 1, notes: 1, cleared: 1 },
      { name: BEN.name, stories: 1, claims: 1, settled: 0 },
    ])
    expect(reasons).toEqual([{ reason: 'boilerplate', open: 0, removed: 1, sourced: 0, rewritten: 0, stands: 0 }])
    expect(statuses).toEqual([
      { status: 'unchecked', claims: 1 },
      { status: 'confirmed', claims: 1 },
    ])
    // From 15 October 9.30 to 28 October 8.00.
    expect(clearing).toEqual({ stories: 1, medianHours: 310.5 })
  })

  test('since a week leave out what was done before it', () => {
    const { weeks, reviewers, statuses } = sumUp(tallies(), weekOf('2026-10-27T00:00:00.000Z'))
    expect(weeks.map(({ from }) => from)).toEqual(['2026-10-26'])
    expect(reviewers.map(({ name }) => name)).toEqual([ADA.name])
    expect(statuses).toEqual([])
  })
})

describe('lines that repeat', () => {
  test('are found with their documents, those that come together as one', () => {
    const found = repeatedLines(digestOfAll(STORIES), { least: 2, most: 10, named: 10 })
    expect(found.map(({ count, documents }) => [count, documents])).toEqual([
      [3, ['d0', 'd1', 'd2']],
      [2, ['d0', 'd1']],
    ])
  })

  test('are counted without the document that asks, and not any more once it is gone', () => {
    const digest = digestOfAll(STORIES)
    const line = [lineHash('Sign up for our morning letter')]
    expect(digest.elsewhere('d0', line)).toEqual([2])
    expect(digest.elsewhere('new', line)).toEqual([3])
    digest.remove('d1')
    digest.put(digestOf(stored('Another text altogether.', 'd2')))
    expect(digest.elsewhere('new', line)).toEqual([1])
  })

  test('are the same after a turn over the disk; a file that was cut short is not taken', () => {
    const digest = digestOfAll(STORIES)
    const bytes = digestToBytes(digest)
    const back = digestFromBytes(bytes)
    expect(back?.documents).toEqual(digest.documents)
    expect(back?.counts).toEqual(digest.counts)
    for (const length of [0, 4, 15, 40, bytes.length - 8, bytes.length - 1])
      expect(digestFromBytes(bytes.slice(0, length))).toBeUndefined()
  })
})

describe('passages that a house knows', () => {
  const [text = ''] = STORIES
  const start = text.indexOf('Sign up')
  const end = start + PROMPT.length
  const passage = (is: KnownPassage['is']): KnownPassage => ({
    id: 'p',
    words: PROMPT.toUpperCase(),
    is,
    author: ADA,
    createdAt: '2026-10-15T09:30:00.000Z',
  })
  const suggested = {
    key: 'k',
    detector: 'insertions',
    kind: 'flag',
    reason: 'advertisement',
    start,
    end,
    score: 0.6,
    signals: [],
  } as const

  test('as boilerplate are proposed where nothing else was', () => {
    const [made] = withKnownPassages([], text, [passage('boilerplate')])
    expect(made).toMatchObject({ kind: 'flag', reason: 'boilerplate', start, end })
    expect(made?.signals[0]?.detail).toContain(ADA.name)
  })

  test('as boilerplate are cited by the suggestion that is there', () => {
    const found = withKnownPassages([{ ...suggested, signals: [] }], text, [passage('boilerplate')])
    expect(found).toMatchObject([{ key: 'k', score: 0.97, signals: [{ name: 'house-boilerplate' }] }])
  })

  test('as their own are not proposed for removal; other suggestions about them stay', () => {
    const vague = { ...suggested, key: 'v', reason: 'vague-attribution' as const, signals: [] }
    const found = withKnownPassages([{ ...suggested, signals: [] }, vague], text, [passage('ours')])
    expect(found.map(({ key }) => key)).toEqual(['v'])
  })
})

test('a thread that broke off has the library opened anew, and a document or two are not worth writing the index', async () => {
  const asked: string[] = []
  let fails = true
  const workers = {
    async search(job: SearchJob) {
      asked.push(job.op)
      if (job.op === 'find' && fails) throw new Error('gone')
      return job.op === 'find' ? { hits: [] } : { known: [] }
    },
  } as unknown as Workers
  const all = ['a', 'b']
  const store = {
    folder: '/',
    documents: async () => ({ all, stale: [] }),
    summaries: () => [],
  } as unknown as LibraryStore
  const search = createSearch({ store, workers, events: createEventHub(), clock: () => '', patient: true })
  await expect(search.find('ferry')).rejects.toThrow('gone')
  fails = false
  await search.find('ferry')
  await search.close()
  expect(asked).toEqual(['open', 'update', 'find', 'open', 'update', 'find'])
})

describe('a library', () => {
  let home: string
  let app: App
  const start = async () =>
    (app = await openApp({
      home,
      shell: { kind: 'browser', platform: 'test', mayReadPaths: true },
      workers: 'inline',
      author: ADA,
    }))
  async function call<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
    const result = await app.dispatcher.call(method, args)
    if (!result.ok) throw new Error(result.error.message + (result.error.detail ?? ''))
    return result.value as Value<M>
  }
  async function add(text: string, name: string): Promise<string> {
    const [imported] = await call('document.import', { files: [{ name, bytes: new TextEncoder().encode(text) }] })
    return imported?.document?.id ?? ''
  }
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'bluepencil-digest-'))
    await start()
  })
  afterEach(async () => {
    await app.close()
    await rm(home, { recursive: true, force: true })
  })

  test('names what repeats with its words and places, and flags it in each story once it is called boilerplate', async () => {
    const ids = []
    for (const [at, text] of STORIES.entries()) ids.push(await add(text, `s${at}.txt`))
    const { passages, complete } = await call('library.repeated', { least: 3 })
    expect(complete).toBe(true)
    expect(passages).toMatchObject([{ words: 'Sign up for our morning letter', stories: 3 }])
    for (const { document, start, end } of passages[0]?.places ?? []) {
      const opened = await call('document.open', { id: document })
      expect(opened.document.text.slice(start, end)).toMatch(/^Sign up for our morning letter/i)
    }
    const last = ids[2] ?? ''
    const cites = async () =>
      (await call('document.open', { id: last })).detection.suggestions.some(({ signals }) =>
        signals.some(({ name }) => name === 'house-boilerplate'),
      )
    expect(await cites()).toBe(false)
    await call('rules.passage', { words: passages[0]?.words ?? '', is: 'boilerplate' })
    expect(await cites()).toBe(true)
    await app.close()
    await start()
    expect(await cites()).toBe(true)
    await call('rules.passage', { words: passages[0]?.words.toUpperCase() ?? '' })
    expect(await cites()).toBe(false)
  })

  test('finds the words of a claim among the claims, and as text where one looks everywhere', async () => {
    const document = await add(STORIES[0] ?? '', 'a.txt')
    await call('review.do', { document, command: { op: 'claim', start: 0, end: 13, status: 'disputed' } })
    const where = async (scope: Partial<Args<'library.search'>>) =>
      (await call('library.search', { query: 'ferry', ...scope })).map(({ where, detail }) => [where, detail])
    expect(await where({})).toEqual([['text', undefined]])
    expect(await where({ where: ['claim'] })).toEqual([['claim', 'disputed']])
    expect(await where({ where: ['claim'], within: { shelf: 'cleared' } })).toEqual([])
  })

  test('sums up what was done in a folder alone, and finds a story in the session that brought it', async () => {
    expect(await call('library.search', { query: 'oak', limit: 5 })).toEqual([])
    const ids = [await add(STORIES[0] ?? '', 'a.txt'), await add(STORIES[1] ?? '', 'b.txt')]
    expect(await call('library.search', { query: 'oak', limit: 5 })).toHaveLength(1)
    await call('review.do', { document: ids[0] ?? '', command: { op: 'claim', start: 0, end: 9 } })
    await call('library.file', { ids: [ids[1] ?? ''], filing: { folder: 'Mill' } })
    expect(await call('library.statistics', {})).toMatchObject({ stories: 2, weeks: [{ added: 2, claims: 1 }] })
    expect(await call('library.statistics', { folder: 'mill', weeks: 2 })).toMatchObject({
      stories: 1,
      reviewers: [],
      weeks: [{ added: 1, claims: 0 }],
    })
  })
})
