import type { Detection, Document, Review } from '../contract/entities'
import { reportDetection } from '../core/detectors/report'

/** What was decided about each suggestion, as JSON lines: what the detectors are measured with. Code points. */
export function decisionLog(document: Document, review: Review, detection: Detection): string {
  const { title, language, origin } = document
  const lines = review.decisions.map((decision) => {
    const single = { version: detection.version, suggestions: [decision.suggestion], sentences: [] }
    const annotation = review.annotations.find((one) => one.id === decision.annotation)
    return {
      document: { id: document.id, title, language, sha256: origin.sha256 },
      detection: detection.version,
      outcome: decision.outcome,
      reason: decision.reason,
      author: decision.author.id,
      at: decision.updatedAt,
      suggestion: { ...reportDetection(document.text, single).suggestions[0], exact: decision.exact },
      /** What the editor made of it, where that differs from what was proposed. */
      kept: annotation && {
        type: annotation.kind === 'claim' ? annotation.type : undefined,
        reason: annotation.kind === 'flag' ? annotation.reason : undefined,
        severity: annotation.kind === 'flag' ? annotation.severity : undefined,
      },
    }
  })
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}
