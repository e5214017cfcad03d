/** Text made comparable: lower case, without diacritics, quotation marks and dashes alike, each space one space. */
export interface FoldedText {
  readonly folded: string
  /** UTF-16 offset in the original of each unit of `folded`, and of its end; absent where both run alike. */
  readonly offsets?: Uint32Array
}

const ALIKE: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
}

const known = new Map<string, string>()

function fold(character: string): string {
  let made = known.get(character)
  if (made === undefined) {
    const lower = character.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
    made = /^\s$/u.test(lower) ? ' ' : (ALIKE[lower] ?? lower)
    known.set(character, made)
  }
  return made
}

/** Linear; a text of plain ASCII is only lowered. */
export function foldText(text: string): FoldedText {
  // eslint-disable-next-line no-control-regex -- plain ASCII keeps its offsets
  if (/^[\u0000-\u007f]*$/.test(text)) return { folded: text.toLowerCase().replace(/\s/g, ' ') }
  const pieces: string[] = []
  const offsets = new Uint32Array(text.length * 4 + 1)
  let length = 0
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) as number)
    const made = fold(character).slice(0, 4)
    for (let unit = 0; unit < made.length; unit++) offsets[length++] = at
    pieces.push(made)
    at += character.length
  }
  offsets[length] = text.length
  return { folded: pieces.join(''), offsets: offsets.slice(0, length + 1) }
}

/**
 * Every place where the query stands, as ranges of the original; they do not overlap. Letters that carry combining
 * marks are found whole.
 *
 * @param most stops there: a single letter in a book is nothing to step through
 */
export function findFolded(text: FoldedText, query: string, most = 10_000): { start: number; end: number }[] {
  const wanted = foldText(query.trim()).folded
  const found: { start: number; end: number }[] = []
  if (!wanted) return found
  const { offsets } = text
  const startOf = (at: number) => (offsets ? (offsets[at] as number) : at)
  /** A hit may end inside what one letter became: “ß” is found whole by “s”. */
  const endOf = (at: number) => {
    if (!offsets) return at
    let end = at
    while (end < offsets.length - 1 && offsets[end] === offsets[end - 1]) end++
    return offsets[end] as number
  }
  for (let at = text.folded.indexOf(wanted); at >= 0; at = text.folded.indexOf(wanted, at + wanted.length)) {
    found.push({ start: startOf(at), end: endOf(at + wanted.length) })
    if (found.length === most) break
  }
  return found
}
