import type { Signal, TextSpan } from '../../../contract/entities'
import type { Attribution } from '../../../contract/taxonomies'
import type { Range, TextModel } from '../../text/model'
import { classifySpeaker } from '../attribution/classify-speaker'
import { span } from '../attribution/attribution-of'
import { phraseRange } from '../attribution/noun-phrase'
import { tokensOf, type Tokens } from '../attribution/tokens'
import type { Detector, Proposal, Quotation } from '../detector'
import { readQuotations, type ReadQuotation } from './read-quotations'
import { speakerName } from './speaker-name'

/** Quotations that are somebody's words, with who says them. Titles and words held at arm's length are left out. */
export const quotations: Detector = {
  name: 'quotations',
  version: 1,
  detect({ model }, findings) {
    const tokens = tokensOf(model)
    const found: Quotation[] = []
    const proposals: Proposal[] = []
    for (const read of readQuotations(model, findings.insertions)) {
      const said = describe(model, tokens, read)
      for (const part of parts(read)) {
        const { speaker, cue, attribution } = said
        found.push({ ...part, inner: innerOf(read, part), speaker, cue, attribution, open: read.placed.quotation.open })
        proposals.push({
          kind: 'claim',
          claimType: 'quotation',
          ...said,
          ...part,
          score: read.score,
          signals: signalsOf(model, tokens, read),
        })
      }
    }
    findings.quotations = found
    return proposals
  },
}

function describe(
  model: TextModel,
  tokens: Tokens,
  read: ReadQuotation,
): { attribution: Attribution; speaker?: TextSpan; cue?: TextSpan } {
  const { candidate } = read.choice
  if (!candidate) return { attribution: 'none' }
  return {
    attribution: classifySpeaker(tokens, candidate.speaker, read.placed.ceiling),
    speaker: span(model.text, speakerName(tokens, candidate.speaker)),
    cue: candidate.cue && span(model.text, phraseRange(tokens, candidate.cue)),
  }
}

/** One range for a quotation, or two where something that is not the story stands inside it. */
function parts(read: ReadQuotation): Range[] {
  const { pieces, interruption } = read.placed.quotation
  const groups: Range[] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    const cut = last && interruption && interruption.start >= last.end && interruption.end <= piece.start
    if (last && !cut) groups[groups.length - 1] = { start: last.start, end: piece.end }
    else groups.push({ start: piece.start, end: piece.end })
  }
  return groups
}

function innerOf(read: ReadQuotation, part: Range): Range {
  const { inner } = read.placed.quotation
  return { start: Math.max(inner.start, part.start), end: Math.min(inner.end, part.end) }
}

function signalsOf(model: TextModel, tokens: Tokens, read: ReadQuotation): Signal[] {
  const { quotation } = read.placed
  const signals: Signal[] = [
    {
      name: 'quotation-marks',
      detail:
        quotation.pieces.length > 1
          ? `In quotation marks through ${quotation.pieces.length} paragraphs.`
          : quotation.open
            ? 'In quotation marks that are never closed.'
            : 'In quotation marks.',
      weight: read.score,
      start: quotation.start,
      end: quotation.end,
    },
  ]
  const { candidate, probability } = read.choice
  if (candidate?.cue) {
    const cue = phraseRange(tokens, candidate.cue)
    const words = model.text.slice(cue.start, cue.end)
    signals.push({ name: 'reporting-words', detail: `“${words}” gives it to a speaker.`, weight: probability, ...cue })
  }
  return signals
}
