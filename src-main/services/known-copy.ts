import type { DocumentSummary } from '../contract/api'
import type { Document } from '../contract/entities'

/**
 * The document of the library that another copy belongs to: the same one, or else one that was imported apart from the
 * same file and so has the same text.
 */
export function knownCopy(summaries: readonly DocumentSummary[], document: Document): DocumentSummary | undefined {
  const same = summaries.find(({ id }) => id === document.id)
  const { sha256 } = document.origin
  return same ?? summaries.find((one) => !one.trashed && (one.sha256 === sha256 || one.otherFiles?.includes(sha256)))
}
