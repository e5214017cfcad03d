import { lowerUnit } from '../../text/characters'
import type { Tokens } from '../attribution/tokens'

/** FNV-1a of a token in lower case, over UTF-16 units. */
export function wordHashAt(text: string, tokens: Tokens, position: number): number {
  let hash = 0x811c9dc5
  const end = tokens.end[position] as number
  for (let at = tokens.start[position] as number; at < end; at++)
    hash = Math.imul(hash ^ lowerUnit(text.charCodeAt(at)), 0x01000193)
  return hash
}

/** One hash for two in this order. */
export function joinHashes(first: number, second: number): number {
  return Math.imul(first ^ (first >>> 15), 0x9e3779b1) ^ second
}
