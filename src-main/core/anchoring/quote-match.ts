import type { Page } from '../../contract/entities'
import { wordDiff, type DiffPart } from './diff'
import { locatorAt } from './locator'
import { mostLike } from './passage'
import { tokenise, type Tokens, type Vocabulary } from './tokens'

/** What a quotation is compared with: a transcript, the text of a recording, a report. */
export interface SpokenRecord {
  readonly text: string
  readonly pages?: readonly Page[]
}

/** How a quotation stands to the record. Offsets are UTF-16 into the record's text. */
export interface QuoteMatch {
  /**
   * exact: word for word. ellipsis: word for word but for what is marked as left out or put in. altered: there, in other
   * words. not-found: nothing like it.
   */
  readonly outcome: 'exact' | 'ellipsis' | 'altered' | 'not-found'
  readonly start?: number
  readonly end?: number
  /** Where in the record, as one cites it: a time, a page or a paragraph. */
  readonly locator?: string
  /** From the quotation's words to the record's, both written plainly; given where they differ. */
  readonly difference?: { readonly quoted: string; readonly recorded: string; readonly parts: readonly DiffPart[] }
}

/** Words of each side of a likely place that are compared with a quotation, beyond its own length. */
const MARGIN = 40
/** Places that are looked at closely, the likeliest first. */
const CANDIDATES = 4
/** Share of a quotation's letters that must be there, in order, to call a passage an altered form of it. */
const ALTERED = 0.55
/** Marks of an omission; what stands in square brackets was put in by the writer. */
const MARKED = /\s*(?:\[[^\]\n]{0,80}\]|\(?(?:…|\.\s?\.\s?\.)\)?)\s*/u

/**
 * Compares quotations with what was said. Case, marks and line breaks are no difference: a transcript and a paper write
 * them each in its own way.
 *
 * @param quotations as the story has them, with or without quotation marks
 */
export function matchQuotes(quotations: readonly string[], record: SpokenRecord): QuoteMatch[] {
  const vocabulary: Vocabulary = new Map()
  const words = wordsOf(record.text, vocabulary)
  const places = placesOfWords(words)
  return quotations.map((quotation) => {
    const pieces = quotation.split(MARKED).filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    const found = pieces.map((piece) => matchPiece(wordsOf(piece, vocabulary), words, places))
    return judge(quotation, pieces, found, record, words)
  })
}

interface PieceMatch {
  readonly first: number
  readonly last: number
  /** Share of the piece's letters that the passage has, 0 to 1. */
  readonly share: number
  readonly exact: boolean
}

function judge(
  quotation: string,
  pieces: readonly string[],
  found: readonly (PieceMatch | undefined)[],
  record: SpokenRecord,
  words: Tokens,
): QuoteMatch {
  const there = found.filter((piece) => piece !== undefined)
  const letters = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const share = found.reduce((sum, piece, index) => sum + (piece?.share ?? 0) * (pieces[index] as string).length, 0)
  if (there.length === 0 || share / letters < ALTERED) return { outcome: 'not-found' }
  const start = Math.min(...there.map(({ first }) => words.starts[first] as number))
  const end = Math.max(...there.map(({ last }) => words.ends[last] as number))
  const inOrder = there.every((piece, index) => index === 0 || piece.first > (there[index - 1] as PieceMatch).last)
  const place = { start, end, locator: locatorAt(record, start) }
  if (there.length === pieces.length && inOrder && there.every(({ exact }) => exact))
    return { outcome: pieces.length === 1 && !MARKED.test(quotation.trim()) ? 'exact' : 'ellipsis', ...place }
  const quoted = plain(quotation)
  const recorded = plain(record.text.slice(start, end))
  return { outcome: 'altered', ...place, difference: { quoted, recorded, parts: wordDiff(quoted, recorded) } }
}

function matchPiece(piece: Tokens, words: Tokens, places: ReadonlyMap<number, number[]>): PieceMatch | undefined {
  let best: PieceMatch | undefined
  for (const at of likelyPlaces(piece, places)) {
    const window = [Math.max(0, at - MARGIN), Math.min(words.count, at + piece.count + MARGIN)] as const
    const pairs = mostLike(piece, [0, piece.count], words, window)
    const [opening, closing] = [pairs[0], pairs.at(-1)]
    if (!opening || !closing) continue
    const length = (index: number) => (piece.ends[index] as number) - (piece.starts[index] as number)
    let all = 0
    for (let index = 0; index < piece.count; index++) all += length(index)
    const share = pairs.reduce((sum, [index]) => sum + length(index), 0) / all
    const exact = pairs.length === piece.count && closing[1] - opening[1] === piece.count - 1
    if (!best || share > best.share || (exact && !best.exact))
      best = { first: opening[1], last: closing[1], share, exact }
  }
  return best
}

/** Where the rarest words and pairs of words of a piece say that it begins, those that agree with one another first. */
function likelyPlaces(piece: Tokens, places: ReadonlyMap<number, number[]>): number[] {
  const byRarity = Array.from(piece.ids, (_, index) =>
    keysAt(piece, index).map((key) => ({ index, at: places.get(key) ?? [] })),
  )
    .flat()
    .filter(({ at }) => at.length > 0)
    .sort((a, b) => a.at.length - b.at.length)
    .slice(0, 8)
  const votes = new Map<number, { votes: number; at: number }>()
  for (const { index, at } of byRarity)
    for (const place of at.slice(0, 2_000)) {
      const begins = place - index
      const bucket = Math.round(begins / MARGIN)
      const known = votes.get(bucket) ?? { votes: 0, at: begins }
      votes.set(bucket, { ...known, votes: known.votes + 1 / at.length })
    }
  const likely = [...votes.values()].sort((a, b) => b.votes - a.votes)
  return likely.slice(0, CANDIDATES).map(({ at }) => at)
}

function placesOfWords(words: Tokens): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (let index = 0; index < words.count; index++)
    for (const key of keysAt(words, index)) {
      const known = places.get(key)
      if (known) known.push(index)
      else places.set(key, [index])
    }
  return places
}

/** No vocabulary is larger; a pair of words is kept as one number. */
const MOST_WORDS = 2 ** 24

/** The word at an index, and it with the next. */
function keysAt({ ids, count }: Tokens, index: number): number[] {
  const word = ids[index] as number
  return index + 1 < count ? [word, (word + 1) * MOST_WORDS + (ids[index + 1] as number)] : [word]
}

/** Words alone, in lower case. Lower case changes no length but for a few letters, which are left as they are. */
function wordsOf(text: string, vocabulary: Vocabulary): Tokens {
  const lower = Array.from(text, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  }).join('')
  const all = tokenise(lower.replace(/[’ʼ]/g, "'"), vocabulary)
  const kept: number[] = []
  for (let index = 0; index < all.count; index++)
    if (
      /[\p{L}\p{N}]/u.test(lower.charAt(all.starts[index] as number)) ||
      (all.ends[index] as number) - (all.starts[index] as number) > 1
    )
      kept.push(index)
  const pick = (list: Int32Array) => Int32Array.from(kept, (index) => list[index] as number)
  return { text, count: kept.length, starts: pick(all.starts), ends: pick(all.ends), ids: pick(all.ids) }
}

const plain = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s"“”„«»‘’']+|[\s"“”„«»‘’']+$/gu, '')
    .trim()
