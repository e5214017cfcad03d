import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDiff } from '../../src-main/core/anchoring/diff'
import { reanchor } from '../../src-main/core/anchoring/reanchor'
import { anchorAt } from '../../src-main/core/text/selectors'
import { judgeAnchoring, quotesOf, revisedText } from '../support/revised-text'

const STORY = [
  'The sea wall at Weirmouth will cost €2.4 million, the council said on Tuesday.',
  '“Nobody asked us,” said Oona Marsh, who runs the café on the quay. “We read it in the paper.”',
  'The harbour master, Tomas Brandt, refused to comment on the survey of 2019.',
  'A vote is due in June.',
]
const FROM = STORY.join('\n\n')
const quote = (exact: string, text = FROM) => anchorAt(text, text.indexOf(exact), text.indexOf(exact) + exact.length)

describe('an annotation on a later text', () => {
  const [wall, nobody, master, vote] = STORY as [string, string, string, string]
  it.each([
    [
      'the same words in a longer text',
      'cost €2.4 million',
      ['A new first paragraph.', ...STORY],
      'same',
      'cost €2.4 million',
    ],
    ['a paragraph that was moved', 'refused to comment', [master, wall, nobody, vote], 'moved', 'refused to comment'],
    [
      'a figure that was changed',
      'cost €2.4 million',
      [wall.replace('2.4', '3.1'), nobody, master, vote],
      'edited',
      'cost €3.1 million',
    ],
    [
      'a word put in',
      'said Oona Marsh',
      [wall, nobody.replace('said', 'said councillor'), master, vote],
      'edited',
      'said councillor Oona Marsh',
    ],
    [
      'a changed first word',
      'refused to comment on',
      [wall, nobody, master.replace('refused', 'declined'), vote],
      'edited',
      'declined to comment on',
    ],
    ['a part of a word', 'mouth will', STORY.map((line) => line.replace('cost', 'take')), 'same', 'mouth will'],
    ['only white space', 'due in June', [wall, nobody, master, 'A vote is  due\nin June.'], 'same', 'due\nin June'],
  ] as const)('finds %s', (_, exact, lines, outcome, found) => {
    const to = lines.join('\n\n')
    const [place] = reanchor([quote(exact)], FROM, to)
    expect(place?.outcome).toBe(outcome)
    if (place && place.outcome !== 'orphaned') expect(to.slice(place.start, place.end)).toBe(found)
  })

  it.each([
    ['its paragraph went', 'refused to comment', [wall, nobody, vote].join('\n\n')],
    ['all went', 'refused to comment', ''],
    ['another story came', 'refused to comment', 'Rain fell on Grimstead all night, and the fair was called off.'],
  ])('is an orphan when %s', (_, exact, to) => {
    expect(reanchor([quote(exact)], FROM, to)[0]?.outcome).toBe('orphaned')
  })

  it('is an orphan when its paragraph went, though another one says the same words', () => {
    const twin = 'The trust, which owns the quay, refused to comment on the survey of 2019.'
    const from = [wall, twin, nobody, master, vote].join('\n\n')
    const to = [wall, twin, nobody, vote].join('\n\n')
    const at = from.lastIndexOf('refused to comment')
    expect(reanchor([anchorAt(from, at, at + 18)], from, to)[0]?.outcome).toBe('orphaned')
  })

  it('stands where it stood in a text that did not change, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (text, one, other) => {
        const [start, end] = [one % text.length, other % text.length].sort((a, b) => a - b) as [number, number]
        const anchor = anchorAt(text, start, end + 1)
        if (!anchor.exact.trim()) return
        expect(reanchor([anchor], text, text)).toEqual([
          { outcome: 'same', start: anchor.start, end: anchor.end, score: 1 },
        ])
      }),
    )
  })

  it.each([
    ['with the text they were made on', true, { right: 0.99, wrong: 0.002, orphaned: 0.97 }],
    ['by their quotes alone', false, { right: 0.98, wrong: 0.01, orphaned: 0.8 }],
  ])('is found among 100,000 words of which 5 %% changed, %s', (_, known, { right, wrong, orphaned }) => {
    const revised = revisedText({ words: 100_000, seed: 11, edits: 0.05 })
    const anchors = quotesOf(revised.from, 1_000, 12)
    const judged = judgeAnchoring(revised, anchors, reanchor(anchors, known ? revised.from : undefined, revised.to))
    expect(judged.right / judged.alive).toBeGreaterThanOrEqual(right)
    expect(judged.wrong / judged.alive).toBeLessThanOrEqual(wrong)
    expect(judged.orphaned / judged.gone).toBeGreaterThanOrEqual(orphaned)
  })

  it('takes time in proportion, also where nothing fits and where everything is the same word', () => {
    for (const [from, to] of [
      ['a '.repeat(200_000), 'a '.repeat(200_001)],
      ['a '.repeat(200_000), 'b '.repeat(200_000)],
      ['ab '.repeat(100_000), 'ba ab '.repeat(50_000)],
    ] as const) {
      const started = performance.now()
      reanchor([anchorAt(from, 1_000, 1_050)], from, to)
      expect(performance.now() - started).toBeLessThan(5_000)
    }
  })
})

describe('the difference of two texts', () => {
  const words = fc.array(fc.constantFrom('the', 'wall', 'quay', 'is', 'shut', '.', '\n\n', '“', '😀', '港'), {
    maxLength: 60,
  })
  const texts = words.map((list) => list.join(' '))

  it('is made of both texts whole, and what it calls the same is the same', () => {
    fc.assert(
      fc.property(texts, texts, (from, to) => {
        const parts = wordDiff(from, to)
        expect(parts.map((part) => from.slice(part.fromStart, part.fromEnd)).join('')).toBe(from)
        expect(parts.map((part) => to.slice(part.toStart, part.toEnd)).join('')).toBe(to)
        for (const { kind, fromStart, fromEnd, toStart, toEnd } of parts) {
          const [one, other] = [from.slice(fromStart, fromEnd), to.slice(toStart, toEnd)]
          if (kind === 'same') expect(one.split(/\s+/).join(' ').trim()).toBe(other.split(/\s+/).join(' ').trim())
          else expect(kind === 'removed' ? other : one).toBe('')
        }
      }),
    )
  })

  it('names the words that changed and no others', () => {
    const parts = wordDiff('The wall will cost €2.4 million.', 'The wall will cost €3.1 million, they say.')
    const changed = parts.filter(({ kind }) => kind !== 'same')
    const said = changed.map(
      (part) =>
        'The wall will cost €2.4 million.'.slice(part.fromStart, part.fromEnd) +
        '→' +
        'The wall will cost €3.1 million, they say.'.slice(part.toStart, part.toEnd),
    )
    expect(said).toEqual(['2→', '→3', '4 →', '→1 ', '→, they say'])
  })
})
