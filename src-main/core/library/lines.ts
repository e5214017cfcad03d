import { linesOf } from '../text/blocks'
import { anyWords } from '../detectors/key'

/** A line shorter than this says nothing about where it comes from. UTF-16. */
const SHORTEST = 12

/** A line of a text by what it says, with where it stands. UTF-16. */
export interface KnownLine {
  readonly hash: number
  readonly start: number
  readonly end: number
}

/** The lines of a text that are long enough to be known again, in their order. */
export function knownLines(text: string): KnownLine[] {
  return linesOf(text).flatMap(({ start, end }) =>
    end - start < SHORTEST ? [] : [{ hash: lineHash(text.slice(start, end)), start, end }],
  )
}

/**
 * What a line says as a number of 53 bits: the same for lines that differ in case, marks and spacing alone. FNV-1a, twice
 * with different seeds; among a million lines two different ones are taken for the same with a chance of 1 in 18,000.
 */
export function lineHash(line: string): number {
  const words = anyWords(line)
  let [one, other] = [0x811c9dc5, 0x01000193]
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x5bd1e995)
  }
  return (one >>> 0) * 0x200000 + ((other >>> 0) & 0x1fffff)
}
