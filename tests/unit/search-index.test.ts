import { describe, expect, it, test } from 'vitest'
import fc from 'fast-check'
import { indexFromBytes, indexToBytes } from '../../src-main/core/search/file'
import { SearchIndex } from '../../src-main/core/search/index'
import { forgiven, isNear } from '../../src-main/core/search/nearness'
import { fold, searchWords } from '../../src-main/core/search/words'

const put = (index: SearchIndex, id: string, ...paragraphs: string[]) => {
  const content = paragraphs.join('\n\n')
  let at = 0
  const blocks = paragraphs.map((paragraph) => {
    const start = at
    at += paragraph.length + 2
    return [start, start + paragraph.length] as const
  })
  index.put({ id, title: id, stamp: content }, [{ where: 'text', start: 0, end: content.length, content, blocks }])
}

const library = () => {
  const index = new SearchIndex()
  put(index, 'ferry', 'The ferry ran aground at noon.', 'Nobody on the ferry was hurt, said Zoë Almqvist.')
  put(index, 'harbour', 'The harbour wall costs four million.', 'A ferry landing is not part of it.')
  put(index, 'choir', 'The choir sang until midnight.')
  return index
}

const found = (index: SearchIndex, query: string) => index.find(query, 20).map((hit) => hit.document)

test('the words of a claim are found as a claim where one looks for claims, after a turn over the disk, too', () => {
  const index = library()
  const chunk = { where: 'claim', annotation: 'c1', start: 4, end: 9, content: 'ferry', quoted: true } as const
  index.put({ id: 'late', title: 'late', stamp: '' }, [{ ...chunk, detail: 'confirmed' }])
  index.compact()
  const back = new SearchIndex()
  expect(indexFromBytes(back, indexToBytes(index))).toBe(true)
  for (const one of [index, back]) {
    expect(found(one, 'ferry')).toEqual(['ferry', 'ferry', 'harbour'])
    expect(one.find('ferry', 20, ({ where }) => where === 'claim')).toMatchObject([
      { document: 'late', where: 'claim', annotation: 'c1', detail: 'confirmed', start: 4, end: 9 },
    ])
  }
})

describe('a search', () => {
  test.each([
    ['ferry', ['ferry', 'ferry', 'harbour']],
    ['fer', ['ferry', 'ferry', 'harbour']],
    ['ferry noon', ['ferry']],
    ['FERRY hurt', ['ferry']],
    ['zoe', ['ferry']],
    ['harbor', ['harbour']],
    ['midnigth', ['choir']],
    ['"ferry landing"', ['harbour']],
    ['"landing ferry"', []],
    ['nowhere', []],
    ['...', []],
  ])('for %s', (query, expected) => {
    expect(found(library(), query)).toEqual(expected)
  })

  it('gives the place of the first match in the text, and the matches in the snippet', () => {
    const [hit] = library().find('almqvist', 5)
    const text = 'The ferry ran aground at noon.\n\nNobody on the ferry was hurt, said Zoë Almqvist.'
    expect(text.slice(hit?.start, hit?.end)).toBe('Almqvist')
    expect(hit?.matches.map(([start, end]) => hit.snippet.slice(start, end))).toEqual(['Almqvist'])
  })

  it('knows a replaced document only as it is now, and one that was taken out not at all', () => {
    const index = library()
    put(index, 'ferry', 'The tram is late.')
    index.remove('choir')
    for (const state of ['at once', 'compacted']) {
      expect([state, found(index, 'noon'), found(index, 'tram'), found(index, 'choir')]).toEqual([
        state,
        [],
        ['ferry'],
        [],
      ])
      index.compact()
    }
    expect(index.chunks).toHaveLength(2)
  })

  it('finds the same whether documents came one by one, or were frozen, merged and read from a file', () => {
    const word = fc.constantFrom('ferry', 'tram', 'wall', 'choir', 'Zoë', '港口', 'noon')
    const document = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), words: fc.array(word, { maxLength: 6 }) })
    fc.assert(
      fc.property(fc.array(document, { maxLength: 12 }), word, (documents, query) => {
        const [plain, stored] = [new SearchIndex(), new SearchIndex()]
        for (const { id, words } of documents)
          for (const index of [plain, stored]) {
            put(index, id, words.join(' '))
            if (index === stored) index.compact()
          }
        stored.compact()
        const read = new SearchIndex()
        // As a file system hands it out: a view into a larger buffer.
        const bytes = Buffer.concat([Buffer.from('four'), indexToBytes(stored)]).subarray(4)
        expect(indexFromBytes(read, bytes)).toBe(true)
        const expected = new Set(
          documents
            .filter(
              ({ words }, at) =>
                words.includes(query) && documents.findLastIndex((d) => d.id === documents[at]?.id) === at,
            )
            .map(({ id }) => id),
        )
        for (const index of [plain, stored, read]) expect(new Set(found(index, query))).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('takes no file that is cut, foreign or of another version', () => {
    const index = library()
    index.compact()
    const bytes = indexToBytes(index)
    for (const other of [
      bytes.slice(0, bytes.length - 40),
      bytes.slice(4),
      new Uint8Array(3),
      bytes.map((b, i) => (i === 4 ? 9 : b)),
    ])
      expect(indexFromBytes(new SearchIndex(), other)).toBe(false)
  })
})

test('the quick way through plain words gives what the thorough one gives', () => {
  const piece = fc.constantFrom('Ada’s', "can't", '“quoted”', 'A1', '—', ' ', '’', "o'", '…', '€5', 'Überall', 'x')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const thorough = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu)].map((match) => ({
        term: fold(match[0]),
        start: match.index,
        end: match.index + match[0].length,
      }))
      expect(searchWords(text)).toEqual(thorough)
    }),
  )
})

test.each([
  ['harbor', 'harbour', true],
  ['harbor', 'arbour', false],
  ['abc', 'abcd', false],
  ['kitten', 'sitting', false],
])('%s and %s are near: %s', (a, b, expected) => {
  expect(isNear(a, b, forgiven(a.length))).toBe(expected)
})
