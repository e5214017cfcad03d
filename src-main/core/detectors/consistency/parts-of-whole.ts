import type { Sentence, TextModel } from '../../text/model'
import { quoted, type Disagreement } from './disagreement'
import type { Figure } from './figures'

/** Words after which parts may overlap, or be of something else than the whole. */
const OVERLAP =
  /\b(?:including|include[sd]?|among|from|up|compared|than|more|fewer|less|rose|fell|plus|also|some|other|others|rest|remaining|each|per|between|last|previous|darunter|davon|auch|mehr|weniger|je)\b/iu
const WHOLE_AFTER = /^(?:\s+\p{L}+)?\s+(?:in\s+all|in\s+total|altogether|insgesamt|all\s+told)(?=\s*(?:[.,;:)]|$))/iu
/** A list that the whole opens. */
const LISTS = /^\s+\p{L}[\p{L} -]{0,25}:\s*$/u
const MONEY_LISTS = /^(?:\s+\p{L}[\p{L} -]{0,25})?:\s*$/u
/** What stands between two parts of one list: what the one counts, and a comma or “and”. */
const NEXT = /^\s+\p{L}[\p{L}\s’'-]{1,40}?(?:,\s*(?:and\s+|und\s+)?|\s+and\s+|\s+und\s+)(?:the\s+)?$/u
/** Few things are counted otherwise than by adding: “two versions: the 50 and the 55”. */
const LEAST = 10
const FOR = /^(?:\s+(?:percent|per\s+cent|points?|prozent))?\s+(?:for|für)\s+(?:the\s+|die\s+)?\p{Lu}/iu
const LONGEST = 320

/**
 * Parts that do not make up their whole, told in one sentence: "400 pupils: 180 girls and 240 boys", "12 vans and 9
 * lorries, 20 in all", and shares "45% for Doe, 40% for Roe and 25% for Poe" of more than a hundred. Parts that are
 * less than the whole may be just some of it, except where the whole comes after them.
 */
export function unequalParts(
  model: TextModel,
  sentences: readonly Sentence[],
  figures: readonly Figure[],
): Disagreement[] {
  const found: Disagreement[] = []
  for (let at = 0; at < figures.length;) {
    const { sentence } = figures[at] as Figure
    let end = at
    while (end < figures.length && figures[end]?.sentence === sentence) end++
    const inside = figures.slice(at, end).filter(({ year }) => !year)
    at = end
    const range = sentences[sentence] as Sentence
    if (inside.length < 3 || inside.length > 8 || range.end - range.start > LONGEST) continue
    const wrong = overHundred(model.text, inside) ?? wholeFirst(model.text, inside) ?? wholeLast(model.text, inside)
    if (wrong) found.push(wrong)
  }
  return found
}

function overHundred(text: string, inside: readonly Figure[]): Disagreement | undefined {
  const shares = inside.filter(({ unit, end }) => unit === '%' && FOR.test(text.slice(end, end + 30)))
  const [first] = shares
  const last = shares.at(-1)
  if (!first || !last || shares.length < 3 || shares.length !== inside.length) return undefined
  const sum = total(shares)
  if (sum <= 100 + shares.length * 0.5 + 0.01 || OVERLAP.test(text.slice(first.start, last.end))) return undefined
  return wrongSum(text, shares, last, first, `shares that make ${rounded(sum)}%`)
}

function wholeFirst(text: string, [whole, ...parts]: readonly Figure[]): Disagreement | undefined {
  const first = parts[0]
  const last = parts.at(-1)
  if (
    !whole ||
    !first ||
    !last ||
    whole.unit === '%' ||
    !(whole.unit ? MONEY_LISTS : LISTS).test(text.slice(whole.end, first.start))
  )
    return undefined
  if (whole.value < LEAST || !isList(text, parts, whole) || OVERLAP.test(text.slice(whole.end, last.end + 20)))
    return undefined
  const sum = total(parts)
  // A list of some of the parts is no mistake; parts of more than the whole are.
  if (sum <= whole.value + slack(parts) + whole.rounding) return undefined
  return wrongSum(text, parts, last, whole, `parts that make ${rounded(sum)}`)
}

function wholeLast(text: string, inside: readonly Figure[]): Disagreement | undefined {
  const whole = inside.at(-1)
  const parts = inside.slice(0, -1)
  const [first] = parts
  if (!whole || !first || whole.unit === '%' || !WHOLE_AFTER.test(text.slice(whole.end, whole.end + 40)))
    return undefined
  if (whole.value < LEAST || !isList(text, parts, whole) || OVERLAP.test(text.slice(first.start, whole.start)))
    return undefined
  const sum = total(parts)
  if (Math.abs(sum - whole.value) <= slack(parts) + whole.rounding) return undefined
  return wrongSum(text, parts, whole, first, `parts that make ${rounded(sum)}`)
}

/** Figures of the whole's unit, each less than the whole, one after the other. */
function isList(text: string, parts: readonly Figure[], whole: Figure): boolean {
  if (parts.length < 2 || parts.some(({ unit, value }) => unit !== whole.unit || value >= whole.value)) return false
  return parts.slice(1).every((part, at) => NEXT.test(text.slice((parts[at] as Figure).end, part.start)))
}

const total = (parts: readonly Figure[]) => parts.reduce((sum, { value }) => sum + value, 0)
/** Whole things are not rounded; sums of money and decimals may be. */
const slack = (parts: readonly Figure[]) =>
  parts.reduce((sum, { rounding, unit }) => sum + (unit || rounding !== 0.5 ? rounding : 0), 0)
const rounded = (sum: number) => Number(sum.toPrecision(6)).toLocaleString('en')

function wrongSum(text: string, parts: readonly Figure[], one: Figure, other: Figure, makes: string): Disagreement {
  const [earlier, later] = one.start < other.start ? [one, other] : [other, one]
  const list = parts.map((part) => quoted(text, part)).join(', ')
  const isWhole = (figure: Figure) => !parts.includes(figure)
  const says = (figure: Figure) =>
    isWhole(figure) || (figure === earlier && !isWhole(later)) ? quoted(text, figure) : `${list}, ${makes}`
  return {
    name: 'sum',
    earlier,
    later,
    earlierSays: says(earlier),
    laterSays: says(later),
    severity: 'should-fix',
    score: 0.75,
  }
}
