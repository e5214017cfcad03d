import type { Review } from '../../contract/entities'
import type { ExportCount } from '../../contract/exporting'
import { selectReview } from '../review/select'
import type { ReviewChoice } from './choice'
import { placeAnnotations } from './placed'

type Countable = Parameters<typeof placeAnnotations>[0]

/** Nothing counted yet. */
export const noCount = (): ExportCount => ({
  documents: 0,
  annotations: { highlight: 0, claim: 0, flag: 0, comment: 0 },
  replies: 0,
  sources: 0,
  confidential: 0,
  adrift: 0,
  reviewers: [],
  failed: [],
})

/** Adds what a choice takes of one document to what was counted of others; `count` is changed in place. */
export function addToCount(count: ExportCount, document: Countable, review: Review, choice: ReviewChoice): void {
  const part = selectReview(review, choice)
  count.documents++
  for (const { kind } of part.annotations) count.annotations[kind]++
  count.replies += part.replies.length
  count.sources += part.sources.length
  count.confidential += part.sources.filter(({ confidential }) => confidential).length
  count.adrift += placeAnnotations(document, part).lost.length
  for (const { author } of [...review.annotations, ...review.replies]) {
    const known = count.reviewers.find(({ id }) => id === author.id)
    if (known) known.annotations++
    else count.reviewers.push({ id: author.id, name: author.name, annotations: 1 })
  }
}
