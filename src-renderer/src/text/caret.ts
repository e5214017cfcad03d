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
  const stops = step === 'character' ? characterStops(subject, block) : wordStops(subject, block, direction)
  if (direction > 0) return stops.find((stop) => stop > offset) ?? block.end
  return stops.findLast((stop) => stop < offset) ?? block.start
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

function characterStops({ text, language }: CaretText, block: Block): number[] {
  const content = text.slice(block.start, block.end)
  return [...segmenter(language, 'grapheme').segment(content)].map(({ index }) => block.start + index)
}

/** Forwards to the ends of words, backwards to their starts, as editors do. */
function wordStops({ text, language }: CaretText, block: Block, direction: Direction): number[] {
  const content = text.slice(block.start, block.end)
  return [...segmenter(language, 'word').segment(content)]
    .filter((piece) => piece.isWordLike)
    .map(({ index, segment }) => block.start + index + (direction > 0 ? segment.length : 0))
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
