import type { DocumentSummary } from '../contract/api'
import type { Detection, Review } from '../contract/entities'
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
    importedAt: document.origin.importedAt,
    changedAt: stored.changedAt,
    verdict: newestVerdict(review),
    counts: counts(detection, review),
    barcode: barcode(sourcing(detection, review)),
    trashed: stored.trashed,
  }
}

/** The newest verdict of any reviewer is the document's; work begun without one is "in review". */
function newestVerdict({ verdicts, annotations, decisions }: Review): DocumentSummary['verdict'] {
  const newest = verdicts.reduce<(typeof verdicts)[number] | undefined>(
    (best, verdict) => (best && best.updatedAt > verdict.updatedAt ? best : verdict),
    undefined,
  )
  if (newest) return newest.value
  return annotations.length > 0 || decisions.length > 0 ? 'in-review' : 'not-started'
}
