/** UTF-16 code units; with an extension and a counter still far below what any file system takes in bytes. */
const LONGEST = 80

/** Names that Windows keeps for devices, whatever the extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)$/i

/**
 * The name of an export, safe on every system: letters, digits, space, full stop, hyphen and underscore of the title,
 * at most 80 characters, no device names, nothing hidden. The extension is added as it is.
 */
export function safeFileName(title: string, extension: string): string {
  const kept = title
    .normalize('NFC')
    .replace(/[\p{P}\p{S}]+/gu, (marks) => (/^[-_.]$/.test(marks) ? marks : ' '))
    .replace(/[^\p{L}\p{M}\p{N}\-_. ]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s-]+|[.\s-]+$/gu, '')
  // Cut between whole characters, with the marks that belong to them.
  const cut = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(kept.slice(0, LONGEST * 2))]
    .reduce((name, { segment }) => (name.length + segment.length <= LONGEST ? name + segment : name), '')
    .replace(/[.\s-]+$/u, '')
  const stem = cut.split('.')[0] ?? ''
  const safe = RESERVED.test(stem.trim()) ? `_${cut}` : cut
  return (safe || 'document') + extension
}
