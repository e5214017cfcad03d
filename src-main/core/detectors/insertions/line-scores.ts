import { FeatureWriter, SECOND_WIDTH, SecondStage } from './features'
import { predict } from './forest'
import { lineFacts } from './line-facts'
import type { LineFacts } from './base-features'
import type { LineTable } from './line-table'
import type { InsertionModel } from './model'
import { ngramScores } from './ngrams'

/** Log-odds of each line that it does not belong to the story, from the words alone. */
export function lineScores(table: LineTable, model: InsertionModel): { facts: LineFacts; scores: Float32Array } {
  const facts = lineFacts(table, ngramScores(table, model.ngrams.weights, model.ngrams.bias))
  const writer = new FeatureWriter(facts)
  const [first, second] = model.forests
  const scores = new Float32Array(table.count)
  if (!first) return { facts, scores }
  const row = new Float32Array(SECOND_WIDTH)
  for (let line = 0; line < table.count; line++) {
    writer.write(line, row)
    scores[line] = predict(first, row)
  }
  if (!second) return { facts, scores }
  const stage = new SecondStage(writer.runs, scores)
  const seen = new Float32Array(table.count)
  for (let line = 0; line < table.count; line++) {
    writer.write(line, row)
    stage.write(line, row)
    seen[line] = predict(second, row)
  }
  return { facts, scores: seen }
}

