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
  const named = new Map<string, Named[]>()
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
      const known = named.get(key)
      const same = known?.find((one) => sameName(one.person.name, person.name))
      if (same) same.times++
      else if (!known) named.set(key, [{ person, times: 1 }])
      else if (known.length < MOST_NAMESAKES) known.push({ person, times: 1 })
      if (before & is.TITLE) note(byOffice, word(at - 1).toLowerCase(), person)
      const office = officeAfter(tokens, last)
      if (office > 0) note(byOffice, word(office).toLowerCase(), person)
    }
    at = last
  }
  for (const [key, namesakes] of named) {
    namesakes.sort((a, b) => b.times - a.times)
    const [first, second] = namesakes
    // "Radio Five Live Doe" beside three times "Jane Doe" is a slip of reading and no second person.
    if (first && (!second || first.times > 2 * second.times)) byLastName.set(key, first.person)
  }
  tellGenders(text, tokens, byLastName)
  return { byLastName, byOffice }
}

/** Tokens after a name in which a pronoun is taken to mean it. */
const NEAR = 25

/** Where a first name says nothing, the pronouns that follow the name do, if they agree. */
function tellGenders(text: string, tokens: Tokens, byLastName: Map<string, Person>): void {
  const votes = new Map<string, number>()
  let last = ''
  let seen = -NEAR
  for (let at = 0; at < tokens.count; at++) {
    if (isPersonal(tokens, at)) {
      const word = text.slice(tokens.start[at], tokens.end[at])
      if (!byLastName.has(word)) continue
      last = word
      seen = at
    } else if (at - seen < NEAR && (tokens.classes[at] as number) & (is.PRONOUN | is.PERSONAL)) {
      const vote = PRONOUNS.get(text.slice(tokens.start[at], tokens.end[at]).toLowerCase())
      if (vote) votes.set(last, (votes.get(last) ?? 0) + vote)
    }
  }
  for (const [name, vote] of votes) {
    const person = byLastName.get(name)
    if (person?.gender === 'unknown' && vote) byLastName.set(name, { ...person, gender: vote > 0 ? 'woman' : 'man' })
  }
}

const PRONOUNS = new Map([
  ['she', 1],
  ['her', 1],
  ['hers', 1],
  ['he', -1],
  ['him', -1],
  ['his', -1],
])

interface Named {
  readonly person: Person
  times: number
}

const MOST_NAMESAKES = 6

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
  const before = first > 0 ? word(first - 1) : ''
  if (WOMANS_ROLE.test(before)) return 'woman'
  if (MANS_ROLE.test(before)) return 'man'
  const title = first > 0 && (tokens.classes[first - 1] as number) & is.TITLE ? before : ''
  if (/^(?:Mrs|Ms|Miss|Lady|Dame|Baroness|Queen|Princess|Frau|Mme|Señora)\b/.test(title)) return 'woman'
  return /^(?:Mr|Sir|Lord|King|Prince|Herr|Monsieur|Señor)\b/.test(title) ? 'man' : 'unknown'
}

const WOMANS_ROLE =
  /(?:woman|^actress|mother|^wife|^widow|daughter|^sister|^aunt|^niece|^duchess|^heiress|^waitress|sprecherin|ministerin|kanzlerin|präsidentin|meisterin)$/i
const MANS_ROLE =
  /(?:[a-z]sman|chairman|businessman|^husband|father|^widower|^son|^brother|^uncle|^nephew|^duke|^waiter)$/i
