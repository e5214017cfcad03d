import { characterKind, DIGIT, UPPER } from '../../text/characters'

/** What a token is made of. */
export const WORD = 0
export const NUMBER = 1
export const MARK = 2

/** Hashes that stand for a whole group of tokens: numbers by the form they are written in. */
export const MONEY = 1
export const YEAR = 2
export const DECIMAL = 3
export const GROUPED = 4
export const SMALL = 5
export const COUNT = 6

/** The words of one sentence as parallel arrays, made again for each sentence. */
export interface Words {
  count: number
  /** UTF-16 offset of the first unit. */
  start: Int32Array
  end: Int32Array
  kind: Uint8Array
  /** Of the lower-cased word with straight apostrophes; numbers of one form share one. */
  hash: Int32Array
  capital: Uint8Array
}

const ROOM = 64

export function roomForWords(): Words {
  return {
    count: 0,
    start: new Int32Array(ROOM),
    end: new Int32Array(ROOM),
    kind: new Uint8Array(ROOM),
    hash: new Int32Array(ROOM),
    capital: new Uint8Array(ROOM),
  }
}

function grow(words: Words): void {
  const wider = <T extends Int32Array | Uint8Array>(from: T, to: T): T => (to.set(from), to)
  const room = words.start.length * 2
  words.start = wider(words.start, new Int32Array(room))
  words.end = wider(words.end, new Int32Array(room))
  words.kind = wider(words.kind, new Uint8Array(room))
  words.hash = wider(words.hash, new Int32Array(room))
  words.capital = wider(words.capital, new Uint8Array(room))
}

const SEED = 0x811c9dc5 | 0
const PRIME = 0x01000193

/** The unit as the models read it: lower case in the Latin alphabet, apostrophes straight. */
export function folded(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit + 32
  if (unit < 0xc0) return unit === 0x60 ? 0x27 : unit
  if (unit <= 0xde && unit !== 0xd7) return unit + 32
  if (unit === 0x2019 || unit === 0x2018) return 0x27
  if (unit === 0x201c || unit === 0x201d || unit === 0x201e) return 0x22
  return unit
}

/** Hash of a word written in lower case, as `readWords` gives it (FNV-1a over UTF-16 units). */
export function wordHash(word: string): number {
  let hash = SEED
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ folded(word.charCodeAt(at)), PRIME)
  return hash
}

/** Cuts a range of a text into words, numbers and marks that end or divide a sentence; other marks are passed over. */
export function readWords(text: string, from: number, to: number, words: Words): void {
  words.count = 0
  for (let at = from; at < to;) {
    const unit = text.charCodeAt(at)
    const kind = characterKind(unit)
    if (kind === DIGIT) at = number(text, at, at, to, words)
    else if (kind <= UPPER) at = word(text, at, to, words)
    else if (isCurrency(unit) && at + 1 < to && characterKind(text.charCodeAt(at + 1)) === DIGIT)
      at = number(text, at, at + 1, to, words)
    else at = mark(text, at, to, words)
  }
}

function add(words: Words, start: number, end: number, kind: number, hash: number, capital: number): void {
  if (words.count === words.start.length) grow(words)
  const at = words.count++
  words.start[at] = start
  words.end[at] = end
  words.kind[at] = kind
  words.hash[at] = hash
  words.capital[at] = capital
}

function isCurrency(unit: number): boolean {
  return unit === 0x24 || unit === 0xa3 || unit === 0x20ac || unit === 0xa5
}

/** For the commonest units the letter in lower case, 0 where a unit is no letter. */
const LETTERS = Uint16Array.from({ length: 0x180 }, (_, unit) => (characterKind(unit) <= UPPER ? folded(unit) : 0))

function word(text: string, from: number, to: number, words: Words): number {
  let hash = SEED
  let at = from
  for (; at < to; at++) {
    const unit = text.charCodeAt(at)
    let letter = unit < 0x180 ? (LETTERS[unit] as number) : characterKind(unit) <= UPPER ? folded(unit) : 0
    if (letter === 0) {
      // An apostrophe or a hyphen belongs to the word when a letter follows.
      const joins = unit === 0x27 || unit === 0x2019 || unit === 0x2d || unit === 0x60
      if (!joins || at + 1 >= to || characterKind(text.charCodeAt(at + 1)) > UPPER) break
      letter = folded(unit)
    }
    hash = Math.imul(hash ^ letter, PRIME)
  }
  add(words, from, at, WORD, hash, characterKind(text.charCodeAt(from)) === UPPER ? 1 : 0)
  return at
}

function number(text: string, from: number, digits: number, to: number, words: Words): number {
  let at = digits
  let comma = false
  let dot = false
  for (; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (characterKind(unit) === DIGIT) continue
    if (unit !== 0x2c && unit !== 0x2e) break
    if (at + 1 >= to || characterKind(text.charCodeAt(at + 1)) !== DIGIT) break
    if (unit === 0x2c) comma = true
    else dot = true
  }
  const length = at - digits
  const opening = text.charCodeAt(digits) * 256 + text.charCodeAt(digits + 1)
  const year = length === 4 && !comma && !dot && (opening === 0x3139 || opening === 0x3230)
  const form = digits > from ? MONEY : year ? YEAR : comma ? GROUPED : dot ? DECIMAL : length <= 2 ? SMALL : COUNT
  add(words, from, at, NUMBER, form, 0)
  return at
}

/** Marks that divide a sentence or give it its tone; "..." and "--" are one each. */
function mark(text: string, at: number, to: number, words: Words): number {
  const unit = folded(text.charCodeAt(at))
  const next = at + 1 < to ? text.charCodeAt(at + 1) : 0
  if (unit === 0x2e && next === 0x2e) return run(text, at, to, 0x2e, words, ELLIPSIS)
  if (unit === 0x2026) return run(text, at, to, 0x2026, words, ELLIPSIS)
  if (unit === 0x2d && next === 0x2d) return run(text, at, to, 0x2d, words, DASH)
  if (unit === 0x2013 || unit === 0x2014) return run(text, at, to, unit, words, DASH)
  if (
    unit === 0x3f ||
    unit === 0x21 ||
    unit === 0x2e ||
    unit === 0x2c ||
    unit === 0x3b ||
    unit === 0x3a ||
    unit === 0x25 ||
    unit === 0x22
  )
    add(words, at, at + 1, MARK, unit, 0)
  return at + 1
}

export const ELLIPSIS = 7
export const DASH = 8

function run(text: string, from: number, to: number, unit: number, words: Words, hash: number): number {
  let at = from
  while (at < to && text.charCodeAt(at) === unit) at++
  add(words, from, at, MARK, hash, 0)
  return at
}
