/** Beginnings of month names in the languages we meet, in lower case without accents. */
const MONTHS: readonly string[] = [
  'jan ene gen sty янв',
  'feb fev fév lut фев',
  'mar mär maa mrz мар',
  'apr abr avr kwi апр',
  'may mai mei mag maj мая май',
  'jun juin giu cze июн',
  'jul juil lug lip июл',
  'aug ago aoû aou sie авг',
  'sep set wrz сен',
  'oct okt out ott paź окт',
  'nov lis ноя',
  'dec dez déc dic gru дек',
]

/**
 * A date as YYYY-MM-DD where it can be read as one without guessing; else as it stands, on one line. "03/04/2026" is
 * one day here and another there, so it stays as it is.
 */
export function readDate(written: string): string | undefined {
  const text = written.replace(/\s+/gu, ' ').trim().slice(0, 100)
  if (!text) return undefined
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(text)
  if (iso) return day(iso[1], Number(iso[2]), iso[3]) ?? text
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(\p{L}{3,})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)/iu.exec(text)
  if (dayFirst) return day(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]) ?? text
  const monthFirst = /(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/iu.exec(text)
  if (monthFirst) return day(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]) ?? text
  return text
}

/** Number of a month from its name, 0 where it is none. */
function monthOf(name = ''): number {
  const lower = name.toLowerCase()
  return 1 + MONTHS.findIndex((starts) => starts.split(' ').some((start) => lower.startsWith(start)))
}

function day(year = '', month: number, date = ''): string | undefined {
  const number = Number(date)
  if (month < 1 || month > 12 || number < 1 || number > 31) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
}
