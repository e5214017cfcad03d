import type { Range, TextModel } from '../../text/model'
import { tokensOf } from '../attribution/tokens'
import { dashQuotations } from './dialogue-dashes'
import { pairMarks, type MarkedQuotation, type PairedMarks } from './pair-marks'
import { singleQuotations } from './single-marks'
import { transcriptTurns } from './transcript-turns'

/** Every quotation that marks show in a document, in order. @param skipped parts that are not the story */
export function markedQuotations(model: TextModel, skipped: readonly Range[]): PairedMarks {
  const { text } = model
  const { quotations, strays } = pairMarks(text, model.blocks, skipped)
  let skip = 0
  const story = model.blocks.filter((block) => {
    while (skip < skipped.length && (skipped[skip] as Range).end <= block.start) skip++
    return !((skipped[skip]?.start ?? Infinity) < block.end)
  })
  const single = singleQuotations(text, story, quotations)
  // Single marks count where a document quotes with them; beside double ones they mark words and headlines.
  const primary = single.length > quotations.length ? single : []
  const dashes = dashQuotations(text, story, tokensOf(model))
  const turns = transcriptTurns(text, story)
  if (!primary.length && !dashes.length && !turns.length) return { quotations, strays }
  return { quotations: outermost([...quotations, ...primary, ...dashes, ...turns]), strays }
}

/** In order, without those that stand inside another. */
function outermost(quotations: MarkedQuotation[]): MarkedQuotation[] {
  quotations.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: MarkedQuotation[] = []
  let end = -1
  for (const quotation of quotations) {
    if (quotation.start < end) continue
    kept.push(quotation)
    end = quotation.end
  }
  return kept
}
