import type { OpenDocument } from '../../contract/api'
import type { Annotation, ImportReport } from '../../contract/entities'
import { reportDetection } from '../../core/detectors/report'
import { offsetMap, type OffsetMap } from '../../core/text/offsets'

/** An import's report with its places counted in code points. */
export function reportInCodePoints(report: ImportReport, { toCodePoints }: OffsetMap): ImportReport {
  return { ...report, leftOut: report.leftOut.map((piece) => ({ ...piece, at: toCodePoints(piece.at) })) }
}

/** An opened document as the command line prints it: every offset in code points. */
export function documentInCodePoints({ document, review, detection }: OpenDocument) {
  const map = offsetMap(document.text)
  const place = <R extends { start: number; end: number }>(range: R): R => ({
    ...range,
    start: map.toCodePoints(range.start),
    end: map.toCodePoints(range.end),
  })
  const { suggestions, sentences } = reportDetection(document.text, detection)
  return {
    ...document,
    blocks: document.blocks.map(place),
    inlines: document.inlines.map(place),
    markup: document.markup.map(place),
    report: reportInCodePoints(document.report, map),
    annotations: review.annotations.map((one): Annotation => ({ ...one, anchor: place(one.anchor) })),
    replies: review.replies,
    sources: review.sources,
    decisions: review.decisions.map((decision) => {
      const single = { version: detection.version, suggestions: [decision.suggestion], sentences: [] }
      return { ...decision, suggestion: reportDetection(document.text, single).suggestions[0] }
    }),
    verdicts: review.verdicts,
    suggestions,
    sentences,
  }
}
