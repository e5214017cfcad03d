import * as v from 'valibot'
import {
  Annotation as AnyAnnotation,
  Citation,
  type Annotation,
  type Reply,
  type Source,
} from '../../contract/entities'
import { findSpots } from '../anchoring/spots'
import { textPieces } from '../exporters/docx-pieces'
import { annotationCollection } from '../exporters/jsonld'
import { readSave, type SavedReview } from '../exporters/save-file'
import { canonical } from '../review/canonical'
import { linesOf } from '../text/blocks'
import { unixLines } from '../text/lines'
import { anchorAt } from '../text/selectors'
import type { ForeignNote } from './annotations-note'
import { readW3c } from './annotations-w3c'
import { carriedSession } from './carried-session'
import { countOf } from './count-of'
import { readBack, squeezed, type ShownParagraph, type WrittenParagraph } from './edited-text'
import type { ImportedNotes, ImportedText, Reading } from './importer'
import { isJson, listOf, member, stringsOf, type Json } from './json-parts'
import { SOMEBODY } from './noted'
import { toldChanges } from './told-changes'

/** The session in one of our collections, given as JSON. */
export function sessionIn(json: string, fileName: string): SavedReview | undefined {
  return sessionOf(parse(json), fileName)
}

/** Our collection of annotations, with what somebody changed in it since: the text, annotations, answers, new ones. */
export function jsonldSession(json: string, fileName: string): ImportedText | undefined {
  const value = parse(json)
  const save = sessionOf(value, fileName)
  if (!save || !isJson(value)) return undefined
  const { document, review, savedAt: now, generator } = save
  const exported = annotationCollection({ document, review }, { confidential: true, now, generator }) as Json
  const edited = editedIn(save, member(member(value, 'document'), 'text'))
  const { notices, ...notes } = changedNotes(save, value, exported, edited?.text ?? document.text)
  for (const [part, what] of ABOUT)
    if (canonical(plain(member(value, part))) !== canonical(plain(member(exported, part))))
      notices.push(`${what} were changed in the file; that is not taken over.`)
  const any = notes.annotations.length + notes.replies.length > 0
  return carriedSession(save, 'application/ld+json', { notices, ...(any && { notes }), edited })
}

/** Parts of a collection that are written for other programs only. */
const ABOUT = [
  ['sources', 'Sources'],
  ['verdicts', 'Verdicts'],
] as const

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function sessionOf(value: unknown, fileName: string): SavedReview | undefined {
  const session = member(value, 'session')
  return typeof session === 'string' ? readSave(session, fileName) : undefined
}

/** The text of the file, where it is another than was exported. */
function editedIn({ document }: SavedReview, text: unknown): Reading | undefined {
  if (typeof text !== 'string' || text === document.text || !text.trim()) return undefined
  const shown = (words: string): ShownParagraph[] =>
    linesOf(words).map(({ start, end }) => ({ text: words.slice(start, end), kind: 'paragraph', inlines: [] }))
  const written = textPieces(document).flatMap(({ start, end }, piece): WrittenParagraph[] =>
    shown(document.text.slice(start, end)).map((line) => ({ words: squeezed(line.text), piece })),
  )
  return readBack(document, written, shown(unixLines(text))).edited
}

function changedNotes(
  save: SavedReview,
  value: Json,
  exported: Json,
  text: string,
): ImportedNotes & { readonly notices: string[] } {
  const { document, review } = save
  const [now, was] = [value, exported].map(
    (one) => new Map(readW3c(one, document.text).notes.map((note) => [note.id, note])),
  )
  const [items, itemsBefore] = [value, exported].map(itemsOf)
  const annotations: Annotation[] = []
  const replies: Reply[] = []
  const counts = { gone: 0, refused: 0, moved: 0 }
  for (const annotation of review.annotations) {
    const [note, before] = [now?.get(annotation.id), was?.get(annotation.id)]
    if (!note || !before) {
      counts.gone++
      continue
    }
    if (canonical(note.targets) !== canonical(before.targets)) counts.moved++
    const [item, itemBefore] = [items?.get(annotation.id), itemsBefore?.get(annotation.id)]
    const changed = changedAnnotation(annotation, [note, before], [item, itemBefore], save)
    if (changed === 'refused') counts.refused++
    else if (changed) {
      annotations.push(changed)
      replies.push(
        ...toldChanges(annotation, changed, 'in a file of annotations', { author: SOMEBODY, time: save.savedAt }),
      )
    }
  }
  const known = new Map(review.replies.map((reply) => [reply.id, reply]))
  for (const reply of review.replies) {
    const note = now?.get(reply.id)
    if (!note) counts.gone++
    else if (note.words !== was?.get(reply.id)?.words) replies.push({ ...reply, body: note.words })
  }
  const own = new Set(review.annotations.map(({ id }) => id))
  const fresh = [...(now?.values() ?? [])].filter(({ id }) => !own.has(id) && !known.has(id))
  const placed = freshNotes(fresh, text, save)
  return {
    annotations: [...annotations, ...placed.annotations],
    replies: [...replies, ...placed.replies],
    sources: [],
    notices: noticesOf(counts, placed.homeless),
  }
}

/** Our items by the ids of their annotations. */
function itemsOf(collection: Json): Map<string, unknown> {
  const items = listOf(member(member(collection, 'first'), 'items'))
  return new Map(items.map((item) => [String(member(item, 'id')).replace(/^urn:bluepencil:annotation:/, ''), item]))
}

