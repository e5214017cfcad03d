import type { Author } from '../../contract/entities'
import type { Spot } from '../anchoring/spots'
import { textDigest } from '../text/digest'
import { bodyOf } from './annotations-body'
import { COMMENT, type ForeignNote, type ForeignNotes, type ForeignTarget, type KindFields } from './annotations-note'
import { ownFields } from './annotations-own-terms'
import { firstString, isJson, listOf, member, stringsOf, type Json } from './json-parts'
import { NO_TIME, noteId, noteTime, personNamed } from './noted'

/** Collections, pages and lists inside one another; selectors that narrow selectors. */
const DEEPEST = 12
/** Characters of context that are looked at on each side of a quote. */
const CONTEXT = 200

/** The annotations in a list, a page or a collection of the W3C's model. @param text that they are looked for in */
export function readW3c(value: unknown, text: string): ForeignNotes {
  const own = `urn:sha256:${textDigest(text)}`
  const found: Json[] = []
  gather(value, found)
  const notes = found.map((annotation) => noteOf(annotation, own))
  const elsewhere = pagesElsewhere(value)
  return {
    program: 'W3C',
    unit: 'code-points',
    notes,
    notices: elsewhere
      ? ['The file says that there are more annotations on other pages; only those in it were read.']
      : [],
  }
}

function gather(value: unknown, into: Json[], depth = 0): void {
  if (depth > DEEPEST) return
  if (Array.isArray(value)) for (const one of value) gather(one, into, depth + 1)
  else if (isJson(value)) {
    if (isAnnotation(value)) into.push(value)
    for (const part of ['first', 'items', 'annotations', '@graph']) gather(member(value, part), into, depth + 1)
  }
}

const typesOf = (value: unknown) => stringsOf(member(value, 'type') ?? member(value, '@type'))
const isAnnotation = (value: Json) => typesOf(value).some((type) => /^(?:oa:)?Annotation$/.test(type))
const idOf = (value: unknown) => firstString(value, member(value, 'id'), member(value, '@id'))

function pagesElsewhere(value: unknown): boolean {
  const first = member(value, 'first')
  return [member(first, 'next'), member(value, 'next'), typeof first === 'string' ? first : undefined].some(Boolean)
}

function noteOf(annotation: Json, own: string): ForeignNote {
  const name = idOf(annotation)
  const author = creatorOf(annotation)
  const body = bodyOf(annotation)
  const created = timeOf(annotation, 'created')
  const targets = listOf(annotation['target'])
  const purposes = [...stringsOf(annotation['motivation']), ...body.purposes].map(bare)
  const isReply = purposes.includes('replying')
  const answered = isReply
    ? targets.map((target) => idOf(target) ?? idOf(member(target, 'source'))).find(Boolean)
    : undefined
  const fields = ownFields(annotation) ?? fieldsOf(purposes, body.words)
  const about = targets.map((target) => targetOf(target, own))
  return {
    id: idFrom(name, [author.name, created ?? '', body.words, JSON.stringify(about)]),
    author,
    ...(created && { createdAt: created }),
    ...modified(timeOf(annotation, 'modified') ?? created),
    words: ownFields(annotation) ? body.note : body.words,
    fields,
    targets: answered ? [] : about,
    ...(answered && { answers: idFrom(answered, []) }),
  }
}

