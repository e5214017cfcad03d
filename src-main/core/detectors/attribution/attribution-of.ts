import type { TextSpan } from '../../../contract/entities'
import type { Attribution } from '../../../contract/taxonomies'
import { lowerBound } from '../../text/offsets'
import { span } from '../../text/span'
import type { Range, TextModel } from '../../text/model'
import type { Findings, Quotation } from '../detector'
import { classifySpeaker } from './classify-speaker'
import { isName, phraseRange, type Phrase } from './noun-phrase'
import { reportingsIn, tokensIn } from './reporting'
import { tokensOf, type Tokens } from './tokens'
import { impersonalAt } from './impersonal'
import { PERSONAL } from './word-classes'

export interface SentenceAttribution {
  readonly attribution: Attribution
  readonly speaker?: TextSpan
  readonly cue?: TextSpan
}

/**
 * To whom a sentence gives what it says: the speaker of a quotation in it, else whoever its own reporting verb names.
 * Costs the length of the sentence; the tokens behind it are made once a document.
 *
 * @param sentence UTF-16 offsets, as in model.sentences
 * @param findings quotations found so far; with none, quoted words are read like any others
 */
export function attributionOf(model: TextModel, sentence: Range, findings: Findings): SentenceAttribution {
  const quotation = quotationIn(findings.quotations, sentence)
  if (quotation) return { attribution: quotation.attribution, speaker: quotation.speaker, cue: quotation.cue }
  const tokens = tokensOf(model)
  const { first, end } = tokensIn(tokens, sentence)
  const reporting = reportingsIn(tokens, first, end).find(({ strong, speaker }) => strong && !isSelf(tokens, speaker))
  if (reporting)
    return {
      attribution: classifySpeaker(model.text, tokens, reporting.speaker, end),
      speaker: span(model.text, phraseRange(tokens, reporting.speaker)),
      cue: span(model.text, phraseRange(tokens, reporting.cue)),
    }
  const impersonal = impersonalAt(model.text, tokens, first, end)
  if (impersonal) return { attribution: 'vague', cue: span(model.text, phraseRange(tokens, impersonal)) }
  return { attribution: 'none' }
}

/** "I say", "we think": the writer's own voice is no source. */
function isSelf(tokens: Tokens, speaker: Phrase): boolean {
  return (
    speaker.first === speaker.last &&
    !isName(tokens, speaker.first) &&
    !!((tokens.classes[speaker.first] as number) & PERSONAL)
  )
}

/** The attributed quotation that shares most with the sentence; a quotation without a speaker only where no other is. */
function quotationIn(quotations: readonly Quotation[], sentence: Range): Quotation | undefined {
  let at = lowerBound(quotations.length, (i) => (quotations[i] as Quotation).end > sentence.start)
  let found: Quotation | undefined
  for (; at < quotations.length && (quotations[at] as Quotation).start < sentence.end; at++) {
    const quotation = quotations[at] as Quotation
    if (quotation.attribution !== 'none') return quotation
    found ??= quotation
  }
  return found && found.end - found.start > (sentence.end - sentence.start) / 2 ? found : undefined
}
