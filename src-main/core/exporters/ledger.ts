import type { Claim, Document, Review, Verdict } from '../../contract/entities'
import { lowerBound, offsetMap } from '../text/offsets'
import type { ExportInput, ExportOptions } from './exporter'
import { placeAnnotations, threads } from './placed'
import { redactionNotice, shownCitations, shownSources, sourceLine } from './sources'
import { ATTRIBUTION_WORDS, CLAIM_STATUS_WORDS, CLAIM_TYPE_WORDS, count, VERDICT_WORDS } from './words'

/** The columns of the ledger; their names are read back, so they stay. */
export const LEDGER_COLUMNS = [
  'Claim',
  'Type',
  'Status',
  'Speaker',
  'Attribution',
  'Sources for',
  'Sources against',
  'Locators',
  'Seen on',
  'Reviewer',
  'Verdict',
  'Note',
  'Thread',
  'Block',
  'Start',
  'End',
  'Made',
  'Changed',
  'Id',
]

/** A row of words for each claim, those without a place at the end. Places are Unicode code points. */
export function ledgerRows({ document, review }: ExportInput, options: ExportOptions): string[][] {
  const sources = shownSources(review, options.confidential)
  const offsets = offsetMap(document.text)
  const replies = threads(review)
  const { placed, lost } = placeAnnotations(document, review)
  const row = (claim: Claim, found: boolean) => {
    const citations = shownCitations(claim, sources)
    const named = (stance: string) => citations.filter((c) => c.stance === stance).map(sourceLine)
    const each = (values: readonly (string | undefined)[]) => values.filter(Boolean).join('\n')
    return [
      claim.anchor.exact,
      CLAIM_TYPE_WORDS[claim.type],
      CLAIM_STATUS_WORDS[claim.status],
      claim.speaker ?? '',
      claim.attribution ? ATTRIBUTION_WORDS[claim.attribution] : '',
      each(named('supports')),
      each(named('contradicts')),
      each(citations.map((c) => c.locator)),
      each(citations.map((c) => c.source.seenOn)),
      claim.author.name,
      verdictOf(review, claim),
      claim.note,
      each((replies.get(claim.id) ?? []).map((reply) => `${reply.author.name}: ${reply.body}`)),
      found ? String(blockNumber(document, claim.anchor.start)) : '',
      found ? String(offsets.toCodePoints(claim.anchor.start)) : '',
      found ? String(offsets.toCodePoints(claim.anchor.end)) : '',
      claim.createdAt,
      claim.updatedAt,
      claim.id,
    ]
  }
  const claims = (list: readonly Review['annotations'][number][]) => list.filter((a): a is Claim => a.kind === 'claim')
  return [...claims(placed).map((claim) => row(claim, true)), ...claims(lost).map((claim) => row(claim, false))]
}

/** The reviewer's own verdict on the document where there is one, else the newest. */
function verdictOf(review: Review, claim: Claim): string {
  const newest = [...review.verdicts].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
  const verdict: Verdict | undefined = newest.find((v) => v.author.id === claim.author.id) ?? newest[0]
  return verdict ? VERDICT_WORDS[verdict.value] : ''
}

/** Number of the block an offset stands in, from 1, as the gutter of the reader counts them. */
function blockNumber({ blocks }: Document, offset: number): number {
  return Math.min(blocks.length, lowerBound(blocks.length, (i) => (blocks[i]?.end ?? 0) > offset) + 1)
}

/** Said of a ledger that stands alone. */
export const ONLY_CLAIMS = 'The ledger holds claims only; the text of the article is not in it.'

/** What a ledger does not hold, in sentences. */
export function ledgerLosses({ document, review }: ExportInput, options: ExportOptions): string[] {
  const others = review.annotations.filter((a) => a.kind !== 'claim').length
  const lost = placeAnnotations(document, review).lost.filter((a) => a.kind === 'claim').length
  const said = [ONLY_CLAIMS]
  if (others) said.push(`Highlights, flags and comments are left out (${others}).`)
  if (lost) said.push(`${count(lost, 'claim')} of another revision ${lost === 1 ? 'has' : 'have'} no place.`)
  const hidden = redactionNotice(review, options.confidential)
  if (hidden) said.push(hidden)
  return said
}
