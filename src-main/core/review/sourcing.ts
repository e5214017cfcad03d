import type { DocumentSummary } from '../../contract/api'
import type { Detection, JudgedSentence, Review } from '../../contract/entities'
import { INSERTION_REASONS, type SourcingState } from '../../contract/taxonomies'
import type { Range } from '../text/model'

export interface SourcedSentence extends Range {
  readonly state: SourcingState
}

/** Below this, a sentence says nothing that a desk would check. */
const WORTH_CHECKING = 0.4

type Known = Pick<Review, 'annotations' | 'decisions'>

/** How each sentence stands: the sourcing barcode. Linear in sentences and annotations, both taken in order. */
export function sourcing(detection: Detection, review: Known): SourcedSentence[] {
  const insertions = inOrder(insertionRanges(detection, review))
  const claims = review.annotations.filter((a) => a.kind === 'claim')
  const sourced = inOrder(
    claims
      .filter((c) => c.citations.some((x) => x.stance === 'supports') || c.status === 'confirmed')
      .map((c) => c.anchor),
  )
  const attributed = inOrder(claims.filter((c) => c.status === 'attributed-only' || c.speaker).map((c) => c.anchor))
  const opinions = inOrder(
    claims.filter((c) => c.type === 'opinion' || c.status === 'not-a-claim').map((c) => c.anchor),
  )
  const [inInsertion, inSourced, inAttributed, inOpinion] = [insertions, sourced, attributed, opinions].map(overlapping)
  return detection.sentences.map((sentence) => {
    const state: SourcingState = inInsertion?.(sentence)
      ? 'insertion'
      : inSourced?.(sentence)
        ? 'sourced'
        : inOpinion?.(sentence)
          ? 'opinion'
          : inAttributed?.(sentence) || sentence.attribution === 'named' || sentence.attribution === 'institution'
            ? 'attributed'
            : worthChecking(sentence)
              ? 'unsourced'
              : 'opinion'
    return { start: sentence.start, end: sentence.end, state }
  })
}

const worthChecking = (sentence: JudgedSentence) => sentence.checkworthiness >= WORTH_CHECKING

/** What is not part of the story: flagged as such, or proposed as such and not decided yet. */
export function insertionRanges(detection: Detection, review: Known): Range[] {
  const decided = new Set(review.decisions.map((d) => d.suggestion.key))
  const flagged = review.annotations.filter(
    (a) => a.kind === 'flag' && INSERTION_REASONS.includes(a.reason) && a.resolution !== 'stands',
  )
  const proposed = detection.suggestions.filter(
    (s) => s.reason && INSERTION_REASONS.includes(s.reason) && s.score >= 0.5 && !decided.has(s.key),
  )
  return [...flagged.map((flag) => flag.anchor), ...proposed]
}

/** Suggestions that nobody has decided on. */
export function openSuggestions(detection: Detection, review: Pick<Review, 'decisions'>): Detection['suggestions'] {
  const decided = new Set(review.decisions.map((d) => d.suggestion.key))
  return detection.suggestions.filter((s) => !decided.has(s.key))
}

/** The story in at most `most` equal stretches, each by the state that most of it has: the thumbnail in the library. */
export function barcode(sentences: readonly SourcedSentence[], most = 60): string {
  const total = sentences.reduce((sum, { start, end }) => sum + end - start, 0)
  let letters = ''
  let read = 0
  let shares = new Map<SourcingState, number>()
  for (const { state, start, end } of sentences)
    for (let left = end - start; left > 0;) {
      const taken = Math.min(left, Math.max(1, Math.ceil((total * (letters.length + 1)) / most) - read))
      shares.set(state, (shares.get(state) ?? 0) + taken)
      read += taken
      left -= taken
      while (letters.length < most && read * most >= total * (letters.length + 1)) {
        letters += [...shares].reduce((one, other) => (other[1] > one[1] ? other : one))[0].charAt(0)
        if (read * most < total * (letters.length + 1)) shares = new Map()
      }
    }
  return letters
}

/** The counts of the library's list and the status bar. */
export function counts(detection: Detection, review: Review): DocumentSummary['counts'] {
  const of = <K extends Review['annotations'][number]['kind']>(kind: K) =>
    review.annotations.filter((a): a is Extract<Review['annotations'][number], { kind: K }> => a.kind === kind)
  const open = of('flag').filter((flag) => flag.resolution === 'open')
  return {
    suggestions: openSuggestions(detection, review).length,
    claims: of('claim').length,
    sourced: of('claim').filter((claim) => claim.citations.length > 0).length,
    openFlags: open.length,
    mustFix: open.filter((flag) => flag.severity === 'must-fix').length,
    comments: of('comment').length,
    highlights: of('highlight').length,
  }
}

const inOrder = (ranges: readonly Range[]) => [...ranges].sort((a, b) => a.start - b.start)

/** Asks, for ranges given in ascending order, whether any of `ranges` overlaps; the two lists are walked once. */
function overlapping(ranges: readonly Range[]): (asked: Range) => boolean {
  let next = 0
  let reach = -1
  return (asked) => {
    while (next < ranges.length && (ranges[next] as Range).start < asked.end)
      reach = Math.max(reach, (ranges[next++] as Range).end)
    return reach > asked.start
  }
}
