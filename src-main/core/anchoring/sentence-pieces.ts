import type { PieceWords } from './quote-passages'
import type { Words } from './quote-words'

/** A quotation sentence by sentence, for one that was put together from several; nothing where it is a single one. */
export function sentencePieces(pieces: readonly PieceWords[]): PieceWords[] {
  const sentences = pieces.flatMap(({ piece, words }) =>
    spans(words).map((span, index) => ({
      piece: index === 0 ? piece : { text: '', after: 'next' as const },
      words: cut(words, span),
    })),
  )
  return sentences.length > pieces.length ? sentences : []
}

function spans({ text, starts, ends, count }: Words): [number, number][] {
  const found: [number, number][] = []
  let first = 0
  for (let word = 0; word < count; word++) {
    const last = word === count - 1
    if (!last && !/[.!?]["”’)\]]*\s/u.test(text.slice(ends[word], starts[word + 1]))) continue
    found.push([first, word + 1])
    first = word + 1
  }
  return found
}

const cut = ({ text, starts, ends, ids, stems }: Words, [from, to]: readonly [number, number]): Words => ({
  text,
  count: to - from,
  starts: starts.subarray(from, to),
  ends: ends.subarray(from, to),
  ids: ids.subarray(from, to),
  stems: stems.subarray(from, to),
})
