import type { Signal, TextSpan } from '../../../contract/entities'
import type { FlagReason } from '../../../contract/taxonomies'
import type { Proposal } from '../detector'
import { shown } from './claim-proposals'
import type { StorySentence } from './judge-sentences'
import type { ClaimReading } from './read-claim'

/** The opening sums the story up; its sources come after it. */
const OPENING = 2
const STATISTIC = 0.85
const CLAIM = 0.75
const SENTENCES_A_FLAG = 12

/**
 * Figures and superlatives that nobody answers for: not in the sentence (AP-1, RT-1), not in the ones around
 * it from which a reader would carry the source over (AP-2). At most one for every dozen sentences and four in all, the surest first.
 */
export function sourcingFlags(text: string, sentences: readonly StorySentence[]): Proposal[] {
  const flags: Proposal[] = []
  sentences.forEach((sentence, at) => {
    if (at < OPENING || sentence.checkworthiness < CLAIM || !isUnsourced(sentences, at)) return
    const { reading } = sentence
    if (reading.personal || reading.sourced || reading.accusation || reading.proven || reading.future) return
    const flag = flagOf(text, sentence, reading, lastSource(sentences, at))
    if (flag) flags.push(flag)
  })
  const most = Math.min(4, Math.max(2, Math.floor(sentences.length / SENTENCES_A_FLAG)))
  const bar = [...flags].sort((a, b) => b.score - a.score)[most - 1]?.score ?? 0
  return flags.filter((flag) => flag.score >= bar).slice(0, most)
}

/** Nobody answers for the sentence, nor for the two before it or the one after it. */
function isUnsourced(sentences: readonly StorySentence[], at: number): boolean {
  for (let near = Math.max(0, at - 2); near <= at + 1 && near < sentences.length; near++) {
    const sentence = sentences[near] as StorySentence
    if (sentence.attribution !== 'none' || sentence.quoted > 0.2) return false
  }
  return true
}

/** How far back a reader may still have a source in mind, in sentences. */
const MEMORY = 8

/** The last one who answered for anything, in an earlier paragraph that the reader has just left. */
function lastSource(sentences: readonly StorySentence[], at: number): TextSpan | undefined {
  for (let back = at - 1; back >= Math.max(0, at - MEMORY); back--) {
    const sentence = sentences[back] as StorySentence
    if (sentence.attribution !== 'none') return sentence.speaker
  }
  return undefined
}

function flagOf(
  text: string,
  sentence: StorySentence,
  reading: ClaimReading,
  earlier: TextSpan | undefined,
): Proposal | undefined {
  const { checkworthiness } = sentence
  const nobody: Signal = earlier
    ? {
        name: 'AP-2',
        detail: `The last to answer for anything was ${shown(text, earlier)}, some sentences before: if it is the same source, say so again`,
        weight: 0.3,
        start: earlier.start,
        end: earlier.end,
      }
    : { name: 'AP-1', detail: 'Nobody is named who says so, here or in the sentences beside it', weight: 0.3 }
  const judged: Signal = {
    name: 'checkworthiness',
    detail: `Reads like the sentences that fact-checkers pick (${checkworthiness.toFixed(2)})`,
    weight: checkworthiness - 0.5,
  }
  const flag = (reason: FlagReason, signal: Signal): Proposal => ({
    kind: 'flag',
    reason,
    severity: 'query',
    attribution: 'none',
    start: sentence.start,
    end: sentence.end,
    score: 0.45 + 0.3 * checkworthiness * checkworthiness * checkworthiness,
    signals: [signal, nobody, judged],
  })
  const [figure] = reading.figures
  if (reading.statistic && figure && checkworthiness >= STATISTIC)
    return flag('unsupported-statistic', {
      name: 'RT-1',
      detail: `A figure without a source: ${shown(text, figure)}`,
      weight: 0.4,
      ...figure,
    })
  if (reading.provable)
    return flag('unsourced-claim', {
      name: 'GMM-1',
      detail: `A superlative to prove: ${shown(text, reading.provable)}`,
      weight: 0.4,
      ...reading.provable,
    })
  return undefined
}
