import { isName } from '../attribution/noun-phrase'
import { CAPITALISED, LINE_START, WORD, type Tokens } from '../attribution/tokens'
import * as is from '../attribution/word-classes'
import { WAYS } from './candidate'
import type { Choice } from './rank-speakers'
import { WAY_INDEX } from './speaker-features'
import { isTerminal, type Placed } from './surroundings'

const PLAIN = [
  'always',
  'one word',
  'two words',
  'three words',
  'four to six words',
  'seven to twelve words',
  'more words',
  'starts with capital',
  'all words with capitals',
  'ends with comma',
  'ends with full stop',
  'followed by small word',
  'followed by comma',
  'followed by full stop',
  'ends paragraph',
  'starts paragraph',
  'starts sentence',
  'after article',
  'after possessive',
  'after preposition',
  'after comma',
  'after colon',
  'after cue',
  'after that',
  'after conjunction',
  'after auxiliary',
  'after name',
  'after small word',
  'has first person',
  'has verb',
  'in brackets',
  'cue reports',
  'cue weak',
  'cue beside',
  'cue far',
  'sure of speaker',
  'unsure of speaker',
  'quotation before in paragraph',
  'cue in sentence',
  'starts with mark',
  'no words',
  'open',
  'title and capital',
] as const

/** Features of a quotation that may be speech or may be a title, a nickname, or words held at arm's length. */
export const SPEECH_FEATURES: readonly string[] = [
  ...PLAIN,
  ...WAYS.map((way) => `speaker: ${way}`),
  ...WAYS.map((way) => `short, speaker: ${way}`),
]

const bit = Object.fromEntries(PLAIN.map((name, index) => [name, index])) as Record<(typeof PLAIN)[number], number>

export function speechFeatures(tokens: Tokens, quoted: Uint8Array, placed: Placed, choice: Choice): number[] {
  const active: number[] = [bit.always]
  const on = (name: keyof typeof bit, condition: boolean) => {
    if (condition) active.push(bit[name])
  }
  const { first, end, quotation } = placed
  const closing = quotation.open ? end : end - 1
  let words = 0
  let capitals = 0
  let counted = 0
  let person = false
  let verb = false
  for (let at = first + 1; at < closing && at < first + 80; at++) {
    if (!((tokens.shape[at] as number) & WORD)) continue
    words++
    const classes = tokens.classes[at] as number
    if (classes & is.PERSONAL) person = true
    if (classes & (is.AUXILIARY | is.VERB | is.CUE)) verb = true
    if (isName(tokens, at)) capitals++
    if (isName(tokens, at) || !(classes & is.FUNCTION)) counted++
  }
  const title = counted > 0 && capitals === counted && words > 1
  const capital = !!((tokens.shape[first + 1] ?? 0) & CAPITALISED)
  on('no words', words === 0)
  on('one word', words === 1)
  on('two words', words === 2)
  on('three words', words === 3)
  on('four to six words', words > 3 && words < 7)
  on('seven to twelve words', words > 6 && words < 13)
  on('more words', words > 12)
  on('starts with capital', capital)
  on('all words with capitals', title)
  on('has first person', person)
  on('has verb', verb)
  on('open', quotation.open)
  on('starts with mark', (tokens.mark[first + 1] ?? 0) !== 0)
  const last = closing - 1 > first ? (tokens.mark[closing - 1] as number) : 0
  on('ends with comma', last === 0x2c)
  on('ends with full stop', isTerminal(last))
  const lineEnd = end >= tokens.count || !!((tokens.shape[end] as number) & LINE_START)
  const next = lineEnd ? 0 : (tokens.mark[end] as number)
  on('ends paragraph', lineEnd)
  on('followed by comma', next === 0x2c)
  on('followed by full stop', isTerminal(next))
  on(
    'followed by small word',
    !lineEnd && !!((tokens.shape[end] as number) & WORD) && !((tokens.shape[end] as number) & CAPITALISED),
  )
  const lineStart = !!((tokens.shape[first] as number) & LINE_START)
  on('starts paragraph', lineStart)
  on('starts sentence', placed.floor === first)
  on('quotation before in paragraph', placed.before >= 0)
  if (!lineStart) {
    const before = first - 1
    const classes = tokens.classes[before] as number
    const mark = tokens.mark[before] as number
    on('after article', !!(classes & (is.DETERMINER | is.PERSONAL)))
    on('after possessive', !!((tokens.shape[before] as number) & 16))
    on('after preposition', !!(classes & is.PREPOSITION))
    on('after comma', mark === 0x2c)
    on('after colon', mark === 0x3a)
    on('in brackets', mark === 0x28)
    on('after cue', !!(classes & (is.CUE | is.WEAK_CUE)))
    on('after that', !!(classes & is.THAT))
    on('after conjunction', !!(classes & is.CONJUNCTION))
    on('after auxiliary', !!(classes & is.AUXILIARY))
    on('after name', isName(tokens, before))
    on('after small word', classes === 0 && !!((tokens.shape[before] as number) & WORD) && !isName(tokens, before))
    on('title and capital', title && !!(classes & (is.PREPOSITION | is.CONJUNCTION)))
  }
  let cueNear = false
  for (let at = placed.floor; at < first; at++)
    if (!quoted[at] && (tokens.classes[at] as number) & is.CUE) cueNear = true
  on('cue in sentence', cueNear)
  const cue = choice.candidate?.cue
  if (cue) {
    const gap = cue.first >= end ? cue.first - end : first - cue.last - 1
    on('cue reports', !!((tokens.classes[cue.last] as number) & is.CUE))
    on('cue weak', !((tokens.classes[cue.last] as number) & is.CUE))
    on('cue beside', gap <= 2)
    on('cue far', gap > 8)
  }
  on('sure of speaker', choice.probability > 0.8)
  on('unsure of speaker', choice.probability < 0.4)
  const way = WAY_INDEX[choice.candidate?.way ?? 'none']
  active.push(PLAIN.length + way)
  if (words < 4) active.push(PLAIN.length + WAYS.length + way)
  return active
}
