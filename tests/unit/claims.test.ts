import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrated, checkworthinessOf } from '../../src-main/core/detectors/claims/checkworthiness-model'
import { claims } from '../../src-main/core/detectors/claims/claims'
import { readWords, roomForWords } from '../../src-main/core/detectors/claims/words'
import { look, tableOf } from '../../src-main/core/detectors/claims/word-table'
import type { Findings, Quotation } from '../../src-main/core/detectors/detector'
import { textModel } from '../../src-main/core/text/model'

function run(text: string, given: Partial<Findings> = {}) {
  const findings: Findings = { insertions: [], quotations: [], sentences: [], ...given }
  const made = claims.detect({ model: textModel(text, { language: 'en' }) }, findings)
  const show = (proposal: (typeof made)[number]) => ({
    words: text.slice(proposal.start, proposal.end),
    type: proposal.claimType,
    says: proposal.signals.map((signal) => signal.detail).join('\n'),
    names: proposal.signals.map((signal) => signal.name),
  })
  return {
    claims: made.filter((proposal) => proposal.kind === 'claim').map(show),
    flags: (reason: string) => made.filter((proposal) => proposal.reason === reason).map(show),
    sentences: findings.sentences,
  }
}

const worth = (sentence: string) => checkworthinessOf(sentence, 0, sentence.length)

describe('check-worthiness', () => {
  const checkable = [
    'Unemployment in the county fell from 9.1 percent to 6.4 percent in two years.',
    'The governor voted against the health bill in 2009.',
    'We have lost more than two million factory jobs since 2001.',
    'The ministry spent $340 million on the tunnel last year.',
  ]
  const idle = [
    'I think that is a very good question.',
    'Thank you all for coming.',
    'What will you do about it?',
    'Let me say this to you.',
  ]
  it.each(checkable)('worth a check: %s', (sentence) => expect(worth(sentence)).toBeGreaterThan(0.75))
  it.each(idle)('not worth one: %s', (sentence) => expect(worth(sentence)).toBeLessThan(0.2))

  it('is a probability for any text, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const score = worth(text)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(worth(text)).toBe(score)
      }),
    )
  })

  it('does not depend on what was judged before it', () => {
    const [first] = checkable as [string]
    const alone = worth(first)
    worth('a'.repeat(100_000))
    worth('word '.repeat(3_000))
    expect(worth(first)).toBe(alone)
  })

  it('calibration keeps the order', () => {
    const knots: [number, number][] = [
      [-2, 0.1],
      [0, 0.4],
      [3, 0.95],
    ]
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true }), (a, b) => {
        if (a <= b) expect(calibrated(a, knots)).toBeLessThanOrEqual(calibrated(b, knots) + 1e-12)
      }),
    )
    expect(calibrated(0, knots)).toBeCloseTo(0.4)
    expect(calibrated(-50, knots)).toBe(0.1)
    expect(calibrated(50, knots)).toBe(0.95)
  })
})

describe('sentences of the story', () => {
  const text = 'The wall fell in 2019.\nFive walks to take today\nThe repair cost €3.1 million.'

  it('are judged outside insertions', () => {
    const insertion = { start: text.indexOf('Five'), end: text.indexOf('\nThe repair') }
    const judged = run(text, { insertions: [insertion] }).sentences.map(({ start, end }) => text.slice(start, end))
    expect(judged).toEqual(['The wall fell in 2019.', 'The repair cost €3.1 million.'])
  })

  it('are all judged where nothing but insertions is left', () => {
    expect(run(text, { insertions: [{ start: 0, end: text.length }] }).sentences).toHaveLength(3)
  })
})

describe('claims', () => {
  it.each([
    [
      'statistic',
      'Rents in the old town rose by 38 percent in three years.',
      /Gives a figure: 38 percent[^]*something changed: “rose”/,
    ],
    ['statistic', 'The port handled 4.2 million tonnes of grain in the year to June.', /Gives a figure: 4.2 million/],
    [
      'allegation',
      'Prosecutors have accused the former mayor, Edda Colm, of fraud and bribery.',
      /Edda Colm is named: “accused”/,
    ],
    [
      'prediction',
      'The government will cut the income tax for middle-class families by October.',
      /what is to come: “will”/,
    ],
    ['background', 'The company was founded in 1974 by two brothers and has built ships since.', /Gives a year: 1974/],
    ['fact', 'The Senate passed the energy bill on Thursday and sent it to the president.', /on record: “passed”/],
  ])('%s: %s', (type, sentence, says) => {
    const [claim] = run(sentence).claims
    expect(claim?.type).toBe(type)
    expect(claim?.says).toMatch(says)
  })

  it.each([
    ['the largest cut in the history of the state', 'the largest cut'],
    ['the first woman to lead the party', 'the first woman'],
    ['its only hospital to have a burns ward', 'its only hospital'],
  ])('a superlative is shown: %s', (words, shown) => {
    expect(
      run(`In 2011 the government of Ostmark paid for ${words}, which cost $2 million.`).claims[0]?.says,
    ).toContain(`Superlative: ${shown}`)
  })

  it('leaves out what is a quotation already', () => {
    const text = '“We have lost 4,000 jobs in this county since 2019,” said the union.'
    const quotation: Quotation = {
      start: 0,
      end: 52,
      inner: { start: 1, end: 51 },
      attribution: 'institution',
      open: false,
    }
    expect(run(text, { quotations: [quotation] }).claims).toEqual([])
  })

  it('proposes a part of a long story, the most check-worthy first', () => {
    const story = Array.from(
      { length: 30 },
      (_, at) => `In ${1980 + at} the state spent $${at + 2} million on roads and bridges.`,
    ).join(' ')
    const { claims: made, sentences } = run(story)
    expect(made.length).toBeGreaterThan(5)
    expect(made.length).toBeLessThan(16)
    const scores = sentences.map((sentence) => sentence.checkworthiness).sort((a, b) => b - a)
    const least = Math.min(...made.map(({ words }) => worth(words)))
    expect(least).toBeGreaterThanOrEqual(scores[made.length] as number)
  })
})

