const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that is text in HTML, also inside a quoted attribute. What HTML has no place for (NUL) becomes �. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string).replaceAll('\0', '\ufffd')
}

/** JSON inside a script element: nothing in it can end the element or begin a comment. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** An address that may be a link: web and mail. Anything else (scripts, files, data) stays text. */
export function linkable(url: string | undefined): string | undefined {
  return url && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(url) ? url : undefined
}
