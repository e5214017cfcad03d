import type { TextModel } from '../../text/model'
import { BREAK, DIGIT, OTHER, SPACE, UPPER, characterKind } from '../../text/characters'
import { classesByEnding, lexiconFor, type Lexicon } from './lexicon'
import { TITLE } from './word-classes'

/** The shape of a token, in bits. */
export const WORD = 1
export const CAPITALISED = 2
export const ALL_CAPITALS = 4
export const NUMBER = 8
export const POSSESSIVE = 16 // the 's after a name; also the lone apostrophe of "voters'"
export const LINE_START = 32 // first token of its line

/**
 * A text cut into words, numbers and single marks, as parallel arrays: position i is one token. Offsets are UTF-16.
 */
export interface Tokens {
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly shape: Uint8Array
  /** Word classes (word-classes.ts). */
  readonly classes: Int32Array
  /** The character code of a token that is a mark, else 0. */
  readonly mark: Uint16Array
}

const APOSTROPHE = 0x27
const RIGHT_SINGLE = 0x2019
const HYPHEN = 0x2d
const DOT = 0x2e

const cache = new WeakMap<TextModel, Tokens>()

/** Tokens of a document, made once a model; linear in its length. */
export function tokensOf(model: TextModel): Tokens {
  let tokens = cache.get(model)
  if (!tokens) cache.set(model, (tokens = tokenise(model.text, lexiconFor(model.text, model.language))))
  return tokens
}

/** @param text any text; a lone surrogate or a control character is a mark or part of a word, never an error */
export function tokenise(text: string, lexicon: Lexicon): Tokens {
  let room = (text.length >> 2) + 16
  let start = new Int32Array(room)
  let end = new Int32Array(room)
  let shape = new Uint8Array(room)
  let classes = new Int32Array(room)
  let mark = new Uint16Array(room)
  let count = 0
  let lineStart = true
  const word: Word = { end: 0, shape: 0, classes: 0, possessive: 0 }
  const grow = () => {
    room *= 2
    const wider = <T extends Int32Array | Uint8Array | Uint16Array>(from: T, to: T): T => (to.set(from), to)
    start = wider(start, new Int32Array(room))
    end = wider(end, new Int32Array(room))
    shape = wider(shape, new Uint8Array(room))
    classes = wider(classes, new Int32Array(room))
    mark = wider(mark, new Uint16Array(room))
  }
  const add = (from: number, to: number, form: number, does: number, sign: number) => {
    if (count === room) grow()
    start[count] = from
    end[count] = to
    shape[count] = form | (lineStart ? LINE_START : 0)
    classes[count] = does
    mark[count++] = sign
    lineStart = false
  }
  for (let at = 0; at < text.length;) {
    const kind = characterKind(text.charCodeAt(at))
    if (kind === SPACE || kind === BREAK) {
      if (kind === BREAK) lineStart = true
      at++
      continue
    }
    if (kind === OTHER) {
      add(at, at + 1, 0, 0, text.charCodeAt(at))
      at++
      continue
    }
    readWord(text, at, lexicon, word)
    add(at, word.end, word.shape, word.classes, 0)
    at = word.end
    // The 's of a possessive is a token of its own, so that the name before it stands alone.
    if (word.possessive) {
      add(at, word.possessive, POSSESSIVE, 0, 0)
      at = word.possessive
    }
  }
  return { count, start, end, shape, classes, mark }
}

function isApostrophe(unit: number): boolean {
  return unit === APOSTROPHE || unit === RIGHT_SINGLE
}

/** What was read of one word; one object serves for all words of a text. */
interface Word {
  end: number
  shape: number
  classes: number
  /** End of the 's after it, or 0. */
  possessive: number
}

function readWord(text: string, from: number, lexicon: Lexicon, word: Word): void {
  let at = from
  let capitals = 0
  let letters = 0
  let possessive = 0
  const first = characterKind(text.charCodeAt(from))
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const kind = characterKind(unit)
    if (kind <= DIGIT) {
      if (kind === UPPER) capitals++
      if (kind !== DIGIT) letters++
      continue
    }
    const next = at + 1 < text.length ? characterKind(text.charCodeAt(at + 1)) : SPACE
    if (isApostrophe(unit) && next <= DIGIT) {
      const after = at + 2 < text.length ? characterKind(text.charCodeAt(at + 2)) : SPACE
      const letter = text.charCodeAt(at + 1) | 32
      if (letter === 0x73 && after > DIGIT) {
        possessive = at + 2
        break
      }
      continue
    }
    if (unit === HYPHEN && next <= DIGIT) continue
    // 1.5, 1,500, U.S., p.m.
    if ((unit === DOT || unit === 0x2c) && next === DIGIT && first === DIGIT) continue
    if (unit === DOT && next <= UPPER && isInitials(text, from, at)) continue
    break
  }
  // An abbreviation keeps its full stop: "Sen.", "J.", "U.S."
  let end = at
  const plain = text.slice(from, at)
  const lower = capitals || plain.includes('’') ? plain.toLowerCase().replaceAll('’', "'") : plain
  let does = lexicon.get(lower) ?? (first === UPPER ? 0 : classesByEnding(lower))
  if (!possessive && at < text.length && text.charCodeAt(at) === DOT) {
    const dotted = lexicon.get(lower + '.') ?? 0
    if (dotted & TITLE || (capitals > 0 && isInitials(text, from, at) && lower !== 'i')) {
      end = at + 1
      does |= dotted
    }
  }
  word.end = end
  word.possessive = possessive
  word.classes = does
  word.shape =
    (first === DIGIT ? NUMBER : WORD) |
    (first === UPPER ? CAPITALISED : 0) |
    (capitals > 1 && capitals === letters ? ALL_CAPITALS : 0)
}

/** A single letter, or letters each followed by a full stop: J, U.S, p.m */
function isInitials(text: string, from: number, to: number): boolean {
  if (to - from > 7) return false
  for (let at = from; at < to; at++) {
    const even = (at - from) % 2 === 0
    if (even ? characterKind(text.charCodeAt(at)) > UPPER : text.charCodeAt(at) !== DOT) return false
  }
  return (to - from) % 2 === 1
}

/** First token that starts at or after an offset. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.start[middle] as number) >= offset) high = middle
    else low = middle + 1
  }
  return low
}
