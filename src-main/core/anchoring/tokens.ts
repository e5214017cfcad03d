/** Words and marks of a text, in order; white space lies between them. All offsets are UTF-16. */
export interface Tokens {
  readonly text: string
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Same number, same characters, in every text that was divided with the same vocabulary. */
  readonly ids: Int32Array
}

/** The numbers of words, shared by the texts that are compared. */
export type Vocabulary = Map<string, number>

/**
 * Divides a text into runs of letters and digits, single marks, and single characters of scripts that do not put spaces
 * between words. Cruder than Unicode's word boundaries, but the same on both texts, which is all that comparing needs.
 */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  // No text has more tokens than characters; the arrays are cut to size at the end.
  const starts = new Int32Array(text.length)
  const ends = new Int32Array(text.length)
  const ids = new Int32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length;) {
    const kind = kindOf(text.charCodeAt(at))
    const start = at++
    if (kind === 'space') continue
    if (kind === 'word') while (at < text.length && kindOf(text.charCodeAt(at)) === 'word') at++
    const word = text.slice(start, at)
    let id = vocabulary.get(word)
    if (id === undefined) vocabulary.set(word, (id = vocabulary.size))
    starts[count] = start
    ends[count] = at
    ids[count++] = id
  }
  return { text, count, starts: starts.slice(0, count), ends: ends.slice(0, count), ids: ids.slice(0, count) }
}

function kindOf(unit: number): 'space' | 'word' | 'mark' {
  if (unit < 0x80) {
    if (unit <= 0x20) return 'space'
    const letter = unit | 0x20
    return (letter >= 0x61 && letter <= 0x7a) || (unit >= 0x30 && unit <= 0x39) ? 'word' : 'mark'
  }
  if (unit === 0xa0 || unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x3000) return 'space'
  if (unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0xfeff) return 'space'
  // Latin-1 marks, general punctuation and symbols, CJK and full-width marks.
  if (unit < 0xc0 || (unit >= 0x2010 && unit <= 0x2bff)) return 'mark'
  // Scripts without spaces: a token for each character, so that a change of one does not change a whole sentence.
  if ((unit >= 0x0e00 && unit <= 0x0eff) || (unit >= 0x1000 && unit <= 0x109f)) return 'mark'
  if ((unit >= 0x1780 && unit <= 0x17ff) || (unit >= 0x2e80 && unit <= 0xa4cf)) return 'mark'
  if ((unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xff00 && unit <= 0xff20)) return 'mark'
  // The halves of emoji and of rare ideographs stay together as a word.
  return 'word'
}
