import { classesOfWord, WORD } from './lexicon'
import { LINE, type LineTable } from './line-table'
import { PURPOSES } from './phrases/index'
import { QUOTE } from './quotation-state'
import { NOT_LOWER, TOKEN } from './tokens'
import type { Ties } from './ties'

/** What the document as a whole knows of its lines. */
export interface LineFacts {
  readonly table: LineTable
  readonly ties: Ties
  readonly quotes: Uint8Array
  /** How often the same line, the same first two words, stand in the document. */
  readonly sameLine: Uint16Array
  readonly sameOpening: Uint16Array
  /** Score of the n-gram model, log-odds. */
  readonly ngrams: Float32Array
}

/** Features of a line by itself, in the order of a row. */
export const BASE_FEATURES = [
  'characters',
  'words',
  'stop',
  'colon',
  'question',
  'endsQuote',
  'startsQuote',
  'startsLower',
  'startsNumber',
  'bullet',
  'numbered',
  'capitals',
  'allCapitals',
  'numbers',
  'functionWords',
  'sentences',
  'commas',
  'innerColon',
  'bars',
  'address',
  'money',
  'parenthesis',
  'wordLength',
  'secondPerson',
  'firstPerson',
  'reporting',
  'auxiliary',
  'prompt',
  'time',
  'byline',
  'ellipsis',
  'ideographs',
  'prose',
  ...PURPOSES,
  'marker',
  'markerStart',
  'markerEnd',
  'markerWhole',
  'sameLine',
  'sameOpening',
  'content',
  'story',
  'before',
  'after',
  'next',
  'rare',
  'knownNames',
  'newNames',
  'knownNameShare',
  'insideQuote',
  'openQuote',
  'closesQuote',
  'ngrams',
  'innerQuestion',
  'dashes',
  'exclamations',
  'labelWords',
  'labelMarker',
  'labelCapitals',
  'bracketed',
  'arrows',
  'prompts',
  'pictures',
] as const

export type BaseFeature = (typeof BASE_FEATURES)[number]
export const BASE_WIDTH = BASE_FEATURES.length
export const baseIndex = (name: BaseFeature): number => BASE_FEATURES.indexOf(name)

/** Words of a line that are counted; a longer line is like its beginning. */
const MOST_WORDS = 160
const MOST_CHARACTERS = 1200

/** Writes the features of a line at `row[at …]`. */
export function baseFeatures(facts: LineFacts, line: number, row: Float32Array, at: number): void {
  const { table, ties, quotes } = facts
  const { text, tokens } = table
  const from = table.content[line] as number
  const to = table.end[line] as number
  const first = table.firstToken[line] as number
  const last = Math.min(table.firstToken[line + 1] as number, first + MOST_WORDS)
  const words = last - first
  const flags = table.flags[line] as number
  let place = at
  const put = (value: number) => {
    row[place++] = value
  }

  let capitals = 0
  let allCapitals = 0
  let numbers = 0
  let functions = 0
  let ideographs = 0
  let letters = 0
  let secondPerson = 0
  let firstPerson = 0
  let reporting = 0
  let auxiliary = 0
  let time = 0
  let prompts = 0
  let firstClasses = 0
  for (let token = first; token < last; token++) {
    const bits = tokens.flags[token] as number
    const classes = classesOfWord(tokens.hash[token] as number)
    if (token === first) firstClasses = classes
    if (bits & TOKEN.capital && !(classes & WORD.function)) capitals++
    if (bits & TOKEN.allCapitals) allCapitals++
    if (bits & TOKEN.number) numbers++
    if (bits & TOKEN.ideograph) ideographs++
    letters += (tokens.end[token] as number) - (tokens.start[token] as number)
    if (!classes) continue
    if (classes & WORD.function) functions++
    if (classes & WORD.secondPerson) secondPerson++
    if (classes & WORD.firstPersonPlural) firstPerson++
    if (classes & WORD.reporting) reporting++
    if (classes & WORD.auxiliary) auxiliary++
    if (classes & WORD.time) time++
    if (classes & WORD.prompt) prompts++
  }
  const marks = marksIn(text, from, Math.min(to, from + MOST_CHARACTERS))
  const lastMark = text.charCodeAt(to - 1)
  const firstUnit = text.charCodeAt(from)
  const share = (n: number) => (words ? n / words : 0)

  put(Math.log2(1 + to - from))
  put(Math.log2(1 + (table.firstToken[line + 1] as number) - first))
  put(flags & LINE.stop ? 1 : 0)
  put(lastMark === 0x3a || lastMark === 0xff1a ? 1 : 0)
  put(lastMark === 0x3f || lastMark === 0xff1f || lastMark === 0x61f ? 1 : 0)
  put((quotes[line] as number) & QUOTE.ends ? 1 : 0)
  put((quotes[line] as number) & QUOTE.begins ? 1 : 0)
  put(words && !((tokens.flags[first] as number) & NOT_LOWER) ? 1 : 0)
  put(firstUnit >= 0x30 && firstUnit <= 0x39 ? 1 : 0)
  put(flags & LINE.bullet ? 1 : 0)
  put(flags & LINE.numbered ? 1 : 0)
  put(words - functions ? capitals / (words - functions) : 0)
  put(share(allCapitals))
  put(share(numbers))
  put(share(functions))
  put(marks.sentences)
  put(share(marks.commas))
  put(marks.colons)
  put(marks.bars)
  put(marks.addresses)
  put(marks.money)
  put(lastMark === 0x29 ? (firstUnit === 0x28 ? 2 : 1) : 0)
  put(words ? letters / words : 0)
  put(share(secondPerson))
  put(share(firstPerson))
  put(share(reporting))
  put(share(auxiliary))
  put(firstClasses & WORD.prompt ? 1 : 0)
  put(share(time))
  put(firstClasses & WORD.byline && words <= 8 ? capitals / words : 0)
  put(text.endsWith('…', to) || text.endsWith('...', to) ? 1 : 0)
  put(share(ideographs))
  put(flags & LINE.prose ? 1 : 0)
  let marker = 0
  for (let purpose = 0; purpose < PURPOSES.length; purpose++) {
    const covered = table.markers[line * PURPOSES.length + purpose] as number
    marker = Math.max(marker, covered)
    put(covered)
  }
  put(marker)
  put(flags & LINE.markerStart ? 1 : 0)
  put(flags & LINE.markerEnd ? 1 : 0)
  put(flags & LINE.markerWhole ? 1 : 0)
  put(Math.log2(facts.sameLine[line] as number))
  put(Math.log2(facts.sameOpening[line] as number))
  put(Math.log2(1 + (ties.contentWords[line] as number)))
  put(ties.story[line] as number)
  put(ties.before[line] as number)
  put(ties.after[line] as number)
  put(ties.next[line] as number)
  put(ties.rare[line] as number)
  const known = ties.knownNames[line] as number
  const unknown = ties.newNames[line] as number
  put(known)
  put(unknown)
  put(known + unknown ? known / (known + unknown) : 0.5)
  put((quotes[line] as number) & QUOTE.inside ? 1 : 0)
  put((quotes[line] as number) & QUOTE.open ? 1 : 0)
  put((quotes[line] as number) & QUOTE.closes ? 1 : 0)
  put(facts.ngrams[line] as number)
  put(flags & LINE.prose ? 0 : marks.questions)
  put(marks.dashes)
  put(marks.exclamations)
  const label = labelOf(table, line)
  put(label.words)
  put(label.words && flags & LINE.markerStart ? 1 : 0)
  put(label.capitals)
  put(isBracket(firstUnit) && isBracket(lastMark) ? 1 : 0)
  put(isArrow(firstUnit) || isArrow(text.charCodeAt(table.start[line] as number)) ? 1 : isArrow(lastMark) ? 2 : 0)
  put(share(prompts))
  put(marks.pictures)
}

