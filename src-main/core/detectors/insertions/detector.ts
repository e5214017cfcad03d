import type { Detector, DetectorInput, Findings, Proposal } from '../detector'
import { bestBlocks } from './blocks'
import { addEvidence } from './evidence'
import { lineScores } from './line-scores'
import { lineTable } from './line-table'
import { calibrated } from './calibration'
import { insertionModel } from './model'
import { reasonOf, severityOf } from './reason'
import { signalsOf } from './signals'

/** Fewer lines than this are no story with something in it. */
const FEWEST_LINES = 2

/**
 * Lines that do not belong to the story: lists of other headlines, prompts, advertisement labels, share rows, notices.
 * One suggestion for each block. The score is calibrated on articles of publishers that the weights had not seen.
 */
export const insertionDetector: Detector = {
  name: 'insertions',
  version: 3,
  detect(input: DetectorInput, shared: Findings): Proposal[] {
    const table = lineTable(input.model)
    if (table.count < FEWEST_LINES) return []
    const model = insertionModel()
    const { facts, scores } = lineScores(table, model)
    const seen = addEvidence(input, facts, scores)
    for (let line = 0; line < table.count; line++) scores[line] = (scores[line] as number) - model.threshold
    const proposals: Proposal[] = []
    for (const block of bestBlocks(scores, model.turn)) {
      const score = calibrated(model.calibration, block.margin)
      proposals.push({
        kind: 'flag',
        reason: reasonOf(facts, block),
        severity: severityOf(facts, block, score),
        start: table.start[block.first] as number,
        end: table.end[block.end - 1] as number,
        score,
        signals: signalsOf(facts, block, (line) => seen[line] as number),
      })
    }
    shared.insertions = proposals.filter((proposal) => proposal.score >= 0.5).map(({ start, end }) => ({ start, end }))
    return proposals
  },
}
