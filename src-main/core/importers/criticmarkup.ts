import type { MarkdownIt, StateInline, Token } from 'markdown-it'
import type { Annotation, Highlight } from '../../contract/entities'
import { anchorAt } from '../text/selectors'
import { countOf } from './count-of'
import type { ImportedNotes } from './importer'
import { commentOf, NO_TIME, noteId, notedRange, personNamed } from './noted'
import type { TextBuilder } from './text-builder'

/** Openers and closers inside one another that are read; deeper ones are text. */
const DEEPEST = 4
const SIGNS = {
  '{++': { kind: 'insertion', closer: '++}' },
  '{--': { kind: 'deletion', closer: '--}' },
  '{~~': { kind: 'substitution', closer: '~~}' },
  '{==': { kind: 'highlight', closer: '==}' },
  '{>>': { kind: 'comment', closer: '<<}' },
} as const
type Sign = keyof typeof SIGNS

/**
 * CriticMarkup as tokens of type `critic` for markdown-it. What is in code, escaped, or never closed stays text; so does
 * what has the same sign inside of itself.
 *
 * @see https://github.com/CriticMarkup/CriticMarkup-toolkit
 */
export function criticMarkup(parser: MarkdownIt): void {
  const finders = new WeakMap<StateInline, Finder>()

  parser.inline.ruler.push('critic', (state, silent) => {
    const sign = state.src.slice(state.pos, state.pos + 3) as Sign
    const found = Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : undefined
    const env = state.env as { critic?: number }
    const depth = env.critic ?? 0
    if (!found || depth >= DEEPEST) return false
    const start = state.pos + 3
    const next = finders.get(state) ?? finderIn(state.src)
    finders.set(state, next)
    const end = next(found.closer, start)
    const again = next(sign, start)
    if (end === Infinity || end > state.posMax || again < end) return false
    const inside = state.src.slice(start, end)
    const parts = partsOf(found.kind, inside)
    if (!parts) return false
    if (!silent)
      for (const [kind, content] of parts) {
        const token = state.push('critic', '', 0)
        token.meta = { kind }
        token.content = content
        token.children = []
        if (kind !== 'comment')
          parser.inline.parse(content, parser, { ...state.env, critic: depth + 1 }, token.children)
      }
    state.pos = end + 3
    return true
  })
}

/** Where a sign stands next from an offset on; Infinity where it does not. */
type Finder = (sign: string, from: number) => number

/** Each place is looked for once for all that ask before it, so that signs without number cost no more than a reading. */
function finderIn(source: string): Finder {
  const places = new Map<string, number>()
  return (sign, from) => {
    const last = places.get(sign)
    if (last !== undefined && last >= from) return last
    let found = source.indexOf(sign, from)
    while (found > 0 && source.charAt(found - 1) === '\\') found = source.indexOf(sign, found + 1)
    places.set(sign, found < 0 ? Infinity : found)
    return found < 0 ? Infinity : found
  }
}

type Kind = 'insertion' | 'deletion' | 'highlight' | 'comment'

function partsOf(kind: Kind | 'substitution', inside: string): [Kind, string][] | undefined {
  if (kind !== 'substitution') return [[kind, inside]]
  const at = inside.indexOf('~>')
  if (at < 0) return undefined
  return [
    ['deletion', inside.slice(0, at)],
    ['insertion', inside.slice(at + 2)],
  ]
}

/** Stands for a line's end inside of a remark; a private-use character, so that no text has it. */
const LINE_END = '\ue00a'
/** What stands before the words of a line and makes it a heading, an item or a quotation. */
const LINE_HEAD = /^\s*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])\s+|>\s?)*/

/**
 * Marks over several paragraphs as one in each, and remarks in one line: the blocks of Markdown are found before what is
 * in them is read.
 */
export function withinBlocks(source: string): string {
  if (!/\{(?:\+\+|--|==|~~|>>)/.test(source)) return source
  const next = finderIn(source)
  const parts: string[] = []
  let fence: string | undefined
  let from = 0
  for (let at = 0; at < source.length;) {
    const end = lineEnd(source, at)
    const line = source.slice(at, end)
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence ? mark?.startsWith(fence) : mark) fence = fence ? undefined : mark
    const open = fence ? undefined : openAtEnd(line, at, next)
    if (open) {
      const construct = source.slice(open.start, open.end)
      const before = source.slice(at, open.start)
      parts.push(source.slice(from, open.start), rewritten(construct, LINE_HEAD.exec(before)?.[0] === before))
      from = open.end
    }
    at = open?.end ?? end + 1
  }
  return parts.join('') + source.slice(from)
}

