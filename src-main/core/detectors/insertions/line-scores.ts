import type { LineFacts } from './base-features'
import { FeatureWriter, LINE_WIDTH } from './features'
import { predict } from './forest'
import { lineFacts } from './line-facts'
import type { LineTable } from './line-table'
import type { InsertionModel } from './model'
import { ngramScores } from './ngrams'

/** Log-odds of each line that it does not belong to the story, from the words alone. */
export function lineScores(table: LineTable, model: InsertionModel): { facts: LineFacts; scores: Float32Array } {
  const facts = lineFacts(table, ngramScores(table, model.ngrams.weights, model.ngrams.bias))
  const writer = new FeatureWriter(facts)
  const scores = new Float32Array(table.count)
  const row = new Float32Array(LINE_WIDTH)
  for (let line = 0; line < table.count; line++) {
    writer.write(line, row)
    scores[line] = predict(model.forest, row)
  }
  return { facts, scores }
}
