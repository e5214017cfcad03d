import type { ExportChoice } from '../../contract/exporting'
import type { Review } from '../../contract/entities'
import { emptyHistory } from '../review/history'
import type { StoredDocument } from '../review/replay'
import { selectReview } from '../review/select'
import { redactReview } from './redact'

/** What is left of a choice once the format is known. */
export type ReviewChoice = Omit<ExportChoice, 'format'>

/**
 * A document as it goes into a package that is handed on: with all its texts, the part of the review that was asked
 * for, and without the particulars of confidential sources unless they were asked for. What was done and undone on the
 * way stays at home, because it may still name what was taken out.
 */
export function packagedCopy(stored: StoredDocument, choice: ReviewChoice): StoredDocument {
  const review = chosenReview(stored.review, choice)
  const earlier = stored.earlier.filter(({ number }) => number < stored.document.revision)
  return { ...stored, earlier, review, history: emptyHistory(), trashed: false, number: 0 }
}

/** The part of a review that a file shows and carries. */
export function chosenReview(review: Review, choice: ReviewChoice): Review {
  const part = selectReview(review, choice)
  return choice.confidential ? part : redactReview(part)
}
