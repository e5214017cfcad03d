import type { Detector } from '../detector'
import { claimProposals } from './claim-proposals'
import { judgeSentences } from './judge-sentences'

/** How much each sentence of the story is worth checking, who answers for it, and which sentences to check first. */
export const claims: Detector = {
  name: 'claims',
  version: 1,
  detect({ model }, findings) {
    const sentences = judgeSentences(model, findings)
    findings.sentences = sentences.map(({ start, end, checkworthiness, attribution }) => ({
      start,
      end,
      checkworthiness,
      attribution,
    }))
    return claimProposals(model.text, sentences)
  },
}
