import { seededRandom } from '../bench/support/seeded-random'
import { revisedText } from './revised-text'

/** A quotation with where it truly comes from; nowhere for one that was never said. Offsets are UTF-16. */
export interface KnownQuotation {
  readonly words: string
  readonly kind: 'exact' | 'ellipsis' | 'altered' | 'never-said'
  readonly start: number
  readonly end: number
}

/**
 * A record of invented speech, and quotations of it: word for word, with a stretch left out and marked, with a share of
 * words replaced, taken out and put in, and sentences in the same words that are not in it.
 *
 * @param words about how many the record has
 * @param edits share of the words of altered quotations that are changed
 */
export function quotedRecord({
  words,
  count,
  seed,
  edits,
}: {
  words: number
  count: number
  seed: number
  edits: number
}) {
  const random = seededRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const said = revisedText({ words: Math.round(words * 1.25), seed, edits: 0 }).from
  // What comes after the cut was never said, in the same voice and the same words.
  const cut = said.indexOf('\n\n', Math.round(said.length * 0.8))
  const text = said.slice(0, cut)
  const never = sentencesOf(said, cut).filter(({ words }) => !text.includes(words))
  const sentences = sentencesOf(text, 0)
  const vocabulary = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const stray = () => vocabulary[whole(vocabulary.length)] ?? ''

  const quotations = Array.from({ length: count }, (_, index): KnownQuotation => {
    const kind = (['exact', 'ellipsis', 'altered', 'altered', 'never-said'] as const)[index % 5] ?? 'exact'
    const from = kind === 'never-said' ? never : sentences
    const { words, start, end } = from[whole(from.length)] as (typeof from)[number]
    const place = kind === 'never-said' ? { start: -1, end: -1 } : { start, end }
    if (kind === 'ellipsis') {
      const each = words.split(' ')
      const gap = 3 + whole(Math.max(1, each.length - 8))
      return { kind, words: [...each.slice(0, gap), '…', ...each.slice(gap + 2)].join(' '), ...place }
    }
    if (kind !== 'altered') return { kind, words, ...place }
    const changed = words.split(' ').flatMap((word) => {
      if (random() >= edits) return [word]
      return [[stray()], [], [word, stray()]][whole(3)] ?? []
    })
    return { kind: changed.join(' ') === words ? 'exact' : kind, words: changed.join(' '), ...place }
  })
  return { text, quotations }
}

/** Sentences of eight words and more, as invented texts have them. */
function sentencesOf(text: string, from: number) {
  return [...text.slice(from).matchAll(/[^\s.?][^.?]*[.?]/g)]
    .map((match) => ({ words: match[0], start: from + match.index, end: from + match.index + match[0].length }))
    .filter(({ words }) => words.split(' ').length >= 8 && !words.includes('\n'))
}

/** Counts of quotations of one kind: right is the very place (or the same words elsewhere), wrong is another. */
export interface JudgedQuotes {
  all: number
  right: number
  wrong: number
  notFound: number
}

/** How places that a method found compare with the truth, by kind of quotation. */
export function judgeQuotes(
  text: string,
  quotations: readonly KnownQuotation[],
  places: readonly ({ start: number; end: number } | undefined)[],
): Record<KnownQuotation['kind'], JudgedQuotes> {
  const none = (): JudgedQuotes => ({ all: 0, right: 0, wrong: 0, notFound: 0 })
  const judged = { exact: none(), ellipsis: none(), altered: none(), 'never-said': none() }
  for (const [index, { kind, start, end }] of quotations.entries()) {
    const place = places[index]
    const counts = judged[kind]
    counts.all++
    if (!place) counts.notFound++
    else if (kind === 'never-said') counts.wrong++
    else {
      const twins = occurrences(text, text.slice(start, end - 1))
      const shared = Math.max(
        ...twins.map((twin) => Math.min(twin + end - start, place.end) - Math.max(twin, place.start)),
      )
      if (shared * 2 >= Math.min(end - start, place.end - place.start)) counts.right++
      else counts.wrong++
    }
  }
  return judged
}

/** The same sentence may be said twice. */
function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}
