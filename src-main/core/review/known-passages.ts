import type { Detection, Suggestion } from '../../contract/entities'
import type { KnownPassage } from '../../contract/rules'
import { INSERTION_REASONS } from '../../contract/taxonomies'
import type { Proposal } from '../detectors/detector'
import { anyWords, suggestionKey } from '../detectors/key'
import { knownLines } from '../library/lines'
import type { Range } from '../text/model'

/** A suggestion that rests on what the house knows is as good as certain. */
const SCORE = 0.97

/** Whether two passages say the same; case, marks and spacing make no difference. */
export const isSamePassage = (one: string, other: string) => anyWords(one) === anyWords(other)

/**
 * Suggestions as a house wants them that knows some passages: what it calls boilerplate is proposed as that wherever it
 * stands, or said of the suggestion that covers it; what it calls its own is not proposed for removal. Linear in the text.
 */
export function withKnownPassages(
  suggestions: Detection['suggestions'],
  text: string,
  passages: readonly KnownPassage[],
): Detection['suggestions'] {
  if (passages.length === 0) return suggestions
  const known = new Map(passages.flatMap((one) => knownLines(one.words).map(({ hash }) => [hash, one] as const)))
  const runs: (Range & { readonly passage: KnownPassage })[] = []
  let open: { start: number; end: number; passage: KnownPassage } | undefined
  for (const { hash, start, end } of knownLines(text)) {
    const passage = known.get(hash)
    if (open && passage === open.passage) open.end = end
    else if (passage) runs.push((open = { start, end, passage }))
    else open = undefined
  }
  const ours = runs.filter(({ passage }) => passage.is === 'ours')
  const rest = suggestions.filter((one) => !(isInsertion(one) && isMostly(one, ours)))
  for (const run of runs.filter(({ passage }) => passage.is === 'boilerplate')) {
    const covering = rest.findIndex((one) => isInsertion(one) && isMostly(run, [one]))
    const found = rest[covering]
    if (found)
      rest[covering] = { ...found, score: Math.max(found.score, SCORE), signals: [signal(run), ...found.signals] }
    else rest.push(boilerplate(text, run))
  }
  return rest
}

function signal({ passage, start, end }: Range & { passage: KnownPassage }): Suggestion['signals'][number] {
  const day = passage.createdAt.slice(0, 10)
  return {
    name: 'house-boilerplate',
    detail: `Known boilerplate of this house: ${passage.author.name} marked it on ${day}`,
    weight: 4,
    start,
    end,
  }
}

function boilerplate(text: string, run: Range & { passage: KnownPassage }): Suggestion {
  const { start, end } = run
  const proposal = {
    kind: 'flag' as const,
    reason: 'boilerplate' as const,
    severity: 'should-fix' as const,
    start,
    end,
    score: SCORE,
    signals: [signal(run)],
  } satisfies Proposal
  return { ...proposal, key: suggestionKey(text, proposal), detector: 'house-rules' }
}

const isInsertion = ({ reason }: Suggestion) => reason !== undefined && INSERTION_REASONS.includes(reason)

/** Whether most of a range is in the others, which do not overlap. */
function isMostly({ start, end }: Range, others: readonly Range[]): boolean {
  let inside = 0
  for (const other of others) inside += Math.max(0, Math.min(end, other.end) - Math.max(start, other.start))
  return inside * 2 > end - start
}
