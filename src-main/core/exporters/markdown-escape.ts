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

/** What makes a line a heading, a list, a rule or code, escaped; for the first characters of a block or line. */
export function escapeLineStart(escaped: string): string {
  return escaped
    .replace(/^(#{1,6}|[+-]|={2,})/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[ \t]+/, '')
}

/** Words inside a CriticMarkup comment: one line, and nothing that closes it early. */
export function escapeComment(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' / ')
    .replaceAll('<<}', '< <}')
    .replaceAll('{>>', '{ >>')
}
