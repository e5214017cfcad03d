import { lowerBound } from '../text/offsets'

/**
 * Which chunks a word stands in, for many chunks at once and never changed: words in order, and for each the numbers of
 * its chunks with how often it stands there. Flat arrays, so that it is read from a file as it is.
 */
export interface Segment {
  /** In the order of their UTF-16 units. */
  readonly terms: readonly string[]
  /** Where in `postings` a term's begin; one longer than `terms`. */
  readonly offsets: Uint32Array
  /** Chunk numbers. */
  readonly postings: Uint32Array
  /** How often, at most 255; side by side with `postings`. */
  readonly counts: Uint8Array
}

/** Chunk numbers and counts by turns. */
export type Growing = Map<string, number[]>

export function grow(growing: Growing, chunk: number, words: readonly { readonly term: string }[]): void {
  const counts = new Map<string, number>()
  for (const { term } of words) counts.set(term, (counts.get(term) ?? 0) + 1)
  for (const [term, count] of counts) {
    const postings = growing.get(term)
    if (postings) postings.push(chunk, Math.min(count, 255))
    else growing.set(term, [chunk, Math.min(count, 255)])
  }
}

export function freeze(growing: Growing): Segment {
  const terms = [...growing.keys()].sort()
  const offsets = new Uint32Array(terms.length + 1)
  terms.forEach((term, at) => (offsets[at + 1] = (offsets[at] as number) + (growing.get(term) as number[]).length / 2))
  const postings = new Uint32Array(offsets[terms.length] as number)
  const counts = new Uint8Array(postings.length)
  terms.forEach((term, at) => {
    const pairs = growing.get(term) as number[]
    const from = offsets[at] as number
    for (let i = 0; i < pairs.length; i += 2) {
      postings[from + i / 2] = pairs[i] as number
      counts[from + i / 2] = pairs[i + 1] as number
    }
  })
  return { terms, offsets, postings, counts }
}

/** Several as one; `renumber` gives a chunk its new number, or -1 for one that is gone. */
export function merge(segments: readonly Segment[], renumber: (chunk: number) => number): Segment {
  const growing: Growing = new Map()
  for (const { terms, offsets, postings, counts } of segments)
    terms.forEach((term, at) => {
      const pairs = growing.get(term) ?? []
      for (let i = offsets[at] as number; i < (offsets[at + 1] as number); i++) {
        const chunk = renumber(postings[i] as number)
        if (chunk >= 0) pairs.push(chunk, counts[i] as number)
      }
      if (pairs.length > 0) growing.set(term, pairs)
    })
  return freeze(growing)
}

/** The places of the terms that begin with `prefix`: from, and to exclusive. */
export function withPrefix({ terms }: Segment, prefix: string): [number, number] {
  const from = lowerBound(terms.length, (i) => (terms[i] as string) >= prefix)
  const to = lowerBound(terms.length, (i) => (terms[i] as string) >= prefix && !(terms[i] as string).startsWith(prefix))
  return [from, to]
}

/** The place of a term, or -1. */
export function placeOf({ terms }: Segment, term: string): number {
  const at = lowerBound(terms.length, (i) => (terms[i] as string) >= term)
  return terms[at] === term ? at : -1
}
