import type { LineFacts } from './base-features'
import { CONTEXT_WIDTH, ContextWriter, SURE } from './context-features'
import { FeatureWriter, LINE_WIDTH } from './features'
import { predict, type ReadyForest } from './forest'
import { lineFacts } from './line-facts'
import type { LineTable } from './line-table'
import type { InsertionModel } from './model'
import { ngramScores } from './ngrams'

/** Log-odds of each line that it does not belong to the story, from the words alone. */
export function lineScores(
  table: LineTable,
  model: Pick<InsertionModel, 'ngrams' | 'first' | 'second'>,
): { facts: LineFacts; scores: Float32Array } {
  const facts = lineFacts(table, ngramScores(table, model.ngrams.weights, model.ngrams.bias))
  const writer = new FeatureWriter(facts)
  return { facts, scores: secondScores(writer, firstScores(writer, model.first), model.second) }
}

/** Each line judged by itself, its neighbours' looks and its place. */
export function firstScores(writer: FeatureWriter, forest: ReadyForest): Float32Array {
  const row = new Float32Array(LINE_WIDTH)
  const scores = new Float32Array(writer.facts.table.count)
  for (let line = 0; line < scores.length; line++) {
    writer.write(line, row)
    scores[line] = predict(forest, row, SURE)
  }
  return scores
}

/** The lines of which the first model is not sure, judged again in the light of what it says of all others. */
export function secondScores(writer: FeatureWriter, first: Float32Array, forest: ReadyForest): Float32Array {
  const context = new ContextWriter(writer.facts, writer.runs, first)
  const row = new Float32Array(CONTEXT_WIDTH)
  return first.map((score, line) => {
    if (score < SURE) return score
    context.write(line, row)
    return predict(forest, row)
  })
}
