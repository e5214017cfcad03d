import type { Author } from '../../contract/entities'
import type { Spot } from '../anchoring/spots'
import { COMMENT, type ForeignNote, type ForeignNotes, type ForeignTarget, type KindFields } from './annotations-note'
import { fieldsOfTags } from './annotations-own-terms'
import { isOffset } from './annotations-w3c'
import { firstString, isJson, listOf, member, stringsOf, type Json } from './json-parts'
import { NO_TIME, noteId, noteTime, personNamed } from './noted'

/** Characters of context that are looked at on each side of a quote. */
const CONTEXT = 200

/** Where Hypothesis' answers and exports keep their annotations: a search gives rows, an export annotations. */
export function hypothesisRows(value: unknown): readonly unknown[] | undefined {
  const rows = Array.isArray(value) ? value : (member(value, 'rows') ?? member(value, 'annotations'))
  const list = Array.isArray(rows) ? rows : isJson(value) && 'uri' in value ? [value] : undefined
  return list?.some(isRow) ? list : undefined
}

const isRow = (row: unknown) => isJson(row) && 'uri' in row && ('target' in row || 'references' in row || 'text' in row)

/** Annotations as Hypothesis' API and its export give them. @see https://h.readthedocs.io/en/latest/api-reference/v1/ */
export function readHypothesis(value: unknown): ForeignNotes {
  const rows = hypothesisRows(value) ?? []
  const total = member(value, 'total')
  const replies = listOf(member(value, 'replies'))
  const more = isOffset(total) && total > rows.length ? total : 0
  return {
    program: 'Hypothesis',
    unit: 'utf-16',
    notes: [...rows, ...replies].filter((row): row is Json => isRow(row)).map(noteOf),
    notices: more ? [`The search had ${more} results, of which the file holds ${rows.length}.`] : [],
  }
}

function noteOf(row: Json): ForeignNote {
  const author = userOf(row)
  const text = firstString(row['text'])?.trim() ?? ''
  const tags = stringsOf(row['tags']).filter(Boolean)
  const known = author.own ? fieldsOfTags(tags) : undefined
  const words = [text, !known && tags.length ? `Tags: ${tags.join(', ')}` : ''].filter(Boolean).join('\n\n')
  const createdAt = timeOf(row['created'])
  const updatedAt = timeOf(row['updated']) ?? createdAt
  const references = stringsOf(row['references'])
  const targets = references.length ? [] : targetsOf(listOf(row['target']), firstString(row['uri']) ?? '')
  return {
    id: idFrom(firstString(row['id']), author.own, [author.name, createdAt ?? '', words, JSON.stringify(targets)]),
    author: { id: author.id, name: author.name, initials: author.initials },
    ...(createdAt && { createdAt }),
    ...(updatedAt && { updatedAt }),
    words: words.slice(0, 100_000),
    fields: known ?? fieldsOf(words),
    targets,
    // The first is the note that the thread began with, the last the one that is answered.
    ...(references[0] !== undefined && { answers: idFrom(references[0], author.own, []) }),
  }
}

const fieldsOf = (words: string): KindFields => (words ? COMMENT : { kind: 'highlight', colour: 'yellow' })

/** Ids of annotations that we exported come back as they were. */
function idFrom(name: string | undefined, own: boolean, content: readonly string[]): string {
  if (own && name && /^[A-Za-z0-9_-]{1,64}$/.test(name)) return name
  return name === undefined ? noteId('hypothesis', ...content) : noteId('hypothesis', name)
}

function timeOf(value: unknown): string | undefined {
  const time = noteTime(firstString(value))
  return time === NO_TIME ? undefined : time
}

/** "acct:name@authority", with the name that is shown beside it where somebody gave one. */
function userOf(row: Json): Author & { own: boolean } {
  const account = /^acct:([^@]{1,200})@(.*)$/s.exec(firstString(row['user']) ?? '')
  const shown = firstString(member(row['user_info'], 'display_name'))
  const person = personNamed(shown ?? account?.[1])
  // Our export says who it was in full; names of accounts are short.
  const id = firstString(member(row['user_info'], 'person'))
  const own = account?.[2] === 'bluepencil.invalid' && id !== undefined && /^[A-Za-z0-9_-]{1,64}$/.test(id)
  const initials = firstString(member(row['user_info'], 'initials'))?.slice(0, 8)
  return own ? { id, name: person.name, initials: initials ?? '', own } : { ...person, own }
}

function targetsOf(targets: readonly unknown[], page: string): ForeignTarget[] {
  const [target] = targets
  const selectors = listOf(member(target, 'selector'))
  const [quote, position] = ['TextQuoteSelector', 'TextPositionSelector'].map((type) =>
    selectors.find((one) => member(one, 'type') === type),
  )
  const exact = firstString(member(quote, 'exact'))
  const [start, end] = [member(position, 'start'), member(position, 'end')]
  if (selectors.length === 0) return [{ page }]
  const spot: Spot = {
    ...(exact !== undefined && {
      quote: {
        exact,
        prefix: (firstString(member(quote, 'prefix')) ?? '').slice(-CONTEXT),
        suffix: (firstString(member(quote, 'suffix')) ?? '').slice(0, CONTEXT),
      },
    }),
    ...(isOffset(start) && isOffset(end) && { position: { start, end } }),
  }
  return [{ page, pointing: { spots: [spot], ofThisText: false } }]
}
