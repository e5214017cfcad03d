/**
 * Which tokens kept their order: the longest run of tokens whose counterparts follow one another in the other text, too
 * (patience sorting, Fredman 1975). What is aligned but not in it was moved.
 *
 * @param forward as in `Alignment`
 * @returns 1 for each token that kept its place in the order, 0 for the others
 */
export function backbone(forward: Int32Array): Uint8Array {
  const kept = new Uint8Array(forward.length)
  /** Index of the token that ends the best chain of each length, and for each token the one before it in its chain. */
  const tails: number[] = []
  const previous = new Int32Array(forward.length).fill(-1)
  for (let index = 0; index < forward.length; index++) {
    const target = forward[index] as number
    if (target === -1) continue
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((forward[tails[middle] as number] as number) < target) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[index] = tails[low - 1] as number
    tails[low] = index
  }
  for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index] as number) kept[index] = 1
  return kept
}
