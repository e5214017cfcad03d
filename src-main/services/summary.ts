import { documentVerdict } from '../core/review/verdict'
import type { DocumentSummary } from '../contract/api'
import type { Detection } from '../contract/entities'
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
  }
}
