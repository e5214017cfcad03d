import type { LibraryDigest } from './digest'

/** Consecutive lines that stand in several documents, by their hashes. */
export interface RepeatedLines {
  readonly hashes: readonly number[]
  /** Documents that have the first line. */
  readonly count: number
  /** Some of these documents. */
  readonly documents: readonly string[]
}

/** How much rarer the next line of a passage may be: prompts come with and without their last line. */
const RARER = 0.8

/**
 * Lines that stand in at least so many documents, those that come together as one passage; the commonest first. A
 * passage is read off the first document that has it, so that its lines stand as they stand there.
 *
 * @param least documents
 * @param most passages
 * @param named documents that are named for each
 */
export function repeatedLines(
  { counts, documents }: LibraryDigest,
  { least, most, named }: { least: number; most: number; named: number },
): RepeatedLines[] {
  const passages: { hashes: number[]; count: number; documents: string[] }[] = []
  const passageOf = new Map<number, (typeof passages)[number]>()
  for (const { id, lines } of documents.values()) {
    let open: (typeof passages)[number] | undefined
    for (const hash of lines) {
      const count = counts.get(hash) ?? 0
      const known = passageOf.get(hash)
      if (known) {
        if (known.hashes[0] === hash && known.documents.length < named && known.documents.at(-1) !== id)
          known.documents.push(id)
        open = undefined
      } else if (count < least) open = undefined
      else if (open && Math.min(count, open.count) >= RARER * Math.max(count, open.count)) {
        open.hashes.push(hash)
        passageOf.set(hash, open)
      } else {
        open = { hashes: [hash], count, documents: [id] }
        passages.push(open)
        passageOf.set(hash, open)
      }
    }
  }
  return passages.sort((a, b) => b.count - a.count).slice(0, most)
}
