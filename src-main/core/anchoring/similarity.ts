/** Past this many cells of the table, words in common must do. */
const MOST_CELLS = 200_000

/**
 * Share of characters that two passages have in common in order, 0 to 1: 1 - edit distance / the longer length
 * (Levenshtein). 0 where they are too long to compare.
 */
export function similarity(one: string, other: string): number {
  const longest = Math.max(one.length, other.length)
  if (longest === 0) return 1
  if (one.length * other.length > MOST_CELLS) return 0
  let row = Uint16Array.from({ length: other.length + 1 }, (_, index) => index)
  let next = new Uint16Array(other.length + 1)
  for (let i = 1; i <= one.length; i++) {
    next[0] = i
    for (let j = 1; j <= other.length; j++) {
      const change = one.charCodeAt(i - 1) === other.charCodeAt(j - 1) ? 0 : 1
      next[j] = Math.min((row[j - 1] as number) + change, (row[j] as number) + 1, (next[j - 1] as number) + 1)
    }
    ;[row, next] = [next, row]
  }
  return 1 - (row[other.length] as number) / longest
}
