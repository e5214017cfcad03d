import type { Sentence, TextModel } from '../../text/model'
import { quoted, type Disagreement } from './disagreement'

const ENGLISH_DAYS = 'Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday'
const GERMAN_DAYS = 'Sonntag|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag'
const ENGLISH_MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const GERMAN_MONTHS = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'
const SHORT = 'Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?'
const MONTH = `${ENGLISH_MONTHS}|${GERMAN_MONTHS}|${SHORT}`

/** "Tuesday 3 March 2026", "Tuesday, March 3rd, 2026", "Dienstag, dem 3. März 2026", "Dienstag, 03.03.2026". */
const DATED = new RegExp(
  `\\b(${ENGLISH_DAYS}|${GERMAN_DAYS}),?\\s{1,3}(?:the\\s|dem\\s|den\\s)?(?:` +
    `(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s{1,3}(?:of\\s)?(${MONTH})(?:,?\\s{1,3}((?:19|20)\\d\\d))?` +
    `|(${MONTH})\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s{1,3}((?:19|20)\\d\\d))?` +
    `|(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d))`,
  'gu',
)
const DAYS = [ENGLISH_DAYS, GERMAN_DAYS].map((names) => names.split('|'))
const MONTHS = [ENGLISH_MONTHS, GERMAN_MONTHS].map((names) => names.split('|'))

interface Dated {
  readonly start: number
  readonly end: number
  /** 0 = Sunday. */
  readonly weekday: number
  readonly day: number
  /** 0 = January. */
  readonly month: number
  readonly year: number | undefined
}

/**
 * Dates whose weekday the calendar does not bear out. A date without a year is held against the year that the other
 * dated weekdays of the story agree on: all of four or more but one.
 */
export function wrongWeekdays(model: TextModel, sentences: readonly Sentence[]): Disagreement[] {
  const dates = sentences.flatMap((sentence) => datesIn(model.text, sentence))
  const inferred = yearOf(dates.filter((date) => date.year === undefined))
  return dates.flatMap((date): Disagreement[] => {
    const year = date.year ?? inferred
    if (year === undefined || matches(date, year) || !exists(date, year)) return []
    const right = DAYS[0]?.[new Date(Date.UTC(year, date.month, date.day)).getUTCDay()] ?? ''
    return [
      {
        name: 'GMM-1',
        earlier: date,
        later: date,
        earlierSays: quoted(model.text, date),
        laterSays: `${quoted(model.text, date)}, but ${date.day} ${MONTHS[0]?.[date.month]} ${year} is a ${right}`,
        severity: 'should-fix',
        score: date.year === undefined ? 0.7 : 0.9,
      },
    ]
  })
}

function datesIn(text: string, { start, end }: Sentence): Dated[] {
  const sentence = text.slice(start, end)
  if (!mayNameDay(sentence)) return []
  return [...sentence.matchAll(DATED)].flatMap((match): Dated[] => {
    const [words, weekday, day1, month1, year1, month2, day2, year2, day3, month3, year3] = match
    const month = month3 ? Number(month3) - 1 : monthOf(month1 ?? month2 ?? '')
    const year = year1 ?? year2 ?? year3
    const dated = {
      start: start + match.index,
      end: start + match.index + words.length,
      weekday: Math.max(...DAYS.map((names) => names.indexOf(weekday ?? ''))),
      day: Number(day1 ?? day2 ?? day3),
      month,
      year: year === undefined ? undefined : Number(year),
    }
    return month < 0 ? [] : [dated]
  })
}

/** Every weekday has one of these in it; most sentences have none, and need no closer look. */
function mayNameDay(sentence: string): boolean {
  return sentence.includes('day') || sentence.includes('tag') || sentence.includes('Mittwoch')
}

function monthOf(name: string): number {
  const full = Math.max(...MONTHS.map((names) => names.indexOf(name)))
  return full >= 0 ? full : (MONTHS[0]?.findIndex((month) => month.startsWith(name.replace('.', '').slice(0, 3))) ?? -1)
}

const matches = (date: Dated, year: number) =>
  new Date(Date.UTC(year, date.month, date.day)).getUTCDay() === date.weekday
const exists = (date: Dated, year: number) => new Date(Date.UTC(year, date.month, date.day)).getUTCDate() === date.day

/** The first year from 1990 to 2050 in which all of the dates but one fall on their weekdays. */
function yearOf(dates: readonly Dated[]): number | undefined {
  if (dates.length < 4) return undefined
  const years = Array.from({ length: 61 }, (_, at) => 1990 + at)
  const hits = years.map((year) => dates.filter((date) => matches(date, year)).length)
  const most = Math.max(...hits)
  // Calendars repeat: any year of the same calendar will do, so the first is taken.
  return most >= dates.length - 1 ? years[hits.indexOf(most)] : undefined
}
