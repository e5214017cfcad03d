import type { Sentence, TextModel } from '../../text/model'
import type { Proposal } from '../detector'
import { quoted } from './disagreement'
import type { Figure } from './figures'
import { contentWords } from './content-words'

/** How far a figure may be rounded for a headline. */
const ROUNDING = 0.12
/** Words between marks in a headline. Single marks only where no letter touches them from outside. */
const MARKED = /[“"„«]([^”"“»\n]{6,90})[”"“»]|(?<![\p{L}\p{N}])[‘']([^\n]{6,90}?)[’'](?![\p{L}\p{N}])/gu
/** Quoted words of a headline that must stand in the text, as a share. */
const SUPPORTED = 0.5
const SENTENCES = 4

/**
 * What a headline says and its story does not (IPSO-1): a figure where the story gives only another one for the same
 * thing, and quoted words most of which the story never uses.
 */
export function headlineFlags(
  model: TextModel,
  sentences: readonly Sentence[],
  figures: readonly Figure[],
): Proposal[] {
  const headline = model.blocks[0]
  if (headline?.kind !== 'heading' || sentences.length < SENTENCES) return []
  const inside = figures.filter(({ end }) => end <= headline.end)
  const below = figures.filter(({ start }) => start >= headline.end)
  const flags = inside.flatMap((figure) => unsupportedFigure(model.text, figure, below))
  if (flags.length > 0) return flags.slice(0, 1)
  return unsupportedWords(model, headline.start, headline.end)
}

function unsupportedFigure(text: string, figure: Figure, below: readonly Figure[]): Proposal[] {
  if (figure.year || figure.value < 2) return []
  if (below.some((other) => Math.abs(other.value - figure.value) <= ROUNDING * figure.value)) return []
  const same = below.filter(
    ({ unit, noun, year }) => !year && (figure.unit ? unit === figure.unit : noun !== '' && noun === figure.noun),
  )
  const [first] = same
  if (!first) return []
  const what = figure.unit || figure.noun
  const detail = `The headline says ${quoted(text, figure)}; the text has ${what === '%' ? 'no such percentage' : `no such figure for “${what}”`}.`
  return [
    {
      kind: 'flag',
      reason: 'inconsistency',
      severity: 'should-fix',
      start: figure.start,
      end: figure.end,
      score: 0.6,
      signals: [
        { name: 'IPSO-1', detail, weight: 0.4, start: figure.start, end: figure.end },
        {
          name: 'IPSO-1',
          detail: `The text says ${quoted(text, first)}`,
          weight: 0.2,
          start: first.start,
          end: first.end,
        },
      ],
    },
  ]
}

function unsupportedWords({ text }: TextModel, from: number, to: number): Proposal[] {
  const story = text.slice(to)
  for (const match of text.slice(from, to).matchAll(MARKED)) {
    const words = match[1] ?? match[2] ?? ''
    const wanted = [...contentWords(words)]
    if (wanted.length < 2 || plain(story).includes(plain(words))) continue
    const known = new Set([...contentWords(story)].map(stem))
    if (wanted.filter((word) => known.has(stem(word))).length > SUPPORTED * wanted.length) continue
    const start = from + match.index
    const end = start + match[0].length
    const detail = `Nobody in the text says these words: ${quoted(text, { start, end })}`
    return [
      {
        kind: 'flag',
        reason: 'inconsistency',
        severity: 'should-fix',
        start,
        end,
        score: 0.65,
        signals: [{ name: 'IPSO-1', detail, weight: 0.65, start, end }],
      },
    ]
  }
  return []
}

/** Singular and plural, verb and noun alike. */
const stem = (word: string) => word.replace(/s$/, '').slice(0, 5)

/** Letters and figures in lower case, one space for what stands between them. */
const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
