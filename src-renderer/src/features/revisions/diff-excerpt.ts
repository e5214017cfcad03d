import { wordDiff } from '@core/anchoring/diff'

/** A stretch of words as they were and are now. */
export interface DiffStretch {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Code units of equal words that are kept before, between and after what changed. */
const AROUND = 40

/** How some words changed, with as much around it as a card has room for. */
export function diffExcerpt(before: string, after: string): DiffStretch[] {
  const parts = wordDiff(before, after)
  return parts.flatMap((part, index): DiffStretch[] => {
    const { kind, fromStart, fromEnd, toStart, toEnd } = part
    const [old, now] = [before.slice(fromStart, fromEnd), after.slice(toStart, toEnd)]
    // Of equal words those with more white space around them, so that they do not run into what follows.
    const text = old.length > now.length ? old : now
    if (text === '') return []
    if (kind !== 'same') {
      // The white space at its end is nobody's change, and keeps the old words from the new ones.
      const words = text.trimEnd()
      const isReplaced = kind === 'removed' && parts[index + 1]?.kind === 'added'
      const space = text.slice(words.length) || (isReplaced ? ' ' : '')
      return [{ kind, text: words }, ...(space ? [{ kind: 'same' as const, text: space }] : [])]
    }
    return [{ kind, text: around(text, index === 0, index === parts.length - 1) }]
  })
}

/** Long equal stretches are cut where nothing changed; words are never cut. */
function around(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= AROUND * 2) return text
  const head = text.slice(0, AROUND).replace(/\S+$/u, '')
  const tail = text.slice(-AROUND).replace(/^\S+/u, '')
  if (isFirst) return `… ${tail.trimStart()}`
  if (isLast) return `${head.trimEnd()} …`
  return `${head.trimEnd()} … ${tail.trimStart()}`
}
