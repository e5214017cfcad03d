import type { Range, TextModel } from '../../text/model'
import { span } from '../../text/span'
import type { Detector, Findings, Proposal } from '../detector'
import { resolveSpeaker } from '../quotations/resolve-speaker'
import { classifySpeaker } from './classify-speaker'
import { impersonalAt } from './impersonal'
import { phraseRange } from './noun-phrase'
import { paraphraseOf } from './paraphrase'
import { reportingsIn, tokensIn } from './reporting'
import { anonymousFlag, pluralSources, vagueFlag } from './source-flags'
import { tokensOf, type Tokens } from './tokens'
import { GERUND } from './word-classes'

/** Who stands behind what is not in quotation marks: indirect speech as claims, and sources that are too vague as flags. */
export const attribution: Detector = {
  name: 'attribution',
  version: 2,
  detect({ model }, findings) {
    const tokens = tokensOf(model)
    const quoted = quotedIn(tokens, findings)
    const proposals: Proposal[] = []
    // The same two words in every paragraph are one habit, not ten faults: each wording is shown once.
    const shown = new Set<string>()
    const show = (flag: Proposal) => {
      const words = model.text.slice(flag.start, flag.end).toLowerCase()
      // "the source said" goes on from a source that was shown before.
      const known = flag.reason === 'anonymous-source' && shown.has(flag.reason) && DEFINITE.test(words)
      if (!shown.has(words) && !known) proposals.push(flag)
      shown.add(words).add(flag.reason ?? '')
    }
    let skip = 0
    for (const sentence of model.sentences) {
      while (skip < findings.insertions.length && (findings.insertions[skip] as Range).end <= sentence.start) skip++
      if ((findings.insertions[skip]?.start ?? Infinity) < sentence.end) continue
      for (const proposal of judge(model, tokens, quoted, sentence)) {
        if (proposal.kind === 'claim') proposals.push(proposal)
        else show(proposal)
      }
    }
    for (const flag of pluralSources(model.text, proposals)) proposals.push(flag)
    return proposals
  },
}

/** A source that the article has spoken of already. */
const DEFINITE = /\b(?:the|this|that|these|those|same) \w*\s?(?:source|insider|whistleblower)/

function judge(model: TextModel, tokens: Tokens, quoted: Uint8Array, sentence: Range): Proposal[] {
  const { first, end } = tokensIn(tokens, sentence)
  const found: Proposal[] = []
  const reportings = reportingsIn(tokens, first, end, quoted)
  for (const reporting of reportings) {
    const attribution = classifySpeaker(model.text, tokens, reporting.speaker, end)
    if (!reporting.strong || (tokens.classes[reporting.cue.first] as number) & GERUND) continue
    const vague = attribution === 'vague' ? vagueFlag(tokens, reporting) : undefined
    if (vague) found.push(vague)
    if (attribution === 'anonymous') found.push(anonymousFlag(tokens, reporting, end))
  }
  const told = paraphraseOf(tokens, quoted, reportings, first, end)
  if (told) {
    const cue = phraseRange(tokens, told.reporting.cue)
    const asked = told.reporting.speaker
    const speaker = phraseRange(tokens, resolveSpeaker(model, tokens, quoted, asked)?.mention ?? asked)
    const words = model.text.slice(speaker.start, speaker.end)
    found.push({
      kind: 'claim',
      claimType: 'paraphrase',
      attribution: classifySpeaker(model.text, tokens, told.reporting.speaker, end),
      speaker: span(model.text, speaker),
      cue: span(model.text, cue),
      start: told.range.start,
      end: told.range.end,
      score: told.score,
      signals: [
        { name: 'indirect-speech', detail: `“${words}” says so, in the writer's words.`, weight: told.score, ...cue },
      ],
    })
  }
  const impersonal = impersonalAt(model.text, tokens, first, end)
  if (impersonal && !quoted[impersonal.first]) {
    const range = phraseRange(tokens, impersonal)
    const detail = `“${model.text.slice(range.start, range.end)}” leaves open who says so.`
    const signals = [{ name: 'BBC-2', detail, weight: 0.6, ...range }]
    found.push({ kind: 'flag', reason: 'vague-attribution', severity: 'query', ...range, score: 0.6, signals })
  }
  return found
}

/** 1 for tokens inside the quotations found, and in what is not the story. */
function quotedIn(tokens: Tokens, findings: Findings): Uint8Array {
  const quoted = new Uint8Array(tokens.count)
  for (const part of [...findings.quotations, ...findings.insertions]) {
    const { first, end } = tokensIn(tokens, part)
    quoted.fill(1, first, end)
  }
  return quoted
}
