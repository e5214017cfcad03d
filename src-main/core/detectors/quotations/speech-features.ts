import { isName } from '../attribution/noun-phrase'
import { isQuotationMark } from '../attribution/punctuation'
import { ALL_CAPITALS, CAPITALISED, LINE_START, POSSESSIVE, WORD, type Tokens } from '../attribution/tokens'
import * as is from '../attribution/word-classes'
import { WAYS } from './candidate'
import type { Choice } from './rank-speakers'
import { WAY_INDEX } from './speaker-features'
import { isTerminal, type Placed } from './surroundings'

/** What the quoted words look like. */
const FORMS = [
  'no word',
  'a word',
  'a capitalised word',
  'two or three words',
  'two or three words like a title',
  'up to eight words',
  'up to eight words like a title',
  'up to twenty words',
  'longer',
] as const

/** What stands before the opening mark. */
const BEFORE = [
  'line start',
  'full stop',
  'comma',
  'colon',
  'reporting verb',
  'other cue',
  'that',
  'article',
  'possessive',
  'preposition',
  'conjunction',
  'auxiliary',
  'kind of work',
  'naming word',
  'name',
  'noun or verb',
  'function word',
  'dash',
  'bracket',
  'other mark',
] as const

/** What stands after the closing mark. */
const AFTER = [
  'line end',
  'comma',
  'full stop',
  'reporting verb',
  'function word',
  'noun or verb',
  'person',
  'by',
  'link',
  'name',
  'dash',
  'bracket',
  'quotation',
  'other mark',
] as const

const SINGLE = [
  'always',
  'ends with comma',
  'ends with full stop',
  'starts with capital',
  'starts sentence',
  'has first person',
  'has verb',
  'never closed',
  'starts with a mark',
  'quotation before in paragraph',
  'cue before in sentence',
  'cue after in sentence',
  'cue reports',
  'cue beside the mark',
  'cue far',
  'sure of speaker',
  'unsure of speaker',
  'spoken by a pronoun',
  'spoken by a name',
  'title after preposition',
  'title after a network',
  'title after a kind of work',
  'title before a person',
  'between two names',
  'that before in sentence',
  'other cue before in sentence',
  'in a headline',
  'title where it was said',
  'title beside a title',
] as const

const single = Object.fromEntries(SINGLE.map((name, index) => [name, index])) as Record<(typeof SINGLE)[number], number>

/** Pairs of things seen together, in the order of their positions below. */
const CROSSED: readonly (readonly [readonly string[], readonly string[]])[] = [
  [FORMS, BEFORE],
  [FORMS, AFTER],
  [FORMS, WAYS],
  [BEFORE, WAYS],
  [BEFORE, AFTER],
]

/** Features of a quotation that may be speech or may be a title, a nickname, or words held at arm's length. */
export const SPEECH_FEATURES: readonly string[] = [
  ...SINGLE,
  ...FORMS.map((form) => `form: ${form}`),
  ...BEFORE.map((before) => `before: ${before}`),
  ...AFTER.map((after) => `after: ${after}`),
  ...WAYS.map((way) => `speaker: ${way}`),
  ...CROSSED.flatMap(([rows, columns]) => rows.flatMap((row) => columns.map((column) => `${row} + ${column}`))),
]

/** Positions of the features that are on. */
export function speechFeatures(
  text: string,
  tokens: Tokens,
  quoted: Uint8Array,
  placed: Placed,
  choice: Choice,
): number[] {
  const active = singles(tokens, quoted, placed, choice)
  const look = formOf(tokens, placed)
  if (look.endsWith('title') || look === 'a capitalised word') active.push(...titleSigns(text, tokens, placed))
  const form = FORMS.indexOf(look)
  const before = BEFORE.indexOf(beforeOf(tokens, placed))
  const after = AFTER.indexOf(afterOf(tokens, placed))
  const way = WAY_INDEX[choice.candidate?.way ?? 'none']
  let base = SINGLE.length
  for (const [index, length] of [
    [form, FORMS.length],
    [before, BEFORE.length],
    [after, AFTER.length],
    [way, WAYS.length],
  ] as const) {
    active.push(base + index)
    base += length
  }
  for (const [row, column, rows, columns] of [
    [form, before, FORMS.length, BEFORE.length],
    [form, after, FORMS.length, AFTER.length],
    [form, way, FORMS.length, WAYS.length],
    [before, way, BEFORE.length, WAYS.length],
    [before, after, BEFORE.length, AFTER.length],
  ] as const) {
    active.push(base + row * columns + column)
    base += rows * columns
  }
  return active
}

/** Longest stretch of a quotation that is read, in tokens. */
const READ = 60