const modified = (updatedAt: string | undefined) => (updatedAt ? { updatedAt } : {})
const bare = (name: string) => name.replace(/^oa:|^.*[#/]/, '')

/** Ids of our own come back as they were. */
const OWN_ID = /^urn:bluepencil:annotation:([A-Za-z0-9_-]{1,64})$/
function idFrom(name: string | undefined, content: readonly string[]): string {
  if (name === undefined || name.startsWith('_:')) return noteId('annotation', ...content)
  return OWN_ID.exec(name)?.[1] ?? noteId('annotation', name)
}

function timeOf(annotation: Json, name: string): string | undefined {
  const time = noteTime(firstString(annotation[name], member(annotation[name], '@value')))
  return time === NO_TIME ? undefined : time
}

const OWN_PERSON = /^urn:bluepencil:person:([A-Za-z0-9_-]{1,64})$/
/** A creator is an address, an agent, or several of them; who comes first signs, the others are named with them. */
function creatorOf(annotation: Json): Author {
  const creators = listOf(annotation['creator'] ?? annotation['dcterms:creator'])
  const nameOf = (one: unknown) =>
    firstString(
      ...listOf(member(one, 'name')),
      ...listOf(member(one, 'foaf:name')),
      member(one, 'nickname'),
      firstString(member(one, 'email'))?.replace(/^mailto:/, ''),
      idOf(one)?.replace(/^(?:acct:|mailto:)/, ''),
    )
  const [first] = creators
  const known = OWN_PERSON.exec(idOf(first) ?? '')?.[1]
  const initials = firstString(member(first, 'nickname'))
  const name = nameOf(first)
  if (known && name) return { id: known, name: name.slice(0, 2_000), initials: (initials ?? '').slice(0, 8) }
  return personNamed(creators.map(nameOf).filter(Boolean).join(', ') || undefined)
}

function fieldsOf(purposes: readonly string[], words: string): KindFields {
  const onlyMarked = purposes.includes('highlighting') || purposes.length === 0
  return onlyMarked && !words ? { kind: 'highlight', colour: 'yellow' } : COMMENT
}

function targetOf(target: unknown, own: string): ForeignTarget {
  const source = member(target, 'source') ?? target
  const page = (idOf(source) ?? '').replace(/#.*$/s, '')
  const selectors = listOf(member(target, 'selector'))
  const choices = selectors.flatMap((one) => (typesOf(one).includes('Choice') ? listOf(member(one, 'items')) : [one]))
  if (choices.length === 0) return { page }
  return { page, pointing: { spots: spotsOf(choices), ofThisText: page === own } }
}

/** Selectors of one target say the same place, each in its own way; a quote and a position are told together. */
function spotsOf(selectors: readonly unknown[]): Spot[] {
  const read = selectors.flatMap((selector) => spotOf(selector))
  const plain = read.filter((spot) => !spot.within && !spot.between)
  const quote = plain.find((spot) => spot.quote)?.quote
  const position = plain.find((spot) => spot.position)?.position
  const together = quote || position ? [{ ...(quote && { quote }), ...(position && { position }) }] : []
  return [...together, ...read.filter((spot) => !plain.includes(spot))]
}

function spotOf(selector: unknown, within?: Spot, depth = 0): Spot[] {
  if (depth > DEEPEST) return []
  const base = baseSpot(selector, depth)
  const spot = base && { ...base, ...(within && { within }) }
  const finer = listOf(member(selector, 'refinedBy'))
  if (finer.length === 0) return spot ? [spot] : []
  const inner = finer.flatMap((one) => spotOf(one, spot, depth + 1))
  // Inside an element that only its page has, words can be looked for, and positions mean nothing.
  if (!spot) return inner.flatMap(({ quote, between }): Spot[] => (quote ? [{ quote }] : between ? [{ between }] : []))
  return inner.length > 0 ? inner : [spot]
}

function baseSpot(selector: unknown, depth: number): Spot | undefined {
  const types = typesOf(selector)
  const text = (name: string) => firstString(member(selector, name)) ?? ''
  if (types.includes('TextQuoteSelector') && text('exact'))
    return {
      quote: { exact: text('exact'), prefix: text('prefix').slice(-CONTEXT), suffix: text('suffix').slice(0, CONTEXT) },
    }
  const [start, end] = [member(selector, 'start'), member(selector, 'end')]
  if (types.includes('TextPositionSelector') && isOffset(start) && isOffset(end)) return { position: { start, end } }
  if (!types.includes('RangeSelector')) return undefined
  const [from] = spotOf(member(selector, 'startSelector'), undefined, depth + 1)
  const [to] = spotOf(member(selector, 'endSelector'), undefined, depth + 1)
  return from && to ? { between: { from, to } } : undefined
}

export const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
