/** What a story quotes without a break, and how it follows what it quoted before. */
export interface QuotePiece {
  readonly text: string
  /**
   * next: on the same breath, such as in the next paragraph of a quotation. inserted: after words in square brackets,
   * which may stand for others. omitted: after a mark of an omission.
   */
  readonly after: 'next' | 'inserted' | 'omitted'
}

export interface QuotePieces {
  readonly pieces: readonly QuotePiece[]
  /** The writer put words of their own into it, in square brackets. */
  readonly inserted: boolean
}

/** What was put in by the writer, or a mark of what was left out. */
const MARKED = /(\[[^\]\n]{0,80}\]|\(?(?:…|\.\s?\.\s?\.)\)?)/u
const OMISSION = /…|\.\s?\.\s?\./u

/** A quotation as it is given in one or several passages, divided where it says itself that it is not in one piece. */
export function quotePieces(passages: readonly string[]): QuotePieces {
  const pieces: QuotePiece[] = []
  let inserted = false
  for (const passage of passages) {
    let after = 'next' as QuotePiece['after']
    // With the marks themselves, each between what stands before and after it.
    for (const [index, part] of passage.split(MARKED).entries()) {
      if (index % 2 === 1) {
        const omission = OMISSION.test(part)
        inserted ||= !omission
        after = omission || after === 'omitted' ? 'omitted' : 'inserted'
      } else if (/[\p{L}\p{N}]/u.test(part)) {
        pieces.push({ text: part, after })
        after = 'next'
      }
    }
  }
  return { pieces, inserted }
}
