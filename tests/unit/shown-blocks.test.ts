import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sectionsOf } from '../../src-renderer/src/text/sections'
import { shownBlocks } from '../../src-renderer/src/text/shown-blocks'

test('a long paragraph is drawn in pieces that are the paragraph, cut after sentences or words', () => {
  const text = `${'The wall held. '.repeat(100)}${'word '.repeat(300)}${'x'.repeat(900)}`
  const pieces = shownBlocks(text, [{ kind: 'paragraph', start: 0, end: text.length }], 700)
  expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  expect(pieces.every(({ start, end }) => end > start && end - start <= 700)).toBe(true)
  expect(pieces.map(({ continues }) => continues)).toEqual(pieces.map((_, index) => index > 0))
  expect(text.slice(0, pieces[0]?.end).endsWith('held. ')).toBe(true)
})

test('no character is cut in two, however long a run without spaces', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('😀', 'a', '港'), { minLength: 1, maxLength: 4_000 }), (characters) => {
      const text = characters.join('')
      for (const { start } of shownBlocks(text, [{ kind: 'paragraph', start: 0, end: text.length }], 700))
        expect(text.charAt(start)).not.toMatch(/[\udc00-\udfff]/)
    }),
    { numRuns: 20 },
  )
})

test('sections hold all blocks in order, few enough and short enough to be drawn within a frame', () => {
  const block = (start: number, length: number) => ({ kind: 'paragraph' as const, start, end: start + length })
  const blocks = Array.from({ length: 95 }, (_, index) => block(index * 9_000, index % 3 === 0 ? 8_000 : 40))
  const sections = sectionsOf(blocks, 20, 16_000)
  expect(sections.flatMap(({ from, to }) => blocks.slice(from, to))).toEqual(blocks)
  for (const { from, to } of sections) {
    expect(to - from).toBeGreaterThan(0)
    if (to - from > 1) expect((blocks[to - 1]?.end ?? 0) - (blocks[from]?.start ?? 0)).toBeLessThanOrEqual(16_000)
  }
})
