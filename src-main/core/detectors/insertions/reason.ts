import type { FlagReason, Severity } from '../../../contract/taxonomies'
import type { LineFacts } from './base-features'
import { QUOTE } from './quotation-state'
import type { LineBlock } from './blocks'
import { LINE } from './line-table'
import { PURPOSES, type Purpose } from './phrases/index'

type InsertionReason = Extract<FlagReason, 'off-topic-insertion' | 'boilerplate' | 'advertisement'>

const REASON_OF: Record<Purpose, InsertionReason> = {
  related: 'off-topic-insertion',
  advertisement: 'advertisement',
  newsletter: 'boilerplate',
  share: 'boilerplate',
  media: 'boilerplate',
  access: 'boilerplate',
  page: 'boilerplate',
}

/** Words from which a line without a marker is taken for a headline rather than a button. */
const HEADLINE_WORDS = 4

/** Each line has a vote: for what its marker phrase stands for, or for a headline, the weaker the more it is a sentence. */
export function reasonOf(facts: LineFacts, block: LineBlock): InsertionReason {
  const { table } = facts
  const votes: Record<InsertionReason, number> = { 'off-topic-insertion': 0, boilerplate: 0.01, advertisement: 0 }
  for (let line = block.first; line < block.end; line++) {
    let marked = 0
    for (const [index, purpose] of PURPOSES.entries()) {
      const covered = table.markers[line * PURPOSES.length + index] as number
      votes[REASON_OF[purpose]] += covered
      marked += covered
    }
    const words = (table.firstToken[line + 1] as number) - (table.firstToken[line] as number)
    const flags = table.flags[line] as number
    const isSentence = flags & LINE.stop
    // A line that begins with a marker phrase is a prompt, whatever it goes on with.
    const isHeadline = words >= HEADLINE_WORDS && marked < (flags & LINE.markerStart ? 0.3 : 0.5)
    if (isHeadline) votes['off-topic-insertion'] += isSentence ? 0.15 : 0.5
  }
  const ranked = (Object.keys(votes) as InsertionReason[]).sort((a, b) => votes[b] - votes[a])
  return ranked[0] as InsertionReason
}

/** What breaks a quotation or is sure must go; the rest should. */
export function severityOf(facts: LineFacts, block: LineBlock, score: number): Severity {
  if (score < 0.5) return 'query'
  if ((facts.quotes[block.first] as number) & QUOTE.inside) return 'must-fix'
  return score >= 0.8 ? 'must-fix' : 'should-fix'
}