/** The mark that begins in a line and ends in a later one. Offsets are those of the source. */
function openAtEnd(line: string, at: number, next: Finder): { start: number; end: number } | undefined {
  let inCode = false
  for (let index = 0; index < line.length; index++) {
    const character = line.charAt(index)
    if (character === '\\') index++
    if (character === '`') inCode = !inCode
    if (character !== '{' || inCode) continue
    const sign = line.slice(index, index + 3)
    if (!Object.hasOwn(SIGNS, sign)) continue
    const start = at + index
    const closer = next(SIGNS[sign as Sign].closer, start + 3)
    if (closer > at + line.length && closer - start < LONGEST && next(sign, start + 3) > closer)
      return { start, end: closer + 3 }
  }
  return undefined
}

/** UTF-16 code units that a mark over several lines may have. */
const LONGEST = 50_000

function rewritten(construct: string, beginsLine: boolean): string {
  const sign = construct.slice(0, 3) as Sign
  const inside = construct.slice(3, -3)
  if (sign === '{>>') return `{>>${inside.replaceAll('\n', LINE_END)}<<}`
  const lines = inside.split('\n')
  const isOneParagraph = lines.every((line) => line.trim() !== '' && LINE_HEAD.exec(line)?.[0].trim() === '')
  if (isOneParagraph) return construct
  if (sign === '{~~') {
    const at = inside.indexOf('~>')
    if (at < 0) return construct
    return rewritten(`{--${inside.slice(0, at)}--}`, beginsLine) + rewritten(`{++${inside.slice(at + 2)}++}`, false)
  }
  return lines
    .map((line, index) => {
      const head = index > 0 || beginsLine ? (LINE_HEAD.exec(line)?.[0] ?? '') : ''
      const words = line.slice(head.length)
      return words.trim() ? `${head}${sign}${words}${SIGNS[sign].closer}` : line
    })
    .join('\n')
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end < 0 ? source.length : end
}

/** One reading of a text with tracked changes, while it is written. */
export class CriticReading {
  /** Tracked changes that were met. */
  changes = 0
  readonly #marks: { kind: Kind; start: number; end: number; said: string }[] = []

  constructor(
    private readonly reading: 'later' | 'earlier',
    private readonly builder: TextBuilder,
  ) {}

  /** @param write writes what is inside of the token */
  take(token: Token, write: (children: readonly Token[]) => void): void {
    const kind = token.meta?.['kind'] as Kind
    const children = token.children ?? []
    if (kind === 'insertion' || kind === 'deletion') this.changes++
    if (kind === (this.reading === 'later' ? 'deletion' : 'insertion')) {
      if (this.reading === 'later') this.builder.leave(wordsOf(children), 'deleted as a tracked change')
      return
    }
    const start = this.builder.position
    if (kind === 'comment') {
      const last = this.#marks.at(-1)
      const said = token.content.replaceAll(LINE_END, '\n').trim()
      // A remark directly behind marked words is about them.
      if (last && last.kind !== 'comment' && last.end === start && !last.said) last.said = said
      else this.#marks.push({ kind, start, end: start, said })
      return
    }
    write(children)
    this.#marks.push({ kind, start, end: this.builder.position, said: '' })
  }

  /** Comments on the words before them, or on the words marked for them; marks without a comment are highlights. */
  notes(text: string): ImportedNotes | undefined {
    const annotations = this.#marks.flatMap(({ kind, start, end, said }): Annotation[] => {
      if (said) {
        const author = personNamed(undefined)
        const comment = commentOf(text, { start, end, author, time: NO_TIME, body: said })
        return comment ? [comment] : []
      }
      const range = kind === 'highlight' && end > start ? notedRange(text, start, end) : undefined
      return range ? [highlightOf(text, range.start, range.end)] : []
    })
    const byId = new Map(annotations.map((one) => [one.id, one]))
    return byId.size ? { annotations: [...byId.values()], replies: [], sources: [] } : undefined
  }

  /** In sentences, what was read besides the text. */
  notices(notes: ImportedNotes | undefined): string[] {
    const comments = notes?.annotations.filter(({ kind }) => kind === 'comment').length ?? 0
    const highlights = (notes?.annotations.length ?? 0) - comments
    return [
      ...(this.changes
        ? [
            `The file has ${countOf(this.changes, 'tracked change')} in CriticMarkup. The text is read with all of them accepted; the earlier reading is kept as the first revision.`,
          ]
        : []),
      ...(comments ? [`${countOf(comments, 'comment')} in CriticMarkup came with it.`] : []),
      ...(highlights ? [`${countOf(highlights, 'highlight')} in CriticMarkup came with it.`] : []),
    ]
  }
}

function highlightOf(text: string, start: number, end: number): Highlight {
  const anchor = anchorAt(text, start, end)
  return {
    id: noteId('highlight', 'critic', String(anchor.start), String(anchor.end), anchor.exact),
    kind: 'highlight',
    anchor,
    revision: 1,
    colour: 'yellow',
    note: '',
    author: personNamed(undefined),
    createdAt: NO_TIME,
    updatedAt: NO_TIME,
  }
}

const wordsOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ content, children, type }) => (children?.length ? wordsOf(children) : type === 'softbreak' ? ' ' : content))
    .join('')
