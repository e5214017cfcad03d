import type { Proposal } from './detector'

/**
 * What is said about which words, so that a dismissal is remembered in later revisions: kind, reason or claim type,
 * and the words themselves with case, marks and spacing evened out. FNV-1a, twice with different seeds (64 bits).
 */
export function suggestionKey(text: string, proposal: Proposal): string {
  const words = text
    .slice(proposal.start, proposal.end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const said = `${proposal.kind}|${proposal.reason ?? proposal.claimType ?? ''}|${words}`
  return fnv1a(said, 0x811c9dc5) + fnv1a(said, 0x01000193)
}

function fnv1a(text: string, seed: number): string {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
