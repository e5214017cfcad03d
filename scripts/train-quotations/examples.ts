import { textModel } from '../../src-main/core/text/model'
import { offsetMap } from '../../src-main/core/text/offsets'
import { tokensOf, type Tokens } from '../../src-main/core/detectors/attribution/tokens'
import type { Candidate } from '../../src-main/core/detectors/quotations/candidate'
import { listen, type Heard } from '../../src-main/core/detectors/quotations/listen'
import { markedQuotations } from '../../src-main/core/detectors/quotations/marked-quotations'
import { repetitions } from '../../src-main/core/detectors/quotations/repetitions'
import type { QuotationModel, SpeechEvidence } from '../../src-main/core/detectors/quotations/quotation-model'
import { hasWords } from '../../src-main/core/detectors/quotations/read-quotations'
import { resolveSpeaker } from '../../src-main/core/detectors/quotations/resolve-speaker'
import { speakerName } from '../../src-main/core/detectors/quotations/speaker-name'
import { speakerRow } from '../../src-main/core/detectors/quotations/speaker-row'
import { speechFeatures } from '../../src-main/core/detectors/quotations/speech-features'
import { speechWords } from '../../src-main/core/detectors/quotations/speech-words'
import { place, quotedTokens } from '../../src-main/core/detectors/quotations/surroundings'
import { PRONOUN, type GoldQuotation, type LabelledArticle } from './labelled-articles'

/** A quotation as the program reads it, beside what the labels say of it. */
export interface Example extends Heard, SpeechEvidence {
  /** For each option whether it names the speaker; the first says that nobody does. */
  readonly right: readonly boolean[]
  readonly isSpeech: boolean
  /** Direct and mixed labelled quotations it stands for. */
  readonly hits: readonly GoldQuotation[]
  /** What the program would print as the speaker. */
  readonly speaker: string
  /** Rows of the options for the trees. */
  speakerRows(): Float32Array[]
}

type Span = { start: number; end: number }

export function examplesOf(
  article: LabelledArticle,
  model: Pick<QuotationModel, 'speakers' | 'speakerForest'>,
): Example[] {
  const { text } = article
  const document = textModel(text)
  const tokens = tokensOf(document)
  const { quotations } = markedQuotations(document, [])
  const quoted = quotedTokens(tokens, quotations, [])
  const all = place(tokens, quoted, quotations).filter((placed) => hasWords(tokens, placed))
  const repeated = repetitions(text, tokens, all)
  const map = offsetMap(text)
  const gold = article.quotes.map((quote) => ({
    quote,
    spans: (quote.parts?.length ? quote.parts : [[quote.start, quote.end] as const]).map(([start, end]) => ({
      start: map.toUtf16(start),
      end: map.toUtf16(end),
    })),
  }))
  const resolved = (candidate: Candidate) => resolveSpeaker(document, tokens, quoted, candidate.speaker)?.mention
  const wordsOf = (candidate: Candidate) => {
    const range = speakerName(tokens, resolved(candidate) ?? candidate.speaker)
    return text.slice(range.start, range.end)
  }
  return listen(document, tokens, quoted, all, model).map((heard, index) => {
    const { placed, options, choice, shares } = heard
    const hits = gold
      .filter(({ spans }) => spans.some((span) => overlap(span, placed.quotation) >= 0.5))
      .map(({ quote }) => quote)
    // Doubled apostrophes are no quotation marks to those who labelled, so that what stands in them is 'indirect'.
    const quotedHits = hits.filter(({ type }) => type !== 'indirect')
    const exact = (quotedHits.length ? quotedHits : hits).filter(({ speaker }) => speaker)
    const active = speechFeatures(text, tokens, quoted, placed, choice)
    return {
      ...heard,
      right: options.map(({ candidate }) =>
        candidate
          ? exact.some(
              (quote) => names(text, tokens, candidate, quote, map) || isNamed(wordsOf(candidate), quote.speaker ?? ''),
            )
          : !exact.length,
      ),
      isSpeech: hits.length > 0,
      hits: quotedHits,
      active,
      words: speechWords(text, tokens, placed, repeated[index] as number),
      speaker: choice.candidate ? wordsOf(choice.candidate) : '',
      speakerRows: () => options.map((_, option) => speakerRow(tokens, placed, options, option, shares)),
    }
  })
}

function overlap(a: Span, b: Span): number {
  return (
    Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.min(a.end - a.start, b.end - b.start) || 1)
  )
}

/** Right when one holds the other: "Doe" for "Mayor Jane Doe". */
export function isNamed(got: string, want: string): boolean {
  const [one, other] = [got.toLowerCase(), want.toLowerCase()]
  return one !== '' && other !== '' && !PRONOUN.test(other) && (one.includes(other) || other.includes(one))
}

function names(
  text: string,
  tokens: Tokens,
  candidate: Candidate,
  quote: GoldQuotation,
  map: ReturnType<typeof offsetMap>,
): boolean {
  const range = speakerName(tokens, candidate.speaker)
  const span = { start: map.toUtf16(quote.speakerStart ?? 0), end: map.toUtf16(quote.speakerEnd ?? 0) }
  if (overlap(span, range) > 0) return true
  const got = text.slice(range.start, range.end).toLowerCase()
  const want = (quote.speaker ?? '').toLowerCase()
  return PRONOUN.test(want) ? got === want : got.includes(want) || want.includes(got)
}
