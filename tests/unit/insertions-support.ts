import { insertionDetector } from '../../src-main/core/detectors/insertions/detector'
import type { DetectorInput, Findings, Proposal } from '../../src-main/core/detectors/detector'
import { textModel } from '../../src-main/core/text/model'

export interface Found {
  proposals: Proposal[]
  /** The exact texts of what was accepted: a score of one half or more. */
  accepted: string[]
  findings: Findings
}

export function find(text: string, more: Partial<Omit<DetectorInput, 'model'>> = {}): Found {
  const findings: Findings = { insertions: [], quotations: [], sentences: [] }
  const proposals = insertionDetector.detect({ model: textModel(text), ...more }, findings)
  return { proposals, findings, accepted: findings.insertions.map(({ start, end }) => text.slice(start, end)) }
}

/** An invented story of short paragraphs, as agencies write them. */
export const HARBOUR = [
  'The ferry terminal at Oldhaven will stay closed until the spring after engineers found cracks in two of its concrete piers, the port authority said on Tuesday.',
  'About 4,000 people a day use the crossing to the islands, most of them commuters who work in the shipyards on the northern shore.',
  '“We know what this means for families who depend on the boat,” said Marta Ilves, who runs the authority. “Nobody here took the decision lightly.',
  '“But when a diver comes up and tells you that he can put his whole arm into the gap, you do not wait for a second opinion.”',
  'A replacement service will leave from the fish market, twenty minutes away by bus, from next Monday.',
  'Fishermen, who unload there before dawn, say they were not asked. Their association has called a meeting for Thursday evening.',
  'Repairs are expected to cost 11 million crowns, of which the ministry has promised to pay half.',
  'The authority had warned in a report two years ago that the piers needed work, but the council put off the decision until after the election.',
]

/** The story with lines put in before one of its paragraphs. */
export const withBlock = (story: readonly string[], before: number, block: readonly string[]) =>
  [...story.slice(0, before), ...block, ...story.slice(before)].join('\n')
