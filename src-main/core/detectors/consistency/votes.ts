import type { Sentence, TextModel } from '../../text/model'
import { quoted, type Disagreement } from './disagreement'
import type { Figure } from './figures'

const VOTE = /\b(?:vot(?:e|ed|es|ing)|ballot|stimm(?:te|ten|en)|abgestimmt)\b/iu
const CAST = /\b(?:who|that|which|die)\s+voted\b|\bvotes?\s+(?:were\s+)?cast\b|\babgestimmt\b|\bpresent\b/iu
const BETWEEN = /^\s*(?:votes?\s+)?(?:to|against|zu|gegen|[-–])\s*$/iu
const VOTERS =
  /^(?:council(?:l?ors?|members?)|members?|senators?|lawmakers?|legislators?|delegates?|judges?|justices?|jurors?|mps|votes?|representatives|trustees|directors|stadträte|abgeordnete[n]?|stimmen|mitglieder[n]?|ratsmitglieder[n]?)$/u

/**
 * A vote of 11 to 8 among 18 who voted: the two sides are more than all, or, where the text says that all these voted,
 * not as many. Only in a story with one vote: with several, the total may belong to another.
 */
export function unbalancedVotes(
  model: TextModel,
  sentences: readonly Sentence[],
  figures: readonly Figure[],
): Disagreement[] {
  const { text } = model
  const says = (sentence: number, pattern: RegExp) => {
    const { start, end } = sentences[sentence] as Sentence
    return end - start < 2_000 && pattern.test(text.slice(start, end))
  }
  const votes = figures.flatMap((one, at) => {
    const other = figures[at + 1]
    if (!other || other.sentence !== one.sentence || one.unit || other.unit || one.year || other.year) return []
    if (other.start - one.end > 12 || !BETWEEN.test(text.slice(one.end, other.start)) || !says(one.sentence, VOTE))
      return []
    return [{ start: one.start, end: other.end, sum: one.value + other.value, one, other }]
  })
  const [vote] = votes
  if (!vote || votes.some(({ sum }) => sum !== vote.sum)) return []
  const total = figures.find(
    (figure) =>
      figure !== vote.one &&
      figure !== vote.other &&
      VOTERS.test(figure.noun) &&
      figure.value > Math.max(vote.one.value, vote.other.value) &&
      (says(figure.sentence, CAST) ? figure.value !== vote.sum : isWhole(figure) && figure.value < vote.sum),
  )
  if (!total) return []
  const [earlier, later] = total.start < vote.start ? [total, vote] : [vote, total]
  const sum = `the vote went ${quoted(text, vote)}, which makes ${vote.sum}`
  const all = `${text.slice(total.start, total.end)} ${total.noun}`
  return [
    {
      name: 'sum',
      earlier,
      later,
      earlierSays: earlier === total ? all : sum,
      laterSays: later === total ? all : sum,
      severity: 'should-fix',
      score: 0.85,
    },
  ]
}

/** "the 18 members", "all 18 members", "has 18 members": all of them, not some. */
function isWhole(figure: Figure): boolean {
  return /^(?:the|all|of|its|has|hat|aller|der|alle)$/.test(figure.before)
}
