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
