import { characterKind, DIGIT } from '../text/characters'
import type { Proposal } from './detector'

/**
 * What is said about which words, so that a dismissal is remembered in later revisions: kind, reason or claim type,
 * and the words themselves with case, marks and spacing evened out. FNV-1a, twice with different seeds (64 bits).
 */
export function suggestionKey(text: string, proposal: Proposal): string {
  const words = plainWords(text, proposal.start, proposal.end)
  const said = `${proposal.kind}|${proposal.reason ?? proposal.claimType ?? ''}|${words}`
  return fnv1a(said, 0x811c9dc5) + fnv1a(said, 0x01000193)
}

/** Letters and digits in lower case, one space for all that stands between them. */
function plainWords(text: string, start: number, end: number): string {
  const units: number[] = []
  let apart = false
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    const letter = unit < 0x80 ? (ASCII[unit] as number) : 0
    if (letter === 0) {
      if (unit >= 0x80 && characterKind(unit) <= DIGIT) return anyWords(text.slice(start, end))
      apart = units.length > 0
      continue
    }
    if (apart) units.push(0x20)
    apart = false
    units.push(letter)
  }
  return units.length > MOST_UNITS ? anyWords(text.slice(start, end)) : String.fromCharCode(...units)
}

/** Letters and digits in lower case, one space for all between, in any script: slower, because cases are not one to one. */
export function anyWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Lower case of each ASCII letter and digit, 0 for all else. */
const ASCII = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  return /[A-Za-z0-9]/.test(character) ? character.toLowerCase().charCodeAt(0) : 0
})
/** As many arguments as a call takes without doubt. */
const MOST_UNITS = 4_096

function fnv1a(text: string, seed: number): string {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
