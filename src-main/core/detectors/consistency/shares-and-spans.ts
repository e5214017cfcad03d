import type { Sentence, TextModel } from '../../text/model'
import { quoted, type Disagreement } from './disagreement'
import type { Figure } from './figures'

const SHARES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:half|die\s+hälfte)\s+(?:of|der)\s+(?:the|its|their|all|\s)*$/iu, 1 / 2],
  [/\b(?:a|one)\s+third\s+of\s+(?:the|its|their|all|\s)*$|\bein\s+drittel\s+der\s+$/iu, 1 / 3],
  [/\b(?:a|one)\s+quarter\s+of\s+(?:the|its|their|all|\s)*$|\bein\s+viertel\s+der\s+$/iu, 1 / 4],
  [/\btwo[\s-]thirds\s+of\s+(?:the|its|their|all|\s)*$|\bzwei\s+drittel\s+der\s+$/iu, 2 / 3],
  [/\bthree[\s-]quarters\s+of\s+(?:the|its|their|all|\s)*$|\bdrei\s+viertel\s+der\s+$/iu, 3 / 4],
]
const LOOSE =
  /\b(?:about|around|almost|nearly|roughly|more\s+than|less\s+than|at\s+least|over|under|up\s+to|some|fast|rund|etwa|knapp|mehr\s+als)\s+\S*\s*\S*$/iu
/** "Half of the 300 workers, 120 in all": the second figure says how many that share is. */
const IN_ALL = /^,?\s*(?:in\s+all|of\s+them|altogether|insgesamt)\b/iu
const BETWEEN = /^(?:\s+\p{L}+){0,3}\s*(?:,|\(|–|—)\s*(?:or\s+|that\s+is\s+)?$/u
const GROWN: readonly (readonly [RegExp, number])[] = [
  [/\b(?:doubled|verdoppel\w+)\s+(?:\p{L}+\s+){0,3}(?:from|von)\s*$/iu, 2],
  [/\b(?:tripled|trebled|verdreifach\w+)\s+(?:\p{L}+\s+){0,3}(?:from|von)\s*$/iu, 3],
  [/\b(?:quadrupled|vervierfach\w+)\s+(?:\p{L}+\s+){0,3}(?:from|von)\s*$/iu, 4],
  [/\b(?:halved|halbier\w+)\s+(?:\p{L}+\s+){0,3}(?:from|von)\s*$/iu, 1 / 2],
]
/** Each share and growth has one of these in it. */
const MAY_TELL = /hal|hälf|third|quart|dritt|viert|doub|tripl|trebl|quadr|verd|verv/iu
/** How far a share in words may be from the figure: words are rounder than figures. */
const ROUGH = 0.12

/**
 * Shares and growth in words beside the figures that they do not fit: "half of the 300 workers, 120 in all", "doubled
 * from 40 to 60"; and years counted between two years: "from 1914 to 1918, six years".
 */
export function sharesAndSpans(
  model: TextModel,
  sentences: readonly Sentence[],
  figures: readonly Figure[],
): Disagreement[] {
  const { text } = model
  return figures.flatMap((one, at): Disagreement[] => {
    const other = figures[at + 1]
    if (!other || other.sentence !== one.sentence) return []
    const before = text.slice(Math.max((sentences[one.sentence] as Sentence).start, one.start - 50), one.start)
    const years = one.year && other.year ? wrongYears(text, one, other, figures[at + 2], before) : undefined
    if (years) return [years]
    if (one.year || other.year || one.unit !== other.unit) return []
    const between = text.slice(one.end, other.start)
    if (!MAY_TELL.test(before)) return []
    const share = SHARES.find(([pattern]) => pattern.test(before))
    if (share && BETWEEN.test(between) && IN_ALL.test(text.slice(other.end, other.end + 20)))
      return unlike(text, one, other, share[1], before, 'share')
    const growth = GROWN.find(([pattern]) => pattern.test(before))
    return growth && /^\s+(?:\p{L}+\s+)?(?:to|auf)\s+$/u.test(between)
      ? unlike(text, one, other, growth[1], before, 'multiple')
      : []
  })
}

function unlike(
  text: string,
  one: Figure,
  other: Figure,
  factor: number,
  before: string,
  name: string,
): Disagreement[] {
  const expected = one.value * factor
  if (LOOSE.test(before) || Math.abs(other.value - expected) <= ROUGH * expected + other.rounding) return []
  const makes = Number(expected.toPrecision(3)).toLocaleString('en')
  return [
    {
      name,
      earlier: one,
      later: other,
      earlierSays: `${quoted(text, { start: one.start - wordsBefore(before), end: one.end })}, which makes ${makes}`,
      laterSays: quoted(text, other),
      severity: 'should-fix',
      score: 0.75,
    },
  ]
}

/** Length of the last few words, so that "half of the" is shown with its figure. */
function wordsBefore(before: string): number {
  return /(?:\S+\s+){1,4}$/u.exec(before)?.[0].length ?? 0
}

function wrongYears(
  text: string,
  from: Figure,
  to: Figure,
  span: Figure | undefined,
  before: string,
): Disagreement | undefined {
  if (
    !/\b(?:from|between|von)\s+$/iu.test(before) ||
    !/^\s+(?:to|until|and|bis)\s+$/u.test(text.slice(from.end, to.start))
  )
    return undefined
  if (!span || span.sentence !== from.sentence || !/^(?:years?|jahre[n]?)$/u.test(span.noun)) return undefined
  const between = text.slice(to.end, span.start)
  if (!/^,\s+(?:or\s+|a\s+total\s+of\s+|das\s+sind\s+)?$/u.test(between)) return undefined
  const years = to.value - from.value
  if (Math.abs(span.value - years) <= 1) return undefined
  return {
    name: 'GMM-1',
    earlier: from,
    later: span,
    earlierSays: `${quoted(text, { start: from.start, end: to.end })}, which makes ${years} years`,
    laterSays: `${quoted(text, span)} ${span.noun}`,
    severity: 'should-fix',
    score: 0.75,
  }
}
