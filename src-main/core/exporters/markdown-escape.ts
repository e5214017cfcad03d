/**
 * Text that reads in Markdown and CriticMarkup as the characters it is. Signs next to a brace are escaped one by one:
 * programs that look for CriticMarkup do so before they know of backslashes.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|&~]/g, '\\$&')
    .replace(/\\\{[+=-]+/g, (found) => `\\{${escapeEach(found.slice(2))}`)
    .replace(/[+=-]+(?=\\\})/g, escapeEach)
}

const escapeEach = (signs: string) => signs.replace(/./g, '\\$&')

/** Where a line begins with what would make it a heading, a list, a rule or an underline. */
const LINE_START = /^[^\S\n]*(?:(?=#{1,6}|[+-]|=)|\d{1,9}(?=[.)]))/gm

/** Offsets in a text where `escapeStretch` has to put a backslash more. */
export function lineStartPoints(text: string): ReadonlySet<number> {
  return new Set([...text.matchAll(LINE_START)].map((match) => match.index + match[0].length))
}

/**
 * A stretch of a text, escaped; told where lines begin from the whole text, because marks may stand in between.
 *
 * @param points what `lineStartPoints` says of the whole text
 */
export function escapeStretch(text: string, start: number, end: number, points: ReadonlySet<number>): string {
  let escaped = ''
  let from = start
  const add = (to: number) => {
    const piece = escapeMarkdown(text.slice(from, to))
    escaped += points.has(from) && piece && !piece.startsWith('\\') ? `\\${piece}` : piece
    from = to
  }
  for (const point of points) if (point > start && point < end) add(point)
  add(end)
  return escaped
}

/** Words inside a CriticMarkup comment: one line, and nothing that closes it early. */
export function escapeComment(text: string): string {
  return text
    .replace(/\s*[\n\r\u0085\u2028\u2029]\s*/g, ' / ')
    .replaceAll('<<}', '< <}')
    .replaceAll('{>>', '{ >>')
}
