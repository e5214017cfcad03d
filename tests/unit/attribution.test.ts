import { describe, expect, it } from 'vitest'
import { attribution } from '../../src-main/core/detectors/attribution/attribution'
import { attributionOf } from '../../src-main/core/detectors/attribution/attribution-of'
import type { Findings } from '../../src-main/core/detectors/detector'
import { textModel } from '../../src-main/core/text/model'

const nothing = (): Findings => ({ insertions: [], quotations: [], sentences: [] })

describe('to whom a sentence gives what it says', () => {
  it.each([
    ['The pier will close in May, said Tomas Brandt.', 'named', 'Tomas Brandt'],
    ['Ines Kowal, the mayor, said the pier would close.', 'named', 'Ines Kowal'],
    ['The pier will close in May, according to the harbour police.', 'institution', 'the harbour police'],
    ['The council said the pier would close.', 'institution', 'The council'],
    ['The Overham Gazette reported that the pier would close.', 'institution', 'The Overham Gazette'],
    ['Critics say the pier should never have been built.', 'vague', 'Critics'],
    ['It is understood that the pier will close.', 'vague', undefined],
    ['The pier has reportedly been sold.', 'vague', undefined],
    ['A source close to the council said the pier had been sold.', 'anonymous', 'A source close to the council'],
    ['An official who asked not to be named said the pier had been sold.', 'anonymous', 'An official'],
    ['The pier was built in 1911.', 'none', undefined],
    ['Die Brücke bleibt offen, sagte Anna Vogt am Montag im Rathaus.', 'named', 'Anna Vogt'],
    ['Laut Polizei wurde auf der Brücke niemand verletzt.', 'institution', 'Polizei'],
  ])('%s', (text, expected, speaker) => {
    const model = textModel(text)
    const found = attributionOf(model, { start: 0, end: text.length }, nothing())
    expect([found.attribution, found.speaker?.text]).toEqual([expected, speaker])
  })

  it('takes the speaker of the quotation that fills the sentence', () => {
    const text = '“The pier is sold.”'
    const speaker = { text: 'Ines Kowal', start: 0, end: 10 }
    const range = { start: 0, end: text.length }
    const findings = {
      ...nothing(),
      quotations: [{ ...range, inner: range, attribution: 'named' as const, speaker, open: false }],
    }
    expect(attributionOf(textModel(text), range, findings)).toMatchObject({ attribution: 'named', speaker })
  })
})

describe('sources that an editor asks about', () => {
  const flags = (text: string) =>
    attribution
      .detect({ model: textModel(text) }, nothing())
      .filter(({ kind }) => kind === 'flag')
      .map(({ reason, start, end, signals }) => [reason, text.slice(start, end), signals[0]?.name])

  it.each<[string, [string, string, string][]]>([
    ['But critics say the pier should never have been built.', [['vague-attribution', 'critics say', 'RT-1']]],
    ['A source said the pier had been sold.', [['anonymous-source', 'A source said', 'AP-3']]],
    [
      'A source in the harbour office said the pier had been sold.',
      [['anonymous-source', 'A source in the harbour office said', 'unnamed-source']],
    ],
    ['It is understood that the pier will close.', [['vague-attribution', 'It is understood', 'BBC-2']]],
    ['Critics of the pier, led by Ana Petrov, said it should go.', []],
    ['Ines Kowal said the pier would close.', []],
    ['Three experts from Overham University said the pier would last.', []],
  ])('%s', (text, expected) => expect(flags(text)).toEqual(expected))

  it('shows one wording once', () => {
    expect(flags('Critics say the pier is ugly. Critics say the pier is dear. Critics say it leaks.')).toHaveLength(1)
  })

  it('asks whether several sources were one', () => {
    const text = 'Sources said the pier had been sold. One source said the price was low.'
    expect(flags(text).map(([, , name]) => name)).toContain('RT-4')
  })
})

describe('indirect speech', () => {
  const told = (text: string) =>
    attribution
      .detect({ model: textModel(text) }, nothing())
      .filter(({ claimType }) => claimType === 'paraphrase')
      .map(({ start, end, speaker }) => [text.slice(start, end), speaker?.text])

  it.each<[string, [string, string][]]>([
    ['Ines Kowal said on Friday that the pier would close in May.', [['the pier would close in May', 'Ines Kowal']]],
    ['The pier would close in May, Tomas Brandt said.', [['The pier would close in May', 'Tomas Brandt']]],
    ['The pier was built in 1911 and painted twice.', []],
    ['Ines Kowal posted a series of pictures of the pier.', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})
