import type { JudgedSentence, MarkupHint, Suggestion } from '../../contract/entities'
import type { Range, TextModel } from '../text/model'

export interface DetectorInput {
  readonly model: TextModel
  readonly markup?: readonly MarkupHint[]
  /** In how many other documents of the library this very line stands; 0 where there is no library. */
  readonly seenElsewhere?: (line: string) => number
}

/** A suggestion without the key and the detector's name, which the registry adds. */
export type Proposal = Omit<Suggestion, 'key' | 'detector'>

/**
 * A pure function from a document to suggestions: no clock, no randomness, no files. Offsets are UTF-16. It must be
 * linear in the length of the text, whatever the text.
 */
export interface Detector {
  readonly name: string
  /** Raised when its answers change. */
  readonly version: number
  detect(input: DetectorInput, shared: Findings): Proposal[]
}

/** What one detector found and later ones build on, in the order of the registry. */
export interface Findings {
  /** Parts that are not the story: nobody looks for claims or quotations there. */
  insertions: readonly Range[]
  quotations: readonly Quotation[]
  sentences: readonly JudgedSentence[]
}

export interface Quotation extends Range {
  /** Words only, without the marks. */
  readonly inner: Range
  readonly speaker?: { text: string; start: number; end: number }
  readonly cue?: { text: string; start: number; end: number }
  readonly attribution: JudgedSentence['attribution']
  /** Its closing mark is missing. */
  readonly open: boolean
}
