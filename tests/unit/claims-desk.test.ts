import { describe, expect, it } from 'vitest'
import type { Suggestion } from '../../src-main/contract/entities'
import { publishGate } from '../../src-main/core/review/publish-gate'
import { independentSources, speakerLedger } from '../../src-main/core/review/speaker-ledger'
import { annotate, DETECTION, reviewOf, sourceOf } from '../support/review-fixture'

const STORY =
  '“It is unsafe,” said Oona Marsh. Marsh asked twice. She left, Marsh said. The wall moved, Marsh says. Sources disagree.'
const claim = (words: string, fields: object = {}) => annotate('claim', STORY, words, fields)
const flag = (words: string, fields: object = {}) => annotate('flag', STORY, words, fields)

describe('what stands between a story and “cleared”', () => {
  const supports = [{ source: 's1', stance: 'supports' as const }]
  it.each([
    ['nothing', [], []],
    ['a flag that must be fixed', [flag('unsafe', { severity: 'must-fix', resolution: 'open' })], [['must-fix', true]]],
    ['one that was settled', [flag('unsafe', { severity: 'must-fix', resolution: 'removed' })], []],
    ['a claim nobody checked', [claim('The wall moved', { status: 'unchecked' })], [['unchecked-claim', true]]],
    ['a claim that is wrong', [claim('The wall moved', { status: 'wrong' })], [['wrong-claim', true]]],
    ['one confirmed by nothing', [claim('The wall moved', { status: 'confirmed' })], [['unsourced-claim', true]]],
    ['one confirmed by a source', [claim('The wall moved', { status: 'confirmed', citations: supports })], []],
    [
      'one contradicted only',
      [claim('The wall moved', { status: 'confirmed', citations: [{ source: 's1', stance: 'contradicts' as const }] })],
      [['unsourced-claim', true]],
    ],
    ['a query', [flag('unsafe', { severity: 'query', resolution: 'open' })], [['open-flag', false]]],
    [
      'an orphan',
      [{ ...claim('The wall moved', { status: 'confirmed', citations: supports }), revision: 0 }],
      [['orphan', true]],
    ],
  ] as const)('%s', (_, annotations, expected) => {
    const gate = publishGate(reviewOf([...annotations]), DETECTION, 1)
    expect(gate.map(({ obstacle, blocks }) => [obstacle, blocks])).toEqual(expected)
  })

  it('names suggestions that nobody decided on, if they are likely', () => {
    const suggestion = {
      key: 'k',
      kind: 'claim',
      detector: 'd',
      start: 0,
      end: 5,
      score: 0.6,
      signals: [],
    } satisfies Suggestion
    const suggestions = [suggestion, { ...suggestion, key: 'unlikely', score: 0.3 }]
    expect(publishGate(reviewOf([]), { ...DETECTION, suggestions }, 1)).toEqual([
      { obstacle: 'undecided', blocks: false, items: ['k'] },
    ])
  })
})

describe('who says what', () => {
  const saying = (
    words: string,
    speaker: string,
    claimType: 'quotation' | 'paraphrase',
    attribution: Suggestion['attribution'] = 'named',
  ) => {
    const start = STORY.indexOf(words)
    return {
      key: words,
      kind: 'claim',
      detector: 'd',
      claimType,
      attribution,
      start,
      end: start + words.length,
      score: 0.9,
      signals: [],
      ...(speaker && { speaker: { text: speaker, start: 0, end: 1 } }),
    } satisfies Suggestion
  }
  const suggestions = [
    saying('“It is unsafe,” said Oona Marsh.', 'Oona Marsh', 'quotation'),
    saying('Marsh asked twice.', 'Marsh', 'paraphrase'),
    saying('She left, Marsh said.', 'Marsh', 'paraphrase'),
    saying('The wall moved, Marsh says.', 'Marsh', 'paraphrase'),
    saying('Sources disagree.', '', 'paraphrase', 'anonymous'),
  ]
  const sentences = suggestions.map(({ start, end }) => ({
    start,
    end,
    checkworthiness: 0.5,
    attribution: 'named' as const,
  }))
  const detection = { ...DETECTION, suggestions, sentences }

  it('counts a surname as the person, anonymous voices by their share, and sees where one voice is alone', () => {
    const { voices, unnamedShare, singleVoiced } = speakerLedger(reviewOf([]), detection)
    expect(voices.map(({ name, quotations, claims }) => [name, quotations, claims])).toEqual([
      ['Oona Marsh', 1, 3],
      ['', 0, 1],
    ])
    expect(unnamedShare).toBeCloseTo(17 / (17 + 32 + 18 + 21 + 27))
    expect(singleVoiced).toMatchObject([{ name: 'Oona Marsh', sentences: 4, start: 0 }])
  })

  it('takes what the editor says over what was suggested', () => {
    const corrected = claim('The wall moved, Marsh says.', { speaker: 'Tomas Brandt', type: 'fact' })
    const names = speakerLedger(reviewOf([corrected]), detection).voices.map(({ name }) => name)
    expect(names).toEqual(['Oona Marsh', 'Tomas Brandt', ''])
  })

  it('does not call a voice named because it has words for it', () => {
    const vague = claim('The wall moved, Marsh says.', { speaker: 'experts', attribution: 'vague' })
    const { voices, unnamedShare } = speakerLedger(reviewOf([vague]), DETECTION)
    expect([voices[0]?.attribution, unnamedShare]).toEqual(['vague', 1])
  })

  it('takes pronouns for no voices of their own', () => {
    const told = [
      claim('She left', { speaker: 'She', attribution: 'named' }),
      claim('asked twice', { speaker: 'they', attribution: 'vague' }),
      claim('The wall moved', { speaker: 'Oona Marsh', attribution: 'named' }),
    ]
    const { voices, unnamedShare, singleVoiced } = speakerLedger(reviewOf(told), DETECTION)
    expect(voices.map(({ name, pronoun, claims }) => [name, pronoun, claims])).toEqual([
      ['', true, 2],
      ['Oona Marsh', undefined, 1],
    ])
    expect([unnamedShare, singleVoiced]).toEqual([0, []])
  })

  it('counts several printings of one wire story once', () => {
    const wire = (id: string, citation: string, url?: string) => sourceOf({ id, kind: 'press-report', citation, url })
    const sources = [
      wire('a', 'Weirmouth Post, from Reuters, 2026-03-01'),
      wire('b', 'Sandhaven Echo (Reuters), 2026-03-01'),
      wire('c', 'Own survey', 'https://www.example.org/survey?utm=1'),
      wire('d', 'The survey again', 'https://example.org/survey/'),
      wire('e', 'Interview with Oona Marsh'),
    ]
    const cited = claim('The wall moved', {
      citations: sources.map(({ id }) => ({ source: id, stance: 'supports' as const })),
    })
    expect(independentSources(cited as never, sources)).toBe(3)
  })
})
