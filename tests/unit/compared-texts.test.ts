import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation, Claim } from '../../src-main/contract/entities'
import { wordDiff } from '../../src-main/core/anchoring/diff'
import { plainBlocks } from '../../src-main/core/text/blocks'
import { anchorAt } from '../../src-main/core/text/selectors'
import { alignedRows, type Row } from '../../src-renderer/src/features/revisions/aligned-rows'
import { comparisonMarks } from '../../src-renderer/src/features/revisions/comparison-marks'
import { placeAcross, rangeAcross, reversed } from '../../src-renderer/src/features/revisions/crossing'
import { choicesOf, commandsFor, readingCommands } from '../../src-renderer/src/features/revisions/decisions'
import { diffExcerpt } from '../../src-renderer/src/features/revisions/diff-excerpt'
import { afterward, itemsOf, newIn, shownItems, type Item } from '../../src-renderer/src/features/revisions/items'
import { proposed } from '../../src-renderer/src/text/marks'
import { revisedText } from '../support/revised-text'
import { annotate } from '../support/review-fixture'

const side = (text: string) => ({ text, blocks: plainBlocks(text) })
const rowsOf = (from: string, to: string): Row[] => alignedRows(side(from), side(to), wordDiff(from, to))
const told = (rows: readonly Row[]) =>
  rows.map(({ from, to, changed }) => `${from.first}-${from.end} ${to.first}-${to.end}${changed ? ' changed' : ''}`)

const A = 'The council voted on Monday to close the north quay for good.'
const B = 'Engineers found cracks up to 14 metres long in the old wall.'
const C = 'Nobody at the port could say when the stones had fallen.'
const D = 'Ships of more than ninety metres go on to the next harbour.'

describe('two texts side by side', () => {
  test.each<[string, string[], string[], string[]]>([
    ['the same', [A, B], [A, B], ['0-1 0-1', '1-2 1-2']],
    ['a word changed', [A, B], [A.replace('Monday', 'Tuesday'), B], ['0-1 0-1 changed', '1-2 1-2']],
    ['a paragraph taken out', [A, B, C], [A, C], ['0-1 0-1', '1-2 1-1 changed', '2-3 1-2']],
    ['a paragraph put in', [A, C], [A, B, C], ['0-1 0-1', '1-1 1-2 changed', '1-2 2-3']],
    ['one in the place of another', [A, B, C], [A, D, C], ['0-1 0-1', '1-2 1-2 changed', '2-3 2-3']],
    ['two made into one', [A, B, C], [`${A} ${B}`, C], ['0-2 0-1', '2-3 1-2']],
    ['one divided', [`${A} ${B}`, C], [A, B, C], ['0-1 0-2', '1-2 2-3']],
    ['all of it new', [A], [C, D], ['0-1 0-1 changed', '1-1 1-2 changed']],
  ])('%s', (_, from, to, expected) => {
    expect(told(rowsOf(from.join('\n\n'), to.join('\n\n')))).toEqual(expected)
  })

  test('have every block once, in order, and what has not changed beside its like', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.01, 0.1, 0.4), (seed, edits) => {
        const { from, to } = revisedText({ words: 600, seed, edits })
        const [left, right] = [side(from), side(to)]
        const rows = alignedRows(left, right, wordDiff(from, to))
        let [i, j] = [0, 0]
        for (const row of rows) {
          expect([row.from.first, row.to.first]).toEqual([i, j])
          ;[i, j] = [row.from.end, row.to.end]
          const text = (one: typeof left, { first, end }: Row['from']) =>
            one.blocks
              .slice(first, end)
              .map((block) => one.text.slice(block.start, block.end))
              .join(' ')
          if (!row.changed) expect(text(left, row.from)).toBe(text(right, row.to))
        }
        expect([i, j]).toEqual([left.blocks.length, right.blocks.length])
      }),
      { numRuns: 25 },
    )
  })
})

describe('a range on the other text', () => {
  const from = `${A}\n\n${B}\n\n${C}`
  const to = `${D}\n\n${A.replace('Monday', 'Tuesday')}\n\n${C}`
  const hunks = wordDiff(from, to)
  const across = (words: string) => {
    const start = from.indexOf(words)
    const found = rangeAcross(hunks, { start, end: start + words.length }, from, to)
    return found && to.slice(found.start, found.end).trim()
  }
  test.each([
    ['north quay', 'north quay'],
    ['voted on Monday to close', 'voted on Tuesday to close'],
    ['cracks up to 14 metres', undefined],
  ])('%s', (words, expected) => expect(across(words)).toBe(expected))

  test('a place that went is where it would be; back again is the way reversed', () => {
    expect(to.slice(placeAcross(hunks, from.indexOf('Engineers'))).trimStart()).toMatch(/^\.?\s*Nobody/)
    const start = to.indexOf('north quay')
    expect(rangeAcross(reversed(hunks), { start, end: start + 10 }, to, from)?.start).toBe(from.indexOf('north quay'))
  })
})

const FIRST = [A, B, C].join('\n\n')
const SECOND = [A.replace('Monday', 'Tuesday'), C, D].join('\n\n')
const hunks = wordDiff(FIRST, SECOND)

