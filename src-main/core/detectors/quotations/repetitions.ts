import type { Tokens } from '../attribution/tokens'
import type { Placed } from './surroundings'
import { joinHashes, wordHashAt } from './word-hash'

/** Longest quotation that is looked for elsewhere, in tokens. */
const SLOGAN = 5
/** Different slogans with one first word that are told apart, and the highest count: it keeps the search linear. */
const MOST = 8

/**
 * By quotation how often its words stand in the document, in marks or without: a name or a term is used again, a remark
 * is not. 0 where it is long. One pass over the tokens.
 */
export function repetitions(text: string, tokens: Tokens, all: readonly Placed[]): Uint8Array {
  const keys = all.map((placed) => keyOf(text, tokens, placed))
  const wanted = new Map<number, { length: number; key: number; times: number }[]>()
  const entries = keys.map((key, index) => {
    if (!key) return undefined
    const first = wordHashAt(text, tokens, (all[index] as Placed).first + 1)
    const known = wanted.get(first) ?? []
    if (!known.length) wanted.set(first, known)
    let entry = known.find((one) => one.key === key.hash && one.length === key.length)
    if (!entry && known.length < MOST) known.push((entry = { length: key.length, key: key.hash, times: 0 }))
    return entry
  })
  if (wanted.size > 0)
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.mark[at]) continue
      for (const entry of wanted.get(wordHashAt(text, tokens, at)) ?? [])
        if (chain(text, tokens, at, entry.length) === entry.key) entry.times++
    }
  return Uint8Array.from(entries, (entry) => Math.min(MOST, entry?.times ?? 0))
}

/** The words of a short quotation without the marks around them. */
function keyOf(text: string, tokens: Tokens, { first, end, quotation }: Placed) {
  let last = quotation.open ? end : end - 1
  while (last > first + 1 && tokens.mark[last - 1]) last--
  const length = last - first - 1
  return length < 1 || length > SLOGAN ? undefined : { length, hash: chain(text, tokens, first + 1, length) }
}

function chain(text: string, tokens: Tokens, from: number, length: number): number {
  let hash = length
  for (let at = from; at < Math.min(tokens.count, from + length); at++)
    hash = joinHashes(hash, wordHashAt(text, tokens, at))
  return hash
}
