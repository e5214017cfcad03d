import type { Range, TextModel } from '../../text/model'
import { headOf } from '../attribution/classify-speaker'
import { isName, phraseRange } from '../attribution/noun-phrase'
import { WORD, type Tokens } from '../attribution/tokens'
import { PRONOUN } from '../attribution/word-classes'
import type { Proposal } from '../detector'
import type { Way } from './candidate'
import type { Reading, ReadQuotation } from './read-quotations'
import { headWord } from './speaker-name'
import { isTerminal } from './surroundings'

/** What may not stand about the quotations of a document: marks without a partner, words without a speaker. */
export function quotationFlags(model: TextModel, tokens: Tokens, reading: Reading): Proposal[] {
  const flags: Proposal[] = reading.strays
    .filter((at) => followsWord(model.text, at))
    .map((at) => unopened(model.text, at))
  reading.quotations.forEach((read, index) => {
    const { quotation } = read.placed
    if (quotation.open) flags.push(unclosed(tokens, read))
    else if (isUnattributed(tokens, read)) flags.push(unattributed(read))
    const late = namedLate(tokens, read)
    if (late) flags.push(late)
    const previous = reading.quotations[index - 1]
    const together = previous && runTogether(model.text, tokens, previous, read)
    if (together) flags.push(together)
  })
  return flags
}

function unopened(text: string, at: number): Proposal {
  const start = wordBefore(text, at)
  const detail = 'This closing mark has no opening one before it in its paragraph.'
  const signals = [{ name: 'missing-opening-mark', detail, weight: 0.8, start: at, end: at + 1 }]
  return { kind: 'flag', reason: 'broken-quotation', severity: 'should-fix', start, end: at + 1, score: 0.8, signals }
}

/** A letter stands before it, with a full stop or a bracket between at most. Right after a figure it means inches. */
function followsWord(text: string, at: number): boolean {
  return /(?:\p{L}[.,!?…)\]]{0,3}|\p{N}[.,!?…]{1,3})$/u.test(text.slice(Math.max(0, at - 5), at))
}

/** Start of the word before an offset, at most 40 characters back. */
function wordBefore(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < 40 && !/\s/.test(text.charAt(start - 1))) start--
  return start
}

/** Words after an opening mark that show which one is meant. */
const SHOWN = 5

function unclosed(tokens: Tokens, read: ReadQuotation): Proposal {
  const { first, end, quotation } = read.placed
  const range = { start: quotation.start, end: tokens.end[Math.min(first + SHOWN, end - 1)] as number }
  const detail =
    quotation.pieces.length > 1
      ? `This quotation runs through ${quotation.pieces.length} paragraphs and is never closed.`
      : 'This opening mark has no closing one.'
  const signals = [
    { name: 'missing-closing-mark', detail, weight: 0.85, start: quotation.start, end: quotation.start + 1 },
  ]
  return { kind: 'flag', reason: 'broken-quotation', severity: 'should-fix', ...range, score: 0.85, signals }
}

/** Words from which a quotation without a speaker is worth a flag; a shorter one may be a slogan or a sign. */
const ENOUGH_WORDS = 6
const ENOUGH_SCORE = 0.6

function isUnattributed(tokens: Tokens, read: ReadQuotation): boolean {
  if (read.score < ENOUGH_SCORE || read.choice.candidate || read.han) return false
  let words = 0
  for (let at = read.placed.first; at < read.placed.end && words < ENOUGH_WORDS; at++)
    if ((tokens.shape[at] as number) & WORD) words++
  return words >= ENOUGH_WORDS
}

function unattributed(read: ReadQuotation): Proposal {
  const { start, end } = read.placed.quotation
  const detail = 'Neither its sentence nor the ones around it say who said it.'
  const signals = [{ name: 'RT-1', detail, weight: read.score, start, end }]
  return {
    kind: 'flag',
    reason: 'unattributed-quotation',
    severity: 'should-fix',
    start,
    end,
    score: read.score,
    signals,
  }
}

const NAMED_AFTER: ReadonlySet<Way> = new Set<Way>(['after-subject', 'after-inverted', 'after-origin'])
/** Full stops inside a quotation before its speaker is named: three sentences and more. */
const LATE = 3

/** RT-2: the reader learns who speaks only after several sentences. */
function namedLate(tokens: Tokens, read: ReadQuotation): Proposal | undefined {
  const { candidate, probability } = read.choice
  const { first, end, before } = read.placed
  if (!candidate || !NAMED_AFTER.has(candidate.way) || before >= 0 || probability < 0.7) return undefined
  // “he said”: whom it means was named before, and goes on speaking.
  if ((tokens.classes[candidate.speaker.last] as number) & PRONOUN) return undefined
  let sentences = 1
  for (let at = first; at < end - 2; at++)
    if (isTerminal(tokens.mark[at] as number) && !isTerminal(tokens.mark[at + 1] as number)) sentences++
  if (sentences <= LATE) return undefined
  const range = joined(phraseRange(tokens, candidate.speaker), candidate.cue && phraseRange(tokens, candidate.cue))
  const detail = `The speaker is named after ${sentences} sentences; name them after the first.`
  const signals = [
    { name: 'RT-2', detail, weight: 0.6, start: read.placed.quotation.start, end: read.placed.quotation.end },
  ]
  return { kind: 'flag', reason: 'style', severity: 'query', ...range, score: 0.6, signals }
}

/** RT-3: "…," said Doe. "…," said Roe: until the second name comes, the second quotation reads as the first speaker's. */
function runTogether(text: string, tokens: Tokens, previous: ReadQuotation, read: ReadQuotation): Proposal | undefined {
  const one = previous.choice.candidate
  const other = read.choice.candidate
  // Nothing of the writer's own stands between but the full stop after the first speaker's reporting words.
  const near = read.placed.first - previous.placed.ceiling <= 1
  const beside = read.placed.before >= 0 && read.placed.floor === read.placed.first && near
  if (!beside || !one || !other || !NAMED_AFTER.has(other.way)) return undefined
  if (Math.min(previous.choice.probability, read.choice.probability) < 0.5) return undefined
  if (!isName(tokens, headOf(tokens, one.speaker)) || !isName(tokens, headOf(tokens, other.speaker))) return undefined
  if (headWord(text, tokens, one) === headWord(text, tokens, other)) return undefined
  const { start, end } = read.placed.quotation
  const detail = 'Another speaker was quoted just before in this paragraph, and this one is named only afterwards.'
  const signals = [{ name: 'RT-3', detail, weight: 0.6, ...phraseRange(tokens, other.speaker) }]
  return { kind: 'flag', reason: 'misattribution', severity: 'query', start, end, score: 0.6, signals }
}

function joined(a: Range, b: Range | undefined): Range {
  return b ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : a
}
