import { decodeBytes } from '../insertions/base64'
import type { ReadyForest } from '../insertions/forest'
import weights from '../weights/quotations.json'
import type { SpeakerWeights } from './rank-speakers'
import { loadForest } from '../insertions/stored-forest'

export interface QuotationModel {
  readonly speakers: SpeakerWeights
  readonly speakerForest: ReadyForest | undefined
  /** A weight for each of SPEECH_FEATURES. */
  readonly speech: readonly number[]
  /** A weight for each bucket of speechWords. */
  readonly speechTable: Float32Array
}

let loaded: QuotationModel | undefined

/** The weights, decoded on first use. */
export function quotationModel(): QuotationModel {
  return (loaded ??= {
    speakers: weights.speakers,
    speakerForest: loadForest(weights.speakerForest),
    speech: weights.speech,
    speechTable: Float32Array.from(
      new Int8Array(decodeBytes(weights.speechTable.bytes)),
      (byte) => byte * weights.speechTable.step,
    ),
  })
}

/** What is seen of one quotation. */
export interface SpeechEvidence {
  /** Positions in SPEECH_FEATURES that are on. */
  readonly active: readonly number[]
  /** Made by speechWords. */
  readonly words: readonly number[]
}

/** Probability that a quotation is speech or writing of somebody, by a linear model. */
export function speechProbability(
  { speech, speechTable }: Pick<QuotationModel, 'speech' | 'speechTable'>,
  { active, words }: SpeechEvidence,
): number {
  let margin = 0
  for (const feature of active) margin += speech[feature] ?? 0
  for (const bucket of words) margin += speechTable[bucket] as number
  return 1 / (1 + Math.exp(-margin))
}
