import { reportDetection } from '../../core/detectors/report'
import { offsetMap } from '../../core/text/offsets'
import type { ScannedDocument } from './read-document'

/** A scanned file as `scan --json` prints it; offsets in code points. */
export function reportScanned({ imported, sha256, detection }: ScannedDocument, withSentences: boolean) {
  const { title, language, text, blocks } = imported
  const { toCodePoints } = offsetMap(text)
  const { suggestions, sentences } = reportDetection(text, detection)
  return {
    document: {
      title,
      language,
      sha256,
      text,
      blocks: blocks.map(({ kind, start, end }) => ({ kind, start: toCodePoints(start), end: toCodePoints(end) })),
    },
    suggestions,
    ...(withSentences ? { sentences } : {}),
  }
}
