import { alignGaps } from './gaps'
import { uniqueRuns } from './runs'
import type { Tokens } from './tokens'

/** For each token of the one text, which token of the other it became: its index, or -1. No token is given twice. */
export interface Alignment {
  readonly forward: Int32Array
  readonly backward: Int32Array
}

/** Words in a row that must occur once in each text to be taken for the same place; long ones are surer, and first. */
const RUN_LENGTHS = [8, 4, 3]

/**
 * Which words of a text became which of a later one, wherever they were moved to.
 *
 * Runs of words that both texts have exactly once tie the texts together and are grown as far as the words agree (the
 * idea of patience diff, without its order, so that moved paragraphs are followed); what lies between two ties is
 * compared word by word. Time grows with the length of the texts, not with their product.
 */
export function align(from: Tokens, to: Tokens): Alignment {
  const alignment = {
    forward: new Int32Array(from.count).fill(-1),
    backward: new Int32Array(to.count).fill(-1),
  }
  for (const length of RUN_LENGTHS) {
    for (const run of uniqueRuns(from, to, alignment, length)) claim(alignment, run.from, run.to, run.length)
    alignGaps(from, to, alignment)
  }
  return alignment
}

/** Gives the tokens of a run to each other, but those that are given already. */
function claim({ forward, backward }: Alignment, from: number, to: number, length: number): void {
  for (let step = 0; step < length; step++) {
    if (forward[from + step] !== -1 || backward[to + step] !== -1) continue
    forward[from + step] = to + step
    backward[to + step] = from + step
  }
}
