import { phrasesByPurpose, PURPOSES } from './phrases/index'
import { TokenBuffer, tokenise, type Tokens } from './tokens'

interface Phrase {
  readonly purpose: number
  readonly hashes: Uint32Array
  /** Counts only as a whole line, or at its start with a mark after it. */
  readonly needsMark: boolean
  readonly capital: boolean
  /** Of a language other than English, of which there is little to learn from. */
  readonly foreign: boolean
}

/** Where in a line a phrase was found; tokens are numbers of the document's tokens, end exclusive. */
export interface MarkerHit {
  readonly purpose: number
  readonly from: number
  readonly to: number
  readonly foreign: boolean
}

/** Of one phrase after the other: there are thousands of them. */
const words = new TokenBuffer(64)
const phrasesByFirstWord = new Map<number, Phrase[]>()
/** 0 where no phrase begins with a word of these last bits: most words are told from a first word by that alone. */
const FIRSTS = 1 << 13
const mayBegin = new Uint8Array(FIRSTS)
for (const [purpose, name] of PURPOSES.entries())
  for (const [language, phrases] of Object.entries(phrasesByPurpose[name]))
    for (const phrase of phrases) addPhrase(phrase, purpose, language !== 'en')

function addPhrase(text: string, purpose: number, foreign: boolean): void {
  words.count = 0
  tokenise(text, 0, text.length, words)
  const hashes = words.hash.slice(0, words.count)
  const needsMark = text.endsWith(':') || isShort(words)
  const capital = text[0] !== text[0]?.toLowerCase()
  const first = hashes[0] as number
  mayBegin[first & (FIRSTS - 1)] = 1
  const known = phrasesByFirstWord.get(first)
  const phrase = { purpose, hashes, needsMark, capital, foreign }
  if (known) known.push(phrase)
  else phrasesByFirstWord.set(first, [phrase])
}

/** One word, or two characters of a script without spaces: too common to count inside a sentence. */
function isShort(buffer: TokenBuffer): boolean {
  if (buffer.count === 1) return true
  return buffer.count <= 3 && ((buffer.flags[0] as number) & 8) !== 0
}

/**
 * Marker phrases in tokens [from, to) of a line, longest first at each place. A phrase that needs a mark counts as the
 * whole line, or at its start before a colon, a bar or a dash, or where only numbers follow.
 */
export function markersIn(text: string, tokens: Tokens, from: number, to: number, hits: MarkerHit[]): void {
  for (let at = from; at < to; at++) {
    const hash = tokens.hash[at] as number
    if (!mayBegin[hash & (FIRSTS - 1)]) continue
    const candidates = phrasesByFirstWord.get(hash)
    if (!candidates) continue
    let best: Phrase | undefined
    for (const phrase of candidates) {
      if (best && best.hashes.length >= phrase.hashes.length) continue
      if (fits(text, tokens, from, to, at, phrase)) best = phrase
    }
    if (!best) continue
    hits.push({ purpose: best.purpose, from: at, to: at + best.hashes.length, foreign: best.foreign })
    at += best.hashes.length - 1
  }
}

function fits(text: string, tokens: Tokens, from: number, to: number, at: number, phrase: Phrase): boolean {
  const { hashes } = phrase
  const end = at + hashes.length
  if (end > to) return false
  for (let i = 1; i < hashes.length; i++) if (tokens.hash[at + i] !== hashes[i]) return false
  // Inside a sentence a phrase that is written with a capital must have one.
  if (phrase.capital && at > from && !((tokens.flags[at] as number) & 1) && hashes.length < 3) return false
  if (!phrase.needsMark) return true
  for (let i = from; i < at; i++)
    if (!((tokens.flags[i] as number) & 4)) return at > from && isBetweenMarks(text, tokens, at, end, to)
  let onlyNumbers = true
  for (let i = end; i < to; i++) if (!((tokens.flags[i] as number) & 4)) onlyNumbers = false
  return onlyNumbers || isMark(text, tokens.end[end - 1] as number)
}

/** A colon, bar, dash, bullet or arrow after white space. */
function isMark(text: string, at: number): boolean {
  let place = at
  while (text.charCodeAt(place) === 0x20 || text.charCodeAt(place) === 0xa0) place++
  const mark = text[place]
  return mark !== undefined && ':：|·•–—-→›»>/'.includes(mark)
}

/** In a row such as "Facebook | Twitter | WhatsApp": after a bar or bullet, and at the end or before another. */
function isBetweenMarks(text: string, tokens: Tokens, at: number, end: number, to: number): boolean {
  let place = (tokens.start[at] as number) - 1
  while (text[place] === ' ') place--
  if (!'|·•/'.includes(text[place] ?? ' ')) return false
  return end === to || '|·•/'.includes(text.slice(tokens.end[end - 1], tokens.start[end]).trim()[0] ?? ' ')
}
