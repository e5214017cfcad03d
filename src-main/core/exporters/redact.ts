import type { Review, Source } from '../../contract/entities'
import { REDACTED } from './sources'

/**
 * A review without the particulars of its confidential sources: that they are there stays, and which claims cite them.
 * Page numbers and the like go from the citations too, since they may give a source away as well as its name.
 */
export function redactReview(review: Review): Review {
  const hidden = new Set(review.sources.filter((source) => source.confidential).map(({ id }) => id))
  if (!hidden.size) return review
  return {
    ...review,
    sources: review.sources.map((source) => (hidden.has(source.id) ? redacted(source) : source)),
    annotations: review.annotations.map((annotation) =>
      annotation.kind === 'claim' && annotation.citations.some(({ source }) => hidden.has(source))
        ? {
            ...annotation,
            citations: annotation.citations.map((citation) =>
              hidden.has(citation.source) ? { source: citation.source, stance: citation.stance } : citation,
            ),
          }
        : annotation,
    ),
  }
}

function redacted({ id, author, createdAt, updatedAt }: Source): Source {
  // Every source has a kind; this one says nothing.
  const kind = 'own-reporting'
  return { id, citation: REDACTED, kind, note: '', confidential: true, redacted: true, author, createdAt, updatedAt }
}
