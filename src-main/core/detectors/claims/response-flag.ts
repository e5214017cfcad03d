import type { Proposal } from '../detector'
import { shown } from './claim-proposals'
import type { StorySentence } from './judge-sentences'
import { holdsReply } from './read-claim'

/** An accusation against somebody named is looked for among the sentences worth checking. */
const LEAST = 0.5

/**
 * Somebody named is accused of something, and nowhere in the story does anybody deny it, answer or decline to. One flag,
 * on the first such sentence; the others are its signals.
 */
export function responseFlag(text: string, sentences: readonly StorySentence[]): Proposal[] {
  const accusations = sentences.flatMap((sentence) => {
    if (sentence.checkworthiness < LEAST) return []
    const { accusation, name, crime, proven } = sentence.reading
    return accusation && name && crime && !proven ? [{ sentence, accusation, name }] : []
  })
  const [first] = accusations
  if (!first) return []
  const settled = sentences.some(
    (sentence) => holdsReply(text, sentence.start, sentence.end) || sentence.reading.proven !== undefined,
  )
  if (settled) return []
  return [
    {
      kind: 'flag',
      reason: 'allegation-without-response',
      severity: 'should-fix',
      attribution: first.sentence.attribution,
      start: first.sentence.start,
      end: first.sentence.end,
      score: 0.6,
      signals: [
        ...accusations.slice(0, 5).map(({ accusation, name }) => ({
          name: 'accusation',
          detail: `“${shown(text, accusation)}”, and ${shown(text, name)} is named`,
          weight: 0.3,
          ...accusation,
        })),
        {
          name: 'no-response',
          detail: 'No denial, answer or “declined to comment” anywhere in the story',
          weight: 0.3,
        },
      ],
    },
  ]
}
