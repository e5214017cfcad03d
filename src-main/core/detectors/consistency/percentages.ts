import type { Sentence, TextModel } from '../../text/model'
import { quoted, type Disagreement } from './disagreement'
import type { Figure } from './figures'

const UP = /\b(?:rose|rise|risen|increased?|up|grew|grown|gained|climbed|jumped|stieg|gestiegen|mehr)\b/iu
const DOWN =
  /\b(?:fell|fallen|decreased?|down|dropped|declined?|cut|lost|shrank|slumped|sank|gesunken|gefallen|weniger)\b/iu
const LOOSE =
  /\b(?:about|around|almost|nearly|roughly|more|less|at\s+least|over|under|some|fast|rund|etwa|knapp|über)\s*(?:than\s*)?$/iu
const LONGEST = 400

/** "from 200 to 250, a rise of 20 percent": a change in percent that the two figures beside it do not give. */
export function wrongPercentages(
  model: TextModel,
  sentences: readonly Sentence[],
  figures: readonly Figure[],
): Disagreement[] {
  const { text } = model
  const found: Disagreement[] = []
  for (let at = 0; at + 2 < figures.length; at++) {
    const three = figures.slice(at, at + 3) as [Figure, Figure, Figure]
    const { sentence } = three[0]
    if (
      three[2].sentence !== sentence ||
      figures[at - 1]?.sentence === sentence ||
      figures[at + 3]?.sentence === sentence
    )
      continue
    const change = three.find((figure) => figure.unit === '%')
    const [from, to] = fromTo(three.filter((figure) => figure !== change))
    const { start, end } = sentences[sentence] as Sentence
    if (!change || !from || !to || end - start > LONGEST || LOOSE.test(text.slice(start, change.start))) continue
    const words = text.slice(start, end)
    if (UP.test(words) === DOWN.test(words)) continue
    const actual = (100 * Math.abs(to.value - from.value)) / from.value
    const slack = change.rounding + 0.5 + (100 * (to.rounding + from.rounding * (to.value / from.value))) / from.value
    if (Math.abs(actual - change.value) <= slack) continue
    const [earlier, later] = change.start < from.start ? [change, from] : [from, change]
    const claim = `a change of ${quoted(text, change)}`
    const base = `from ${quoted(text, from)} to ${quoted(text, to)}, a change of ${actual.toFixed(actual < 10 ? 1 : 0)}%`
    found.push({
      name: 'percentage',
      earlier,
      later,
      earlierSays: earlier === change ? claim : base,
      laterSays: later === change ? claim : base,
      severity: 'should-fix',
      score: 0.8,
    })
  }
  return found
}

/** The figures after "from" and "to", where both are there and count the same. */
function fromTo(pair: readonly Figure[]): [Figure?, Figure?] {
  const from = pair.find((figure) => figure.before === 'from' || figure.before === 'von')
  const to = pair.find((figure) => figure.before === 'to' || figure.before === 'auf')
  if (pair.length !== 2 || !from || !to || from.unit !== to.unit || from.unit === '%' || from.value <= 0) return []
  return from.year || to.year ? [] : [from, to]
}
