import type { Annotation, Block, Claim, Decision, Suggestion } from '../../contract/entities'
import { INSERTION_REASONS } from '../../contract/taxonomies'
import { markedQuotations } from '../detectors/quotations/marked-quotations'
import { textModel, type Range } from '../text/model'
import { lowerBound } from '../text/offsets'

/** What is known of a story's quotations: its text, its claims, what was suggested and decided. Offsets are UTF-16. */
export interface QuotingStory {
  readonly text: string
  readonly language: string
  readonly blocks: readonly Block[]
  /** That stand in this text. */
  readonly claims: readonly Claim[]
  readonly suggestions: readonly Suggestion[]
  /** Keys of suggestions that were dismissed. */
  readonly dismissed: readonly string[]
}

/** A quotation of a story: what it is on the desk, and where its words stand. */
export interface StoryQuotation extends Range {
  readonly passages: readonly Range[]
  readonly claim?: string
  readonly suggestion?: string
  readonly speaker?: string
  /** Only its marks say so: neither a claim nor a suggestion does, so it may as well be a title. */
  readonly unlisted?: boolean
}

/** Fewer words between marks are a title or a nickname as often as a quotation. */
const FEWEST_WORDS = 3

/** What a review says that bears on a story's quotations; what stands in another text is left out. */
export function quotingStory(
  document: { text: string; language: string; blocks: readonly Block[]; revision: number },
  annotations: Iterable<Annotation>,
  decisions: Iterable<Decision>,
  suggestions: readonly Suggestion[],
): QuotingStory {
  const { text, language, blocks, revision } = document
  const decided = [...decisions]
  const done = new Set(decided.map(({ suggestion }) => suggestion.key))
  const dismissed = decided.filter(({ outcome }) => outcome === 'dismissed').map(({ suggestion }) => suggestion.key)
  const gone = new Set(dismissed)
  return {
    text,
    language,
    blocks,
    claims: [...annotations].filter((one): one is Claim => one.kind === 'claim' && one.revision === revision),
    suggestions: suggestions.filter(
      (one) =>
        (isInsertion(one) && !gone.has(one.key)) ||
        (one.claimType === 'quotation' && (!done.has(one.key) || gone.has(one.key))),
    ),
    dismissed,
  }
}

/**
 * Every quotation of a story, in order: claims that are quotations, suggestions of quotations that were not dismissed, and
 * other words between marks. Each is given by the words alone, without what stands between its parts.
 */
export function storyQuotations(story: QuotingStory): StoryQuotation[] {
  const { text, claims, suggestions } = story
  const skipped = apart(suggestions.filter(isInsertion))
  const marked = markedQuotations(textModel(text, story), skipped).quotations
  const pieces = marked.flatMap(({ pieces }) => pieces)
  const passages = (range: Range): Range[] => {
    const inside: Range[] = []
    const first = lowerBound(pieces.length, (index) => (pieces[index]?.end ?? 0) > range.start)
    for (let at = first; at < pieces.length && (pieces[at]?.start ?? Infinity) < range.end; at++)
      inside.push(...overlap(pieces[at] as Range, range))
    return inside.length > 0 ? inside : [range]
  }
  const found: StoryQuotation[] = claims
    .filter(({ type }) => type === 'quotation')
    .map(({ id, anchor: { start, end }, speaker }) => ({
      start,
      end,
      passages: passages({ start, end }),
      claim: id,
      ...(speaker && { speaker }),
    }))
  const taken = new Taken(text.length)
  for (const quotation of found) taken.add(quotation)
  const dismissed = new Set(story.dismissed)
  for (const { key, claimType, start, end, speaker } of suggestions) {
    if (claimType !== 'quotation' || taken.touches({ start, end })) continue
    taken.add({ start, end })
    if (dismissed.has(key)) continue
    const said = speaker && { speaker: speaker.text }
    found.push({ start, end, passages: passages({ start, end }), suggestion: key, ...said })
  }
  for (const { start, end, pieces } of marked) {
    if (taken.touches({ start, end })) continue
    const words = pieces.reduce((sum, piece) => sum + countWords(text.slice(piece.start, piece.end)), 0)
    if (words < FEWEST_WORDS) continue
    const claim = smallestAround(claims, { start, end })
    const known = claim && { claim: claim.id, ...(claim.speaker && { speaker: claim.speaker }) }
    found.push({ start, end, passages: pieces, unlisted: true, ...known })
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Which characters of a text are spoken for. */
class Taken {
  readonly #characters: Uint8Array

  constructor(length: number) {
    this.#characters = new Uint8Array(length)
  }

  add({ start, end }: Range): void {
    this.#characters.fill(1, start, end)
  }

  touches({ start, end }: Range): boolean {
    return this.#characters.subarray(start, end).includes(1)
  }
}

const isInsertion = ({ kind, reason }: Suggestion) =>
  kind === 'flag' && reason !== undefined && INSERTION_REASONS.includes(reason)

const countWords = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** The part that two ranges share, as a list of one or none. */
function overlap(one: Range, other: Range): Range[] {
  const start = Math.max(one.start, other.start)
  const end = Math.min(one.end, other.end)
  return start < end ? [{ start, end }] : []
}

/** In order, and none into another. */
function apart(ranges: readonly Range[]): Range[] {
  const kept: Range[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start))
    if (start >= (kept.at(-1)?.end ?? 0)) kept.push({ start, end })
  return kept
}

function smallestAround(claims: readonly Claim[], { start, end }: Range): Claim | undefined {
  return claims
    .filter(({ anchor }) => anchor.start <= start && anchor.end >= end)
    .sort((a, b) => a.anchor.end - a.anchor.start - (b.anchor.end - b.anchor.start))[0]
}
