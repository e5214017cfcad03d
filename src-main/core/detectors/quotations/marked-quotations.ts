import type { Range, TextModel } from '../../text/model'
import { pairMarks, type PairedMarks } from './pair-marks'

/** Every quotation that marks show in a document, in order. @param skipped parts that are not the story */
export function markedQuotations(model: TextModel, skipped: readonly Range[]): PairedMarks {
  return pairMarks(model.text, model.blocks, skipped)
}
