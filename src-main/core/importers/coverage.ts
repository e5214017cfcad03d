import type { ImportReport, LeftOut } from '../../contract/entities'

/** Characters (code points) that are not white space. */
export function countVisible(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // The second half of a surrogate pair belongs to the character before it.
    if (unit >= 0xdc00 && unit <= 0xdfff && at > 0 && isHigh(text.charCodeAt(at - 1))) continue
    if (!isSpace(unit)) count++
  }
  return count
}

/**
 * The report of an import.
 *
 * @param total visible characters of the source, counted there; without it, text and left-out parts are all there was
 */
export function accountFor(text: string, leftOut: LeftOut[], notices: string[], total?: number): ImportReport {
  const inText = countVisible(text)
  const left = leftOut.reduce((sum, part) => sum + countVisible(part.text), 0)
  return { coverage: { total: total ?? inText + left, inText, leftOut: left }, leftOut, notices }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff

/** White space as `\s` has it. */
function isSpace(unit: number): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13)
  if (unit < 0xa0) return false
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  )
}
