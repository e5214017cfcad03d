import { alignAt, type Aligned } from './quote-align'
import type { QuoteIndex } from './quote-index'
import type { QuotePiece } from './quote-pieces'
import type { Words } from './quote-words'

/** A piece of a quotation with the passage of the record that it comes from. Indexes are those of the record's words. */
export interface Passage {
  readonly words: Words
  readonly pairs: Aligned['pairs']
  readonly first: number
  /** Inclusive. */
  readonly last: number
  /** Every word, in order, and nothing between. */
  readonly exact: boolean
  /** How it stands to the passage before: right after it, further on as the quotation says, or not as it may. */
  readonly follows: 'at-once' | 'apart' | 'wrongly'
  /** Other places that have the very words. */
  readonly elsewhere: number
}

export interface PieceWords {
  readonly piece: QuotePiece
  readonly words: Words
}

/** A piece that the record has nowhere: its place in the order is kept. */
export interface LostPassage {
  readonly words: Words
  readonly pairs: readonly []
}

/** Likely places that are looked at closely. */
const CANDIDATES = 5
/** Very words that stand in more places than these say nothing of where they come from. */
const MOST_PLACES = 200
/** Fewer words than these have to be there as they are: among so few, a likeness is chance. */
const FEWEST_LIKE = 4
/** Share of what the words say past which no other place is looked at. */
const SURELY = 0.85
/** Words between two passages that an omission may leave out, or that brackets may stand for. */
const OMITTED = 400
const INSERTED = 15
/** Words of the record at the edge of a passage that stand for as many words of the quotation that are not there. */
const EDGE = 6
/** Share of what a whole quotation says that must be there. */
const WHOLE = 0.58

interface Candidate {
  readonly first: number
  readonly last: number
  readonly pairs: Aligned['pairs']
  readonly share: number
  readonly exact: boolean
  readonly elsewhere: number
  readonly voice: boolean
}

/**
 * The passages of a record that a quotation is made of: those that have most of it, follow one another as the quotation
 * says they do, and are said by the one who is wanted, in this order. Nothing where too little of it is there.
 *
 * @param wanted whether the one whom the story names speaks at a word of the record
 */
export function choosePassages(
  pieces: readonly PieceWords[],
  record: Words,
  index: QuoteIndex,
  wanted: (place: number) => boolean,
): (Passage | LostPassage)[] | undefined {
  const said = pieces.filter(({ words }) => words.count > 0)
  if (said.length === 0) return undefined
  const options = said.map(({ words }) => candidatesOf(words, record, index, wanted))
  const weights = said.map(({ words }) => words.ids.reduce((sum, id) => sum + index.weight(id), 0))
  const chain = bestChain(said, options, weights)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const there = chain.reduce((sum, one, at) => sum + (one?.share ?? 0) * (weights[at] as number), 0)
  if (there < WHOLE * all) return undefined
  let before: Candidate | undefined
  return said.map(({ piece, words }, at) => {
    const one = chain[at]
    if (!one) return { words, pairs: [] }
    const follows = before ? following(before, one, piece.after) : 'at-once'
    const floor = before ? before.last + 1 : 0
    before = one
    return { ...one, ...widened(one, words, record, floor), words, follows }
  })
}

/** The same where the order is not kept: the passages must stand near one another, or they are words that many say. */
export function chooseNear(...[pieces, record, index, wanted]: Parameters<typeof choosePassages>) {
  const passages = choosePassages(pieces, record, index, wanted)
  const placed = passages?.filter((passage) => 'first' in passage) ?? []
  const near = placed.every(({ first }, at) => {
    const before = placed[at - 1]
    return !before || Math.abs(first - before.last) <= OMITTED
  })
  return near ? passages : undefined
}

