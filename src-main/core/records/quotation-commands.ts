import type { SingleCommand } from '../../contract/commands'
import type { Suggestion } from '../../contract/entities'
import type { MatchedQuotation } from '../../contract/records'

/** Where a quotation stands on the desk now: the claim that it is, or the suggestion that proposes it. */
export interface QuotationStanding {
  readonly claim?: string | undefined
  readonly suggestion?: Suggestion | undefined
}

/**
 * The one command that cites a record for a quotation, with the place where the record has it: on its claim, on the claim
 * that accepting its suggestion makes, or on a new one.
 */
export function citeRecord(
  { start, end, speaker, match }: MatchedQuotation,
  { claim, suggestion }: QuotationStanding,
  source: string,
): SingleCommand {
  const citation = { source, stance: 'supports' as const, ...(match.locator && { locator: match.locator }) }
  if (claim !== undefined) return { op: 'cite', claim, ...citation }
  if (suggestion) return { op: 'accept', suggestion, citation }
  return { op: 'claim', start, end, type: 'quotation', ...(speaker && { speaker }), citation }
}

/** Whether a record bears a quotation out without a second look: the words, at one place, from nobody else. */
export function isBorneOut({ match, start, end }: MatchedQuotation): boolean {
  if (match.outcome !== 'exact' || match.otherSpeaker) return false
  // A word or two may stand anywhere.
  return match.elsewhere === 0 || end - start > 24
}