const OPENING = 'The council met on Monday. It was a long evening for all.'

describe('what nobody answers for', () => {
  it('a figure', () => {
    const { flags } = run(`${OPENING} The county lost 38 percent of its jobs and $420 million in taxes.`)
    expect(flags('unsupported-statistic').map(({ names }) => names)).toEqual([['RT-1', 'AP-1', 'checkworthiness']])
  })
  it('a superlative', () => {
    const { flags } = run(
      `${OPENING} The Congress then passed the largest tax cut in the history of the United States.`,
    )
    expect(flags('unsourced-claim').map(({ names }) => names[0])).toEqual(['GMM-1'])
  })
  it.each([
    ['in the sentence', 'According to the ministry, the county lost 38 percent of its jobs and $420 million in taxes.'],
    ['by its data', 'Census data put the jobs lost in the county at 38 percent and taxes lost at $420 million.'],
    ['before it', 'The minister said so. The county lost 38 percent of its jobs and $420 million in taxes.'],
  ])('a figure with a source %s may stand', (_, rest) => {
    expect(run(`${OPENING} ${rest}`).flags('unsupported-statistic')).toEqual([])
  })
})

describe('accusations', () => {
  const accusation =
    'Prosecutors have accused the former mayor of Ostmark, Edda Colm, of fraud and of taking bribes of $2 million.'
  it('without an answer are flagged once', () => {
    const text = `${accusation} Records list six payments. Prosecutors also accused Nils Pell of fraud over $3 million in taxes.`
    expect(
      run(text)
        .flags('allegation-without-response')
        .map(({ words }) => words),
    ).toEqual([accusation])
  })
  it.each([
    'Ms Colm denied it.',
    'Her lawyer declined to comment.',
    'She was convicted in May.',
    'Colm could not be reached.',
  ])('with an answer are not: %s', (answer) => {
    expect(run(`${accusation} ${answer}`).flags('allegation-without-response')).toEqual([])
  })
})

describe('one source', () => {
  const told = (speakers: string[]) =>
    [
      ...speakers.map((speaker) => `${speaker} said that the wall would fall.`),
      ...Array.from({ length: 8 }, () => 'Rain fell.'),
    ].join(' ')
  it('is flagged where all comes from it', () => {
    const [flag] = run(told(['Oona Marsh', 'She', 'Marsh', 'Marsh'])).flags('other')
    expect(flag?.names).toEqual(['BBC-1'])
    expect(flag?.words).toBe('Oona Marsh')
  })
  it('is not where there are two', () => {
    expect(run(told(['Oona Marsh', 'She', 'Piet Halloran', 'Marsh'])).flags('other')).toEqual([])
  })
})

it('a sentence that stands twice is flagged where it stands again', () => {
  const twice = 'The trust has promised to carry a third of the bill.'
  const text = `${twice} Nobody believes it.\nThe trust has promised — to carry a third of the bill!`
  const [flag, ...more] = run(text).flags('repeated-passage')
  expect(more).toEqual([])
  expect(flag?.words).toBe('The trust has promised — to carry a third of the bill!')
  expect(flag?.says).toContain('paragraph 1')
})

describe('reading words', () => {
  it('gives places inside the range, in order, for any text', () => {
    const words = roomForWords()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(50), (text, from) => {
        readWords(text, Math.min(from, text.length), text.length, words)
        let last = Math.min(from, text.length)
        for (let at = 0; at < words.count; at++) {
          expect(words.start[at]).toBeGreaterThanOrEqual(last)
          expect(words.end[at]).toBeGreaterThan(words.start[at] as number)
          last = words.end[at] as number
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('finds each entry of a table again, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 200 }), fc.integer(), (hashes, other) => {
        const table = tableOf(hashes.map((hash, at) => [hash, at] as const))
        hashes.forEach((hash, at) => expect(look(table, hash)).toBe(at))
        if (!hashes.includes(other)) expect(look(table, other)).toBe(-1)
      }),
    )
  })
})
