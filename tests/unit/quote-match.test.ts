import { describe, expect, it } from 'vitest'
import { matchQuotes } from '../../src-main/core/anchoring/quote-match'

const TRANSCRIPT = `[00:00:12] CHAIR: Good evening. We begin with item four, the north quay.

[00:01:40] MARSH: We have asked for the survey three times. Nobody answered us, and the wall
moved again in March, as everybody who lives there can see.

[00:03:05] BRANDT: I won't comment on the survey. The quay is safe for the winter, I think.

[00:04:10] MARSH: You think. We would like to know.`

describe('a quotation against the record', () => {
  it.each([
    [
      'word for word, over a line break',
      '“Nobody answered us, and the wall moved again in March”',
      'exact',
      '00:01:40',
    ],
    ['in other marks and case', '"we have asked for the survey three times"', 'exact', '00:01:40'],
    ['a curly apostrophe', '“I won’t comment on the survey.”', 'exact', '00:03:05'],
    ['with an ellipsis', '“We have asked for the survey … and the wall moved again in March”', 'ellipsis', '00:01:40'],
    [
      'with a word in brackets',
      '“I won’t comment on the survey. The quay is safe [until spring], I think.”',
      'ellipsis',
      '00:03:05',
    ],
    [
      'with a word that was not said',
      '“Nobody answered us, and the whole wall collapsed again in March”',
      'altered',
      '00:01:40',
    ],
    ['never said', '“The council has lied to every household on this coast for a decade”', 'not-found', undefined],
    ['said by nobody in this order', '“in March we would like survey quay”', 'not-found', undefined],
  ])('%s', (_, quotation, outcome, locator) => {
    const [match] = matchQuotes([quotation], { text: TRANSCRIPT })
    expect([match?.outcome, match?.locator]).toEqual([outcome, locator])
  })

  it('shows which words differ', () => {
    const [match] = matchQuotes(['“The quay is safe for the summer, I think.”'], { text: TRANSCRIPT })
    const { quoted, recorded, parts } = match?.difference ?? { quoted: '', recorded: '', parts: [] }
    const changed = parts.filter(({ kind }) => kind !== 'same')
    expect(
      changed.map(
        (part) =>
          quoted.slice(part.fromStart, part.fromEnd).trim() || `+${recorded.slice(part.toStart, part.toEnd).trim()}`,
      ),
    ).toContain('summer')
  })

  it('cites the page or the paragraph where the record has no times', () => {
    const text = 'One.\n\nTwo says that the wall will not hold.\n\nThree.'
    const [paragraph] = matchQuotes(['the wall will not hold'], { text })
    expect(paragraph?.locator).toBe('para. 2')
    const [page] = matchQuotes(['the wall will not hold'], {
      text,
      pages: [
        { start: 0, label: 'iv' },
        { start: 6, label: 'v' },
      ],
    })
    expect(page?.locator).toBe('p. v')
  })

  it('compares 200 quotations with a record of 100,000 words in seconds', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `Speaker ${i % 7} said thing ${i} about the quay and the wall.`,
    )
    const quotations = Array.from({ length: 200 }, (_, i) => `“thing ${i * 37} about the quay and the wall”`)
    const started = performance.now()
    const matches = matchQuotes(quotations, { text: lines.join('\n') })
    expect(matches.every(({ outcome }) => outcome === 'exact')).toBe(true)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
