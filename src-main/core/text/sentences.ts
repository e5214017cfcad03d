import type { Block } from '../../contract/entities'
import { goesOn } from './abbreviations'
import type { Sentence } from './model'

/** UTF-16 code units that decide whether a sentence goes on: a few words on either side. */
const BEFORE = 24
const AFTER = 24
/**
 * UTF-16 code units given to Intl.Segmenter at once: each step of its iterator costs as much as the whole string is
 * long, so a long block (an article on one line) is read piece by piece.
 */
const PIECE = 4_000

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string): Intl.Segmenter {
  let made = segmenters.get(language)
  if (!made) segmenters.set(language, (made = sentenceSegmenter(language)))
  return made
}

function sentenceSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' })
  } catch {
    // Not a language tag at all; a document's language may come from anywhere.
    return new Intl.Segmenter('en', { granularity: 'sentence' })
  }
}

/**
 * Sentences of each block, by Intl.Segmenter (Unicode UAX 29 with CLDR tailoring), joined again where it broke after
 * an abbreviation, an initial, or a question in quotation marks. White space around a sentence is left out; a sentence
 * never leaves its block.
 */
export function sentencesOf(text: string, blocks: readonly Block[], language: string): Sentence[] {
  const sentences: Sentence[] = []
  const tool = segmenter(language)
  blocks.forEach((block, index) => {
    let start = block.start
    let end = block.start
    const close = () => {
      const sentence = trimmed(text, start, end)
      if (sentence) sentences.push({ ...sentence, block: index })
      start = end
    }
    for (const segment of segmentsOf(text, block, tool)) {
      const before = text.slice(Math.max(start, end - BEFORE), end)
      if (before && !goesOn(before, text.slice(end, end + AFTER), language)) close()
      end = segment
    }
    close()
  })
  return sentences
}

/** Where the segmenter ends each segment of a block. */
function* segmentsOf(text: string, block: Block, tool: Intl.Segmenter): Generator<number> {
  for (let from = block.start; from < block.end;) {
    const to = pieceEnd(text, from, block.end)
    let last = from
    let next = from
    for (const { segment } of tool.segment(text.slice(from, to))) {
      if (next > last) yield (last = next)
      next += segment.length
    }
    // The last segment of a piece may go on in the next: it is read again from its beginning, unless it is all there is.
    if (to === block.end || last === from) yield (last = to)
    from = last
  }
}

/** A piece does not end inside a surrogate pair, and after white space where there is some near. */
function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= PIECE) return end
  const cut = from + PIECE
  const space = text.slice(cut - 200, cut).lastIndexOf(' ')
  if (space >= 0) return cut - 199 + space
  const unit = text.charCodeAt(cut)
  return unit >= 0xdc00 && unit <= 0xdfff ? cut - 1 : cut
}

/** The range without the white space around it; undefined where nothing else is. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const piece = text.slice(start, end)
  const content = piece.trim()
  if (!content) return undefined
  const from = start + (piece.length - piece.trimStart().length)
  return { start: from, end: from + content.length }
}
