import { CASELESS, DIGIT, IDEOGRAPH, KIND, SURROGATE, UPPER, characterTraits, lowerUnit } from '../../text/characters'

/** Words of a text in flat arrays; index = token. */
export interface Tokens {
  readonly count: number
  /** Of the word in lower case. */
  readonly hash: Uint32Array
  /** Of its first letters, without a plural s: a crude stem that serves any language. */
  readonly stem: Uint32Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** Bits: see TOKEN. */
  readonly flags: Uint8Array
}

export const TOKEN = { capital: 1, allCapitals: 2, number: 4, ideograph: 8, short: 16, caseless: 32 } as const
/** Of the first word of a line: it says nothing of a sentence that goes on. */
export const NOT_LOWER = TOKEN.capital | TOKEN.number | TOKEN.ideograph | TOKEN.caseless

const STEM_LETTERS = 6
const SEED = 0x811c9dc5
const PRIME = 0x01000193
const LOWER_S = 0x73

/** Grows as it is filled, and is filled by `tokenise` only. */
export class TokenBuffer implements Tokens {
  count = 0
  hash: Uint32Array
  stem: Uint32Array
  start: Int32Array
  end: Int32Array
  flags: Uint8Array

  /** @param room words there is room for before it has to grow */
  constructor(room = 1024) {
    this.hash = new Uint32Array(room)
    this.stem = new Uint32Array(room)
    this.start = new Int32Array(room)
    this.end = new Int32Array(room)
    this.flags = new Uint8Array(room)
  }

  add(hash: number, stem: number, start: number, end: number, flags: number): void {
    if (this.count === this.hash.length) this.grow()
    const at = this.count++
    this.hash[at] = hash
    this.stem[at] = stem
    this.start[at] = start
    this.end[at] = end
    this.flags[at] = flags
  }

  private grow(): void {
    const length = this.hash.length * 2
    const hash = new Uint32Array(length)
    hash.set(this.hash)
    const stem = new Uint32Array(length)
    stem.set(this.stem)
    const start = new Int32Array(length)
    start.set(this.start)
    const end = new Int32Array(length)
    end.set(this.end)
    const flags = new Uint8Array(length)
    flags.set(this.flags)
    Object.assign(this, { hash, stem, start, end, flags })
  }
}

/**
 * Adds the words of text[from, to) to the buffer. A possessive 's is left out; "l'avion" is two words, "don't" one.
 * FNV-1a over lower-cased units.
 */
export function tokenise(text: string, from: number, to: number, into: TokenBuffer): void {
  let at = from
  while (at < to) {
    const unit = text.charCodeAt(at)
    const opening = characterTraits(unit)
    if (!isWordUnit(opening)) {
      at++
      continue
    }
    const start = at
    if (opening & IDEOGRAPH) {
      const hash = Math.imul(SEED ^ unit, PRIME) >>> 0
      into.add(hash, hash, start, ++at, TOKEN.ideograph)
      continue
    }
    let hash = SEED
    let stem = SEED
    let beforeLast = SEED
    let letters = 0
    let capitals = 0
    let digits = 0
    let last = 0
    while (at < to) {
      const next = text.charCodeAt(at)
      const traits = characterTraits(next)
      if (!isWordUnit(traits)) {
        if (!isApostrophe(next) || !joins(text, at, to, letters)) break
        at++
        continue
      }
      if (traits & IDEOGRAPH) break
      last = lowerUnit(next)
      beforeLast = hash
      hash = Math.imul(hash ^ last, PRIME)
      letters++
      if (letters <= STEM_LETTERS) stem = hash
      const kind = traits & KIND
      if (kind === UPPER) capitals++
      else if (kind === DIGIT) digits++
      at++
    }
    const end = at
    if (last === LOWER_S && letters > 3 && letters <= STEM_LETTERS + 1) stem = beforeLast
    let flags = 0
    if (digits === letters) flags |= TOKEN.number
    else if (capitals && ((opening & KIND) === UPPER || capitals === letters)) flags |= TOKEN.capital
    if (capitals > 1 && capitals + digits === letters) flags |= TOKEN.allCapitals
    if (letters <= 3) flags |= TOKEN.short
    if (opening & CASELESS) flags |= TOKEN.caseless
    into.add(hash >>> 0, stem >>> 0, start, end, flags)
    if (at < to && isApostrophe(text.charCodeAt(at)) && isPossessive(text, at, to)) at += 2
  }
}

/** Letters and digits. Emoji are none: a line is the same with or without them. */
const isWordUnit = (traits: number) => (traits & KIND) <= DIGIT && !(traits & SURROGATE)
const isApostrophe = (unit: number) => unit === 0x27 || unit === 0x2019

/** Does the apostrophe stand inside a word, as in "don't"? */
function joins(text: string, at: number, to: number, letters: number): boolean {
  if (letters <= 2 || at + 1 >= to) return false
  const after = characterTraits(text.charCodeAt(at + 1))
  return isWordUnit(after) && (after & KIND) !== DIGIT && !isPossessive(text, at, to)
}

/** An apostrophe, an s and no more. */
function isPossessive(text: string, at: number, to: number): boolean {
  if (at + 1 >= to || lowerUnit(text.charCodeAt(at + 1)) !== LOWER_S) return false
  return at + 2 >= to || !isWordUnit(characterTraits(text.charCodeAt(at + 2)))
}
