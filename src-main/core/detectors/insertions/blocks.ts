/** A run of lines, end exclusive. */
export interface LineBlock {
  readonly first: number
  readonly end: number
  /** Mean of the lines' log-odds over the threshold. */
  readonly margin: number
}

/**
 * The division of lines into story and insertions with the best sum of log-odds, where each change of side has its
 * price (Viterbi's algorithm over two states): a weak line inside a strong block is carried along, a weak line alone is not.
 *
 * @param scores log-odds over the threshold
 * @param turn the price of a change of side, in log-odds
 */
export function bestBlocks(scores: Float32Array, turn: number): LineBlock[] {
  const count = scores.length
  const cameFrom = new Uint8Array(count)
  let story = 0
  let inserted = -turn
  for (let line = 0; line < count; line++) {
    const score = scores[line] as number
    let bits = 0
    const stay = inserted
    const enter = story - turn
    const leave = inserted - turn
    const nextInserted = Math.max(stay, enter) + score
    if (enter > stay) bits |= 1
    if (leave > story) bits |= 2
    story = Math.max(story, leave)
    inserted = nextInserted
    cameFrom[line] = bits
  }
  const blocks: LineBlock[] = []
  let inside = inserted - turn > story
  let end = count
  for (let line = count - 1; line >= 0; line--) {
    const bits = cameFrom[line] as number
    if (inside) {
      if (bits & 1) {
        blocks.push(blockOf(scores, line, end))
        inside = false
      }
    } else if (bits & 2) {
      inside = true
      end = line
      // The line itself is story; the block ended before it.
    }
  }
  if (inside) blocks.push(blockOf(scores, 0, end))
  return blocks.reverse()
}

function blockOf(scores: Float32Array, first: number, end: number): LineBlock {
  let sum = 0
  for (let line = first; line < end; line++) sum += scores[line] as number
  return { first, end, margin: sum / (end - first) }
}
