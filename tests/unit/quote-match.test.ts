import { describe, expect, it, test } from 'vitest'
import { matchQuotes } from '../../src-main/core/anchoring/quote-match'
import { readRecord } from '../../src-main/core/records/read-record'
import { recordText } from '../../src-main/core/records/record-text'
import { judgeQuotes, quotedRecord } from '../support/quoted-record'

const TRANSCRIPT = `[00:00:12] CHAIR: Good evening. We begin with item four, the north quay.

[00:01:40] MARSH: We have asked for the survey three times. Nobody, um, answered us, and the wall
moved again in March, as everybody who lives there can see. Twenty houses are empty.

[00:03:05] BRANDT: I won't comment on the survey. The quay is safe for the winter, I think.

[00:04:10] MARSH: You think. We would like to know. It has stood for twenty-three years.`

const match = (quotation: string, speaker?: string, text = TRANSCRIPT) =>
  matchQuotes([{ passages: [quotation], ...(speaker && { speaker }) }], recordText(text))[0]

describe('a quotation against the record', () => {
  const cases: [string, string, string, string | undefined][] = [
    ['over a line break', '“and the wall moved again in March”', 'exact', '00:01:40'],
    ['without the fillers of speech', '“Nobody answered us, and the wall moved again”', 'exact', '00:01:40'],
    ['in other marks and case', '"we have asked for the survey three times"', 'exact', '00:01:40'],
    ['a curly apostrophe', '“I won’t comment on the survey.”', 'exact', '00:03:05'],
    ['a figure that was spelled out', '“20 houses are empty”', 'exact', '00:01:40'],
    ['a figure of two words', '“for 23 years”', 'exact', '00:04:10'],
    ['two words', '“three times”', 'exact', '00:01:40'],
    ['an ellipsis', '“We have asked for the survey … and the wall moved again in March”', 'ellipsis', '00:01:40'],
    ['a word in brackets', '“The quay is safe [until spring], I think.”', 'ellipsis', '00:03:05'],
    ['passages the wrong way round', '“the wall moved again … We have asked for the survey”', 'altered', '00:01:40'],
    [
      'sentences put together in another order',
      '“The quay is safe for the summer, I think. I won’t comment on the survey.”',
      'altered',
      '00:03:05',
    ],
    ['half of it never said', '“We have asked for the survey three times. The mayor laughed.”', 'altered', '00:01:40'],
    ['a word that was not said', '“Nobody answered us, and the whole wall moved in March”', 'altered', '00:01:40'],
    ['other words at the end', '“We have asked for the survey three months ago”', 'altered', '00:01:40'],
    ['never said', '“The council has lied to every household on this coast for a decade”', 'not-found', undefined],
    ['said by nobody in this order', '“in March we would like survey quay”', 'not-found', undefined],
    ['few words that are not there', '“safe for good”', 'not-found', undefined],
    ['no words at all', '“ … ”', 'not-found', undefined],
  ]
  it.each(cases)('%s', (_, quotation, outcome, locator) => {
    const found = match(quotation)
    expect([found?.outcome, found?.locator]).toEqual([outcome, locator])
  })

  it('shows which words differ, and which passage it is', () => {
    const found = match('“The quay is safe for the summer, I think.”')
    expect(found?.difference).toEqual([
      { kind: 'same', text: 'The quay is safe for the' },
      { kind: 'quoted', text: 'summer' },
      { kind: 'recorded', text: 'winter' },
      { kind: 'same', text: 'I think' },
    ])
    const [passage] = found?.passages ?? []
    expect(TRANSCRIPT.slice(passage?.start, passage?.end)).toBe('The quay is safe for the winter, I think')
  })

  it('says that somebody else said it, where the record has the one who is named', () => {
    const said = (speaker: string) => match('“I won’t comment on the survey.”', speaker)
    expect(said('Oona Marsh')).toMatchObject({ speaker: 'BRANDT', otherSpeaker: true })
    expect(said('Henk Brandt')?.otherSpeaker).toBeUndefined()
    expect(said('Ada Falk')?.otherSpeaker).toBeUndefined()
  })

  it('takes the words of the one who is named where several said them', () => {
    const text = 'FALK: No comment.\n\nPELL: No comment.\n\nFALK: Really.\n'
    expect(match('“No comment”', 'Ines Pell', text)).toMatchObject({ speaker: 'PELL', elsewhere: 1 })
    expect(match('“No comment”', undefined, text)).toMatchObject({ speaker: 'FALK', elsewhere: 1 })
  })

  it('follows a quotation through its paragraphs', () => {
    const [found] = matchQuotes(
      [
        {
          passages: [
            '“Nobody answered us, and the wall moved again in March,',
            '“as everybody who lives there can see.”',
          ],
        },
      ],
      recordText(TRANSCRIPT),
    )
    expect(found).toMatchObject({ outcome: 'exact', passages: [{}] })
  })

  it('cites the page or the paragraph where the record has no times', () => {
    const text = 'One.\n\nTwo says that the wall will not hold.\n\nThree.'
    expect(match('the wall will not hold', undefined, text)?.locator).toBe('para. 2')
    const pages = [
      { start: 0, label: 'iv' },
      { start: 6, label: 'v' },
    ]
    const [paged] = matchQuotes([{ passages: ['the wall will not hold'] }], recordText(text, undefined, pages))
    expect(paged?.locator).toBe('p. v')
  })
})

