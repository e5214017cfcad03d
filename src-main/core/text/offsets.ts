/**
 * The one place where UTF-16 offsets (inside) and Unicode code points (outside: JSON, JSON-LD, CSV, command line) meet.
 */
export interface OffsetMap {
  /** UTF-16 offset to code points. An offset inside a surrogate pair counts as before the pair. */
  toCodePoints(utf16: number): number
  /** Code points to a UTF-16 offset; past the end gives the end. */
  toUtf16(codePoints: number): number
}

/** Linear in the text once; each look-up is logarithmic in the number of astral characters. */
export function offsetMap(text: string): OffsetMap {
  // UTF-16 offset of each surrogate pair: with none, both counts are the same.
  const pairs: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff || at + 1 >= text.length) continue
    const next = text.charCodeAt(at + 1)
    if (next < 0xdc00 || next > 0xdfff) continue
    pairs.push(at)
    at++
  }
  return {
    toCodePoints: (utf16) => {
      const clamped = Math.max(0, Math.min(utf16, text.length))
      return clamped - lowerBound(pairs.length, (i) => (pairs[i] as number) >= clamped)
    },
    toUtf16: (codePoints) => {
      const before = lowerBound(pairs.length, (i) => (pairs[i] as number) - i >= codePoints)
      return Math.max(0, Math.min(codePoints + before, text.length))
    },
  }
}

/** First index in 0..length for which `reached` holds, given that it holds for all later ones. */
export function lowerBound(length: number, reached: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (reached(middle)) high = middle
    else low = middle + 1
  }
  return low
}
