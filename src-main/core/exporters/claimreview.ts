import type { Claim, Review } from '../../contract/entities'
import type { ClaimStatus } from '../../contract/taxonomies'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { linkable } from './html-escape'
import { redactionNotice, shownCitations, shownSources } from './sources'
import { CLAIM_STATUS_WORDS } from './words'

/** How true a checked claim was found, from 1 (wrong) to 5 (confirmed). Other claims were not judged. */
const RATINGS: Partial<Record<ClaimStatus, number>> = { wrong: 1, disputed: 2, 'attributed-only': 3, confirmed: 5 }

/** Checked claims as schema.org ClaimReview. @see https://schema.org/ClaimReview */
export const claimReviewExporter: Exporter = {
  format: 'claimreview',
  mediaType: 'application/ld+json',
  extension: '.claimreview.json',
  write: (input, options) => ({
    content: JSON.stringify(graph(input, options), null, 2) + '\n',
    losses: losses(input.review, options),
  }),
}

function graph({ document, review }: ExportInput, options: ExportOptions): object {
  const sources = shownSources(review, options.confidential)
  const claims = checked(review).map((claim) => {
    const citations = shownCitations(claim, sources)
    return {
      '@type': 'ClaimReview',
      '@id': `urn:bluepencil:annotation:${claim.id}`,
      datePublished: claim.updatedAt.slice(0, 10),
      claimReviewed: words(claim),
      reviewBody: claim.note || undefined,
      author: { '@type': 'Person', name: claim.author.name },
      itemReviewed: {
        '@type': 'Claim',
        text: words(claim),
        author: claim.speaker ? { '@type': 'Person', name: claim.speaker } : undefined,
        datePublished: /^\d{4}-\d{2}-\d{2}$/.test(document.date ?? '') ? document.date : undefined,
        appearance: { '@type': 'CreativeWork', headline: document.title },
      },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: RATINGS[claim.status],
        worstRating: 1,
        bestRating: 5,
        alternateName: CLAIM_STATUS_WORDS[claim.status],
      },
      citation: citations.map(({ source }) => ({
        '@type': 'CreativeWork',
        name: source.citation,
        url: linkable(source.url),
      })),
    }
  })
  return { '@context': 'https://schema.org', '@graph': claims }
}

/** What is claimed, on one line. */
const words = ({ anchor }: Claim) => anchor.exact.replace(/\s+/gu, ' ').trim()

const checked = (review: Pick<Review, 'annotations'>) =>
  review.annotations.filter((a): a is Claim => a.kind === 'claim' && RATINGS[a.status] !== undefined && words(a) !== '')

function losses(review: Review, options: ExportOptions): string[] {
  const rest = review.annotations.length - checked(review).length
  const hidden = redactionNotice(review, options.confidential)
  return [
    ...(rest
      ? [
          `Only checked claims are in it; ${rest} other annotations are left out.`.replace(
            /^(.*; )1 other annotations are/,
            '$11 other annotation is',
          ),
        ]
      : []),
    ...(checked(review).length ? [] : ['No claim was checked, so there is none in it.']),
    'The address of the published article is to be filled in by whoever publishes it.',
    ...(hidden ? [hidden] : []),
  ]
}
