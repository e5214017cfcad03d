import type { TextModel } from '../../text/model'
import { MEN, WOMEN } from './first-names'
import { isName } from './noun-phrase'
import { CAPITALISED, tokensOf, type Tokens } from './tokens'
import * as is from './word-classes'

/** Somebody named in full in a document. Positions of tokens. */
export interface Person {
  readonly first: number
  readonly last: number
  readonly name: string
  readonly gender: 'woman' | 'man' | 'unknown'
}

export interface People {
  /** Whoever the document names in full with this last word, where that is one person only. */
  readonly byLastName: ReadonlyMap<string, Person>
  /** Who holds an office named in the document: "mayor" for "Mayor Jane Doe". */
  readonly byOffice: ReadonlyMap<string, Person>
}

const cache = new WeakMap<TextModel, People>()

/** The people a document names, found once. Linear in its tokens. */
export function peopleOf(model: TextModel): People {
  let people = cache.get(model)
  if (!people) cache.set(model, (people = findPeople(model.text, tokensOf(model))))
  return people
}

/** Longest name that is taken for one, in words. */
const LONGEST = 4

function findPeople(text: string, tokens: Tokens): People {
  const byLastName = new Map<string, Person>()
  const byOffice = new Map<string, Person>()
  const shared = new Set<string>()
  const word = (at: number) => text.slice(tokens.start[at], tokens.end[at])
  for (let at = 0; at < tokens.count; at++) {
    if (!isPersonal(tokens, at)) continue
    let last = at
    while (last + 1 < tokens.count && isPersonal(tokens, last + 1)) last++
    const length = last - at + 1
    const before = at > 0 ? (tokens.classes[at - 1] as number) : 0
    if (length >= 2 && length <= LONGEST && !(before & is.DETERMINER)) {
      const person = {
        first: at,
        last,
        name: text.slice(tokens.start[at], tokens.end[last]),
        gender: genderOf(word, tokens, at),
      }
      const key = word(last)
      const known = byLastName.get(key)
      if (!known) byLastName.set(key, person)
      else if (!sameName(known.name, person.name)) shared.add(key)
      if (before & is.TITLE) note(byOffice, word(at - 1).toLowerCase(), person)
      const office = officeAfter(tokens, last)
      if (office > 0) note(byOffice, word(office).toLowerCase(), person)
    }
    at = last
  }
  for (const key of shared) byLastName.delete(key)
  return { byLastName, byOffice }
}

function note(offices: Map<string, Person>, office: string, person: Person): void {
  if (!offices.has(office)) offices.set(office, person)
}

/** A capital that can be part of somebody's name: no title, no body, no function word. */
function isPersonal(tokens: Tokens, at: number): boolean {
  return (
    !!((tokens.shape[at] as number) & CAPITALISED) &&
    isName(tokens, at) &&
    !((tokens.classes[at] as number) & (is.TITLE | is.BODY | is.ROLE))
  )
}

/** "Jane Doe, the mayor of …": position of "mayor", or -1. */
function officeAfter(tokens: Tokens, last: number): number {
  if (tokens.mark[last + 1] !== 0x2c) return -1
  for (let at = last + 2; at < Math.min(tokens.count, last + 8); at++) {
    if (tokens.mark[at]) return -1
    if ((tokens.classes[at] as number) & is.ROLE && !isName(tokens, at)) return at
  }
  return -1
}

function sameName(a: string, b: string): boolean {
  const [first = ''] = a.split(/\s/)
  const [second = ''] = b.split(/\s/)
  return first === second || first.startsWith(second) || second.startsWith(first)
}

function genderOf(word: (at: number) => string, tokens: Tokens, first: number): Person['gender'] {
  const name = word(first)
  if (WOMEN.has(name)) return 'woman'
  if (MEN.has(name)) return 'man'
  const title = first > 0 && (tokens.classes[first - 1] as number) & is.TITLE ? word(first - 1) : ''
  if (/^(?:Mrs|Ms|Miss|Lady|Dame|Baroness|Queen|Princess|Frau|Mme|Señora)\b/.test(title)) return 'woman'
  return /^(?:Mr|Sir|Lord|King|Prince|Herr|Monsieur|Señor)\b/.test(title) ? 'man' : 'unknown'
}