function formOf(tokens: Tokens, placed: Placed): (typeof FORMS)[number] {
  let words = 0
  let names = 0
  let content = 0
  for (let at = placed.first + 1; at < placed.end && at < placed.first + READ; at++) {
    if (!((tokens.shape[at] as number) & WORD)) continue
    // A run of Chinese or Japanese is one token; two of its characters make about one word.
    words += Math.max(1, isIdeographic(tokens, at) ? length(tokens, at) >> 1 : 1)
    const capital = ((tokens.shape[at] as number) & CAPITALISED) !== 0
    if (capital) names++
    if (capital || !((tokens.classes[at] as number) & is.FUNCTION)) content++
  }
  const title = content > 0 && names === content
  if (words === 0) return 'no word'
  if (words === 1) return title ? 'a capitalised word' : 'a word'
  if (words < 4) return title ? 'two or three words like a title' : 'two or three words'
  if (words < 9) return title ? 'up to eight words like a title' : 'up to eight words'
  return words < 21 ? 'up to twenty words' : 'longer'
}

function length(tokens: Tokens, at: number): number {
  return (tokens.end[at] as number) - (tokens.start[at] as number)
}

/** No word of an alphabet is that long. */
function isIdeographic(tokens: Tokens, at: number): boolean {
  return (
    (tokens.classes[at] as number) === 0 && !((tokens.shape[at] as number) & CAPITALISED) && length(tokens, at) > 24
  )
}

function beforeOf(tokens: Tokens, placed: Placed): (typeof BEFORE)[number] {
  const at = placed.first - 1
  if (at < 0 || (tokens.shape[placed.first] as number) & LINE_START) return 'line start'
  const mark = tokens.mark[at] as number
  if (mark) {
    if (isTerminal(mark) || isQuotationMark(mark)) return 'full stop'
    if (mark === 0x2c) return 'comma'
    if (mark === 0x3a) return 'colon'
    if (isDashMark(mark)) return 'dash'
    return mark === 0x28 || mark === 0x5b ? 'bracket' : 'other mark'
  }
  if ((tokens.shape[at] as number) & POSSESSIVE) return 'possessive'
  const classes = tokens.classes[at] as number
  if (isName(tokens, at)) return 'name'
  if (classes & is.NAMING) return 'naming word'
  if (classes & is.WORK) return 'kind of work'
  if (classes & is.CUE) return 'reporting verb'
  if (classes & is.WEAK_CUE) return 'other cue'
  if (classes & is.THAT) return 'that'
  if (classes & (is.DETERMINER | is.PERSONAL)) return 'article'
  if (classes & is.CONJUNCTION) return 'conjunction'
  if (classes & is.PREPOSITION) return 'preposition'
  if (classes & is.AUXILIARY) return 'auxiliary'
  return classes & is.FUNCTION ? 'function word' : 'noun or verb'
}

function afterOf(tokens: Tokens, placed: Placed): (typeof AFTER)[number] {
  const at = placed.end
  if (at >= tokens.count || (tokens.shape[at] as number) & LINE_START) return 'line end'
  const mark = tokens.mark[at] as number
  if (mark) {
    if (isQuotationMark(mark)) return 'quotation'
    if (mark === 0x2c) return 'comma'
    if (isTerminal(mark)) return 'full stop'
    if (isDashMark(mark)) return 'dash'
    return mark === 0x28 || mark === 0x29 || mark === 0x5b ? 'bracket' : 'other mark'
  }
  if ((tokens.shape[at] as number) & CAPITALISED) return 'name'
  const classes = tokens.classes[at] as number
  if (classes & is.LINK) return 'link'
  if (classes & is.AGENT) return 'by'
  if (classes & is.CUE) return 'reporting verb'
  if (classes & is.ROLE) return 'person'
  return classes & is.FUNCTION ? 'function word' : 'noun or verb'
}

function isDashMark(mark: number): boolean {
  return mark === 0x2d || mark === 0x2013 || mark === 0x2014 || mark === 0x2015
}

