import type { Detection, Suggestion } from '../../contract/entities'
import { offsetMap } from '../text/offsets'

/** A detection as the command line prints it: offsets in code points, the words themselves included. */
export function reportDetection(text: string, detection: Detection) {
  const { toCodePoints } = offsetMap(text)
  const place = <R extends { start: number; end: number }>(range: R) => ({
    ...range,
    start: toCodePoints(range.start),
    end: toCodePoints(range.end),
  })
  return {
    suggestions: detection.suggestions.map((s: Suggestion) => ({
      ...place(s),
      exact: text.slice(s.start, s.end),
      speaker: s.speaker && place(s.speaker),
      cue: s.cue && place(s.cue),
      signals: s.signals.map((signal) => ({
        ...signal,
        start: signal.start === undefined ? undefined : toCodePoints(signal.start),
        end: signal.end === undefined ? undefined : toCodePoints(signal.end),
      })),
    })),
    sentences: detection.sentences.map(place),
  }
}
