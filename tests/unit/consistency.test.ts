import { describe, expect, it } from 'vitest'
import { consistency } from '../../src-main/core/detectors/consistency/consistency'
import { oneEdit } from '../../src-main/core/detectors/consistency/name-spellings'
import { valueOfDigits, valueOfWord } from '../../src-main/core/detectors/consistency/number-words'
import { textModel } from '../../src-main/core/text/model'

/** What is flagged in a text, each as the words flagged and what the signals say of both places. */
function flags(text: string, language = 'en') {
  const findings = { insertions: [], quotations: [], sentences: [] }
  return consistency.detect({ model: textModel(text, { language }) }, findings).map((flag) => ({
    words: text.slice(flag.start, flag.end),
    says: flag.signals.map((signal) => signal.detail),
    places: flag.signals.map((signal) => text.slice(signal.start, signal.end)),
  }))
}

describe('what disagrees inside one document', () => {
  const wrong: [name: string, text: string, words: string, says: RegExp, language?: string][] = [
    [
      'a vote of more than all',
      'The council voted 11 to 8 to close the quay.\nHalf of the 18 councillors who voted live inland.',
      '18',
      /Paragraph 1 says the vote went “11 to 8”, which makes 19/,
    ],
    [
      'a vote in words and figures',
      'Members voted nine to seven for the bridge.\nAll 15 members had been told by letter.',
      '15',
      /makes 16/,
    ],
    [
      'twice a figure given in the next sentence',
      'It will cost €2.4 million, twice the figure named in March. The March estimate was €1.6 million.',
      '€1.6 million',
      /“€1.6 million”; twice that is €3.2 million/,
    ],
    [
      'half of a figure in the same sentence',
      'The club paid $30 million, half of the $80 million that it had asked.',
      '$80 million',
      /half that is \$40 million/,
    ],
    [
      'a rise in percent',
      'Membership rose from 200 to 250, an increase of 20 percent.',
      '20 percent',
      /from “200” to “250”, a change of 25%/,
    ],
    [
      'a rise in percent, German',
      'Der Preis stieg von 2,50 Euro auf 3,00 Euro, also um 40 Prozent.',
      '40 Prozent',
      /a change of 20%/,
      'de',
    ],
    [
      'a toll told twice',
      'The ferry fire off Alder Reach left 12 people dead.\nThe ferry fire off Alder Reach, in which 13 people were killed, began below deck.',
      '13',
      /Paragraph 1 says “12” people/,
    ],
    [
      'millions for billions',
      'The harbour fund holds £4.25 million.\nThe harbour fund, worth £4.25 billion, is run from Fennby.',
      '£4.25 billion',
      /a thousand times more/,
    ],
    ['a weekday', 'The survey is dated Wednesday 24 September 2026.', 'Wednesday 24 September 2026', /is a Thursday/],
    [
      'a weekday, American',
      'She wrote on Monday, March 3rd, 2026, that it leaked.',
      'Monday, March 3rd, 2026',
      /is a Tuesday/,
    ],
    [
      'a weekday, German',
      'Die Sitzung war am Dienstag, dem 4. März 2026, zu Ende.',
      'Dienstag, dem 4. März 2026',
      /is a Wednesday/,
      'de',
    ],
    [
      'a weekday against the year of the others',
      'He left on Monday 5 January. She wrote on Tuesday 6 January. They met on Friday 9 January. It ended on Monday 12 January. It began again on Friday 15 January.',
      'Friday 15 January',
      /is a Thursday/,
    ],
    [
      'a first name',
      'Sara Klein owns the mill.\nThe mill made Sarah Klein rich.',
      'Sarah Klein',
      /Paragraph 1 says “Sara Klein”/,
    ],
    [
      'a last name',
      'Oona Halloran spoke.\nOona Hallorran left.\nOona Halloran came back.',
      'Oona Hallorran',
      /“Oona Halloran” \(2 times\)/,
    ],
    [
      'a figure of the headline',
      'Ferry fire kills 12 passengers\n\nA fire broke out off Alder Reach on Monday. It burned all night. In it 15 passengers died. The ferry sank.',
      '12',
      /The text says “15”/,
    ],
    [
      'quoted words of the headline',
      'Mayor: ‘The council betrayed everybody’\n\nThe library closes in May. The mayor spoke on Monday. She thanked the staff. The doors shut at noon.',
      '‘The council betrayed everybody’',
      /Nobody in the text says/,
    ],
    [
      'an age',
      'Edda Colm, 45, was at home.\nNeighbours of Edda Colm, 54, called for help.',
      'Edda Colm, 54',
      /“Edda Colm, 45”/,
    ],
    [
      'an age and a year of birth',
      '14 October 2026\nEdda Colm, 45, was at home.\nEdda Colm was born in 1961 on the island.',
      'Edda Colm was born in 1961',
      /makes 64 or 65 in 2026/,
    ],
    [
      'two offices',
      'Mayor Ines Kowal opened the bridge.\nGovernor Ines Kowal then crossed it on foot.',
      'Ines Kowal',
      /Governor “Ines Kowal”/,
    ],
    [
      'arrests told twice',
      'Police arrested 24 people after the match at Fennby on Saturday.\nThe 31 people arrested after the match at Fennby on Saturday go to court.',
      '31',
      /“31” people/,
    ],
    [
      'parts of more than the whole',
      'The school has 400 pupils: 180 girls and 240 boys.',
      '240',
      /“180”, “240”, parts that make 420/,
    ],
    ['a whole after its parts', 'They sold 12 vans and 9 lorries, 20 in all.', '20', /parts that make 21/],
    [
      'shares of more than a hundred',
      'The poll found 45% for Brandt, 40% for Kowal and 25% for Roe.',
      '25%',
      /shares that make 110%/,
    ],
    [
      'a share of a figure',
      'Half of the 300 workers, 120 in all, will go.',
      '120',
      /Half of the 300”, which makes 150/,
    ],
    ['a figure that doubled', 'The fare doubled from 40 to 60 in a year.', '60', /which makes 80/],
    [
      'years between two years',
      'The dispute lasted from 1914 to 1918, six years in all.',
      'six',
      /which makes 4 years/,
    ],
    [
      'more votes than members',
      'The council has 18 members. It voted 11 to 8 to close the library.',
      '11 to 8',
      /makes 19/,
    ],
    [
      'an office',
      'Health Minister Nils Pell spoke first.\nThe crowd booed Justice Minister Nils Pell.',
      'Nils Pell',
      /Paragraph 1 says Health Minister “Nils Pell”|Health Minister/,
    ],
  ]
  it.each(wrong)('%s', (_, text, words, says, language) => {
    const found = flags(text, language)
    expect(found.map((flag) => flag.words)).toEqual([words])
    expect(found[0]?.says.join('\n')).toMatch(says)
  })

  it('names both places by their words', () => {
    const [flag] = flags('Sara Klein owns the mill.\nThe mill made Sarah Klein rich.')
    expect(flag?.places).toEqual(['Sarah Klein', 'Sara Klein'])
  })
})

