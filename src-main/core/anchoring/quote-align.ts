import type { QuoteIndex } from './quote-index'
import type { Words } from './quote-words'

/** A quotation's words beside a passage of the record. Indexes are those of words. */
export interface Aligned {
  /** [word of the quotation, word of the record, whether it is the very word], in order. */
  readonly pairs: readonly (readonly [number, number, boolean])[]
  /** Of the quotation's words, weighted by how much each says, the share that is there: 0 to 1. */
  readonly share: number
  /** Most of its words in a row that stand in a row in the record. */
  readonly longest: number
}

/** Words of the record on each side of a likely place that are looked at, beyond the quotation's own length. */
const MARGIN = 40
/** What a word that is skipped, or another in its place, costs beside a word that says something middling. */
const SKIPPED = 0.3
/** What the same word in another form counts beside the word itself. */
const OTHER_FORM = 0.5

/** The passage near a likely beginning that is most like the quotation: local alignment (Smith and Waterman 1981). */
export function alignAt(quote: Words, record: Words, index: QuoteIndex, at: number): Aligned {
  const from = Math.max(0, at - MARGIN)
  const to = Math.min(record.count, at + quote.count + MARGIN)
  const height = quote.count
  const width = Math.max(0, to - from)
  const row = width + 1
  const weights = Float64Array.from({ length: height }, (_, word) => index.weight(quote.ids[word] as number))
  const score = new Float64Array((height + 1) * row)
  let best = 0
  for (let i = 1; i <= height; i++) {
    const id = quote.ids[i - 1] as number
    const stem = quote.stems[i - 1] as number
    const weight = weights[i - 1] as number
    for (let j = 1; j <= width; j++) {
      const cell = i * row + j
      const gain =
        id === record.ids[from + j - 1] ? weight : stem === record.stems[from + j - 1] ? weight * OTHER_FORM : -SKIPPED
      const value = Math.max(
        0,
        (score[cell - row - 1] as number) + gain,
        (score[cell - row] as number) - SKIPPED,
        (score[cell - 1] as number) - SKIPPED,
      )
      score[cell] = value
      if (value > (score[best] as number)) best = cell
    }
  }
  const pairs: [number, number, boolean][] = []
  for (let cell = best; (score[cell] as number) > 0;) {
    const i = Math.trunc(cell / row)
    const j = cell % row
    const value = score[cell] as number
    const same = quote.ids[i - 1] === record.ids[from + j - 1]
    const alike = same || quote.stems[i - 1] === record.stems[from + j - 1]
    const gain = alike ? (weights[i - 1] as number) * (same ? 1 : OTHER_FORM) : -SKIPPED
    if (value === (score[cell - row - 1] as number) + gain) {
      if (alike) pairs.push([i - 1, from + j - 1, same])
      cell -= row + 1
    } else if (value === (score[cell - row] as number) - SKIPPED) cell -= row
    else cell -= 1
  }
  pairs.reverse()
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const there = pairs.reduce((sum, [word, , same]) => sum + (weights[word] as number) * (same ? 1 : OTHER_FORM), 0)
  return { pairs, share: all === 0 ? 0 : there / all, longest: longestRun(pairs) }
}

function longestRun(pairs: Aligned['pairs']): number {
  let longest = 0
  let run = 0
  for (const [step, [word, place, same]] of pairs.entries()) {
    const before = pairs[step - 1]
    const follows = before && before[0] === word - 1 && before[1] === place - 1
    run = !same ? 0 : follows ? run + 1 : 1
    longest = Math.max(longest, run)
  }
  return longest
}
