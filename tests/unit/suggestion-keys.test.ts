import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggestionKey } from '../../src-main/core/detectors/key'
import { detect } from '../../src-main/core/detectors/registry'
import { textModel } from '../../src-main/core/text/model'

const keyOf = (words: string) =>
  suggestionKey(`${words} `, {
    kind: 'claim',
    claimType: 'quotation',
    start: 0,
    end: words.length,
    score: 1,
    signals: [],
  })

describe('the key of a suggestion', () => {
  test.each([
    ['“We’ve never seen it,”', 'we VE  never — seen it'],
    ['  The wall, 4.2 m high!', 'the wall 4 2 m high'],
    ['“Die Brücke hält”', 'die BRÜCKE hält.'],
    ['A fox 🦊 ran', 'a fox; ran'],
  ])('is the same for %j and %j', (first, second) => {
    expect(keyOf(first)).toBe(keyOf(second))
  })

  test('is another at each place where the same is said', () => {
    const text = '“Not on my watch,” said Mr Brandt.\nThe mayor was away.\n“Not on my watch,” said Ms Marsh.\n'
    const { suggestions } = detect({ model: textModel(text, { language: 'en' }) })
    const quotations = suggestions.filter((suggestion) => suggestion.claimType === 'quotation')
    expect(quotations.map(({ key }) => key.slice(16))).toEqual(['', '-2'])
  })

  test('is another for other words', () => {
    expect(new Set(['we won', 'we one', 'wewon', 'wé won', 'we won 1'].map(keyOf)).size).toBe(5)
  })

  test('is that of its letters and digits alone, in lower case', () => {
    const plain = (words: string) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
    const words = fc.string({ unit: fc.constantFrom(...'aZ09é ÄßІ字.,“’—-🦊\n'), maxLength: 30 })
    fc.assert(fc.property(words, (said) => keyOf(said) === keyOf(plain(said))))
  })
})
