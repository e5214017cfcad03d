import { documentVerdict } from '../core/review/verdict'
import type { DocumentSummary } from '../contract/api'
import type { Detection, Review } from '../contract/entities'
import { filingOf } from '../core/review/filing'
import { withoutOrphans } from '../core/review/placed'
import { barcode, counts, sourcing } from '../core/review/sourcing'
import type { StoredDocument } from '../core/review/replay'
import { wordCount } from '../core/text/words'

/**
 * What the library's list shows of a document. Linear in its text, so it is made after an edit, not during one.
 *
 * @param words where they were counted before: the text of a document never changes
 */
export function summarise(stored: StoredDocument, detection: Detection, words?: number): DocumentSummary {
  const { document, review } = stored
  const { folder, tags } = filingOf(review.labels ?? [])
  const reviewers = namesOf(review)
  const recheck = review.annotations.filter(isToRecheck).length
  return {
    id: document.id,
    title: document.title,
    byline: document.byline,
    source: document.source,
    language: document.language,
    fileName: document.origin.fileName,
    mediaType: document.origin.mediaType,
    sha256: document.origin.sha256,
    words: words ?? wordCount(document.text),
    importedAt: (stored.earlier[0] ?? { origin: document.origin }).origin.importedAt,
    changedAt: stored.changedAt,
    verdict: documentVerdict(review.verdicts, review.annotations.length + review.decisions.length > 0),
    counts: counts(detection, review),
    barcode: barcode(sourcing(detection, withoutOrphans(review, document.revision))),
    trashed: stored.trashed,
    ...(document.revision > 1 && { revision: document.revision }),
    ...(stored.earlier.length > 0 && { otherFiles: stored.earlier.map(({ origin }) => origin.sha256) }),
    ...(folder && { folder }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(reviewers.length > 0 && { reviewers }),
    ...(recheck > 0 && { recheck }),
  }
}

/** A claim that was checked before its words were changed, and has not been since. */
const isToRecheck = (one: Review['annotations'][number]) =>
  one.kind === 'claim' && one.placing?.status !== undefined && one.status === 'unchecked'

/** Everybody who noted, answered, decided or judged, by name. */
function namesOf({ annotations, replies, decisions, verdicts }: Review): string[] {
  const names = new Set<string>()
  for (const list of [annotations, replies, decisions, verdicts]) for (const { author } of list) names.add(author.name)
  return [...names].sort()
}
