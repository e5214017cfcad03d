/**
 * JSON in printable ASCII without signs that markup and CriticMarkup are made of, `_` among them: it passes through comments, cells and editors as it is. What is
 * escaped can stand only inside of strings, where an escape means the same.
 *
 * @param json valid JSON on one line
 */
export function asciiJson(json: string): string {
  return json.replace(
    /[^\x20-\x7e]|[<>&_=~]|[+-](?=[+-])/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
