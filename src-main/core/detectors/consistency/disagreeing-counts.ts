import type { Sentence, TextModel } from '../../text/model'
import { quoted, type Disagreement } from './disagreement'
import type { Figure } from './figures'
import { contentWords } from './content-words'

/** Words after which two figures may differ and both be right: time has passed, or another part is counted. */
const APART =
  /\b(?:rose|risen|fell|fallen|increase[ds]?|grew|grown|dropped|more|fewer|less|another|other|others|additional|than|compared|earlier|previous|previously|later|initially|originally|first|second|third|next|last|yesterday|then|now|since|until|some|only|half|updated?|revised|mehr|weniger|weitere[nr]?|andere[nr]?|zuvor|später|zunächst|inzwischen|als)\b/iu
const PEOPLE =
  'people|persons?|men|women|children|passengers?|civilians?|soldiers?|workers?|students?|pupils?|residents?|menschen|personen'
/** What befell people, each told as a noun of its own or as people to whom it happened. */
const TOLLS: readonly (readonly [kind: string, alone: RegExp, happened: RegExp])[] = [
  toll('dead', 'dead|killed|fatalities|tote|toten', 'killed|died|dead|dying|getötet|gestorben|starben|tot'),
  toll('injured', 'injured|wounded|hurt|injuries|verletzte|verletzten', 'injured|wounded|hurt|verletzt'),
  toll('missing', 'missing|vermisste|vermissten', 'missing|unaccounted|vermisst'),
  toll('arrested', 'arrests|festnahmen', 'arrested|detained|festgenommen'),
]
/** "killed 12 people": the verb right before the figure. */
const DONE_TO: Readonly<Record<string, string>> = {
  killed: 'dead',
  killing: 'dead',
  injured: 'injured',
  injuring: 'injured',
  arrested: 'arrested',
  detained: 'arrested',
}
const COUNTED_PEOPLE = new RegExp(`^(?:${PEOPLE})$`, 'u')
const LONGEST = 400

function toll(kind: string, alone: string, happened: string): readonly [string, RegExp, RegExp] {
  return [
    kind,
    new RegExp(`^(?:${alone})$`, 'u'),
    new RegExp(`^\\s+(?:other\\s+)?(?:${PEOPLE})\\s+(?:\\p{L}+\\s+){0,2}?(?:${happened})\\b`, 'iu'),
  ]
}

interface Counted {
  readonly figure: Figure
  /** What is counted, the same in both places. */
  readonly what: string
  readonly context: ReadonlySet<string>
}

/**
 * Two figures for one thing: a toll of dead, injured, missing or arrested told twice in sentences about the same, or a
 * sum of money that is a thousand times another with the same digits (millions for billions, GMM-1). Sentences that
 * speak of change, of time passed or of others are left out.
 */
export function disagreeingCounts(
  model: TextModel,
  sentences: readonly Sentence[],
  figures: readonly Figure[],
): Disagreement[] {
  const groups = new Map<string, Counted[]>()
  for (const figure of figures) {
    const what = moneyDigits(figure) ?? tollOf(model.text, figure)
    if (what === undefined) continue
    const { start, end } = sentences[figure.sentence] as Sentence
    const words = model.text.slice(start, end)
    if (end - start > LONGEST || (!figure.unit && APART.test(words))) continue
    const counted = { figure, what, context: contentWords(words) }
    const group = groups.get(what)
    if (group) group.push(counted)
    else groups.set(what, [counted])
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...rest] = group
    const other = first && rest.find((later) => disagree(first, later))
    return first && other ? [disagreement(model.text, first, other)] : []
  })
}

/** Three leading digits and the currency, where a slip of a thousand could be: from a million up, not a round number. */
function moneyDigits({ unit, value }: Figure): string | undefined {
  if (!unit || unit === '%' || value < 1e6) return undefined
  const digits = Number(value.toExponential(2).split('e')[0])
  return Number.isInteger(digits) ? undefined : `${unit}${digits}`
}

function tollOf(text: string, figure: Figure): string | undefined {
  if (figure.unit || figure.year || figure.value < 2) return undefined
  const after = text.slice(figure.end, figure.end + 50)
  const told = TOLLS.find(([, alone, happened]) => alone.test(figure.noun) || happened.test(after))?.[0]
  return told ?? (COUNTED_PEOPLE.test(figure.noun) ? DONE_TO[figure.before] : undefined)
}

function disagree(one: Counted, other: Counted): boolean {
  if (one.figure.value === other.figure.value || one.figure.sentence === other.figure.sentence) return false
  const ratio = Math.max(one.figure.value, other.figure.value) / Math.min(one.figure.value, other.figure.value)
  const shared = [...one.context].filter((word) => other.context.has(word)).length
  if (!one.figure.unit) return ratio <= 2 && shared >= 3 && shared >= Math.min(one.context.size, other.context.size) / 3
  return shared >= 1 && Math.abs(ratio - 1000) < 1
}

function disagreement(text: string, { figure: earlier }: Counted, { figure: later }: Counted): Disagreement {
  const money = earlier.unit !== ''
  const says = (figure: Figure) => `${quoted(text, figure)}${figure.noun ? ` ${figure.noun}` : ''}`
  return {
    name: money ? 'GMM-1' : 'count',
    earlier,
    later,
    earlierSays: says(earlier),
    laterSays: says(later) + (money ? `, a thousand times ${earlier.value > later.value ? 'less' : 'more'}` : ''),
    severity: 'should-fix',
    score: money ? 0.8 : 0.7,
  }
}
