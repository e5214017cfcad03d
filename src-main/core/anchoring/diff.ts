import { align } from './align'
import { backbone } from './backbone'
import { tokenise, type Vocabulary } from './tokens'

/** A stretch of two texts; empty on one side where words were removed or added. Offsets are UTF-16, ends exclusive. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly fromStart: number
  readonly fromEnd: number
  readonly toStart: number
  readonly toEnd: number
}

/**
 * The difference between two texts by words, in the order of the later one; a passage that was moved is removed where it
 * stood and added where it stands. The parts together are both texts whole; white space alone makes no difference.
 */
export function wordDiff(from: string, to: string): DiffPart[] {
  const vocabulary: Vocabulary = new Map()
  const old = tokenise(from, vocabulary)
  const now = tokenise(to, vocabulary)
  const { forward } = align(old, now)
  const kept = backbone(forward)
  const parts: DiffPart[] = []
  let fromAt = 0
  let toAt = 0
  /** Index of the next token of each text that is not accounted for. */
  let i = 0
  let j = 0
  const add = (kind: DiffPart['kind'], fromEnd: number, toEnd: number) => {
    if (fromEnd === fromAt && toEnd === toAt) return
    parts.push({ kind, fromStart: fromAt, fromEnd, toStart: toAt, toEnd })
    fromAt = fromEnd
    toAt = toEnd
  }
  while (i < old.count || j < now.count) {
    let lost = i
    while (lost < old.count && !kept[lost]) lost++
    const gained = lost < old.count ? (forward[lost] as number) : now.count
    // White space before a word that stayed belongs to it; what is left at the very end, to what was removed or added.
    if (lost > i) add('removed', lost < old.count ? (old.starts[lost] as number) : from.length, toAt)
    if (gained > j) add('added', fromAt, gained < now.count ? (now.starts[gained] as number) : to.length)
    i = lost
    j = gained
    while (i < old.count && kept[i] && forward[i] === j) {
      i++
      j++
    }
    if (i > lost)
      add(
        'same',
        i < old.count ? (old.starts[i] as number) : from.length,
        j < now.count ? (now.starts[j] as number) : to.length,
      )
  }
  add('same', from.length, to.length)
  return parts
}
