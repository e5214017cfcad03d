import type { Revision } from '../../contract/revisions'
import { asRevision, type Readings } from './readings'

/** How somebody else's copy of a document stands to ours, by its texts; numbers may differ, so texts are compared. */
export type Relation =
  /** The same text. */
  | { readonly kind: 'same' }
  /** Theirs is a text that ours had earlier. */
  | { readonly kind: 'behind' }
  /** Ours is a text that theirs had earlier; `later` are those that came after it, oldest first. */
  | { readonly kind: 'ahead'; readonly later: readonly Revision[] }
  /** Neither knows the other's text. */
  | { readonly kind: 'apart' }

export function relate(ours: Readings, theirs: Readings): Relation {
  if (ours.document.text === theirs.document.text) return { kind: 'same' }
  const before = ours.earlier.filter(({ number }) => number < ours.document.revision)
  if (before.some(({ text }) => text === theirs.document.text)) return { kind: 'behind' }
  const had = [...theirs.earlier.filter(({ number }) => number < theirs.document.revision), asRevision(theirs.document)]
  const at = had.findLastIndex(({ text }) => text === ours.document.text)
  return at < 0 ? { kind: 'apart' } : { kind: 'ahead', later: had.slice(at + 1) }
}
