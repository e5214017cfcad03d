import type { Phrase } from './noun-phrase'
import type { Tokens } from './tokens'
import { ADVERB, AUXILIARY, PASSIVE, PREPOSITION } from './word-classes'

const SUPPOSED = new Set(
  `understood believed thought said reported alleged rumoured rumored claimed feared known estimated expected assumed suspected
  speculated argued held considered hoped`.split(/\s+/),
)

/**
 * Where a sentence leaves open who says so: "it is understood", "is said to have", "reportedly", "angeblich".
 *
 * @returns the positions of exactly these words
 */
export function impersonalAt(text: string, tokens: Tokens, first: number, end: number): Phrase | undefined {
  for (let at = first; at < end; at++) {
    if ((tokens.classes[at] as number) & PASSIVE) return { first: at, last: at }
    const length = (tokens.end[at] as number) - (tokens.start[at] as number)
    if (length < 4 || length > 10 || at === first || !((tokens.classes[at - 1] as number) & (AUXILIARY | ADVERB)))
      continue
    if (!SUPPOSED.has(word(text, tokens, at))) continue
    const be = verbBefore(tokens, at, first)
    if (be < 0 || !BE.has(word(text, tokens, be))) continue
    const it = be > first && word(text, tokens, be - 1) === 'it'
    if (it && !(at + 1 < end && (tokens.classes[at + 1] as number) & (PREPOSITION | ADVERB)))
      return { first: be - 1, last: at }
    if (at + 1 < end && word(text, tokens, at + 1) === 'to' && REPORT.has(word(text, tokens, at)))
      return { first: be, last: at }
  }
  return undefined
}

const BE = new Set(['is', 'was', 'are', 'were', 'been', 'being', "'s", 'be'])
/** Of these, "is … to" leaves a source open; "is expected to" and "is considered to" do not. */
const REPORT = new Set([
  'understood',
  'believed',
  'thought',
  'said',
  'reported',
  'alleged',
  'rumoured',
  'rumored',
  'claimed',
])

function verbBefore(tokens: Tokens, at: number, first: number): number {
  let be = at - 1
  while (be > first && (tokens.classes[be] as number) & ADVERB && !((tokens.classes[be] as number) & AUXILIARY)) be--
  return (tokens.classes[be] as number) & AUXILIARY ? be : -1
}

function word(text: string, tokens: Tokens, at: number): string {
  return text.slice(tokens.start[at], tokens.end[at]).toLowerCase()
}