function candidatesOf(words: Words, record: Words, index: QuoteIndex, wanted: (place: number) => boolean): Candidate[] {
  const exact = index.exactly(words, record)
  if (exact.length > 0)
    return exact.slice(0, MOST_PLACES).map((first) => ({
      first,
      last: first + words.count - 1,
      pairs: Array.from({ length: words.count }, (_, step) => [step, first + step, true] as const),
      share: 1,
      exact: true,
      elsewhere: exact.length - 1,
      voice: wanted(first),
    }))
  if (words.count < FEWEST_LIKE) return []
  const found: Candidate[] = []
  for (const at of index.likely(words, CANDIDATES)) {
    const { pairs, share, longest } = alignAt(words, record, index, at)
    const [opening, closing] = [pairs[0], pairs.at(-1)]
    if (!opening || !closing || !isLike(words, { pairs, share, longest }, closing[1] - opening[1] + 1)) continue
    const [first, last] = [opening[1], closing[1]]
    found.push({ first, last, pairs, share, exact: false, elsewhere: 0, voice: wanted(first) })
    if (share > SURELY) break
  }
  return found
}

/** Whether a passage is an altered form of the words rather than others on the same subject. */
function isLike({ count }: Words, { pairs, share, longest }: Aligned, span: number): boolean {
  if (pairs.length * 2 < span) return false
  if (count <= 7) return share >= 0.78 && longest >= 3
  return share >= 0.75 ? longest >= 3 : share >= 0.6 && longest >= 4
}

/** One candidate for each piece, or none: Viterbi over how much is there, what follows what, and whose words they are. */
function bestChain(
  pieces: readonly PieceWords[],
  options: readonly (readonly Candidate[])[],
  weights: readonly number[],
): (Candidate | undefined)[] {
  interface Step {
    readonly one: Candidate | undefined
    /** The last that was found, this one or one before it. */
    readonly found: Candidate | undefined
    readonly score: number
    readonly before: Step | undefined
  }
  let steps: Step[] = [{ one: undefined, found: undefined, score: 0, before: undefined }]
  for (const [at, { piece }] of pieces.entries()) {
    const weight = weights[at] as number
    const next = (options[at] ?? []).map((one): Step => {
      let best: Step | undefined
      let score = -Infinity
      for (const step of steps) {
        const follows = step.found ? following(step.found, one, piece.after) : 'at-once'
        const total = step.score - (follows === 'wrongly' ? weight / 2 : follows === 'apart' ? 0.01 : 0)
        if (total > score) [best, score] = [step, total]
      }
      const own = weight * one.share + (one.voice ? 0.02 : 0)
      return { one, found: one, score: score + own, before: best }
    })
    // A piece may be nowhere.
    const leading = steps.reduce((best, step) => (step.score > best.score ? step : best))
    steps = [...next, { one: undefined, found: leading.found, score: leading.score, before: leading }]
  }
  const chain: (Candidate | undefined)[] = []
  const best = steps.reduce((best, step) => (step.score > best.score ? step : best))
  for (let step: Step | undefined = best; step?.before; step = step.before) chain.push(step.one)
  return chain.reverse()
}

function following(before: Candidate, one: Candidate, after: QuotePiece['after']): Passage['follows'] {
  const gap = one.first - before.last - 1
  if (gap < 0 || gap > (after === 'inserted' ? INSERTED : OMITTED)) return 'wrongly'
  return gap === 0 && after === 'next' ? 'at-once' : 'apart'
}

/** A passage with the words at its edges that became others: as many as are missing, and none of another sentence. */
function widened({ pairs, exact, first, last }: Candidate, words: Words, record: Words, floor: number) {
  if (exact) return { first, last }
  const from = first
  const to = last
  const lead = Math.min(EDGE, pairs[0]?.[0] ?? 0)
  const trail = Math.min(EDGE, words.count - 1 - (pairs.at(-1)?.[0] ?? words.count - 1))
  while (from - first < lead && first > floor && isOneBreath(record, first - 1)) first--
  while (last - to < trail && last + 1 < record.count && isOneBreath(record, last)) last++
  return { first, last }
}

/** Nothing but a space or a lesser mark stands between a word of the record and the next. */
function isOneBreath({ text, starts, ends }: Words, word: number): boolean {
  const between = text.slice(ends[word], starts[word + 1])
  return !/[.!?…:;]|\n\s*\n|[\p{L}\p{N}]/u.test(between)
}
