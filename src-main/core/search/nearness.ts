/**
 * Whether one word becomes the other by at most `most` slips: a letter put in, left out or changed, or two neighbours
 * swapped (Levenshtein's distance with Damerau's transpositions). Gives up as early as it can: most pairs differ at once.
 */
export function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let earlier: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] as number) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwapped ? (earlier[j - 2] as number) + 1 : Infinity
      const value = Math.min(change, swap, (previous[j] as number) + 1, (row[j - 1] as number) + 1)
      row.push(value)
      least = Math.min(least, value)
    }
    if (least > most) return false
    earlier = previous
    previous = row
  }
  return (previous[b.length] as number) <= most
}

/** Slips that are forgiven in a word of this length. */
export function forgiven(length: number): number {
  return length > 5 ? Math.round(length * 0.15) : 0
}
