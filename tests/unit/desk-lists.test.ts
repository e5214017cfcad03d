import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Annotation, Author } from '@contract/entities'
import { barcode } from '@core/review/sourcing'
import { plainBlocks } from '@core/text/blocks'
import { runningLengths, sentenceAtShare, shareAt, ticksOf } from '../../src-renderer/src/features/barcode/strip'
import { cardTop, cardWindow } from '../../src-renderer/src/features/inspector/card-window'
import { listView } from '../../src-renderer/src/features/inspector/list-view'
import { outlineOf } from '../../src-renderer/src/features/outline/outline-entries'
import { layoutSection, wholeBlocks } from '../../src-renderer/src/features/reader/article-layout'
import { caretMove } from '../../src-renderer/src/features/reader/caret-keys'
import { DismissalReasons } from '../../src-renderer/src/features/review-run/dismissal-reasons'
import { nextAfter, queueOf, WHOLE_QUEUE } from '../../src-renderer/src/features/review-run/queue'
import { ReadingPlaces } from '../../src-renderer/src/state/reading-places'
import { annotationMark, proposed, suggestionMark } from '../../src-renderer/src/text/marks'

const author: Author = { id: 'ia', name: 'Ines Almqvist', initials: 'IA' }
const base = (id: string, start: number) => ({
  id,
  anchor: { start, end: start + 5, exact: '', prefix: '', suffix: '' },
  revision: 1,
  note: '',
  author,
  createdAt: `2026-01-0${id.length}T00:00:00Z`,
  updatedAt: `2026-01-0${id.length}T00:00:00Z`,
})
const claim = (id: string, start: number, sources: string[] = []): Annotation => ({
  ...base(id, start),
  kind: 'claim',
  type: 'fact',
  status: sources.length > 0 ? 'confirmed' : 'unchecked',
  citations: sources.map((source) => ({ source, stance: 'supports' })),
})
const suggestion = (key: string, start: number, score: number, kind: 'flag' | 'claim' = 'claim') =>
  proposed({
    key,
    detector: 'd',
    kind,
    start,
    end: start + 4,
    score,
    signals: [],
    ...(kind === 'flag' && { reason: 'off-topic-insertion' as const }),
  })

const memory = (): Pick<Storage, 'getItem' | 'setItem'> => {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

describe('the review run’s queue', () => {
  const items = [suggestion('a', 30, 0.5), suggestion('b', 0, 0.9, 'flag'), suggestion('c', 10, 0.7)]

  it.each([
    [WHOLE_QUEUE, ['b', 'c', 'a']],
    [{ ...WHOLE_QUEUE, order: 'score' as const }, ['b', 'c', 'a']],
    [{ ...WHOLE_QUEUE, kind: 'claim' as const }, ['c', 'a']],
    [{ ...WHOLE_QUEUE, minimumScore: 0.6 }, ['b', 'c']],
    [{ ...WHOLE_QUEUE, reason: 'off-topic-insertion' as const }, ['b']],
  ])('with %j is %j', (filter, keys) => {
    expect(queueOf(items, filter).map((item) => item.key)).toEqual(keys)
  })

  it('goes on to what stood after the decided item, and from the last one back to what was passed over', () => {
    const queue = queueOf(items, WHOLE_QUEUE)
    const left = (key: string) => queue.filter((item) => item.key !== key)
    const gone = (key: string) => queue.find((item) => item.key === key)?.id ?? ''
    expect(nextAfter(queue, left('b'), gone('b'))?.key).toBe('c')
    expect(nextAfter(queue, left('a'), gone('a'))?.key).toBe('b')
    expect(nextAfter(queue, [], gone('a'))).toBeUndefined()
  })

  it('tells two places of the same words apart', () => {
    expect(suggestion('same', 1, 0.5).id).not.toBe(suggestion('same', 2, 0.5).id)
  })
})

describe('lists of the inspector', () => {
  const list = [claim('x', 0), claim('yy', 10, ['s1']), claim('zzz', 20)]

  it.each([
    ['all', 'text', ['x', 'yy', 'zzz']],
    ['unsourced', 'text', ['x', 'zzz']],
    ['unchecked', 'newest', ['zzz', 'x']],
    ['all', 'status', ['x', 'zzz', 'yy']],
  ] as const)('%s, by %s', (filter, order, ids) => {
    expect(listView(list, filter, order, 'ia').map((annotation) => annotation.id)).toEqual(ids)
  })

  it('keeps every card that is in sight on the page', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: -1, max: 4_999 }),
        fc.nat(900),
        fc.nat(400_000),
        (count, open, extra, top) => {
          const metrics = { count, row: 92, open: open < count ? open : -1, extra }
          const { from, to } = cardWindow(metrics, top, 700)
          const inSight = (index: number) => cardTop(metrics, index) < top + 700 && cardTop(metrics, index + 1) > top
          for (const index of [from - 1, to].filter((i) => i >= 0 && i < count)) expect(inSight(index)).toBe(false)
          expect(to - from).toBeLessThan(40)
        },
      ),
    )
  })
})

