import type { LineTable } from './line-table'
import { quotationState } from './quotation-state'
import { tiesOf } from './ties'
import type { LineFacts } from './base-features'

/** Everything about the lines of a document that needs no weights but the n-gram scores, which are given. */
export function lineFacts(table: LineTable, ngrams: Float32Array): LineFacts {
  return {
    table,
    ties: tiesOf(table),
    quotes: quotationState(table),
    sameLine: occurrences(table.hash),
    sameOpening: occurrences(table.opening),
    ngrams,
  }
}

function occurrences(hashes: Uint32Array): Uint16Array {
  const counts = new Map<number, number>()
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return Uint16Array.from(hashes, (hash) => Math.min(65535, counts.get(hash) ?? 1))
}
