import type { TextSpan } from '../../../contract/entities'
import type { Attribution } from '../../../contract/taxonomies'
import { span } from '../../text/span'
import type { Range, TextModel } from '../../text/model'
import { classifySpeaker } from '../attribution/classify-speaker'
import { phraseRange } from '../attribution/noun-phrase'
import { tokensOf, type Tokens } from '../attribution/tokens'
import type { Detector, Proposal, Quotation } from '../detector'
import { quotationFlags } from './quotation-flags'
import { quotationSignals } from './quotation-signals'
import { readQuotations, type ReadQuotation } from './read-quotations'
import { speakerName } from './speaker-name'

/** Quotations that are somebody's words, with who says them. Titles and words held at arm's length are left out. */
export const quotations: Detector = {
  name: 'quotations',
  version: 2,
  detect({ model }, findings) {
    const tokens = tokensOf(model)
    const reading = readQuotations(model, findings.insertions)
    const found: Quotation[] = []
    const proposals: Proposal[] = []
    for (const read of reading.quotations) {
      const said = describe(model, tokens, read)
      const signals = quotationSignals(model, tokens, read)
      for (const part of parts(read)) {
        found.push({ ...part, ...said, inner: innerOf(read, part), open: read.placed.quotation.open })
        proposals.push({ kind: 'claim', claimType: 'quotation', ...said, ...part, score: read.score, signals })
      }
    }
    findings.quotations = found
    return [...proposals, ...quotationFlags(model, tokens, reading)]
  },
}

interface Said {
  readonly attribution: Attribution
  readonly speaker?: TextSpan
  readonly cue?: TextSpan
}

/** A pronoun is given as the name it stands for; where that name is not sure, as it stands. */
function describe(model: TextModel, tokens: Tokens, read: ReadQuotation): Said {
  const { candidate } = read.choice
  if (read.han) {
    const { speaker, cue } = read.han
    const body = HAN_BODY.test(model.text.slice(speaker.start, speaker.end))
    return {
      attribution: body ? 'institution' : 'named',
      speaker: span(model.text, speaker),
      cue: span(model.text, cue),
    }
  }
  if (!candidate) return { attribution: 'none' }
  const named = read.resolved?.mention ?? candidate.speaker
  return {
    attribution: classifySpeaker(model.text, tokens, named, read.placed.ceiling),
    speaker: span(model.text, speakerName(tokens, named)),
    cue: candidate.cue && span(model.text, phraseRange(tokens, candidate.cue)),
  }
}

/** A ministry, an authority, a court, a company, a paper. */
const HAN_BODY = /(?:部|省|庁|厅|局|院|社|公司|会|會|府|警察|警方|银行|銀行|委员会|委員会|报|報)$/u

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