describe('the barcode', () => {
  it.each([
    [
      [
        ['sourced', 50],
        ['unsourced', 50],
      ] as const,
      10,
      'sssssuuuuu',
    ],
    [
      [
        ['sourced', 98],
        ['unsourced', 2],
      ] as const,
      10,
      'ssssssssss',
    ],
    [
      [
        ['opinion', 1],
        ['insertion', 2],
      ] as const,
      6,
      'ooiiii',
    ],
    [[['attributed', 4000]] as const, 60, 'a'.repeat(60)],
    [[], 60, ''],
  ])('of the library is the story in equal stretches: %j', (stretches, most, expected) => {
    let at = 0
    const sentences = stretches.map(([state, length]) => ({ state, start: at, end: (at += length) }))
    expect(barcode(sentences, most)).toBe(expected)
  })

  const sentences = [
    { start: 0, end: 50, state: 'sourced' as const },
    { start: 52, end: 102, state: 'unsourced' as const },
  ]

  it('is as wide as its strip and never hides what is unsourced', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      start: index * 10,
      end: index * 10 + 9,
      state: index % 100 === 7 ? ('unsourced' as const) : ('attributed' as const),
    }))
    const ticks = ticksOf(many, 300)
    expect(ticks.length).toBeLessThanOrEqual(300)
    expect(ticks.filter((tick) => tick.state === 'unsourced')).toHaveLength(30)
    expect(Math.max(...ticks.map((tick) => tick.x + tick.width))).toBeLessThanOrEqual(301)
  })

  it('leads from a place to its sentence and back', () => {
    const lengths = runningLengths(sentences)
    expect([0, 0.49, 0.51, 1].map((share) => sentenceAtShare(lengths, share))).toEqual([0, 0, 1, 1])
    expect(shareAt(sentences, lengths, 25)).toBe(0.25)
    expect(shareAt(sentences, lengths, 52)).toBe(0.5)
  })
})

describe('the outline', () => {
  it('follows the headings, with what stands before the first', () => {
    const text = 'A title\nOpening words\n# One\nText\n## Deeper\nText\n# Two\nText'
    const entries = outlineOf(text, plainBlocks(text), 'A title')
    expect(entries.map(({ title, from, to, depth }) => [title, from, to, depth])).toEqual([
      ['', 2, 2, 0],
      ['# One', 3, 4, 0],
      ['## Deeper', 5, 6, 1],
      ['# Two', 7, 8, 0],
    ])
  })

  it('cuts a story without headings into stretches that hold every paragraph', () => {
    const text = Array.from({ length: 20 }, (_, index) => `Paragraph number ${index + 1}.`).join('\n\n')
    const entries = outlineOf(text, plainBlocks(text), 'Elsewhere')
    expect(entries.map(({ from, to }) => [from, to])).toEqual([
      [1, 8],
      [9, 16],
      [17, 20],
    ])
    expect(entries[0]?.title).toBe('Paragraph number 1.')
  })
})