test('subtitles are read as what is said, with the time and the voice of each line', async () => {
  const SUBRIP = `1\r\n00:00:01,000 --> 00:00:03,000\r\n<i>Good evening and</i>\r\nwelcome to the\r\n\r\n2\r\n00:12:31,200 --> 00:12:33,000\r\nnorth quay.\r\n`
  const WEBVTT = `WEBVTT\n\nNOTE by hand\n\n00:01.000 --> 00:03.000 align:start\n<v Oona Marsh>Nobody answered us, and\n\n00:03.100 --> 00:05.000\n<v Oona Marsh>the wall moved &amp; moved.\n\n01:03.000 --> 01:05.000\n<v Brandt>No comment.\n\n01:13.000 --> 01:15.000\n<v Oona Marsh>None at all.\n`
  const read = async (name: string, text: string) =>
    (await readRecord({ name, bytes: new TextEncoder().encode(text) })).text
  const subrip = await read('talk.srt', SUBRIP)
  expect(subrip.text).toBe('Good evening and welcome to the\n\nnorth quay.')
  expect(subrip.marks.map(({ label }) => label)).toEqual(['00:00:01', '00:12:31'])
  expect(matchQuotes([{ passages: ['welcome to the north quay'] }], subrip)[0]).toMatchObject({ outcome: 'exact' })
  const webvtt = await read('talk.vtt', WEBVTT)
  expect(webvtt.text).toBe(
    'Oona Marsh: Nobody answered us, and the wall moved & moved.\n\nBrandt: No comment.\n\nOona Marsh: None at all.',
  )
  expect(webvtt.turns.map(({ name }) => name)).toEqual(['Oona Marsh', 'Brandt', 'Oona Marsh'])
})

test('of five hundred quotations of a long record none is put on the wrong words, and few altered ones are missed', () => {
  const { text, quotations } = quotedRecord({ words: 50_000, count: 500, seed: 7, edits: 0.15 })
  const matches = matchQuotes(
    quotations.map(({ words }) => ({ passages: [words] })),
    recordText(text),
  )
  const places = matches.map(({ passages }) => {
    const [first, last] = [passages[0], passages.at(-1)]
    return first && last && { start: first.start, end: last.end }
  })
  const { exact, ellipsis, altered, 'never-said': never } = judgeQuotes(text, quotations, places)
  expect(exact).toMatchObject({ right: exact.all })
  expect(ellipsis).toMatchObject({ right: ellipsis.all })
  expect(altered.wrong + never.wrong).toBe(0)
  expect(altered.right / altered.all).toBeGreaterThan(0.94)
  expect(
    matches.filter(({ outcome }, index) => outcome === 'exact' && quotations[index]?.kind === 'exact'),
  ).toHaveLength(exact.all)
})

describe('a record that is made to take long', () => {
  const many = (piece: string, length = 1_000_000) => piece.repeat(Math.ceil(length / piece.length))
  it.each([
    ['labels and times on every line', many('[00:01:02] Ada Falk: yes\n')],
    ['names with times at their ends', many('Ada Falk  0:03\nyes\n')],
    ['a name before very many spaces', `Ada${many(' ')}x`],
    ['spaces at the beginnings of lines', many(`${' '.repeat(500)}A\n`)],
    ['marks that never close', many('[(<v.')],
    ['subtitles of one line', `WEBVTT\n\n00:01.000 --> 00:02.000\n${many('<v.a <v ')}`],
    ['one word', many('wall ')],
  ])('%s', async (_, text) => {
    const started = performance.now()
    const read = await readRecord({ name: 'talk.txt', bytes: new TextEncoder().encode(text) })
    matchQuotes([{ passages: ['“yes yes wall … wall wall”'], speaker: 'Falk' }], read.text)
    expect(performance.now() - started).toBeLessThan(8_000)
  })
})
