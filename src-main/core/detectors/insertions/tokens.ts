import { APOSTROPHE, BREAK, classOfUnit, DIGIT, foldedUnit, IDEOGRAPH, UPPER } from './characters'

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

export const TOKEN = { capital: 1, allCapitals: 2, number: 4, ideograph: 8, short: 16 } as const

const STEM_LETTERS = 6
const SEED = 0x811c9dc5
const PRIME = 0x01000193
const LOWER_S = 0x73

/** Grows as it is filled, and is filled by `tokenise` only. */
export class TokenBuffer implements Tokens {
  count = 0
  hash = new Uint32Array(1024)
  stem = new Uint32Array(1024)
  start = new Int32Array(1024)
  end = new Int32Array(1024)
  flags = new Uint8Array(1024)

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
    const kind = classOfUnit[unit] as number
    if (kind === BREAK || kind === APOSTROPHE) {
      at++
      continue
    }
    const start = at
    if (kind === IDEOGRAPH) {
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
      const nextKind = classOfUnit[next] as number
      if (nextKind === APOSTROPHE) {
        const after = at + 1 < to ? (classOfUnit[text.charCodeAt(at + 1)] as number) : BREAK
        if (letters <= 2 || after === BREAK || after === APOSTROPHE || after === DIGIT) break
        const isPossessive =
          foldedUnit[text.charCodeAt(at + 1)] === LOWER_S &&
          (at + 2 >= to || classOfUnit[text.charCodeAt(at + 2)] === BREAK)
        if (isPossessive) break
        at++
        continue
      }
      if (nextKind === BREAK || nextKind === IDEOGRAPH) break
      last = foldedUnit[next] as number
      beforeLast = hash
      hash = Math.imul(hash ^ last, PRIME)
      letters++
      if (letters <= STEM_LETTERS) stem = hash
      if (nextKind === UPPER) capitals++
      else if (nextKind === DIGIT) digits++
      at++
    }
    const end = at
    if (last === LOWER_S && letters > 3 && letters <= STEM_LETTERS + 1) stem = beforeLast
    let flags = 0
    if (digits === letters) flags |= TOKEN.number
    else if (capitals && (classOfUnit[text.charCodeAt(start)] === UPPER || capitals === letters)) flags |= TOKEN.capital
    if (capitals > 1 && capitals + digits === letters) flags |= TOKEN.allCapitals
    if (letters <= 3) flags |= TOKEN.short
    into.add(hash >>> 0, stem >>> 0, start, end, flags)
    // The rest of a possessive: past the apostrophe and the s.
    if (
      at + 1 < to &&
      classOfUnit[text.charCodeAt(at)] === APOSTROPHE &&
      foldedUnit[text.charCodeAt(at + 1)] === LOWER_S
    ) {
      if (at + 2 >= to || classOfUnit[text.charCodeAt(at + 2)] === BREAK) at += 2
    }
  }
}
