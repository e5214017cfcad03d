import type { Anchor } from '../../src-main/contract/entities'
import { anchorAt } from '../../src-main/core/text/selectors'
import { seededRandom } from '../bench/support/seeded-random'

/** A text and a later one of it, with the truth of which character came from where. Offsets are UTF-16. */
export interface RevisedText {
  readonly from: string
  readonly to: string
  /** For each code unit of `to` its offset in `from`, or -1 where it is new. */
  readonly origin: Int32Array
}

export interface Revising {
  /** About how many words the first text has. */
  readonly words: number
  readonly seed: number
  /** Share of words that are replaced, mistyped, inserted or taken out. */
  readonly edits: number
}

const SYLLABLES = 'ba ce di fo gu ha jel kim lor mun nas pet qui ros sut tav vel wen yor zan dral steb clin'.split(' ')
/** Share of sentences that are said twice, word for word, so that quotes can be ambiguous. */
const REPEATED = 0.05
const PARAGRAPHS = { moved: 0.03, removed: 0.03, added: 0.02 }

/** Invented words in invented sentences, a few of them far more common than the rest, as in any language. */
export function revisedText({ words, seed, edits }: Revising): RevisedText {
  const random = seededRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const lexicon = Array.from({ length: 8_000 }, (_, rank) =>
    Array.from({ length: rank < 60 ? 1 : 2 + (rank % 3) }, () => SYLLABLES[whole(SYLLABLES.length)]).join(''),
  )
  // Zipf: the word of rank r is met in proportion to 1 / r.
  const word = () => lexicon[Math.floor(lexicon.length ** random()) - 1] ?? 'ba'
  const sentences: string[] = []
  const sentence = () => {
    if (sentences.length > 50 && random() < REPEATED) return sentences[whole(sentences.length)] as string
    const said = Array.from({ length: 6 + whole(20) }, word).join(' ')
    const made = said[0]?.toUpperCase() + said.slice(1) + (random() < 0.1 ? '?' : '.')
    sentences.push(made)
    return made
  }
  const paragraph = () => Array.from({ length: 2 + whole(5) }, sentence).join(' ')
  const paragraphs: string[] = []
  for (let written = 0; written < words; written += paragraphs.at(-1)?.split(' ').length ?? 0)
    paragraphs.push(paragraph())
  const from = paragraphs.join('\n\n')

  type Piece = { text: string; at: number }
  const parts: Piece[][] = []
  let at = 0
  for (const text of paragraphs) {
    const pieces: Piece[] = []
    for (const match of text.matchAll(/\S+\s*/g)) {
      const piece = { text: match[0], at: at + match.index }
      if (random() >= edits) pieces.push(piece)
      else pieces.push(...edited(piece))
    }
    at += text.length + 2
    if (random() >= PARAGRAPHS.removed) parts.push(pieces)
    if (random() < PARAGRAPHS.added) parts.push([{ text: paragraph(), at: -1 }])
  }
  for (let moves = Math.round(parts.length * PARAGRAPHS.moved); moves > 0; moves--) {
    const [taken] = parts.splice(whole(parts.length), 1)
    if (taken) parts.splice(whole(parts.length + 1), 0, taken)
  }
  const origin: number[] = []
  let to = ''
  for (const [index, pieces] of parts.entries()) {
    if (index > 0) {
      to += '\n\n'
      origin.push(-1, -1)
    }
    for (const piece of pieces) {
      to += piece.text
      for (let step = 0; step < piece.text.length; step++) origin.push(piece.at < 0 ? -1 : piece.at + step)
    }
  }
  return { from, to, origin: Int32Array.from(origin) }

  function edited({ text, at: place }: Piece): Piece[] {
    const fresh = { text: word() + ' ', at: -1 }
    switch (whole(4)) {
      case 0:
        return [fresh]
      case 1: {
        // A letter mistyped: what is before and after it is still the same word.
        const cut = whole(Math.max(1, text.trimEnd().length))
        return [
          { text: text.slice(0, cut), at: place },
          { text: 'x', at: -1 },
          { text: text.slice(cut + 1), at: place + cut + 1 },
        ]
      }
      case 2:
        return [fresh, { text, at: place }]
      default:
        return []
    }
  }
}

/** Ranges of whole words within paragraphs, 40 to 120 characters long or as long as the paragraph is. */
export function quotesOf(text: string, count: number, seed: number): Anchor[] {
  const random = seededRandom(seed)
  const anchors: Anchor[] = []
  while (anchors.length < count) {
    let start = Math.floor(random() * text.length)
    while (start > 0 && /\S/.test(text.charAt(start - 1))) start--
    let end = start + 40 + Math.floor(random() * 80)
    while (end < text.length && /\S/.test(text.charAt(end))) end++
    const edge = text.slice(start, end).indexOf('\n')
    if (edge >= 0) end = start + edge
    if (end - start >= 20 && end <= text.length) anchors.push(anchorAt(text, start, end))
  }
  return anchors
}

/** Counts of anchors: at least half left is alive, less than a fifth is gone; right is most of it, wrong is none. */
export interface Judged {
  alive: number
  right: number
  wrong: number
  missed: number
  gone: number
  orphaned: number
}

/** Compares where a method found anchors with where they truly are (intersection over union of at least 0.8). */
export function judgeAnchoring(
  { from, origin }: RevisedText,
  anchors: readonly Anchor[],
  places: readonly ({ start: number; end: number } | { outcome: 'orphaned' })[],
): Judged {
  const where = new Map<number, number>()
  origin.forEach((old, now) => old >= 0 && where.set(old, now))
  const judged: Judged = { alive: 0, right: 0, wrong: 0, missed: 0, gone: 0, orphaned: 0 }
  for (const [index, anchor] of anchors.entries()) {
    const truth = whereIs(from, where, anchor)
    const place = places[index]
    const found = place && 'start' in place ? place : undefined
    if (truth.left >= 0.5) {
      judged.alive++
      if (!found) judged.missed++
      else {
        const shared = Math.min(truth.end, found.end) - Math.max(truth.start, found.start)
        const both = Math.max(truth.end, found.end) - Math.min(truth.start, found.start)
        if (shared / both >= 0.8) judged.right++
        else if (shared <= 0) judged.wrong++
      }
    } else if (truth.left < 0.2) {
      judged.gone++
      if (!found) judged.orphaned++
    }
  }
  return judged
}

function whereIs(from: string, where: ReadonlyMap<number, number>, range: { start: number; end: number }) {
  let [start, end, left, all] = [Infinity, -1, 0, 0]
  for (let at = range.start; at < range.end; at++) {
    if (/\s/.test(from.charAt(at))) continue
    all++
    const now = where.get(at)
    if (now === undefined) continue
    left++
    start = Math.min(start, now)
    end = Math.max(end, now + 1)
  }
  return { start, end, left: all === 0 ? 0 : left / all }
}
