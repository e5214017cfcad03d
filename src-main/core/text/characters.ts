/** What one UTF-16 unit is, decided once a unit and remembered: looking a table up is what keeps long texts quick. */
export const LOWER = 1 // a letter that is not a capital: lower case, or of a script without case
export const UPPER = 2
export const DIGIT = 3
export const SPACE = 4
export const BREAK = 5 // ends a line
export const OTHER = 6

/** Of what `characterTraits` gives, the bits that are the kind. */
export const KIND = 7
/** A letter of a script without capitals. Set beside LOWER. */
export const CASELESS = 8
/** A letter of a script without spaces between words, each of which counts as a word. Set beside LOWER and CASELESS. */
export const IDEOGRAPH = 16
/** Half of a character of two units. Set beside LOWER. */
export const SURROGATE = 32

const table = new Uint8Array(0x10000)
const lower = new Uint16Array(0x10000)
for (let unit = 0; unit < 0x80; unit++) decide(unit)

/** LOWER, UPPER, DIGIT, SPACE, BREAK or OTHER. */
export function characterKind(unit: number): number {
  return (table[unit] || decide(unit)) & KIND
}

/** The kind, with CASELESS, IDEOGRAPH and SURROGATE where they hold. */
export function characterTraits(unit: number): number {
  return table[unit] || decide(unit)
}

/** The unit in lower case where that is one unit, else the unit itself. */
export function lowerUnit(unit: number): number {
  return lower[unit] || (decide(unit), lower[unit] as number)
}

function decide(unit: number): number {
  const character = String.fromCharCode(unit)
  const small = character.toLowerCase()
  lower[unit] = small.length === 1 ? small.charCodeAt(0) : unit
  return (table[unit] = traitsOf(unit, character))
}

function traitsOf(unit: number, character: string): number {
  if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return BREAK
  if (/\p{Lu}|\p{Lt}/u.test(character)) return UPPER
  // Surrogates stand for letters of rare scripts and for emoji; both hold a word together well enough.
  if (unit >= 0xd800 && unit <= 0xdfff) return LOWER | SURROGATE
  if (isIdeograph(unit)) return LOWER | CASELESS | IDEOGRAPH
  if (/\p{L}|\p{M}/u.test(character))
    return /\p{Ll}/u.test(character) || character.toUpperCase() !== character ? LOWER : LOWER | CASELESS
  if (/\p{N}/u.test(character)) return DIGIT
  return /[\s\u200b\ufeff]/u.test(character) ? SPACE : OTHER
}

/** Kana and the Chinese characters. */
function isIdeograph(unit: number): boolean {
  if (unit >= 0x3041 && unit <= 0x30ff) return unit <= 0x3096 || (unit >= 0x309d && unit !== 0x30a0 && unit !== 0x30fb)
  return (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0x4e00 && unit <= 0x9fff)
}