/** An annotation as the file has it now; undefined where it is as it was, `refused` where it would be another kind. */
function changedAnnotation(
  annotation: Annotation,
  [note, before]: readonly [ForeignNote, ForeignNote],
  [item, itemBefore]: readonly [unknown, unknown],
  { review }: SavedReview,
): Annotation | 'refused' | undefined {
  const fields = {
    ...note.fields,
    ...(canonical(note.fields) === canonical(before.fields) && changedTags(annotation, item, itemBefore)),
  }
  const [cites, cited] = [item, itemBefore].map((one) => canonical(plain(member(one, 'citations'))))
  const citesAnew = cites !== cited
  if (canonical(fields) === canonical(before.fields) && note.words === before.words && !citesAnew) return undefined
  const ownWords = note.words !== before.words && { note: note.words.replace(LINKS, '').trim() }
  const citations = citesAnew && annotation.kind === 'claim' ? citationsOf(item, review.sources) : undefined
  const made = {
    ...annotation,
    ...fields,
    ...ownWords,
    ...(annotation.kind === 'claim' && { citations: annotation.citations }),
  }
  const read = v.safeParse(AnyAnnotation, { ...made, ...(citations && { citations }) })
  const whole = read.success && read.output.kind === annotation.kind && (!citesAnew || citations)
  return whole ? read.output : 'refused'
}

/** What the bodies of a claim link to: its sources, which are read from its citations. */
const LINKS = /(?:^|\n\n)urn:bluepencil:source:[\w-]+/g

/** The names of the fields that the tags of an item say in the W3C's own terms, by their purposes. */
const TAGS: Readonly<Record<Annotation['kind'], Readonly<Record<string, string>>>> = {
  claim: { classifying: 'type', assessing: 'status' },
  flag: { classifying: 'reason', assessing: 'severity' },
  highlight: { tagging: 'colour' },
  comment: {},
}

/** What a program that knows the W3C's terms alone changed of kind and state. */
function changedTags({ kind }: Annotation, item: unknown, before: unknown): Record<string, string> {
  const tagsOf = (one: unknown) =>
    new Map(
      listOf(member(one, 'body')).map((body) => [stringsOf(member(body, 'purpose'))[0] ?? '', member(body, 'value')]),
    )
  const [now, was] = [tagsOf(item), tagsOf(before)]
  return Object.fromEntries(
    Object.entries(TAGS[kind]).flatMap(([purpose, field]) => {
      const value = now.get(purpose)
      return typeof value === 'string' && value !== was.get(purpose) ? [[field, value]] : []
    }),
  )
}

function citationsOf(item: unknown, sources: readonly Source[]): Citation[] | undefined {
  const known = new Set(sources.map(({ id }) => id))
  const citations = listOf(member(item, 'citations')).map((one) => ({
    source: String(member(one, 'cites')).replace(/^urn:bluepencil:source:/, ''),
    stance: member(one, 'stance'),
    locator: member(one, 'locator'),
  }))
  const read = v.safeParse(v.array(Citation), citations)
  return read.success && read.output.every(({ source }) => known.has(source)) ? read.output : undefined
}

/** Annotations and answers that somebody added to the file. Rather none than one on the wrong words. */
function freshNotes(notes: readonly ForeignNote[], text: string, { review, savedAt }: SavedReview) {
  const roots = new Set(review.annotations.map(({ id }) => id))
  const about = notes.filter(({ answers }) => answers === undefined)
  const spots = findSpots(
    about.map(({ targets }) => targets[0]?.pointing ?? { spots: [], ofThisText: false }),
    text,
    'code-points',
  )
  const homeless: string[] = []
  const annotations = about.flatMap((note, index): Annotation[] => {
    const spot = spots[index]
    if (!spot) {
      homeless.push(note.words)
      return []
    }
    roots.add(note.id)
    const base = {
      id: note.id,
      revision: 1,
      anchor: anchorAt(text, spot.start, spot.end),
      note: note.words,
      ...saidBy(note, savedAt),
    }
    return [{ ...base, ...note.fields }]
  })
  const replies = notes.flatMap(({ answers, ...note }): Reply[] => {
    if (answers === undefined) return []
    if (!roots.has(answers)) homeless.push(note.words)
    return roots.has(answers) ? [{ id: note.id, annotation: answers, body: note.words, ...saidBy(note, savedAt) }] : []
  })
  return { annotations, replies, homeless }
}

function saidBy(
  { author, createdAt, updatedAt }: Pick<ForeignNote, 'author' | 'createdAt' | 'updatedAt'>,
  time: string,
) {
  return { author, createdAt: createdAt ?? time, updatedAt: updatedAt ?? createdAt ?? time }
}

function noticesOf(
  { gone, refused, moved }: { readonly gone: number; readonly refused: number; readonly moved: number },
  homeless: readonly string[],
): string[] {
  const said = homeless.map(
    (words) =>
      `What was added to the file as “${words.slice(0, 200)}” has no place in the text, and was not taken over.`,
  )
  if (gone)
    said.push(
      `${countOf(gone, 'annotation or answer', 'annotations and answers')} of the export ${gone === 1 ? 'was' : 'were'} taken out of the file; here they stay.`,
    )
  if (refused)
    said.push(
      `${countOf(refused, 'annotation')} ${refused === 1 ? 'was' : 'were'} changed in the file to what cannot be kept; here they stay as they were.`,
    )
  if (moved)
    said.push(
      `${countOf(moved, 'annotation')} ${moved === 1 ? 'was' : 'were'} put on other words in the file; here they stay where they were.`,
    )
  return said
}
