import type { MatchedQuotation, RecordText } from '../../contract/records'
import { matchQuotes } from '../anchoring/quote-match'
import { storyQuotations, type QuotingStory } from './story-quotations'

/**
 * A story's quotations beside a record. Words that only marks make a quotation are given where the record has them: else
 * they are a title as likely as not.
 */
export function matchStory(
  story: QuotingStory,
  record: RecordText,
  progress?: (done: number, total: number) => void,
): MatchedQuotation[] {
  const quotations = storyQuotations(story)
  const quoted = quotations.map(({ passages, speaker }) => ({
    passages: passages.map(({ start, end }) => story.text.slice(start, end)),
    ...(speaker && { speaker }),
  }))
  const matches = matchQuotes(quoted, record, progress)
  return quotations.flatMap(({ start, end, claim, suggestion, speaker, unlisted }, index): MatchedQuotation[] => {
    const match = matches[index]
    if (!match || (unlisted && match.outcome === 'not-found')) return []
    return [{ start, end, claim, suggestion, speaker, match }]
  })
}
