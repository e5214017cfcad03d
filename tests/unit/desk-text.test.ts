import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainBlocks } from '@core/text/blocks'
import { excerpt, moveCaret, sentenceAt, trimmed } from '../../src-renderer/src/text/caret'
import { findFolded, foldText } from '../../src-renderer/src/text/folded-text'
import { hiddenCharacters } from '../../src-renderer/src/text/hidden-characters'
import { byPlace, IntervalIndex, type Interval } from '../../src-renderer/src/text/interval-index'
import { lanesOf } from '../../src-renderer/src/text/lanes'
import { markTree, type MarkTree } from '../../src-renderer/src/text/mark-tree'
import { stackNotes } from '../../src-renderer/src/text/note-stack'
import { placed, without } from '../../src-renderer/src/text/ordered-list'
import { blocksIn, sectionsOf } from '../../src-renderer/src/text/sections'

const intervals = (length: number, most = 30) =>
  fc.array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: length })), { maxLength: most }).map((pairs) =>
    pairs.map(([start, size], index): Interval => ({
      id: `m${index}`,
      start,
      end: Math.min(length, start + size),
    })),
  )

describe('interval index', () => {
  it('finds what a walk over all ranges finds, each once, in the order of the text, also after changes', () => {
    fc.assert(
      fc.property(intervals(5_000), fc.array(fc.nat(29)), fc.nat(5_000), fc.nat(3_000), (items, gone, start, size) => {
        const index = new IntervalIndex<Interval>()
        for (const item of items) index.set(item)
        // A range that moves leaves its old place.
        for (const item of items.slice(0, 3)) index.set({ ...item, start: item.start, end: item.start + 1 })
        const left = new Map(items.map((item, i) => [item.id, i < 3 ? { ...item, end: item.start + 1 } : item]))
        for (const at of gone) {
          index.delete(`m${at}`)
          left.delete(`m${at}`)
        }
        const end = start + size
        const expected = [...left.values()].filter((item) => item.start < end && item.end > start).sort(byPlace)
        expect(index.overlapping(start, end)).toEqual(expected)
      }),
    )
  })
})

describe('mark tree', () => {
  type Bears = { start: number; end: number; bears: string[] }
  const leaves = (tree: MarkTree<Interval>, bears: string[] = []): Bears[] =>
    tree.flatMap((part) =>
      'span' in part ? leaves(part.children, [...bears, part.span.id]) : [{ ...part, bears: [...bears].sort() }],
    )

  it('reads the range once and in order, and each piece bears just the marks that cover it', () => {
    fc.assert(
      fc.property(intervals(60, 12), fc.nat(40), fc.integer({ min: 1, max: 40 }), (items, start, size) => {
        const range = { start, end: start + size }
        const pieces = leaves(markTree(range, [...items].sort(byPlace)))
        expect(pieces.reduce((at, piece) => (piece.start === at && piece.end > at ? piece.end : -1), start)).toBe(
          range.end,
        )
        for (const piece of pieces)
          expect(piece.bears).toEqual(
            items
              .filter((item) => item.start <= piece.start && item.end >= piece.end)
              .map((item) => item.id)
              .sort(),
          )
      }),
    )
  })

  it('keeps a mark inside another in one piece', () => {
    const outer = { id: 'outer', start: 0, end: 10 }
    const inner = { id: 'inner', start: 3, end: 6 }
    expect(markTree({ start: 0, end: 10 }, [outer, inner])).toEqual([
      {
        span: outer,
        children: [
          { start: 0, end: 3 },
          { span: inner, children: [{ start: 3, end: 6 }] },
          { start: 6, end: 10 },
        ],
      },
    ])
  })
})

describe('lanes', () => {
  it('gives ranges that overlap lanes of their own, up to four', () => {
    fc.assert(
      fc.property(intervals(200, 8), (items) => {
        const sorted = [...items].sort(byPlace)
        const lanes = lanesOf(sorted, 8)
        for (const a of sorted)
          for (const b of sorted)
            if (a.id !== b.id && a.start < b.end && b.start < a.end) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id))
      }),
    )
  })
})

describe('margin notes', () => {
  const notes = fc
    .array(fc.record({ wanted: fc.nat(2_000), height: fc.integer({ min: 10, max: 90 }) }), { maxLength: 20 })
    .map((list) => list.sort((a, b) => a.wanted - b.wanted).map((note, index) => ({ id: `n${index}`, ...note })))

  it('never overlap and stay in order; the one in focus stands at its line', () => {
    fc.assert(
      fc.property(notes, fc.nat(19), (list, at) => {
        const focus = list[at]?.id
        const tops = stackNotes(list, focus, 6)
        list.forEach((note, index) => {
          const next = list[index + 1]
          if (next) expect(tops.get(next.id)).toBeGreaterThanOrEqual((tops.get(note.id) as number) + note.height + 6)
        })
        if (focus !== undefined) expect(tops.get(focus)).toBe(list[at]?.wanted)
      }),
    )
  })
})

