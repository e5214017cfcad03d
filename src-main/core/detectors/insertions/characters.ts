/** Classes of UTF-16 units, as the tokeniser sees them. */
export const BREAK = 0
export const LOWER = 1
export const UPPER = 2
export const DIGIT = 3
/** Letters of scripts without case that put spaces between words. */
export const UNCASED = 4
/** Scripts written without spaces: each character is a token. */
export const IDEOGRAPH = 5
export const APOSTROPHE = 6

const classes = new Uint8Array(65536)
const folded = new Uint16Array(65536)

for (let unit = 0; unit < 65536; unit++) {
  folded[unit] = unit
  classes[unit] = classOf(unit)
}

function classOf(unit: number): number {
  if (unit === 0x27 || unit === 0x2019) return APOSTROPHE
  if (unit >= 0x30 && unit <= 0x39) return DIGIT
  if (unit < 0x30) return BREAK
  if (unit >= 0x3041 && unit <= 0x30ff) return IDEOGRAPH
  // Large ranges of one kind, so that loading does not ask a regular expression 65,536 times.
  if (unit >= 0x3400 && unit <= 0x9fff) return IDEOGRAPH
  if (unit >= 0xac00 && unit <= 0xd7a3) return UNCASED
  if (unit >= 0x2000 && unit <= 0x2bff) return BREAK
  if (unit >= 0xd7a4 && unit <= 0xf8ff) return BREAK
  if (unit >= 0xa000 && unit <= 0xa4cf) return UNCASED
  const character = String.fromCharCode(unit)
  if (!/[\p{L}\p{M}]/u.test(character)) return BREAK
  const lower = character.toLowerCase()
  if (lower !== character && lower.length === 1) {
    folded[unit] = lower.charCodeAt(0)
    return UPPER
  }
  return character.toUpperCase() !== character || /\p{Ll}/u.test(character) ? LOWER : UNCASED
}

export const classOfUnit = classes
/** Lower case of a unit where that is one unit, else the unit itself. */
export const foldedUnit = folded
