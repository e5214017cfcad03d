import type { Words } from './quote-words'

/** Diagonals that are counted together: how far a passage may shift by words put in or left out. */
const BUCKET = 8

/** Where each word of a record stands, in plain arrays: the places of word `id` are `at[first[id] … first[id + 1]]`. */
export class QuoteIndex {
  readonly #first: Int32Array
  readonly #at: Int32Array
  readonly #votes: Float32Array
  readonly #count: number

  /** @param size numbers of words that there are; a quotation may have some that the record has not */
  constructor(record: Words, size: number) {
    const first = new Int32Array(size + 1)
    for (let index = 0; index < record.count; index++) add(first, (record.ids[index] as number) + 1, 1)
    for (let id = 0; id < size; id++) add(first, id + 1, first[id] as number)
    const next = first.slice()
    const at = new Int32Array(record.count)
    for (let index = 0; index < record.count; index++) at[add(next, record.ids[index] as number, 1)] = index
    this.#first = first
    this.#at = at
    this.#count = record.count
    // Quotations longer than a record make no more diagonals than twice its length.
    this.#votes = new Float32Array(((2 * record.count) >> 3) + 4)
  }

  /** How often the record has a word. */
  often(id: number): number {
    return (this.#first[id + 1] as number) - (this.#first[id] as number)
  }

  /** What a word's being there says: much where it is rare, little where it is common. */
  weight(id: number): number {
    return 0.25 + Math.log((this.#count + 1) / (this.often(id) + 1)) / Math.log(this.#count + 2)
  }

  /** Every place that has these words one after the other. Indexes of the record's words. */
  exactly({ ids, count }: Words, record: Words): number[] {
    let rarest = 0
    for (let index = 1; index < count; index++)
      if (this.often(ids[index] as number) < this.often(ids[rarest] as number)) rarest = index
    const found: number[] = []
    const rare = ids[rarest] as number
    for (let entry = this.#first[rare] as number; entry < (this.#first[rare + 1] as number); entry++) {
      const start = (this.#at[entry] as number) - rarest
      if (start < 0 || start + count > record.count) continue
      let same = 0
      while (same < count && record.ids[start + same] === ids[same]) same++
      if (same === count) found.push(start)
    }
    return found
  }

  /**
   * Where a quotation most likely begins, the likeliest first: each of its words votes for the beginnings that its own
   * places in the record speak for. Indexes of the record's words; the first may lie before the record's beginning.
   */
  likely({ ids, count }: Words, most: number): number[] {
    const votes = this.#votes
    const touched: number[] = []
    const lead = Math.min(count, this.#count)
    for (let index = 0; index < count; index++) {
      const id = ids[index] as number
      const weight = this.weight(id)
      for (let entry = this.#first[id] as number; entry < (this.#first[id + 1] as number); entry++) {
        const diagonal = (this.#at[entry] as number) - index + lead
        if (diagonal < 0) continue
        const bucket = Math.trunc(diagonal / BUCKET)
        if (votes[bucket] === 0) touched.push(bucket)
        add(votes, bucket, weight)
      }
    }
    const ranked: { bucket: number; score: number }[] = []
    let least = 0
    for (const bucket of touched) {
      const score = (votes[bucket] as number) + Math.max(votes[bucket - 1] ?? 0, votes[bucket + 1] ?? 0)
      if (ranked.length === most && score <= least) continue
      const near = ranked.findIndex((one) => Math.abs(one.bucket - bucket) <= 1)
      if (near >= 0 && (ranked[near]?.score ?? 0) >= score) continue
      if (near >= 0) ranked.splice(near, 1)
      ranked.push({ bucket, score })
      ranked.sort((a, b) => b.score - a.score)
      ranked.length = Math.min(ranked.length, most)
      least = ranked.at(-1)?.score ?? 0
    }
    for (const bucket of touched) votes[bucket] = 0
    return ranked.map(({ bucket }) => bucket * BUCKET - lead)
  }
}

/** Adds to an entry of a list. @returns what it was before */
function add(list: Int32Array | Float32Array, index: number, amount: number): number {
  const before = list[index] as number
  list[index] = before + amount
  return before
}
