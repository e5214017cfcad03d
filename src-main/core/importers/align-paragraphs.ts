/** Above this many pairs of paragraphs, changed passages are compared by their order alone. */
const MOST_PAIRS = 4_000_000

/** For each of `now` the index of the one of `then` that it is; in order, as many as can be (longest common subsequence). */
export function alignParagraphs(now: readonly string[], then: readonly string[]): (number | undefined)[] {
  const same = new Array<number | undefined>(now.length).fill(undefined)
  let from = 0
  while (from < now.length && from < then.length && now[from] === then[from]) same[from] = from++
  let nowEnd = now.length
  let thenEnd = then.length
  while (nowEnd > from && thenEnd > from && now[nowEnd - 1] === then[thenEnd - 1]) same[--nowEnd] = --thenEnd
  const rows = nowEnd - from
  const columns = thenEnd - from
  if (!rows || !columns) return same
  if (rows * columns > MOST_PAIRS) return alignInOrder(same, now, then, { from, nowEnd, thenEnd })
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row * width + column] =
        now[from + row] === then[from + column]
          ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0)
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (now[from + row] === then[from + column]) same[from + row++] = from + column++
    else if ((lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0)) row++
    else column++
  }
  return same
}

function alignInOrder(
  same: (number | undefined)[],
  now: readonly string[],
  then: readonly string[],
  { from, nowEnd, thenEnd }: { from: number; nowEnd: number; thenEnd: number },
): (number | undefined)[] {
  const places = new Map<string, number[]>()
  for (let at = thenEnd - 1; at >= from; at--)
    places.set(then[at] ?? '', [...(places.get(then[at] ?? '') ?? []).slice(-50), at])
  let last = from - 1
  for (let at = from; at < nowEnd; at++) {
    const next = places.get(now[at] ?? '')?.findLast((place) => place > last)
    if (next === undefined || next > last + 200) continue
    same[at] = last = next
  }
  return same
}

/**
 * What `alignParagraphs` found, and where as many paragraphs were rewritten as there were, each stands in for the one it
 * was.
 *
 * @param count how many paragraphs there were
 */
export function standIns(same: readonly (number | undefined)[], count: number): (number | undefined)[] {
  const places = [...same]
  for (let index = 0; index < same.length; index++) {
    if (same[index] !== undefined) continue
    const first = index
    while (index < same.length && same[index] === undefined) index++
    const before = first > 0 ? (same[first - 1] ?? 0) : -1
    const after = same[index] ?? count
    if (after - before - 1 === index - first)
      for (let at = first; at < index; at++) places[at] = before + 1 + at - first
  }
  return places
}