function singles(tokens: Tokens, quoted: Uint8Array, placed: Placed, choice: Choice): number[] {
  const active: number[] = [single.always]
  const on = (name: keyof typeof single, condition: boolean) => {
    if (condition) active.push(single[name])
  }
  const { first, end, quotation } = placed
  const closing = quotation.open ? end : end - 1
  let inside = 0
  for (let at = first + 1; at < closing && at < first + READ; at++) inside |= tokens.classes[at] as number
  const last = closing - 1 > first ? (tokens.mark[closing - 1] as number) : 0
  on('ends with comma', last === 0x2c)
  on('ends with full stop', isTerminal(last))
  on('starts with capital', !!((tokens.shape[first + 1] ?? 0) & CAPITALISED))
  on('starts sentence', placed.floor === first)
  on('has first person', !!(inside & is.PERSONAL))
  on('has verb', !!(inside & (is.AUXILIARY | is.VERB | is.CUE)))
  on('never closed', quotation.open)
  on('starts with a mark', (tokens.mark[first + 1] ?? 0) !== 0)
  on('quotation before in paragraph', placed.before >= 0)
  on('cue before in sentence', hasClass(tokens, quoted, placed.floor, first, is.CUE))
  on('that before in sentence', hasClass(tokens, quoted, placed.floor, first, is.THAT))
  on('other cue before in sentence', hasClass(tokens, quoted, placed.floor, first, is.WEAK_CUE))
  on('in a headline', headline(tokens, placed))
  on('between two names', first > 0 && end < tokens.count && isName(tokens, first - 1) && isName(tokens, end))
  on('cue after in sentence', hasClass(tokens, quoted, end, placed.ceiling, is.CUE))
  on('sure of speaker', choice.probability > 0.8)
  on('unsure of speaker', choice.probability < 0.4)
  const { candidate } = choice
  if (!candidate) return active
  const { speaker, cue } = candidate
  on(
    'spoken by a pronoun',
    speaker.first === speaker.last && !!((tokens.classes[speaker.first] as number) & is.PRONOUN),
  )
  on('spoken by a name', isName(tokens, speaker.last))
  if (!cue) return active
  const gap = cue.first >= end ? cue.first - end : first - cue.last - 1
  on('cue reports', !!((tokens.classes[cue.last] as number) & is.CUE))
  on('cue beside the mark', gap <= 2)
  on('cue far', gap > 8)
  return active
}

/** What speaks for the title of a film, a book or a programme. */
function titleSigns(text: string, tokens: Tokens, placed: Placed): number[] {
  const active: number[] = []
  const { first, end, floor } = placed
  if (first > 0 && (tokens.classes[first - 1] as number) & is.PREPOSITION)
    active.push(single['title after preposition'])
  if (isPlaceOfSpeech(text, tokens, placed)) active.push(single['title where it was said'])
  const owner = first - 2
  if (owner >= 0 && (tokens.shape[first - 1] as number) & POSSESSIVE && (tokens.shape[owner] as number) & ALL_CAPITALS)
    active.push(single['title after a network'])
  for (let at = first - 1; at >= Math.max(floor, first - 5) && !isTerminal(tokens.mark[at] as number); at--)
    if ((tokens.classes[at] as number) & is.WORK) {
      active.push(single['title after a kind of work'])
      break
    }
  if (isListed(tokens, first, end)) active.push(single['title beside a title'])
  if ((tokens.classes[end] ?? 0) & (is.ROLE | is.WORK)) active.push(single['title before a person'])
  return active
}

/** One of several in a row: “A,” “B” and “C”. */
function isListed(tokens: Tokens, first: number, end: number): boolean {
  const joins = (at: number) => tokens.mark[at] === 0x2c || !!((tokens.classes[at] ?? 0) & is.CONJUNCTION)
  const closes = (at: number) => at >= 0 && isQuotationMark(tokens.mark[at] as number)
  const before = closes(first - 1) || (joins(first - 1) && closes(first - 2))
  const after = closes(end) || (joins(end) && end + 1 < tokens.count && closes(end + 1))
  return before || after
}

/** Tokens that are read back from a title to see what leads to it. */
const LEAD = 12
const ON_THE_WAY =
  is.PREPOSITION | is.DETERMINER | is.CALENDAR | is.ADVERB | is.WORK | is.SAYING | is.BODY | is.PERSONAL

/** "said Sunday on NBC's", "An appearance on", "Wednesday on the podcast": only place and time lead to the title. */
function isPlaceOfSpeech(text: string, tokens: Tokens, placed: Placed): boolean {
  let on = false
  for (let at = placed.first - 1; at >= Math.max(0, placed.first - LEAD); at--) {
    const classes = tokens.classes[at] as number
    if (classes & is.PREPOSITION && text.slice(tokens.start[at], tokens.end[at]).toLowerCase() === 'on') on = true
    const passed = isName(tokens, at) || !!((tokens.shape[at] as number) & POSSESSIVE) || !!(classes & ON_THE_WAY)
    if (classes & (is.CUE | is.WEAK_CUE)) return on
    if (!passed && classes !== 0) return false
    if (tokens.mark[at]) return false
    if (at === placed.floor) return on
  }
  return false
}

function headline(tokens: Tokens, placed: Placed): boolean {
  let words = 0
  let capitals = 0
  for (let at = placed.floor; at < placed.ceiling; at++) {
    if (!((tokens.shape[at] as number) & WORD) || (at > placed.first && at < placed.end)) continue
    if ((tokens.classes[at] as number) & is.FUNCTION) continue
    words++
    if ((tokens.shape[at] as number) & CAPITALISED) capitals++
  }
  return words > 3 && capitals === words
}

function hasClass(tokens: Tokens, quoted: Uint8Array, from: number, to: number, classes: number): boolean {
  for (let at = from; at < to; at++) if (!quoted[at] && (tokens.classes[at] as number) & classes) return true
  return false
}