/** The words before a colon or a bar near the beginning, as in "RELATED: …" or "Watch | …". */
export function labelOf(table: LineTable, line: number): { words: number; capitals: number } {
  const { text, tokens, firstToken } = table
  const first = firstToken[line] as number
  const last = firstToken[line + 1] as number
  let capitals = 0
  for (let token = first; token < last && token < first + 5; token++) {
    if ((tokens.flags[token] as number) & TOKEN.allCapitals) capitals++
    let at = tokens.end[token] as number
    if (text.charCodeAt(at) === 0x20) at++
    const unit = text.charCodeAt(at)
    const words = token - first + 1
    if ((unit === 0x3a || unit === 0x7c || unit === 0xff1a) && at + 1 < (table.end[line] as number))
      return { words, capitals: capitals / words }
  }
  return { words: 0, capitals: 0 }
}

const isBracket = (unit: number) =>
  unit === 0x5b || unit === 0x5d || unit === 0x28 || unit === 0x29 || unit === 0x3010 || unit === 0x3011
const isArrow = (unit: number) =>
  unit === 0x3e ||
  unit === 0xbb ||
  unit === 0x203a ||
  (unit >= 0x2190 && unit <= 0x21ff) ||
  (unit >= 0x25b2 && unit <= 0x25ba)

function marksIn(text: string, from: number, to: number) {
  let sentences = 0
  let commas = 0
  let colons = 0
  let bars = 0
  let addresses = 0
  let money = 0
  let dashes = 0
  let questions = 0
  let exclamations = 0
  let pictures = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x61 && unit <= 0x7a) continue
    if (unit === 0x2c || unit === 0x3001 || unit === 0xff0c) commas++
    else if (unit === 0x2e || unit === 0x3002) {
      if (at + 1 < to && unit === 0x2e && isLowerLetter(text.charCodeAt(at + 1))) addresses++
      else sentences++
    } else if (unit === 0x21 || unit === 0xff01) exclamations++
    else if (unit === 0x3f || unit === 0xff1f) questions++
    else if (unit === 0x3a || unit === 0xff1a) {
      if (at + 1 < to) colons++
    } else if (unit === 0x7c || unit === 0x2022 || unit === 0xb7 || unit === 0x203a || unit === 0x2f) bars++
    else if (unit === 0x40 || unit === 0x23) addresses++
    else if (unit === 0x24 || unit === 0xa3 || unit === 0x20ac || unit === 0xa5) money++
    else if (unit === 0x2013 || unit === 0x2014) dashes++
    else if ((unit >= 0xd83c && unit <= 0xd83e) || (unit >= 0x2600 && unit <= 0x27bf)) pictures++
  }
  return { sentences, commas, colons, bars, addresses, money, dashes, questions, exclamations, pictures }
}

const isLowerLetter = (unit: number) => unit >= 0x61 && unit <= 0x7a