describe('the layout of what is not of the story', () => {
  const text = 'One.\n\nTwo.\n\nThree.\n\nFour.'
  const blocks = plainBlocks(text)
  const stray = (start: number, end: number) => suggestionMark({ ...suggestion('k', start, 0.9, 'flag'), end })

  it('takes up whole blocks only', () => {
    expect(wholeBlocks(blocks, { start: 6, end: 18 })).toEqual({ from: 1, to: 3 })
    expect(wholeBlocks(blocks, { start: 7, end: 18 })).toEqual({ from: 2, to: 3 })
    expect(wholeBlocks(blocks, { start: 7, end: 9 })).toEqual({ from: 2, to: 2 })
  })

  it('keeps every block once and in order, across sections too', () => {
    const parts = layoutSection(blocks, { from: 0, to: 4 }, [stray(6, 18)])
    expect(parts.map((part) => (part.kind === 'block' ? part.block : [part.from, part.to, part.lines]))).toEqual([
      0,
      [1, 3, 2],
      3,
    ])
    const second = layoutSection(blocks, { from: 2, to: 4 }, [stray(6, 18)])
    expect(second[0]).toMatchObject({ kind: 'insertion', from: 2, to: 3, begins: false, lines: 2 })
  })

  it('does not dim what was found to stand', () => {
    const flag: Annotation = {
      ...base('f', 0),
      kind: 'flag',
      reason: 'boilerplate',
      severity: 'query',
      resolution: 'stands',
    }
    expect(annotationMark(flag).insertion).toBe(false)
    expect(annotationMark({ ...flag, resolution: 'open' }).insertion).toBe(true)
    expect(suggestionMark(suggestion('k', 0, 0.3, 'flag')).insertion).toBe(false)
  })
})

describe('keys of the caret', () => {
  const text = 'One two.\n\nThree.'
  const subject = { text, blocks: plainBlocks(text), language: 'en' }
  const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  })
  const pc = { mac: false, rightToLeft: false }

  it.each([
    [press('ArrowRight'), pc, { to: 1, extend: false }],
    [press('ArrowRight', { ctrlKey: true, shiftKey: true }), pc, { to: 3, extend: true }],
    [press('ArrowLeft'), { mac: false, rightToLeft: true }, { to: 1, extend: false }],
    [press('ArrowRight', { altKey: true }), { mac: true, rightToLeft: false }, { to: 3, extend: false }],
    [press('ArrowDown'), pc, { line: 1, extend: false }],
    [press('ArrowDown', { ctrlKey: true }), pc, { to: 10, extend: false }],
    [press('End', { ctrlKey: true }), pc, { to: text.length, extend: false }],
    [press('End'), pc, { lineEdge: 'end', extend: false }],
    [press('ArrowDown', { altKey: true }), pc, undefined],
    [press('h'), pc, undefined],
  ])('%j on %j', (event, platform, expected) => {
    expect(caretMove(subject, 0, event, platform)).toEqual(expected)
  })
})

describe('what this machine remembers', () => {
  it('keeps a reading place for each story, and bears damaged storage', () => {
    const storage = memory()
    const places = new ReadingPlaces(storage)
    places.set('a', 10)
    places.set('b', 20)
    places.set('a', 30)
    expect([places.get('a'), places.get('b'), places.get('c')]).toEqual([30, 20, undefined])
    storage.setItem('bluepencil-reading-places', '{not json')
    expect(places.get('a')).toBeUndefined()
  })

  it('keeps one’s own reasons, the newest first, each once', () => {
    const reasons = new DismissalReasons(memory())
    for (const reason of ['first', 'second', 'first']) reasons.remember(reason)
    expect(reasons.own).toEqual(['first', 'second'])
  })
})
