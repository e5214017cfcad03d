import type { Range } from '../../text/model'
import { characterKind, DIGIT } from '../../text/characters'
import type { Proposal } from '../detector'
import { shown } from './claim-proposals'
import type { StorySentence } from './judge-sentences'
import { folded } from './words'

/** Shorter sentences may well be said twice. Letters and digits, in UTF-16 units. */
const LEAST_LETTERS = 35
/** A document that repeats more is a list or a log, and nobody reads as many flags. */
const MOST = 5

/** Sentences that stand twice, case, marks and spacing apart; the second place is flagged and names the first. */
export function repeatedPassages(text: string, sentences: readonly StorySentence[]): Proposal[] {
  const known = new Map<number, { first: StorySentence; told: boolean }>()
  const flags: Proposal[] = []
  for (const sentence of sentences) {
    const print = fingerprint(text, sentence)
    if (print === 0) continue
    const earlier = known.get(print)
    if (flags.length === MOST) break
    if (!earlier) known.set(print, { first: sentence, told: false })
    else if (!earlier.told && lettersOf(text, earlier.first) === lettersOf(text, sentence)) {
      earlier.told = true
      flags.push(repetition(text, earlier.first, sentence))
    }
  }
  return flags
}

/** 53 bits made from the letters and digits, 0 for a sentence that is too short: FNV-1a and a multiplicative hash. */
function fingerprint(text: string, { start, end }: Range): number {
  let one = 0x811c9dc5
  let other = 1
  let letters = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (characterKind(unit) > DIGIT) continue
    letters++
    one = Math.imul(one ^ folded(unit), 0x01000193)
    other = (Math.imul(other, 31) + folded(unit)) | 0
  }
  return letters < LEAST_LETTERS ? 0 : (one >>> 0) * 0x200000 + (other >>> 11)
}

const lettersOf = (text: string, { start, end }: Range) =>
  text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

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
