/** What one UTF-16 unit is, decided once a unit and remembered: looking a table up is what keeps long texts quick. */
export const LOWER = 1 // a letter that is not a capital: lower case, or of a script without case
export const UPPER = 2
export const DIGIT = 3
export const SPACE = 4
export const BREAK = 5 // ends a line
export const OTHER = 6

const table = new Uint8Array(0x10000)

export function characterKind(unit: number): number {
  return table[unit] || (table[unit] = decide(unit))
}

function decide(unit: number): number {
  if (unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029) return BREAK
  const character = String.fromCharCode(unit)
  if (/\p{Lu}|\p{Lt}/u.test(character)) return UPPER
  // Surrogates stand for letters of rare scripts and for emoji; both hold a word together well enough.
  if (/\p{L}|\p{M}/u.test(character) || (unit >= 0xd800 && unit <= 0xdfff)) return LOWER
  if (/\p{N}/u.test(character)) return DIGIT
  return /[\s\u200b\ufeff]/u.test(character) ? SPACE : OTHER
}
