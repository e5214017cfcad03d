import type { Sentence, TextModel } from '../../text/model'
import { contentWords } from './content-words'
import { quoted, type Disagreement } from './disagreement'
import type { Figure } from './figures'

/** Words that say how one figure relates to the next, and by how much. */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:twice|double)\s+(?:the|its|that|as\s+much\s+as|what)\b/iu, 2],
  [/\bdoppelt\s+so\s+(?:viel|hoch)\s+wie\b|\bdas\s+doppelte\s+(?:der|des|von)\b/iu, 2],
  [/\b(?:three\s+times|triple)\s+(?:the|its|that|as\s+much\s+as|what)\b|\bdreimal\s+so\s+(?:viel|hoch)\s+wie\b/iu, 3],
  [/\bfour\s+times\s+(?:the|its|that|as\s+much\s+as|what)\b/iu, 4],
  [
    /\bhalf\s+(?:the|its|that|as\s+much\s+as|of\s+the)\b|\bhalb\s+so\s+(?:viel|hoch)\s+wie\b|\bdie\s+hälfte\s+(?:der|des|von)\b/iu,
    1 / 2,
  ],
  [/\ba\s+third\s+more\s+than\b|\bein\s+drittel\s+mehr\s+als\b/iu, 4 / 3],
  [/\ba\s+quarter\s+more\s+than\b|\bein\s+viertel\s+mehr\s+als\b/iu, 5 / 4],
  [/\bhalf\s+as\s+much\s+again\s+as\b/iu, 3 / 2],
]
const LOOSE =
  /\b(?:about|around|almost|nearly|roughly|more\s+than|less\s+than|at\s+least|over|under|up\s+to|fast|rund|etwa|knapp|mehr\s+als|weniger\s+als|über)\s*$/iu

/** A longer sentence holds too much for its figures to belong together. UTF-16 units. */
const LONGEST = 600

/**
 * "€2.4 million, twice the March figure" where the March figure is €1.6 million. The second figure stands after the
 * words that compare, or in a sentence beside it that shares a word with what follows them.
 */
export function wrongMultiples(
  model: TextModel,
  sentences: readonly Sentence[],
  figures: readonly Figure[],
): Disagreement[] {
  const { text } = model
  const bySentence = new Map<number, Figure[]>()
  for (const figure of figures)
    if (figure.unit && figure.unit !== '%')
      (bySentence.get(figure.sentence) ?? bySentence.set(figure.sentence, []).get(figure.sentence))?.push(figure)
  const found: Disagreement[] = []
  for (const [index, inside] of bySentence) {
    const sentence = sentences[index] as Sentence
    if (sentence.end - sentence.start > LONGEST) continue
    const words = text.slice(sentence.start, sentence.end)
    const relation = relationIn(words)
    if (!relation || LOOSE.test(words.slice(0, relation.start))) continue
    const first = inside.findLast((figure) => figure.end <= sentence.start + relation.start)
    const second =
      inside.find((figure) => figure.start >= sentence.start + relation.end && figure.unit === first?.unit) ??
      beside(text, sentences, bySentence, index, words.slice(relation.end), first)
    if (!first || !second || fits(first, second, relation.factor)) continue
    found.push(disagreement(text, first, second, words.slice(relation.start, relation.end), relation.factor))
  }
  return found
}

/** Each relation has one of these in it; most sentences have none, and need no closer look. */
const MAY_RELATE = /twi|doub|dopp|tim|tri|dreim|hal|hälf|third|quart|dritt|viert/iu

function relationIn(words: string): { start: number; end: number; factor: number } | undefined {
  if (!MAY_RELATE.test(words)) return undefined
  for (const [pattern, factor] of TIMES) {
    const match = pattern.exec(words)
    if (match) return { start: match.index, end: match.index + match[0].length, factor }
  }
  return undefined
}

/** The only figure of the same unit in the sentence before or after, if that sentence takes up a word of the comparison. */
function beside(
  text: string,
  sentences: readonly Sentence[],
  bySentence: ReadonlyMap<number, readonly Figure[]>,
  index: number,
  compared: string,
  first: Figure | undefined,
): Figure | undefined {
  const names = contentWords(compared)
  for (const near of [index + 1, index - 1]) {
    const [figure, ...more] = (bySentence.get(near) ?? []).filter(({ unit }) => unit === first?.unit)
    const sentence = sentences[near]
    if (!figure || more.length > 0 || !sentence || sentence.end - sentence.start > LONGEST) continue
    const words = contentWords(text.slice(sentence.start, sentence.end))
    if ([...names].some((word) => words.has(word))) return figure
  }
  return undefined
}

function fits(first: Figure, second: Figure, factor: number): boolean {
  const expected = second.value * factor
  const slack = first.rounding + second.rounding * factor + 0.03 * expected
  return Math.abs(first.value - expected) <= slack
}

function disagreement(text: string, first: Figure, second: Figure, relation: string, factor: number): Disagreement {
  const expected = amount(second.value * factor, second.unit)
  const claim = `${quoted(text, first)} is ${relation} other figure`
  const base = `${quoted(text, second)}; ${timesInWords(factor)} that is ${expected}`
  const [earlier, later] = first.start < second.start ? [first, second] : [second, first]
  return {
    name: 'multiple',
    earlier,
    later,
    earlierSays: earlier === first ? claim : base,
    laterSays: later === first ? claim : base,
    severity: 'should-fix',
    score: 0.85,
  }
}

function timesInWords(factor: number): string {
  if (factor === 2) return 'twice'
  if (factor === 0.5) return 'half'
  if (factor === 4 / 3) return 'a third more than'
  if (factor === 5 / 4) return 'a quarter more than'
  return factor === 3 / 2 ? 'half as much again as' : `${factor} times`
}

/** "€3.2 million" */
export function amount(value: number, unit: string): string {
  const [scale, name] = value >= 1e9 ? [1e9, ' billion'] : value >= 1e6 ? [1e6, ' million'] : [1, '']
  const digits = (value / scale).toLocaleString('en-GB', { maximumFractionDigits: scale === 1 ? 0 : 2 })
  return unit === '%' ? `${digits}%` : `${unit}${digits}${name}`
}
