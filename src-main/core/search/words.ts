/** A word of a text as the search knows it, with where it stands. UTF-16. */
export interface SearchWord {
  readonly term: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu
/** Scripts that put no spaces between words: each pair of neighbours is a term, so that any part of a run is found. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** The words of a text for searching: case, accents and apostrophes evened out. */
export function searchWords(text: string): SearchWord[] {
  return plainWords(text) ?? anyWords(text)
}

const [SEPARATOR, LETTER, APOSTROPHE, OTHER] = [0, 1, 2, 3]
const CLASSES = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? LETTER : code === 0x27 ? APOSTROPHE : SEPARATOR,
)

function classOf(code: number): number {
  if (code < 0x80) return CLASSES[code] as number
  if (code === 0x2019) return APOSTROPHE
  // Dashes, quotation marks and the other marks of printed English; spaces; the euro.
  return (code >= 0x2010 && code <= 0x2027) || code === 0xa0 || code === 0x20ac ? SEPARATOR : OTHER
}

/** The words of a text in plain letters, some ten times quicker than of any text; undefined where it has others. */
function plainWords(text: string): SearchWord[] | undefined {
  const words: SearchWord[] = []
  let start = -1
  let apostrophes = false
  for (let at = 0; at <= text.length; at++) {
    const kind = at < text.length ? classOf(text.charCodeAt(at)) : SEPARATOR
    if (kind === OTHER) return undefined
    if (kind === LETTER) start = start < 0 ? at : start
    else if (kind === APOSTROPHE) apostrophes ||= start >= 0
    else if (start >= 0) {
      const word = text.slice(start, at)
      words.push({ term: apostrophes ? fold(word) : word.toLowerCase(), start, end: at })
      start = -1
      apostrophes = false
    }
  }
  return words
}

function anyWords(text: string): SearchWord[] {
  const words: SearchWord[] = []
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    if (UNSPACED.test(word)) pairs(word, match.index, words)
    else words.push({ term: fold(word), start: match.index, end: match.index + word.length })
  }
  return words
}

function pairs(run: string, at: number, words: SearchWord[]): void {
  const characters = [...run]
  let start = at
  for (let i = 0; i < characters.length; i++) {
    const pair = characters[i] + (characters[i + 1] ?? '')
    if (i === 0 || i + 1 < characters.length) words.push({ term: fold(pair), start, end: start + pair.length })
    start += (characters[i] as string).length
  }
}

/** “Zoë's” and “zoe” are the same word to somebody who searches. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’](?:s$)?/gu, '')
    .toLowerCase()
}
