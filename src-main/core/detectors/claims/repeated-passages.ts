import type { Proposal } from '../detector'
import { shown } from './claim-proposals'
import type { StorySentence } from './judge-sentences'

/** Shorter sentences may well be said twice. Letters and digits, in UTF-16 units. */
const LEAST_LETTERS = 40

/** Sentences that stand twice, case, marks and spacing apart; each repetition is flagged and names the first place. */
export function repeatedPassages(text: string, sentences: readonly StorySentence[]): Proposal[] {
  const first = new Map<string, StorySentence>()
  const flags: Proposal[] = []
  for (const sentence of sentences) {
    const words = text
      .slice(sentence.start, sentence.end)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    if (words.length < LEAST_LETTERS) continue
    const earlier = first.get(words)
    if (!earlier) first.set(words, sentence)
    else flags.push(repetition(text, earlier, sentence))
  }
  return flags
}

function repetition(text: string, earlier: StorySentence, later: StorySentence): Proposal {
  return {
    kind: 'flag',
    reason: 'repeated-passage',
    severity: 'should-fix',
    start: later.start,
    end: later.end,
    score: 0.9,
    signals: [
      {
        name: 'repeated',
        detail: `The same sentence stands in paragraph ${earlier.block + 1}: “${shown(text, earlier)}”`,
        weight: 0.9,
        start: earlier.start,
        end: earlier.end,
      },
    ],
  }
}
