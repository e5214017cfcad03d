import type { TextModel } from '../../text/model'
import { quoted, type Disagreement } from './disagreement'
import type { PersonName } from './person-names'

/** More variants than this of one name in one story are a list, not a slip. */
const MOST_VARIANTS = 12

/**
 * One person under two spellings: the same last name with first names one letter apart (Sara, Sarah), or the same first
 * name with last names one letter apart. Pairs that stand side by side, and pairs that are two names in their own right
 * (Paul, Paula; Korea, Korean), are left alone.
 */
export function nameSpellings(model: TextModel, names: readonly PersonName[]): Disagreement[] {
  return [
    ...variants(model, names, 'last', 'first', isSlipOfFirstName),
    ...variants(model, names, 'first', 'last', isSlipOfLastName),
  ]
}

function variants(
  model: TextModel,
  names: readonly PersonName[],
  same: 'first' | 'last',
  differs: 'first' | 'last',
  isSlip: (one: string, other: string) => boolean,
): Disagreement[] {
  const groups = new Map<string, Map<string, PersonName[]>>()
  for (const name of names) {
    const key = name[same].toLowerCase()
    const group = groups.get(key) ?? groups.set(key, new Map()).get(key)
    const spelling = name[differs].toLowerCase()
    const places = group?.get(spelling)
    if (places) places.push(name)
    else group?.set(spelling, [name])
  }
  const found: Disagreement[] = []
  for (const group of groups.values()) {
    if (group.size < 2 || group.size > MOST_VARIANTS) continue
    const spellings = [...group.entries()]
    spellings.forEach(([one, places], at) => {
      for (const [other, otherPlaces] of spellings.slice(at + 1))
        if (isSlip(one, other) && !sideBySide(places, otherPlaces)) found.push(slip(model, places, otherPlaces))
    })
  }
  return found
}

/** The rarer spelling is flagged; of two equally rare ones the later. */
function slip(model: TextModel, places: readonly PersonName[], others: readonly PersonName[]): Disagreement {
  const [usual, rare] = others.length > places.length ? [others, places] : [places, others]
  const later = rare[0] as PersonName
  const earlier = usual[0] as PersonName
  const times = usual.length > 1 ? ` (${usual.length} times)` : ''
  return {
    name: 'spelling',
    earlier,
    later,
    earlierSays: `${quoted(model.text, earlier)}${times}`,
    laterSays: quoted(model.text, later),
    severity: 'should-fix',
    score: usual.length > 1 ? 0.85 : 0.75,
  }
}

/** Somebody who writes both within one sentence means two people. */
function sideBySide(places: readonly PersonName[], others: readonly PersonName[]): boolean {
  const sentences = new Set(places.map(({ sentence }) => sentence))
  return others.some(({ sentence }) => sentences.has(sentence))
}

function isSlipOfFirstName(one: string, other: string): boolean {
  const edit = oneEdit(one, other)
  if (!edit || Math.min(one.length, other.length) < 3) return false
  // Robert and Roberta, Carl and Carlo, Jon and Jona are different people; Sara and Sarah may be one.
  if (edit.kind === 'added')
    return edit.atEnd ? edit.letter === 'h' : edit.letter === 'h' || (edit.at > 0 && one.length > 4)
  return edit.kind === 'swapped' || (edit.at > 0 && !edit.atEnd && one.length > 5)
}

function isSlipOfLastName(one: string, other: string): boolean {
  const edit = oneEdit(one, other)
  if (!edit || Math.min(one.length, other.length) < 5 || edit.at === 0) return false
  // Korea and Korean, State and States, Latino and Latina are forms of one word.
  if (edit.kind === 'added') return !edit.atEnd || 'dhtzl'.includes(edit.letter)
  return edit.kind === 'swapped' || (!edit.atEnd && one.length > 5)
}

interface Edit {
  readonly kind: 'added' | 'changed' | 'swapped'
  readonly at: number
  readonly atEnd: boolean
  /** The letter that one of them has and the other lacks; for a change, the one in the first. */
  readonly letter: string
}

/** The one letter added, changed or swapped with its neighbour that makes two words equal; undefined if there is none. */
export function oneEdit(one: string, other: string): Edit | undefined {
  if (one.length > other.length) return oneEdit(other, one)
  if (other.length - one.length > 1 || one === other) return undefined
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  if (other.length > one.length)
    return one.slice(at) === other.slice(at + 1)
      ? { kind: 'added', at, atEnd: at === one.length, letter: other[at] as string }
      : undefined
  const atEnd = at === one.length - 1
  if (one.slice(at + 1) === other.slice(at + 1)) return { kind: 'changed', at, atEnd, letter: one[at] as string }
  const swapped = one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
  return swapped ? { kind: 'swapped', at, atEnd: false, letter: one[at] as string } : undefined
}
