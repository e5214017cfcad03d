import type { Sentence, TextModel } from '../../text/model'
import { quoted, type Disagreement } from './disagreement'
import type { PersonName } from './person-names'

/** ", 45," or ", aged 45," after a name. */
const AGE_AFTER = /^,\s(?:aged\s)?(\d{1,2}),(?!\d)/u
/** "45-year-old " before a name, an honorific or two between them. */
const AGE_BEFORE = /\b(\d{1,2})-year-old\s(?:[\p{L}.]+\s){0,2}$/u
const BORN =
  /^[^.;()]{0,40}\(born(?:\sin)?\s(?:[\p{L}\d]+\s){0,2}((?:19|20)\d\d)\)|^,?\s(?:who\s)?was\sborn\sin\s((?:19|20)\d\d)\b/u
/** A day and a month beside the year, in words or figures. */
const DATE =
  /\d{1,2}\.?\s+\p{L}{3,}\.?,?\s+(?:19|20)\d\d|\p{L}{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d[./-]\d/u
const DATELINE = /\b((?:19|20)\d\d)\b/u

interface Told {
  readonly name: PersonName
  readonly start: number
  readonly end: number
  readonly years: number
}

/** One full name with two ages, or with an age that the year of birth and the story's own date do not bear out. */
export function disagreeingAges(
  model: TextModel,
  sentences: readonly Sentence[],
  names: readonly PersonName[],
): Disagreement[] {
  const { text } = model
  const ages = new Map<string, Told>()
  const births = new Map<string, Told>()
  const found: Disagreement[] = []
  for (const name of names) {
    const key = `${name.first} ${name.last}`.toLowerCase()
    const sentence = sentences[name.sentence] as Sentence
    const age = ageAt(text, name, sentence)
    const known = ages.get(key)
    if (age && known && known.years !== age.years) found.push(disagreement(text, known, age, ''))
    if (age && !known) ages.set(key, age)
    const birth = birthAfter(text, name, sentence)
    if (birth && !births.has(key)) births.set(key, birth)
  }
  const year = yearOfStory(model)
  if (year === undefined) return found
  for (const [key, birth] of births) {
    const age = ages.get(key)
    const possible = year - birth.years
    if (!age || age.years === possible || age.years === possible - 1) continue
    const [one, other] = age.start < birth.start ? [age, birth] : [birth, age]
    found.push(disagreement(text, one, other, `, which makes ${possible - 1} or ${possible} in ${year}`, birth))
  }
  return found
}

function ageAt(text: string, name: PersonName, sentence: Sentence): Told | undefined {
  const after = AGE_AFTER.exec(text.slice(name.end, Math.min(sentence.end, name.end + 16)))
  if (after) return { name, start: name.start, end: name.end + after[0].length - 1, years: Number(after[1]) }
  const from = Math.max(sentence.start, name.start - 60)
  const before = AGE_BEFORE.exec(text.slice(from, name.start))
  return before ? { name, start: from + before.index, end: name.end, years: Number(before[1]) } : undefined
}

function birthAfter(text: string, name: PersonName, sentence: Sentence): Told | undefined {
  const match = BORN.exec(text.slice(name.end, Math.min(sentence.end, name.end + 80)))
  const year = match?.[1] ?? match?.[2]
  return match && year ? { name, start: name.start, end: name.end + match[0].length, years: Number(year) } : undefined
}

/** The year of a dateline: a short line near the beginning or the end that is a date, with a place at most. */
function yearOfStory(model: TextModel): number | undefined {
  const { blocks, text } = model
  for (const block of [...blocks.slice(0, 4), ...blocks.slice(-2)]) {
    const line = text.slice(block.start, block.end)
    if (line.length < 60 && /\d{1,2}/.test(line)) {
      const year = DATELINE.exec(line)?.[1]
      if (year && DATE.test(line) && !/\bborn\b/.test(line)) return Number(year)
    }
  }
  return undefined
}

function disagreement(text: string, earlier: Told, later: Told, makes: string, birth?: Told): Disagreement {
  const says = (told: Told) => quoted(text, told) + (told === birth ? makes : '')
  return {
    name: 'GMM-1',
    earlier,
    later,
    earlierSays: says(earlier),
    laterSays: says(later),
    severity: 'should-fix',
    score: 0.85,
  }
}