describe('find', () => {
  it.each([
    ['Café au lait', 'CAFE', ['Café']],
    ['Cafe\u0301 au lait', 'café', ['Cafe\u0301']],
    ['She said “it’s late” – twice', '"it\'s late" -', ['“it’s late” –']],
    ['Die Straße und die Strasse', 'strasse', ['Straße', 'Strasse']],
    ['two\nlines, two  lines', 'two lines', ['two\nlines']],
    ['👩‍🚒 and 👩‍🚒', '👩‍🚒', ['👩‍🚒', '👩‍🚒']],
    ['nothing here', '   ', []],
  ])('in %j finds %j', (text, query, expected) => {
    expect(findFolded(foldText(text), query).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })

  it('finds any piece of a text in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % text.length
        const piece = text.slice(from, from + 1 + (b % 6))
        fc.pre(piece.isWellFormed() && text.isWellFormed() && foldText(piece.trim()).folded !== '')
        expect(findFolded(foldText(text), piece).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('caret', () => {
  const text = 'Ärger an der Mauer.\n\nFamily 👨‍👩‍👧 e\u0301t\u0301.\n\nEnd'
  const subject = { text, blocks: plainBlocks(text), language: 'de' }

  it.each([
    ['character', 1, 0, 1],
    ['character', 1, text.indexOf('👨'), text.indexOf('👨') + '👨‍👩‍👧'.length],
    ['character', 1, text.indexOf('e\u0301'), text.indexOf('e\u0301') + 2],
    ['character', 1, text.indexOf('.'), text.indexOf('.') + 1],
    ['character', 1, text.indexOf('.') + 1, text.indexOf('Family')],
    ['character', -1, text.indexOf('Family'), text.indexOf('.') + 1],
    ['word', 1, 0, 'Ärger'.length],
    ['word', -1, text.indexOf('Mauer') + 2, text.indexOf('Mauer')],
    ['block', 1, 3, text.indexOf('Family')],
    ['block', -1, text.indexOf('End') + 2, text.indexOf('End')],
    ['block', -1, text.indexOf('End'), text.indexOf('Family')],
    ['character', 1, text.length, text.length],
    ['word', -1, 0, 0],
  ] as const)('one %s %i from %i is %i', (step, direction, from, to) => {
    expect(moveCaret(subject, from, step, direction)).toBe(to)
  })

  it('reaches every block and the end by words, never standing still before it', () => {
    let at = 0
    for (let steps = 0; at < text.length && steps < 100; steps++) {
      const next = moveCaret(subject, at, 'word', 1)
      expect(next).toBeGreaterThan(at)
      at = next
    }
    expect(at).toBe(text.length)
  })

  it('takes the sentence that holds an offset, and the next one between two', () => {
    const sentences = [
      { start: 0, end: 10 },
      { start: 12, end: 20 },
    ]
    expect([0, 9, 10, 11, 12, 25].map((at) => sentenceAt(sentences, at)?.start)).toEqual([0, 0, 12, 12, 12, 12])
  })

  it('trims a selection, and has none of white space', () => {
    expect(trimmed('a  word \n', { start: 1, end: 9 })).toEqual({ start: 3, end: 7 })
    expect(trimmed('a   b', { start: 1, end: 4 })).toBeUndefined()
  })

  it('quotes a hidden character by its name', () => {
    expect(excerpt('a \u202egnp.exe\u202c b', { start: 0, end: 13 })).toBe('a ‹RLO›gnp.exe‹PDF› b')
  })

  it('cuts an excerpt between words and never inside a character', () => {
    expect(excerpt('The quay is closed from Monday on', { start: 4, end: 33 }, 12)).toBe('quay is…')
    expect(excerpt('😀😀😀', { start: 0, end: 6 }, 3).isWellFormed()).toBe(true)
  })
})

describe('hidden characters', () => {
  it('names what is not seen, and leaves joined emoji and line breaks alone', () => {
    const text = 'a\u202eb\u200b👩‍🚒\n\t\u0007'
    expect(hiddenCharacters(text, 0, text.length).map(({ name }) => name)).toEqual(['RLO', 'ZWSP', 'U+0007'])
    expect(hiddenCharacters(text, 2, text.length)[0]).toEqual({ start: 3, end: 4, name: 'ZWSP' })
  })
})

describe('ordered lists', () => {
  it('stay sorted, and lose only what is taken', () => {
    const compare = (a: number, b: number) => a - b
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 40 }), (numbers) => {
        const list = numbers.reduce<readonly number[]>((sorted, n) => placed(sorted, n, compare), [])
        expect(list).toEqual([...numbers].sort(compare))
        const gone = numbers[0] ?? 0
        expect(without(list, gone, compare)).toEqual(list.filter((n) => n !== gone))
      }),
    )
  })
})

describe('sections', () => {
  it('hold every block once', () => {
    const blocks = plainBlocks(Array.from({ length: 57 }, (_, i) => `Line ${i}`).join('\n'))
    const covered = sectionsOf(blocks, 20).flatMap(({ from, to }) => blocks.slice(from, to))
    expect(covered).toEqual(blocks)
  })

  it('name the blocks that a range touches', () => {
    const blocks = plainBlocks('one\n\ntwo\n\nthree')
    expect(blocksIn(blocks, 1, 6)).toEqual({ from: 0, to: 2 })
    expect(blocksIn(blocks, 3, 5)).toEqual({ from: 1, to: 1 })
    expect(blocksIn(blocks, 0, 99)).toEqual({ from: 0, to: 3 })
  })
})
