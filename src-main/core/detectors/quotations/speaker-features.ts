import { headOf } from '../attribution/classify-speaker'
import { isName } from '../attribution/noun-phrase'
import { CAPITALISED, LINE_START, WORD, type Tokens } from '../attribution/tokens'
import * as is from '../attribution/word-classes'
import { WAYS, type Candidate, type Way } from './candidate'
import { isTerminal, type Placed } from './surroundings'

/** Features of one candidate for one quotation; each is on or off, and each way has its own weight for each. */
export const SPEAKER_FEATURES = [
  'always',
  'cue reports',
  'cue beside the mark',
  'cue far',
  'cue very far',
  'subject beside the cue',
  'pronoun',
  'name',
  'person or body',
  'writer or reader',
  'relative',
  'after comma or colon',
  'starts with capital',
  'ends with comma',
  'ends with full stop',
  'starts sentence',
  'starts paragraph',
  'ends paragraph',
  'up to four words',
  'many words',
  'quotation before in paragraph',
  'said after it',
  'said before it',
  'second of its way',
  'follows preposition',
  'lead-in ends with colon',
  'cue tells somebody',
  'no other way',
  'cue in -ing',
  'statement or letter',
  'in a relative clause',
  'after a noun',
  'near',
  'far',
  'spoke before',
  'after that',
] as const

const bit = Object.fromEntries(SPEAKER_FEATURES.map((name, index) => [name, index])) as Record<
  (typeof SPEAKER_FEATURES)[number],
  number
>
export const WAY_INDEX = Object.fromEntries(WAYS.map((way, index) => [way, index])) as Record<Way, number>

/** What all candidates of a quotation share. */
export interface QuotationShape {
  readonly active: readonly number[]
  readonly after: boolean
  readonly before: boolean
}

const COMMA = 0x2c
const COLON = 0x3a

export function quotationShape(tokens: Tokens, placed: Placed, candidates: readonly Candidate[]): QuotationShape {
  const active: number[] = []
  const on = (name: keyof typeof bit, condition: boolean) => {
    if (condition) active.push(bit[name])
  }
  const { first, end } = placed
  const before = first > 0 ? (tokens.mark[first - 1] as number) : 0
  const lineStart = !!((tokens.shape[first] as number) & LINE_START)
  const last = end - 2 > first ? (tokens.mark[end - 2] as number) : 0
  const after = candidates.some(
    (c) => c.way === 'after-subject' || c.way === 'after-inverted' || c.way === 'after-origin',
  )
  const said = candidates.some(
    (c) => c.way === 'before-subject' && c.cue && ((tokens.classes[c.cue.first] as number) & is.CUE) !== 0,
  )
  on('after comma or colon', !lineStart && (before === COMMA || before === COLON))
  on('starts with capital', !!((tokens.shape[first + 1] ?? 0) & CAPITALISED))
  on('ends with comma', last === COMMA || tokens.mark[end] === COMMA)
  on('ends with full stop', isTerminal(last))
  on('starts sentence', placed.floor === first)
  on('starts paragraph', lineStart)
  on('ends paragraph', end >= tokens.count || !!((tokens.shape[end] as number) & LINE_START))
  on('up to four words', end - first <= 6)
  on('many words', end - first > 25)
  on('quotation before in paragraph', placed.before >= 0)
  on('said after it', after)
  on('said before it', said)
  on('no other way', candidates.length <= 1)
  return { active, after, before: said }
}

/** Positions of the features that are on for a candidate, the quotation's own included. */
export function speakerFeatures(
  tokens: Tokens,
  placed: Placed,
  candidate: Candidate,
  rank: number,
  shape: QuotationShape,
  spokeBefore: boolean,
): number[] {
  const active = [bit.always, ...shape.active]
  const on = (name: keyof typeof bit, condition: boolean) => {
    if (condition) active.push(bit[name])
  }
  const { speaker, cue } = candidate
  const head = headOf(tokens, speaker)
  const classes = tokens.classes[head] as number
  const single = speaker.first === speaker.last && !isName(tokens, head)
  on('pronoun', single && !!(classes & is.PRONOUN))
  on('writer or reader', single && !!(classes & is.PERSONAL))
  on('relative', single && !!(classes & is.RELATIVE))
  on('name', isName(tokens, head))
  on('person or body', !isName(tokens, head) && !!(classes & (is.ROLE | is.BODY)))
  on('statement or letter', !isName(tokens, head) && !!(classes & is.WRITING))
  on('spoke before', spokeBefore)
  const distance = speaker.first >= placed.end ? speaker.first - placed.end : placed.first - speaker.last - 1
  on('near', distance <= 4)
  on('far', distance > 15)
  if (speaker.first > placed.floor && speaker.first < placed.first) {
    const before = speaker.first - 1
    on('in a relative clause', !!((tokens.classes[before] as number) & is.RELATIVE))
    on('after that', !!((tokens.classes[before] as number) & is.THAT))
    on('after a noun', !!((tokens.shape[before] as number) & WORD) && (tokens.classes[before] as number) === 0)
  }
  on('second of its way', rank > 0)
  on('follows preposition', speaker.first > 0 && !!((tokens.classes[speaker.first - 1] as number) & is.PREPOSITION))
  const before = placed.floor > 0 ? tokens.mark[placed.floor - 1] : 0
  on('lead-in ends with colon', before === COLON)
  if (cue) {
    const does = tokens.classes[cue.last] as number
    const gap = cue.first >= placed.end ? cue.first - placed.end : placed.first - cue.last - 1
    on('cue reports', !!(does & is.CUE))
    on('cue beside the mark', gap <= 2)
    on('cue far', gap > 8)
    on('cue very far', gap > 20)
    on('subject beside the cue', Math.abs(cue.first - speaker.last) === 1 || speaker.first - cue.last === 1)
    on('cue in -ing', !!(does & is.GERUND))
    on('cue tells somebody', !!(does & is.TELLS))
  }
  return active
}
