/**
 * Characters that change what is read without being seen: controls, bidirectional marks and overrides, zero-width
 * spaces, soft hyphens. A zero-width joiner is left alone: emoji and several scripts are written with it.
 */
const NAMES: Readonly<Record<number, string>> = {
  0x00ad: 'SHY',
  0x061c: 'ALM',
  0x180e: 'MVS',
  0x200b: 'ZWSP',
  0x200e: 'LRM',
  0x200f: 'RLM',
  0x2028: 'LS',
  0x2029: 'PS',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0x2060: 'WJ',
  0x2066: 'LRI',
  0x2067: 'RLI',
  0x2068: 'FSI',
  0x2069: 'PDI',
  0xfeff: 'BOM',
  0xfffc: 'OBJ',
}

// Tab and line breaks are layout, not secrets.
const HIDDEN =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffc]/g

export interface HiddenCharacter {
  readonly start: number
  readonly end: number
  /** Short name as Unicode charts print it, such as RLO, or the number where it has none. */
  readonly name: string
}

/** Where hidden characters stand in `text.slice(start, end)`; offsets are those of `text`, UTF-16. */
export function hiddenCharacters(text: string, start: number, end: number): HiddenCharacter[] {
  const found: HiddenCharacter[] = []
  for (const match of text.slice(start, end).matchAll(HIDDEN)) {
    const code = match[0].charCodeAt(0)
    const at = start + match.index
    found.push({ start: at, end: at + 1, name: nameOf(code) })
  }
  return found
}

/** The text with its hidden characters written out, such as ‹RLO›: they must not work where a text is only quoted. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, (character) => `‹${nameOf(character.charCodeAt(0))}›`)
}

function nameOf(code: number): string {
  return NAMES[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
