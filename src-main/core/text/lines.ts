/** One `\n` for every line ending there is: CR LF, CR, NEL, LINE and PARAGRAPH SEPARATOR. */
export function unixLines(text: string): string {
  return text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
}
