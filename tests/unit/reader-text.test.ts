import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '@contract/entities'
import { plainBlocks } from '@core/text/blocks'
import { sentencesOf } from '@core/text/sentences'
import { caretMove } from '../../src-renderer/src/features/reader/caret-keys'
import { Widening } from '../../src-renderer/src/state/widening'
import { widened, withSentence, wordAt } from '../../src-renderer/src/text/caret'
import { runsFromTheRight } from '../../src-renderer/src/text/direction'
import { chaptersOf, sectionsOf } from '../../src-renderer/src/text/sections'
import { tablesOf } from '../../src-renderer/src/text/tables'

const text = 'The boat came. It left again.\n\nNobody saw it go, they say.'
const subject = { text, blocks: plainBlocks(text), language: 'en' }
const sentences = sentencesOf(text, subject.blocks, 'en')
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

describe('a selection', () => {
  it('widens from a caret to word, sentence, paragraph and story, and goes back the same way', () => {
    const widening = new Widening()
    const seen: string[] = []
    let range = { start: 6, end: 6 }
    for (let step = 0; step < 5; step++) {
      const wider = widened(subject, sentences, range)
      widening.add(range, wider)
      range = wider
      seen.push(words(range))
    }
    expect(seen).toEqual(['boat', 'The boat came.', 'The boat came. It left again.', text, text])
    for (const expected of [text, 'The boat came. It left again.', 'The boat came.', 'boat', '']) {
      range = widening.back(range) ?? range
      expect(words(range)).toBe(expected)
    }
    expect(widening.back(range)).toBeUndefined()
  })

  it('is wider after each step until it is the whole text, whatever it was', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        let range = { start: Math.min(a, b), end: Math.max(a, b) }
        for (let step = 0; step < 4; step++) {
          const wider = widened(subject, sentences, range)
          expect(wider.start).toBeLessThanOrEqual(range.start)
          expect(wider.end).toBeGreaterThanOrEqual(range.end)
          range = wider
        }
        expect(words(range)).toBe(text)
      }),
    )
  })

  it.each([
    [{ start: 0, end: 14 }, 1, 'The boat came. It left again.'],
    [{ start: 15, end: 29 }, -1, 'The boat came. It left again.'],
    [{ start: 4, end: 8 }, 1, 'boat came.'],
    [{ start: 4, end: 8 }, -1, 'The boat'],
    [{ start: 31, end: text.length }, 1, 'Nobody saw it go, they say.'],
  ] as const)('%j takes a sentence along (%d)', (range, direction, expected) => {
    expect(words(withSentence(sentences, range, direction))).toBe(expected)
  })

  it('knows the word at a caret, also right behind it', () => {
    const at = (offset: number) => {
      const range = wordAt(subject, offset)
      return range && words(range)
    }
    expect([at(0), at(3), at(8), at(14), at(text.length)]).toEqual(['The', 'The', 'boat', 'It', undefined])
  })

  it.each([
    [
      { key: 'a', ctrlKey: true },
      { all: true, extend: true },
    ],
    [
      { key: 'PageDown', shiftKey: true },
      { page: 1, extend: true },
    ],
    [{ key: 'PageDown' }, undefined],
  ])('%j means %j', (pressed, expected) => {
    const event = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...pressed }
    expect(caretMove(subject, 0, event, { mac: false, rightToLeft: false })).toEqual(expected)
  })
})

describe('tables', () => {
  const cell = (row: number, column: number, start: number, end = start + 4): Block => ({
    kind: 'table-cell',
    row,
    column,
    start,
    end,
  })
  const paragraph = (start: number): Block => ({ kind: 'paragraph', start, end: start + 3 })

  it('begin where row 1, column 1 comes again, and end with their last cell', () => {
    const blocks = [paragraph(0), cell(1, 1, 5), cell(1, 2, 10), cell(2, 2, 15), cell(1, 1, 20), paragraph(30)]
    const tables = tablesOf('x'.repeat(40), blocks)
    expect([...tables.keys()]).toEqual([1, 2, 3, 4])
    expect(tables.get(1)).toBe(tables.get(3))
    expect(tables.get(3)).not.toBe(tables.get(4))
    expect(tables.get(1)).toMatchObject({ rows: 2, columns: 2 })
  })

  it('have columns of figures, their heads among them', () => {
    const rows = ['Year', 'Lock', 'Cost', '2024', 'North', '£1.2m', '2025', 'South 2', '−40 %']
    const text = rows.join('\n\n')
    let at = 0
    const blocks = rows.map((words, index) => {
      const block = { ...cell(Math.floor(index / 3) + 1, (index % 3) + 1, at), end: at + words.length }
      at = block.end + 2
      return block
    })
    expect(
      tablesOf(text, blocks)
        .get(0)
        ?.widths.map(({ figures }) => figures),
    ).toEqual([true, false, true])
  })

  it('are cut between rows only, and chapters hold every section once', () => {
    const blocks = Array.from({ length: 90 }, (_, at) => cell(Math.floor(at / 9) + 1, (at % 9) + 1, at * 5))
    const sections = sectionsOf(blocks, 6)
    expect(sections.flatMap(({ from, to }) => blocks.slice(from, to))).toEqual(blocks)
    for (const { from } of sections) expect(blocks[from]?.column).toBe(1)
    expect(chaptersOf(sections, 3).flatMap(({ from, to }) => sections.slice(from, to))).toEqual(sections)
  })

  it.each([
    ['1,240 קוראים', true],
    ['… «مرحبا» she wrote', true],
    ['She wrote «مرحبا»', false],
    ['1,240', false],
  ])('%j runs from the right: %s', (words, expected) => {
    expect(runsFromTheRight(words)).toBe(expected)
  })
})