describe('what may stand', () => {
  const right: [name: string, text: string][] = [
    ['a vote with absentees', 'The council voted 11 to 5. The 18 members meet again in May.'],
    ['a vote that adds up', 'The council voted 11 to 8. All 19 councillors who voted live here.'],
    ['two votes, one total', 'They voted 11 to 8, then 10 to 7. The 18 councillors who voted went home.'],
    ['a score', 'Fennby beat Alder 3 to 2. The 4 members of the jury cheered.'],
    ['twice, rounded', 'It cost €3.3 million, twice the €1.6 million of the first plan.'],
    ['more than twice', 'It cost €5 million, more than twice the €1.6 million of the first plan.'],
    ['a rounded percentage', 'It rose from 310 to 415, an increase of 34 percent.'],
    ['percentages of something else', 'Of 200 asked, 120 came, and 15 percent stayed.'],
    [
      'tolls of two days',
      'The fire killed 12 people on the ferry. By Friday, later reports from the ferry said the fire killed 14 people.',
    ],
    ['tolls of two events', 'A flood in Pell killed 12 people. A storm off Sandhaven killed 30 people.'],
    ['sums that only look alike', 'The grant was £4 million. The budget is £4 billion.'],
    ['the right weekday', 'It happened on Thursday 24 September 2026.'],
    ['weekdays without a year', 'They met on Monday 5 May and on Friday 8 May.'],
    ['brother and sister', 'Paul Imber and Paula Imber ran the shop. Later Paula Imber left.'],
    ['a first name with another', 'Tina Dove sang. Nina Dove danced.'],
    ['a place and its people', 'North Korea fired. A North Korean ship sank. South Korea and South Koreans looked on.'],
    ['a name with its possessive', "Oona Marsh spoke. Oona Marsh’s office confirmed it. Oona Marsh's car was outside."],
    ['an office once held', 'Former Health Minister Nils Pell spoke. Justice Minister Nils Pell answered.'],
    ['parts of a whole, not all of them', 'The school has 400 pupils: 180 girls and 140 boys who live at home.'],
    ['parts that make the whole', 'They sold 12 vans and 9 lorries, 21 in all.'],
    ['versions that carry numbers', 'There are 12 versions: the Alder 50 sport and the Alder 55 sport.'],
    ['ages in a list', 'He has 14 cousins: Edda, 45, Oona, 54, and Nils, 38.'],
    ['shares of two groups', 'It was 60% for Brandt among men, 50% for Brandt among women and 20% for Kowal.'],
    ['a rough share', 'Nearly half of the 300 workers, 140 in all, will go.'],
    ['a share that fits', 'A third of the 90 flats, 30 of them, stand empty.'],
    ['years counted in full', 'The dispute lasted from 1914 to 1918, five years in all.'],
    [
      'a headline whose words differ in number',
      'Plan dies of ‘poison pills’\n\nThe plan died on Monday. It held a poison pill. Nobody took it. The house rose.',
    ],
    ['an office once held, alone', 'Former Mayor Nils Pell spoke. Governor Nils Pell answered.'],
    ['ages of two people', 'Edda Colm, 45, and Oona Marsh, 54, were at home.'],
  ]
  it.each(right)('%s', (_, text) => {
    expect(flags(text)).toEqual([])
  })
})

describe('numbers as written', () => {
  it.each([
    ['1,600', false, 1600],
    ['1.600', true, 1600],
    ['1,6', true, 1.6],
    ['1.6', false, 1.6],
    ['12,345,678.9', false, 12_345_678.9],
    ['12.345.678,9', true, 12_345_678.9],
  ])('%s (decimal comma: %s) is %d', (digits, comma, value) => {
    expect(valueOfDigits(digits, comma)).toBe(value)
  })
  it.each([
    ['nineteen', 19],
    ['forty-two', 42],
    ['achtzehn', 18],
    ['zweiundvierzig', 42],
    ['one', undefined],
    ['tenant', undefined],
  ])('%s is %s', (word, value) => {
    expect(valueOfWord(word)).toBe(value)
  })
})

it.each([
  ['sara', 'sarah', 'added'],
  ['brian', 'brain', 'swapped'],
  ['colm', 'colt', 'changed'],
  ['ab', 'ba', 'swapped'],
  ['same', 'same', undefined],
  ['mark', 'marcus', undefined],
])('one edit from %s to %s: %s', (one, other, kind) => {
  expect(oneEdit(one, other)?.kind).toBe(kind)
  expect(oneEdit(other, one)?.kind).toBe(kind)
})
