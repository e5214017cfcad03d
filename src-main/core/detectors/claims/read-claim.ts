import type { Range } from '../../text/model'
import { CUE, cuesOf } from './cue-words'
import { groupsOf, isFunctionWord } from './sentence-shape'
import { WORD_GROUPS } from './word-groups'
import {
  COUNT,
  DECIMAL,
  GROUPED,
  MARK,
  MONEY,
  NUMBER,
  SMALL,
  WORD,
  YEAR,
  readWords,
  roomForWords,
  wordHash,
} from './words'

/** What stands in a sentence that an editor would stop at, each with the words that show it. */
export interface ClaimReading {
  /** Amounts with what they count: "1.6 million euros", "38 percent". Years and days of the month are none. */
  readonly figures: readonly Range[]
  /** A figure is a share, a sum of money or a large number. */
  readonly statistic: boolean
  readonly year?: Range
  readonly superlative?: Range
  /** A superlative that a record could prove: not “one of the largest”, “the most viable”, “their oldest son”. */
  readonly provable?: Range
  readonly cause?: Range
  readonly accusation?: Range
  readonly crime?: Range
  /** The one accused, where somebody is; else the first name. */
  readonly name?: Range
  readonly future?: Range
  readonly judgement?: Range
  readonly change?: Range
  readonly comparison?: Range
  readonly event?: Range
  readonly past?: Range
  /** Speaks as "I" or "we", or asks. */
  readonly personal: boolean
  /** Words that say where it comes from, such as figures, a report, a court. */
  readonly sourced?: Range
  /** Settled: convicted, admitted. */
  readonly proven?: Range
}

type Draft = { -readonly [K in keyof ClaimReading]: ClaimReading[K] } & { figures: Range[] }

const DETERMINERS = new Set(
  ['the', 'its', 'his', 'her', 'their', 'a', 'our', "country's", "world's", 'der', 'die', 'das', 'den', 'dem'].map(
    wordHash,
  ),
)
const hash = Object.fromEntries(
  ['of', 'to', 'i', 'we', 'per', 'cent', 'percent', 'the', 'time', 'half', 'one'].map((w) => [w, wordHash(w)]),
) as Record<string, number>
const MONTHS = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember'
    .split(' ')
    .map(wordHash),
)
const TIME = 1 << Object.keys(WORD_GROUPS).indexOf('time')
const words = roomForWords()

/** Reads one sentence, in time linear in its length. */
export function readClaim(text: string, start: number, end: number): ClaimReading {
  readWords(text, start, end, words)
  const draft: Draft = { figures: [], statistic: false, personal: false }
  for (let at = 0; at < words.count; at++) {
    const kind = words.kind[at] as number
    if (kind === NUMBER) readNumber(text, at, draft)
    else if (kind === WORD) readWord(at, draft)
    else if (words.hash[at] === 0x3f) draft.personal = true
  }
  return draft
}

const range = (from: number, to = from): Range => ({ start: words.start[from] as number, end: words.end[to] as number })
const isMagnitude = (at: number) => at < words.count && !!(cuesOf(words.hash[at] as number) & CUE.magnitude)

function readNumber(text: string, at: number, draft: Draft): void {
  const form = words.hash[at] as number
  if (isDay(at) || glued(text, at)) return
  if (form === YEAR) {
    draft.year ??= range(at)
    return
  }
  const percent = percentAt(at + 1)
  let last = percent
  if (percent === at) {
    while (isMagnitude(last + 1)) last++
    if (isCounted(last + 1) && words.hash[last] !== hash['percent']) last++
  }
  // "Boeing 757", "Section 5": a name, not an amount.
  const named = at > 0 && words.capital[at - 1] === 1 && last === at && !(groupsOf(words.hash[at - 1] as number) & TIME)
  if (named || (form === COUNT && (words.end[at] as number) - (words.start[at] as number) > 6)) return
  if (draft.figures.length < 4) draft.figures.push(range(at, last))
  if (
    percent > at ||
    isMagnitude(at + 1) ||
    form === MONEY ||
    form === GROUPED ||
    ((form === COUNT || form === DECIMAL) && last > at)
  )
    draft.statistic = true
}

/** Last position of a percent sign or "per cent" that starts at a position, else the one before it. */
function percentAt(at: number): number {
  if (at >= words.count) return at - 1
  if (words.kind[at] === MARK) return words.hash[at] === 0x25 ? at : at - 1
  return words.hash[at] === hash['per'] && words.hash[at + 1] === hash['cent'] ? at + 1 : at - 1
}

/** What is counted: a word of some length after the number. */
function isCounted(at: number): boolean {
  if (at >= words.count || words.kind[at] !== WORD || isFunctionWord(words.hash[at] as number)) return false
  return (words.end[at] as number) - (words.start[at] as number) > 3
}

/** "3 May", "May 3", "Nov. 19", "on 12 March": a day, not an amount. */
function isDay(at: number): boolean {
  if (words.hash[at] !== SMALL) return false
  const stop = at > 1 && words.kind[at - 1] === MARK && words.hash[at - 1] === 0x2e
  return isMonth(stop ? at - 2 : at - 1) || isMonth(at + 1)
}

function isMonth(at: number): boolean {
  return at >= 0 && at < words.count && words.capital[at] === 1 && MONTHS.has(words.hash[at] as number)
}

/** "M25", "5G", "2-1": part of a name or a score. */
function glued(text: string, at: number): boolean {
  const before = text.charCodeAt((words.start[at] as number) - 1)
  const next = at + 1 < words.count && words.start[at + 1] === words.end[at] && words.kind[at + 1] === WORD
  return /[\p{L}\d]/u.test(String.fromCharCode(before || 32)) || next
}