function placed(words: string, now: string, fields: Partial<Claim> = {}): Annotation {
  const was = annotate('claim', FIRST, words)
  const start = SECOND.indexOf(now)
  const outcome = words === now ? 'same' : 'edited'
  return {
    ...was,
    anchor: anchorAt(SECOND, start, start + now.length),
    revision: 2,
    placing: { outcome, from: was.anchor, fromRevision: 1, ...(fields.placing as object) },
    ...(fields.status && { status: fields.status }),
  } as Annotation
}

const back = placed('voted on Monday', 'voted on Tuesday', { placing: { status: 'confirmed' } as never })
const same = placed('the stones', 'the stones')
const orphan = annotate('comment', FIRST, '14 metres', { note: 'Whose?' })
const suggestion = proposed({
  key: 'k',
  detector: 'claims',
  kind: 'claim',
  start: SECOND.indexOf('Ships'),
  end: SECOND.length,
  score: 1,
  signals: [],
})
const all = (more: Partial<Parameters<typeof itemsOf>[0]> = {}): Item[] =>
  itemsOf({
    revision: 2,
    hunks,
    annotations: [same, orphan, back],
    suggestions: [suggestion],
    replies: [],
    proposals: new Map(),
    brought: undefined,
    seen: new Set(),
    ...more,
  })

describe('the walk', () => {
  test('goes in the order of the later text, and leaves out what needs nobody', () => {
    expect(all().map((item) => item.concern)).toEqual(['edited', 'orphaned', 'same', 'new'])
    expect(shownItems(all(), undefined).map((item) => item.concern)).toEqual(['edited', 'orphaned', 'new'])
    expect(shownItems(all(), 'same')).toHaveLength(1)
    const seen = all({ annotations: [same, { ...orphan, seenIn: 2 }, back] })
    expect(shownItems(seen, undefined).map((item) => item.concern)).toEqual(['edited', 'new'])
    expect(shownItems(seen, 'orphaned')).toMatchObject([{ settled: true }])
  })

  test('counts as new only what was not in the text before', () => {
    const old = proposed({ ...suggestion, start: 0, end: A.length })
    expect(newIn(hunks, [old, suggestion])).toEqual([suggestion])
  })

  test('goes on to what came after, at the end to what is left before', () => {
    const before = shownItems(all(), undefined)
    const without = (id: string) => before.filter((item) => item.id !== id)
    const [first, second, third] = before as [Item, Item, Item]
    expect(afterward(before, without(first.id), first.id)).toBe(second)
    expect(afterward(before, without(third.id), third.id)).toBe(second)
    expect(afterward([first], [], first.id)).toBeUndefined()
  })

  test('offers what makes sense, and does it', () => {
    const byConcern = (concern: string, items = all()) => items.find((item) => item.concern === concern) as Item
    const edited = byConcern('edited')
    expect(choicesOf(edited)).toEqual({ yes: 'confirm', no: 'keep-unchecked' })
    expect(commandsFor(edited, 'confirm')).toEqual([
      { op: 'edit', id: back.id, status: 'confirmed' },
      { op: 'look', id: back.id },
    ])
    expect(choicesOf(byConcern('orphaned'))).toEqual({ no: 'leave' })
    const near = all({ proposals: new Map([[orphan.id, { start: 3, end: 9, score: 0.4 }]]) })
    expect(choicesOf(byConcern('orphaned', near))).toEqual({ yes: 'place', no: 'leave' })
    expect(commandsFor(byConcern('orphaned', near), 'place')).toEqual([
      { op: 'place', id: orphan.id, start: 3, end: 9 },
    ])
    expect(choicesOf(byConcern('same'))).toEqual({})
    expect(commandsFor(byConcern('new'), 'accept')).toMatchObject([{ op: 'accept', suggestion: { key: 'k' } }])
    expect(readingCommands('c', { status: 'wrong', resolution: 'stands', resolutionNote: 'so' })).toEqual([
      { op: 'edit', id: 'c', status: 'wrong' },
      { op: 'resolve', id: 'c', resolution: 'stands', note: 'so' },
    ])
  })
})

test('an annotation stands on both texts, an orphan on the one that had its words, and what was lost is shown there', () => {
  const compared = { from: { number: 1, text: FIRST }, to: { number: 2, text: SECOND }, hunks }
  const { from, to } = comparisonMarks(compared, [same, orphan, back])
  const words = (text: string, mark: { start: number; end: number } | undefined) =>
    mark && text.slice(mark.start, mark.end)
  expect([words(FIRST, from.get(back.id)), words(SECOND, to.get(back.id))]).toEqual([
    'voted on Monday',
    'voted on Tuesday',
  ])
  expect([from.get(back.id)?.look, to.get(back.id)?.look]).toEqual(['confirmed', 'unchecked'])
  expect([words(FIRST, from.get(orphan.id)), to.get(orphan.id)]).toEqual(['14 metres', undefined])
})

test.each([
  ['voted on Monday', 'voted on Tuesday', 'voted on [-Monday] [+Tuesday]'],
  ['a b', 'a', 'a [-b]'],
])('an excerpt of a change: %s', (before, after, expected) => {
  const signs = { same: '', removed: '-', added: '+' }
  const parts = diffExcerpt(before, after).map(({ kind, text }) => (kind === 'same' ? text : `[${signs[kind]}${text}]`))
  expect(parts.join('')).toBe(expected)
})
