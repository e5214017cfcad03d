import { seededRandom } from '../train/random'
import type { LabelledSentence } from './labelled-sentences'

/**
 * Fold of each sentence. `alone`: at random, equal sentences together. `together`: by neighbourhood of the numbers in
 * the ids, which follow the debates, so that one debate's sentences are mostly judged by a model that has not seen it.
 */
export function foldsOf(
  sentences: readonly LabelledSentence[],
  folds: number,
  by: 'alone' | 'together',
  seed: number,
): number[] {
  const random = seededRandom(seed)
  const given = new Map<string, number>()
  return sentences.map((sentence) => {
    const group = by === 'alone' ? sentence.text : String(Math.floor(Number(sentence.id.split(':')[1]) / 300))
    if (!given.has(group)) given.set(group, Math.floor(random() * folds))
    return given.get(group) as number
  })
}
