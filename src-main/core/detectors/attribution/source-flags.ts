import type { Proposal } from '../detector'
import { phraseRange } from './noun-phrase'
import type { Reporting } from './reporting'
import { WORD, type Tokens } from './tokens'
import * as is from './word-classes'

/** "critics say": people in general, nobody in particular. Undefined where the words only look like it. */
export function vagueFlag(tokens: Tokens, { speaker, cue }: Reporting): Proposal | undefined {
  const inverted = speaker.first > cue.last
  const between = inverted ? speaker.first - cue.last - 1 : onlyModifiers(tokens, speaker.last + 1, cue.first)
  if (between !== 0) return undefined
  const head = speaker.last
  let first = head
  while (first > speaker.first && head - first < 2 && isPlain(tokens, first - 1)) first--
  const range = inverted
    ? { start: tokens.start[cue.first] as number, end: tokens.end[head] as number }
    : { start: tokens.start[first] as number, end: tokens.end[cue.last] as number }
  const detail = 'Nobody can be asked: say who, or how many and where.'
  const signals = [{ name: 'RT-1', detail, weight: 0.75, ...range }]
  return { kind: 'flag', reason: 'vague-attribution', severity: 'should-fix', ...range, score: 0.75, signals }
}

/** "would", "have", "often" between subject and verb. @returns how many words are something else */
function onlyModifiers(tokens: Tokens, from: number, to: number): number {
  let others = 0
  for (let at = from; at < to; at++) if (!((tokens.classes[at] as number) & (is.ADVERB | is.AUXILIARY))) others++
  return others
}

/** An article or an adjective that may stand before "experts". */
function isPlain(tokens: Tokens, at: number): boolean {
  return (
    !!((tokens.shape[at] as number) & WORD) &&
    !((tokens.classes[at] as number) & ~(is.DETERMINER | is.VAGUE | is.ADVERB))
  )
}

/** A source without a name; AP-3 where nothing else is said of them either. */
export function anonymousFlag(tokens: Tokens, reporting: Reporting, end: number): Proposal {
  const range = wordsOf(tokens, reporting)
  const bare = isBare(tokens, reporting, end)
  const detail = bare
    ? 'A source of whom nothing is said: describe them, and say why they are not named.'
    : 'The source is not named: is the reason given, and does somebody else confirm it?'
  const signals = [
    {
      name: bare ? 'AP-3' : 'unnamed-source',
      detail,
      weight: bare ? 0.85 : 0.6,
      ...phraseRange(tokens, reporting.speaker),
    },
  ]
  return {
    kind: 'flag',
    reason: 'anonymous-source',
    severity: bare ? 'should-fix' : 'query',
    ...range,
    score: bare ? 0.85 : 0.6,
    signals,
  }
}

/** Who and the verb, from the one to the other; a long phrase between them is left out. */
function wordsOf(tokens: Tokens, { speaker, cue }: Reporting): { start: number; end: number } {
  const who = phraseRange(tokens, speaker)
  const says = phraseRange(tokens, cue)
  const apart = Math.max(cue.first - speaker.last, speaker.first - cue.last)
  return apart > 3 ? who : { start: Math.min(who.start, says.start), end: Math.max(who.end, says.end) }
}

/** Nothing but an article and "source": no "close to the talks", no "in the ministry", no clause. */
function isBare(tokens: Tokens, { speaker, cue }: Reporting, end: number): boolean {
  for (let at = speaker.first; at < speaker.last; at++)
    if (!((tokens.classes[at] as number) & is.DETERMINER) && !((tokens.classes[at] as number) & is.UNNAMED))
      return false
  const next = speaker.last + 1
  if (next >= end || next === cue.first) return true
  return (
    !((tokens.classes[next] as number) & (is.PREPOSITION | is.RELATIVE)) &&
    tokens.mark[next] !== 0x2c &&
    !isDescribing(tokens, next)
  )
}

/** "close to", "familiar with" */
function isDescribing(tokens: Tokens, at: number): boolean {
  return (
    !!((tokens.classes[at + 1] ?? 0) & is.PREPOSITION) && !((tokens.classes[at] as number) & (is.CUE | is.WEAK_CUE))
  )
}

/** RT-4: "sources" where everything else in the document speaks of one source. */
export function pluralSources(text: string, proposals: readonly Proposal[]): Proposal[] {
  const flags = proposals.filter(({ reason }) => reason === 'anonymous-source')
  const says = ({ start, end }: Proposal, word: RegExp) => word.test(text.slice(start, end))
  const many = flags.filter((flag) => says(flag, /\bsources\b/i))
  const one = flags.filter((flag) => says(flag, /\bsource\b/i))
  const [plural] = many
  const [single] = one
  if (many.length !== 1 || one.length !== 1 || !plural || !single) return []
  const detail = `“Sources” in one place, one source in another: “${text.slice(single.start, single.end)}”. Were there several?`
  const { start, end } = plural
  const signals = [{ name: 'RT-4', detail, weight: 0.5, start: single.start, end: single.end }]
  return [{ kind: 'flag', reason: 'anonymous-source', severity: 'query', start, end, score: 0.5, signals }]
}
