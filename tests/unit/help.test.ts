import { describe, expect, it } from 'vitest'
import { HELP_CHAPTERS, hitsIn, piecesOf, type HelpBlock } from '../../src-renderer/src/features/help/help-text'
import { acceptGroups } from '../../src-renderer/src/features/review-run/accept-groups'
import { helpTextDe } from '../../src-renderer/src/messages/help-text-de'
import { helpTextEn } from '../../src-renderer/src/messages/help-text-en'
import type { Proposed } from '../../src-renderer/src/text/marks'

const shape = (block: HelpBlock) =>
  typeof block === 'string' ? 'paragraph' : 'list' in block ? `list of ${block.list.length}` : Object.keys(block).join()
const commands = (blocks: readonly HelpBlock[]) =>
  [...JSON.stringify(blocks).matchAll(/\{([\w.-]+\.[\w-]+)\}/g)].map(([, id]) => id).toSorted()

describe('the help', () => {
  it.each(HELP_CHAPTERS)('says the same in German and in English: %s', (chapter) => {
    const [english, german] = [helpTextEn[chapter].blocks, helpTextDe[chapter].blocks]
    expect(german.map(shape)).toEqual(english.map(shape))
    expect(commands(german)).toEqual(commands(english))
  })

  it('is searched by all words of a query, whatever their case, in titles, paragraphs and items', () => {
    const hits = (query: string) => HELP_CHAPTERS.filter((chapter) => hitsIn(helpTextEn[chapter], query) > 0)
    expect(hits('scanned PDF')).toEqual(['trouble'])
    expect(hits('CONFIDENTIAL')).toContain('claims')
    expect([hits('  '), hits('zeppelin')]).toEqual([[], []])
  })

  it('is cut at its keys and at the words found, and nothing of it is lost', () => {
    expect(piecesOf('Press {review.run}: a RUN, once more run', 'run')).toEqual([
      { text: 'Press ', found: false },
      { command: 'review.run' },
      { text: ': a ', found: false },
      { text: 'RUN', found: true },
      { text: ', once more ', found: false },
      { text: 'run', found: true },
    ])
    // A capital that becomes two letters when small must not shift what follows.
    const words = piecesOf('İİ run', 'run').map((piece) => ('text' in piece ? piece.text : ''))
    expect(words).toEqual(['İİ ', 'run'])
  })
})

it('many suggestions are offered for acceptance by kind, reason and score, each choice once', () => {
  const item = (id: string, kind: 'flag' | 'claim', score: number, reason?: 'boilerplate' | 'style') =>
    ({ id, kind, score, reason }) as Proposed
  const queue = [
    item('a', 'flag', 0.96, 'boilerplate'),
    item('b', 'flag', 0.92, 'boilerplate'),
    item('c', 'flag', 0.6, 'style'),
    item('d', 'claim', 0.75),
  ]
  const groups = acceptGroups(queue).map(({ of, from, items }) => [of, from, items.map(({ id }) => id).join('')])
  expect(groups).toEqual([
    ['all', 0, 'abcd'],
    ['all', 0.7, 'abd'],
    ['all', 0.8, 'ab'],
    ['flag', 0, 'abc'],
  ])
  expect(acceptGroups(queue.slice(3))).toEqual([])
})