function readWord(at: number, draft: Draft): void {
  const word = words.hash[at] as number
  const cues = cuesOf(word)
  if (word === hash['i'] || word === hash['we']) draft.personal = true
  if (isNamePart(at)) noteName(at, draft)
  if (!cues) return
  if (cues & CUE.superlative || (cues & (CUE.sole | CUE.most | CUE.record) && isSuperlative(at, cues))) {
    draft.superlative ??= superlativeAt(at)
    if (isProvable(at, cues)) draft.provable ??= superlativeAt(at)
  }
  if (cues & CUE.cause && isCause(at)) draft.cause ??= range(at)
  if (cues & CUE.accuse) draft.accusation ??= range(at)
  if (cues & CUE.crime) draft.crime ??= range(at)
  if (cues & CUE.future) draft.future ??= range(at)
  if (cues & (CUE.duty | CUE.judgement)) draft.judgement ??= range(at)
  if (cues & CUE.change) draft.change ??= range(at)
  if (cues & CUE.compare) draft.comparison ??= range(at)
  if (cues & CUE.event) draft.event ??= range(at)
  if (cues & CUE.past) draft.past ??= range(at)
  if (cues & CUE.sourced) draft.sourced ??= range(at)
  if (cues & CUE.proven) draft.proven ??= range(at)
  // "hundreds of", "two million": amounts in words.
  if (
    cues & CUE.magnitude &&
    words.kind[at - 1] !== NUMBER &&
    !isMagnitude(at - 1) &&
    draft.figures.length < 4 &&
    word !== hash['half']
  ) {
    const opens =
      at > 1 && words.hash[at - 1] === hash['of']
        ? at - 2
        : at > 0 && words.kind[at - 1] === WORD && (words.end[at - 1] as number) - (words.start[at - 1] as number) < 9
          ? at - 1
          : at
    draft.figures.push(range(opens, at))
  }
}

/** Keeps the first name; one that comes within six words of an accusation takes its place: "accused the director, Ada Brandt, of". */
function noteName(at: number, draft: Draft): void {
  const { accusation, name } = draft
  const accused =
    accusation &&
    name &&
    name.start < accusation.start &&
    (words.start[Math.max(0, at - 6)] as number) <= accusation.start
  if (!name || accused) draft.name = nameAt(at)
}

/** A capital, save that of a month, a small word or a sentence's first word with no capital after it. */
function isNamePart(at: number): boolean {
  const word = words.hash[at] as number
  if (!words.capital[at] || groupsOf(word) & TIME || isFunctionWord(word)) return false
  return at > 0 || (words.count > 1 && words.capital[1] === 1)
}

/** The name from a capital on: all the capitals that follow. */
function nameAt(at: number): Range {
  let last = at
  while (last + 1 < words.count && words.capital[last + 1] && words.kind[last + 1] === WORD) last++
  return range(at, last)
}

/** "the first woman to", "its only", "the most expensive", "a record": a claim to be checked, unlike "first, he". */
function isSuperlative(at: number, cues: number): boolean {
  if (at === 0) return false
  const after = words.hash[at + 1] as number
  const before = words.hash[at - 1] as number
  if (cues & CUE.record)
    return (
      at + 1 < words.count &&
      !!(cuesOf(before) & CUE.superlative || DETERMINERS.has(before)) &&
      words.kind[at + 1] === WORD
    )
  if (!DETERMINERS.has(before) || at + 1 >= words.count || words.kind[at + 1] !== WORD) return false
  if (cues & CUE.most) return before === hash['the'] && after !== hash['of']
  for (let next = at + 1; next <= at + 5 && next < words.count; next++)
    if (words.hash[next] === hash['to'] || words.hash[next] === hash['time']) return true
  return false
}

const KIN = new Set('son daughter child brother sister boy girl kids possible ones'.split(' ').map(wordHash))

function isProvable(at: number, cues: number): boolean {
  if (cues & CUE.most || at === 0 || !DETERMINERS.has(words.hash[at - 1] as number)) return false
  const next = at + 1 < words.count && words.kind[at + 1] === WORD ? (words.hash[at + 1] as number) : 0
  if (next === 0 || KIN.has(next) || next === hash['time']) return false
  return !(at > 2 && words.hash[at - 2] === hash['of'] && words.hash[at - 3] === hash['one'])
}

function superlativeAt(at: number): Range {
  const from = at > 0 && DETERMINERS.has(words.hash[at - 1] as number) ? at - 1 : at
  const to = at + 1 < words.count && words.kind[at + 1] === WORD ? at + 1 : at
  return range(from, to)
}

/** "due", "led", "thanks" and "results" are causes only before "to" and "from". */
function isCause(at: number): boolean {
  const word = words.hash[at] as number
  if (!NEEDS_PREPOSITION.has(word)) return true
  return at + 1 < words.count && PREPOSITIONS.has(words.hash[at + 1] as number)
}
const NEEDS_PREPOSITION = new Set(['due', 'thanks', 'owing', 'resulted', 'results'].map(wordHash))
const PREPOSITIONS = new Set(['to', 'in', 'from'].map(wordHash))

/** Whether a stretch of text holds somebody's answer to an accusation: a denial, "declined to comment". */
export function holdsReply(text: string, start: number, end: number): boolean {
  readWords(text, start, end, words)
  for (let at = 0; at < words.count; at++) if (cuesOf(words.hash[at] as number) & CUE.reply) return true
  return false
}
