import type { Detector } from '../detector'
import { claimProposals } from './claim-proposals'
import { commentFlags } from './comment-flags'
import { judgeSentences } from './judge-sentences'
import { pressSourcesFlag } from './press-sources-flag'
import { repeatedPassages } from './repeated-passages'
import { responseFlag } from './response-flag'
import { singleSourceFlag } from './single-source-flag'
import { sourcingFlags } from './sourcing-flags'

/** How much each sentence is worth checking and who answers for it, which to check first, and what nobody answers for. */
export const claims: Detector = {
  name: 'claims',
  version: 2,
  detect({ model }, findings) {
    const sentences = judgeSentences(model, findings)
    findings.sentences = sentences.map(({ start, end, checkworthiness, attribution }) => ({
      start,
      end,
      checkworthiness,
      attribution,
    }))
    return [
      ...claimProposals(model.text, sentences),
      ...sourcingFlags(model.text, sentences),
      ...responseFlag(model.text, sentences),
      ...singleSourceFlag(sentences),
      ...pressSourcesFlag(model.text, sentences),
      ...commentFlags(model.text, sentences),
      ...repeatedPassages(model.text, sentences),
    ]
  },
}
