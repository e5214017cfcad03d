/** Text as it is compared when somebody types to filter: no case, no accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * How well `text` fits what was typed: every word has to be there, better at the start of a word than inside one.
 * 0 where it does not fit; an empty query fits everything alike.
 */
export function fit(text: string, query: string): number {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const target = folded(text)
  let score = 1
  for (const word of words) {
    const at = target.indexOf(word)
    if (at < 0) return 0
    const startsWord = at === 0 || /[^\p{L}\p{N}]/u.test(target.charAt(at - 1))
    score += at === 0 ? 3 : startsWord ? 2 : 1
  }
  return score
}
