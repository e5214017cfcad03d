import fc from 'fast-check'
import type { Annotation, Block, Document, Inline, Review, Source } from '../../src-main/contract/entities'
import {
  ATTRIBUTIONS,
  CLAIM_STATUSES,
  CLAIM_TYPES,
  FLAG_REASONS,
  FLAG_RESOLUTIONS,
  HIGHLIGHT_COLOURS,
  SEVERITIES,
  SOURCE_KINDS,
  VERDICTS,
} from '../../src-main/contract/taxonomies'
import { anchorAt } from '../../src-main/core/text/selectors'
import { seededRandom } from '../bench/support/seeded-random'
import { ADA, annotate, BEN, documentOf, NOW, replyTo, reviewOf, sourceOf } from './review-fixture'

/** How many sessions a property is tried with; ROUNDS=2000 for a long run. */
export const ROUNDS = Number(process.env.ROUNDS ?? 25)

/** A document with the review that it has. */
export interface Session {
  readonly document: Document
  readonly review: Review
}

/** Characters of every plane, signs that markup is made of, and such as files cannot hold. */
const anyWords = fc.oneof(
  fc.constantFrom(
    'The wall',
    '👩‍👩‍👧‍👦',
    'e\u0301tude',
    'שלום עולם',
    'مرحبا',
    '東京',
    '𠀀𪛖',
    '𝄞',
    '\u202eevil',
    '=1+1',
    '@SUM(A1)',
    '_x0041_',
  ),
  fc.constantFrom(
    '# x',
    '- y',
    '> z',
    '1. w',
    '| a | b |',
    '{==b==}',
    '{>>c<<}',
    '{--d--}',
    '<i>&amp;</i>',
    '*e*',
    '`f`',
  ),
  fc.string({ unit: fc.constantFrom(...'abc .,\t\u0001\ufffe\u00ad\u0085\v\ufeff\u2028\\'), maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
)

interface Part {
  readonly kind: Block['kind']
  readonly level?: number
  /** The words of each block: one, or the items of a list, or the rows of a table. */
  readonly rows: readonly (readonly string[])[]
}

const words = fc.array(anyWords, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))
const level = fc.integer({ min: 1, max: 6 })
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph', 'quotation', 'caption'), rows: fc.tuple(fc.tuple(words)) }),
  fc.record({ kind: fc.constant('heading' as const), level, rows: fc.tuple(fc.tuple(words)) }),
  fc.record({
    kind: fc.constant('list-item' as const),
    level,
    rows: fc.array(fc.tuple(words), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('table-cell' as const),
    rows: fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
)

/** A text with its blocks: a blank line between two parts, none between the items of a list and the cells of a table. */
function textOf(
  parts: readonly Part[],
  opening: string,
  closing: string,
): Pick<Document, 'text' | 'blocks' | 'inlines'> {
  let text = opening
  const blocks: Block[] = []
  const inlines: Inline[] = []
  for (const { kind, level, rows } of parts) {
    let gap = blocks.length ? '\n\n' : ''
    for (const [row, cells] of rows.entries())
      for (const [column, cell] of cells.entries()) {
        const content = cell.replace(/\r/g, ' ').trim() || 'x'
        const start = text.length + gap.length
        text += gap + content
        const place = kind === 'table-cell' ? { row: row + 1, column: column + 1 } : {}
        blocks.push({ kind, start, end: text.length, ...(level && { level }), ...place })
        if (content.length > 3 && content.charCodeAt(0) < 0xd800 && content.length % 3 === 0)
          inlines.push({ kind: 'strong', start, end: start + 1 })
        gap = '\n'
      }
  }
  return { text: text + closing, blocks, inlines }
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const note = fc.record({
  kind: fc.constantFrom('highlight', 'claim', 'flag', 'comment'),
  from: share,
  to: share,
  /** Most notes are on a few words; some run over half of the text. */
  short: fc.nat(3).map((pick) => pick > 0),
  words: anyWords,
  pick: fc.nat(10_000),
  replies: fc.array(anyWords, { maxLength: 2 }),
})
type Note = typeof note extends fc.Arbitrary<infer T> ? T : never

/** Any document with any review of it: overlaps, threads, orphans, sources, decisions, verdicts, removals. */
export const anySession: fc.Arbitrary<Session> = fc
  .record({
    parts: fc.array(part, { minLength: 1, maxLength: 8 }),
    plain: fc.boolean(),
    edges: fc.tuple(fc.constantFrom('', '\n', ' \n\n'), fc.constantFrom('', '\n', '\n \n')),
    notes: fc.array(note, { maxLength: 12 }),
    about: fc.record({ title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), byline: anyWords }),
  })
  .map(({ parts, plain, edges, notes, about }) => {
    const { text, ...division } = textOf(parts, ...edges)
    const document = documentOf(text, { ...about, ...(plain ? {} : division) })
    return { document, review: reviewed(text, notes) }
  })

/** Any review of a text that is given. */
export const anyReview = (text: string): fc.Arbitrary<Review> =>
  fc.array(note, { maxLength: 12 }).map((notes) => reviewed(text, notes))

function reviewed(text: string, notes: readonly Note[]): Review {
  const sources = notes.filter(({ kind }) => kind === 'claim').map(sourceOfNote)
  const annotations = notes.map((note, index) => annotationOf(text, note, index, sources))
  return reviewOf(annotations, {
    sources,
    replies: notes.flatMap(({ replies }, index) =>
      replies.map((body, at) => ({ ...replyTo(annotations[index] as Annotation, body), id: `r-${index}-${at}` })),
    ),
    decisions: notes
      .filter(({ pick }) => pick % 4 === 0)
      .map(({ pick, words }, index) => ({
        id: `d-${index}`,
        outcome: pick % 8 ? 'accepted' : 'dismissed',
        suggestion: {
          key: `key-${index}`,
          kind: 'flag',
          reason: 'boilerplate',
          start: 0,
          end: 1,
          score: 0.5,
          signals: [],
          detector: 'insertions',
        },
        exact: text.slice(0, 1),
        reason: words.slice(0, 20),
        author: ADA,
        createdAt: NOW,
        updatedAt: NOW,
      })) as Review['decisions'],
    verdicts: notes.slice(0, 2).map(({ pick, words }, index) => ({
      id: `v-${index}`,
      value: pickOf(VERDICTS, pick),
      note: words,
      author: index ? BEN : ADA,
      createdAt: NOW,
      updatedAt: NOW,
    })),
    removals: notes
      .filter(({ pick }) => pick % 5 === 0)
      .map((_, index) => ({ id: `gone-${index}`, author: BEN, createdAt: NOW, updatedAt: NOW })),
  })
}

const pickOf = <T>(all: readonly T[], pick: number) => all[pick % all.length] as T

function sourceOfNote({ words, pick }: Note, index: number): Source {
  return sourceOf({
    id: `s-${index}`,
    citation: words.trim() || 'Minutes',
    kind: pickOf(SOURCE_KINDS, pick),
    note: words,
    confidential: pick % 3 === 0,
    ...(pick % 2 && { url: 'https://example.org/minutes?a=1&b=2', seenOn: '2026-10-14', locator: `p. ${pick}` }),
  })
}

function annotationOf(text: string, note: Note, index: number, sources: readonly Source[]): Annotation {
  const { kind, from, to, short, words, pick, replies } = note
  const first = Math.min(text.length - 1, Math.floor(from * text.length))
  const last = short ? first + 1 + Math.floor(to * 12) : Math.max(first + 1, Math.floor(to * text.length))
  const { start, end } = anchorAt(text, first, Math.min(text.length, last))
  const author = pick % 3 ? ADA : BEN
  const common = { id: `id-${index}`, note: words, author, revision: pick % 7 ? 1 : 0 }
  const stance = pick % 2 ? 'supports' : 'contradicts'
  const source = sources[pick % Math.max(1, sources.length)]
  const fields = {
    highlight: { colour: pickOf(HIGHLIGHT_COLOURS, pick) },
    claim: {
      type: pickOf(CLAIM_TYPES, pick),
      status: pickOf(CLAIM_STATUSES, pick),
      ...(pick % 2 && { speaker: replies[0]?.slice(0, 20) || 'Tomas Brandt', attribution: pickOf(ATTRIBUTIONS, pick) }),
      citations: source ? [{ source: source.id, stance, ...(pick % 3 === 1 && { locator: 'p. 4' }) }] : [],
    },
    flag: {
      reason: pickOf(FLAG_REASONS, pick),
      severity: pickOf(SEVERITIES, pick),
      resolution: pickOf(FLAG_RESOLUTIONS, pick),
      ...(pick % 2 && { resolutionNote: words }),
    },
    comment: { resolved: pick % 2 === 0 },
  }[kind]
  return annotate(kind as 'comment', text, [start, end], { ...common, ...fields } as object)
}

const KINDS = ['highlight', 'claim', 'flag', 'comment'] as const

/** Many notes on a text, the same for the same seed. @param reach share of the text that each is on; 0 for a few words */
export function manyNotes(text: string, count: number, seed = 1, reach = 0): Review {
  const random = seededRandom(seed)
  const notes = Array.from({ length: count }, (_, index): Note => {
    const from = random() * (1 - reach)
    return {
      kind: KINDS[index % 4] as Note['kind'],
      from,
      to: reach ? from + reach * random() : random(),
      short: !reach,
      words: `Asked the harbour office ${Math.floor(random() * 1e6)} times, 東京 too.`,
      pick: Math.floor(random() * 10_000),
      replies: index % 4 ? [] : ['The minutes say so.'],
    }
  })
  return reviewed(text, notes)
}

/** A long story in several scripts with many notes, the same for the same seed. @param reach as `manyNotes` has it */
export function longSession(count: number, seed = 1, reach = 0): Session {
  const random = seededRandom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const lexicon =
    'the harbour wall moved by four centimetres over winter engineers say 東京 шлюз γέφυρα שלום 😀 “quay” cost €2.4 million'.split(
      ' ',
    )
  const sentence = () => `${Array.from({ length: 12 }, () => lexicon[whole(lexicon.length)]).join(' ')}.`
  const parts = Array.from({ length: Math.max(4, Math.ceil(count / 5)) }, (_, index): Part => {
    if (index % 20 === 5) return { kind: 'heading', level: 2, rows: [[`Part ${index}`]] }
    if (index % 20 === 9)
      return { kind: 'table-cell', rows: Array.from({ length: 4 }, (_, row) => [`Pier ${row}`, `${whole(40)} m`]) }
    return { kind: 'paragraph', rows: [[Array.from({ length: 4 }, sentence).join(' ')]] }
  })
  const { text, ...division } = textOf(parts, '', '')
  return { document: documentOf(text, division), review: manyNotes(text, count, seed, reach) }
}
