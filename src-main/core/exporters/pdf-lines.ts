import bidiFactory from 'bidi-js'
import type { Range } from '../text/model'
import type { FontStyle } from './exporter'
import type { Shaped, Typefaces } from './pdf-faces'

/** A stretch of a line in one typeface and direction, where it is set. */
export interface Segment extends Range {
  readonly shaped: Shaped
  readonly rtl: boolean
  readonly space: boolean
  /** From the left edge of the measure. Points. */
  readonly x: number
  readonly width: number
}

/** One line, its segments from left to right. Offsets are of the text that was set. */
export interface SetLine extends Range {
  readonly segments: readonly Segment[]
}

export interface Setting {
  readonly faces: Typefaces
  /** Points. */
  readonly size: number
  readonly width: number
  /** Of the character at an offset. */
  styleAt(offset: number): FontStyle
}

type Piece = Omit<Segment, 'x'> & { readonly level: number }

/** Pieces that no line may be broken between, with the white space after them. */
interface Atom {
  readonly pieces: readonly Piece[]
  readonly width: number
  readonly after: readonly Piece[]
  readonly ends: boolean
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
/** Scripts written without spaces between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u3000-\u303f\uff00-\uffef]/u
/** What may not begin a line in Chinese and Japanese. */
const NO_BEGINNING = /^[、。，．・：；？！」』）】〉》”’ー々]/u

const bidi = bidiFactory()

/**
 * A paragraph in lines, flush left or, where it is written from the right, flush right. Directions are ordered by the
 * Unicode Bidirectional Algorithm (UAX 9), line by line.
 */
export function setLines(text: string, { start, end }: Range, setting: Setting): SetLine[] {
  const words = text.slice(start, end)
  const directions = RTL.test(words) ? bidi.getEmbeddingLevels(words, 'auto') : undefined
  const base = directions?.paragraphs[0]?.level ?? 0
  const levelAt = (offset: number) => directions?.levels[offset - start] ?? 0
  const lines: SetLine[] = []
  let line: Atom[] = []
  let width = 0
  const flush = () => {
    const placed = line.length > 0 ? place(line, base, setting.width) : undefined
    if (placed) lines.push(placed)
    line = []
    width = 0
  }
  for (const atom of atoms(words, start, levelAt, setting)) {
    if (line.length > 0 && width + atom.width > setting.width) flush()
    line.push(atom)
    width += atom.width + sum(atom.after)
    if (atom.ends) flush()
  }
  flush()
  return lines
}

function* atoms(words: string, offset: number, levelAt: (offset: number) => number, setting: Setting): Iterable<Atom> {
  for (const match of words.matchAll(/([^\s]*)([^\S\n]*)(\n?)/gu)) {
    const [whole, word = '', gap = '', newline = ''] = match
    if (!whole) continue
    const from = offset + match.index
    const parts = partsOf(word, setting, levelAt, from)
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1
      const after = last && gap ? piecesOf(gap, from + word.length, levelAt, setting, true) : []
      yield { pieces: part, width: sum(part), after, ends: last && newline !== '' }
    }
    if (parts.length === 0 && newline) yield { pieces: [], width: 0, after: [], ends: true }
  }
}

/** Where a word may be broken: between the characters of unspaced scripts, after a hyphen, anywhere when it is too long. */
function partsOf(word: string, setting: Setting, levelAt: (offset: number) => number, from: number): Piece[][] {
  if (!word) return []
  const cuts = UNSPACED.test(word) ? unspaced(word) : word.split(/(?<=\p{L}{2}[-–—/])(?=\p{L}{2})/u)
  let at = from
  return cuts.flatMap((part) => {
    const pieces = piecesOf(part, at, levelAt, setting, false)
    at += part.length
    if (sum(pieces) <= setting.width) return [pieces]
    let within = at - part.length
    return [...new Intl.Segmenter('und').segment(part)].map(({ segment }) => {
      within += segment.length
      return piecesOf(segment, within - segment.length, levelAt, setting, false)
    })
  })
}

function unspaced(word: string): string[] {
  const parts: string[] = []
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'word' }).segment(word)) {
    const last = parts.length - 1
    if (last >= 0 && (NO_BEGINNING.test(segment) || !UNSPACED.test(segment))) parts[last] += segment
    else parts.push(segment)
  }
  return parts
}

/** Cut where the direction, the style or the typeface changes. */
function piecesOf(
  words: string,
  from: number,
  levelAt: (offset: number) => number,
  { faces, size, styleAt }: Setting,
  space: boolean,
): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < words.length) {
    const level = levelAt(from + at)
    const style = styleAt(from + at)
    let to = at + 1
    while (to < words.length && (isLow(words, to) || (levelAt(from + to) === level && styleAt(from + to) === style)))
      to++
    const rtl = level % 2 === 1
    const written = rtl ? mirrored(words.slice(at, to)) : words.slice(at, to)
    for (const shaped of faces.shape(written, style, rtl)) {
      const start = from + at
      at += shaped.text.length
      pieces.push({ start, end: from + at, shaped, rtl, space, level, width: (shaped.width * size) / 1000 })
    }
  }
  return pieces
}

function mirrored(words: string): string {
  return [...words].map((character) => bidi.getMirroredCharacter(character) ?? character).join('')
}

/** Orders a line's pieces as they are seen (UAX 9, L2); white space at its end takes no room. */
function place(line: readonly Atom[], base: number, measure: number): SetLine {
  const logical = line.flatMap((atom, index) => [
    ...atom.pieces,
    ...(index < line.length - 1 ? atom.after : atom.after.map((piece) => ({ ...piece, level: base }))),
  ])
  const first = logical[0]
  const last = logical[logical.length - 1]
  const visual = [...logical]
  const highest = Math.max(0, ...logical.map(({ level }) => level))
  for (let level = highest; level >= 1; level--)
    for (let at = 0; at < visual.length; at++) {
      let to = at
      while (to < visual.length && (visual[to] as Piece).level >= level) to++
      if (to > at + 1) visual.splice(at, to - at, ...visual.slice(at, to).reverse())
      at = Math.max(at, to)
    }
  const hanging = sum(line[line.length - 1]?.after ?? [])
  let x = base % 2 === 1 ? measure - (sum(logical) - hanging) - hanging : 0
  const segments = visual.map((piece): Segment => {
    const placed = { ...piece, x }
    x += piece.width
    return placed
  })
  return { start: first?.start ?? 0, end: last?.end ?? 0, segments }
}

const sum = (pieces: readonly { width: number }[]) => pieces.reduce((total, { width }) => total + width, 0)
const isLow = (text: string, at: number) => text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff
