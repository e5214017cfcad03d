import type { Block } from '@contract/entities'
import type { Range } from '@core/text/model'
import { lowerBound } from '@core/text/offsets'
import { withoutHidden } from './hidden-characters'

/** What a caret moves over: a text and its blocks. */
export interface CaretText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly language: string
}

export type CaretStep = 'character' | 'word' | 'block'
export type Direction = 1 | -1

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(language: string, granularity: 'grapheme' | 'word'): Intl.Segmenter {
  const key = `${granularity}:${language}`
  let made = segmenters.get(key)
  if (!made) {
    made = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity })
    segmenters.set(key, made)
  }
  return made
}

/**
 * Where a caret at `offset` (UTF-16) goes by one step. It never stops between blocks or inside a character as people
 * see it: combining marks and joined emoji are passed whole. At either end of the text it stays.
 */
export function moveCaret(subject: CaretText, offset: number, step: CaretStep, direction: Direction): number {
  const { blocks } = subject
  if (blocks.length === 0) return offset
  const index = caretBlock(blocks, offset)
  const block = blocks[index] as Block
  if (step === 'block') return moveByBlock(blocks, index, offset, direction)
  if (direction > 0 && offset >= block.end) return blocks[index + 1]?.start ?? block.end
  if (direction < 0 && offset <= block.start) return blocks[index - 1]?.end ?? block.start
  return step === 'character'
    ? byCharacter(subject, block, offset, direction)
    : byWord(subject, block, offset, direction)
}

/** The block a caret at the offset is in: at the end of one, that one; between two, the later. */
export function caretBlock(blocks: readonly Block[], offset: number): number {
  const index = lowerBound(blocks.length, (i) => (blocks[i] as Block).end >= offset)
  return Math.min(index, blocks.length - 1)
}

function moveByBlock(blocks: readonly Block[], index: number, offset: number, direction: Direction): number {
  const block = blocks[index] as Block
  if (direction > 0) return blocks[index + 1]?.start ?? block.end
  return offset > block.start ? block.start : (blocks[index - 1]?.start ?? block.start)
}

/** Only what is around the caret is looked at, however long the block. */
function byCharacter({ text, language }: CaretText, block: Block, offset: number, direction: Direction): number {
  const segments = segmenter(language, 'grapheme').segment(text.slice(block.start, block.end))
  const at = offset - block.start
  const piece = segments.containing(direction > 0 ? at : at - 1)
  if (!piece) return direction > 0 ? block.end : block.start
  return block.start + piece.index + (direction > 0 ? piece.segment.length : 0)
}

/** Forwards to the ends of words, backwards to their starts, as editors do. */
function byWord({ text, language }: CaretText, block: Block, offset: number, direction: Direction): number {
  const segments = segmenter(language, 'word').segment(text.slice(block.start, block.end))
  const at = offset - block.start
  let piece = segments.containing(direction > 0 ? at : at - 1)
  while (piece && !piece.isWordLike)
    piece = segments.containing(direction > 0 ? piece.index + piece.segment.length : piece.index - 1)
  if (!piece) return direction > 0 ? block.end : block.start
  return block.start + piece.index + (direction > 0 ? piece.segment.length : 0)
}

/** The word at an offset or, where none stands there, the next one of the block; undefined where there is none. */
export function wordAt(subject: CaretText, offset: number): Range | undefined {
  const block = subject.blocks[caretBlock(subject.blocks, offset)]
  if (!block) return undefined
  const segments = segmenter(subject.language, 'word').segment(subject.text.slice(block.start, block.end))
  const at = Math.max(0, offset - block.start)
  // Right behind a word, that word is meant.
  const before = segments.containing(at - 1)
  let piece = segments.containing(at)
  if (before?.isWordLike && !piece?.isWordLike) piece = before
  while (piece && !piece.isWordLike) piece = segments.containing(piece.index + piece.segment.length)
  if (!piece) return undefined
  return { start: block.start + piece.index, end: block.start + piece.index + piece.segment.length }
}

/** The range with one more sentence, behind it or before it; a sentence that is in it in part is taken whole first. */
export function withSentence(sentences: readonly Range[], { start, end }: Range, direction: Direction): Range {
  if (direction > 0) {
    const next = sentences[lowerBound(sentences.length, (i) => (sentences[i] as Range).end > end)]
    return { start, end: next?.end ?? end }
  }
  const before = sentences[lowerBound(sentences.length, (i) => (sentences[i] as Range).start >= start) - 1]
  return { start: before?.start ?? start, end }
}

/** The smallest of words, sentences, blocks and whole text that holds the range and more. The whole text stays. */
export function widened(subject: CaretText, sentences: readonly Range[], range: Range): Range {
  const { blocks } = subject
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return range
  const spanning = (unitAt: (offset: number) => Range | undefined): Range => {
    const from = unitAt(range.start) ?? range
    const to = range.end > range.start + 1 ? (unitAt(range.end - 1) ?? range) : from
    return { start: Math.min(from.start, range.start), end: Math.max(to.end, range.end) }
  }
  const size = range.end - range.start
  const units = [
    spanning((offset) => wordAt(subject, offset)),
    spanning((offset) => sentenceAt(sentences, offset)),
    spanning((offset) => sentenceAt(blocks, offset)),
    { start: first.start, end: last.end },
  ]
  return units.find(({ start, end }) => end - start > size) ?? range
}

/**
 * The sentence at an offset: the one that holds it, or the next one where it stands between two. `sentences` are in
 * order.
 */
export function sentenceAt(sentences: readonly Range[], offset: number): Range | undefined {
  const index = lowerBound(sentences.length, (i) => (sentences[i] as Range).end > offset)
  return sentences[index] ?? sentences[sentences.length - 1]
}

/** The range without white space at its ends, as a selection is kept; undefined where nothing else is in it. */
export function trimmed(text: string, { start, end }: Range): Range | undefined {
  const content = text.slice(start, end)
  const from = start + (content.length - content.trimStart().length)
  const to = start + content.trimEnd().length
  return from < to ? { start: from, end: to } : undefined
}

/** The first words of a range, for a list or an announcement. */
export function excerpt(text: string, range: Range, most = 120): string {
  return withoutHidden(firstWords(text, range, most))
}

function firstWords(text: string, { start, end }: Range, most: number): string {
  const words = text
    .slice(start, Math.min(end, start + most * 2))
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= most && end <= start + most * 2) return words
  const cut = words.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '')}…`
}

/**
 * UTF-16 units beyond which a selection is not made the page's own: the browser lays out all that its selection holds,
 * which in a book takes seconds.
 */
const WIDE = 100_000

export function isWide({ start, end }: Range): boolean {
  return end - start > WIDE
}

/** The part of a range that lies within another and `around` units of it; undefined where none does. */
export function nearPart(range: Range, within: Range, around = 8_000): Range | undefined {
  const start = Math.max(range.start, within.start - around)
  const end = Math.min(range.end, within.end + around)
  return start < end ? { start, end } : undefined
}
