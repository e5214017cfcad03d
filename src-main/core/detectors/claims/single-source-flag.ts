import type { Proposal } from '../detector'
import type { StorySentence } from './judge-sentences'

const SENTENCES = 10
const ATTRIBUTED = 4
const PRONOUN = /^(?:he|she|they|it|who|er|sie|es|il|elle|ella|él)$/iu

/**
 * Everything in a longer story that anybody answers for comes from one and the same speaker (BBC-1). Pronouns are taken
 * for that speaker; a source that is vague or anonymous is another.
 */
export function singleSourceFlag(sentences: readonly StorySentence[]): Proposal[] {
  if (sentences.length < SENTENCES) return []
  const attributed = sentences.filter((sentence) => sentence.attribution !== 'none')
  if (attributed.length < ATTRIBUTED || attributed.some(({ speaker }) => !speaker)) return []
  const named = attributed.filter(({ speaker }) => speaker && !PRONOUN.test(speaker.text))
  const [first] = named
  if (!first?.speaker) return []
  const name = lastWord(first.speaker.text)
  if (named.some(({ speaker }) => speaker && lastWord(speaker.text) !== name)) return []
  const { speaker } = first
  return [
    {
      kind: 'flag',
      reason: 'other',
      severity: 'query',
      attribution: first.attribution,
      speaker,
      start: speaker.start,
      end: speaker.end,
      score: 0.5,
      signals: [
        {
          name: 'BBC-1',
          detail: `A single source: all ${attributed.length} attributed sentences come from ${speaker.text}`,
          weight: 0.5,
          start: speaker.start,
          end: speaker.end,
        },
      ],
    },
  ]
}

function lastWord(name: string): string {
  return /([\p{L}\p{N}’'-]+)[^\p{L}\p{N}]*$/u.exec(name.toLowerCase())?.[1] ?? name
}
