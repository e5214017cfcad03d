import type { Forest } from '../../src-main/core/detectors/insertions/forest'
import { SPEAKER_WIDTH } from '../../src-main/core/detectors/quotations/speaker-row'
import { boost, type BoostOptions } from '../train/gbdt'
import type { Example } from './examples'

const SPEAKERS: BoostOptions = {
  trees: 80,
  leaves: 10,
  rate: 0.08,
  lambda: 4,
  minHessian: 4,
  rowShare: 0.7,
  featureShare: 0.4,
  seed: 11,
}

/** Trees that tell a quotation's speaker from others near it; learned where the labels name one that is among them. */
export function growSpeakers(examples: readonly Example[]): Forest {
  const usable = examples.filter(({ isSpeech, right }) => isSpeech && right.some(Boolean))
  const rows = usable.flatMap((example) => example.speakerRows())
  const labels = usable.flatMap(({ right }) => right.map(Number))
  return grow(rows, SPEAKER_WIDTH, labels, SPEAKERS)
}

function grow(rows: readonly Float32Array[], width: number, labels: readonly number[], options: BoostOptions): Forest {
  const values = new Float32Array(rows.length * width)
  rows.forEach((row, at) => values.set(row, at * width))
  const equal = new Float32Array(rows.length).fill(1)
  return boost({ rows: rows.length, width, values }, Float32Array.from(labels), equal, options)
}
