import type { Annotation, Highlight, Inline, Reply } from '../../contract/entities'
import { anchorAt } from '../text/selectors'
import { commentOf, NO_TIME, noteId, notedRange, personNamed } from './noted'
import { nearestTo, rangeUnder, type Box } from './pdf-places'
import { turnedPoint } from './pdf-runs'
import type { PdfText, PlacedRun } from './pdf-text'

/** An annotation of a page as the file has it. */
export interface PageNote {
  /** pdf.js' name of its object, such as "12R". */
  readonly ref: string
  readonly subtype: string
  readonly contents: string
  readonly author: string | undefined
  /** ISO 8601, UTC. */
  readonly created: string
  readonly modified: string
  readonly colour: readonly number[] | undefined
  /** What it covers; the place of its icon where it covers no text. */
  readonly boxes: readonly Box[]
  readonly covers: boolean
  /** The `ref` of what it answers. */
  readonly answers: string | undefined
  /** What somebody made of what it answers: Accepted, Completed … */
  readonly state: string | undefined
  readonly url: string | undefined
}

/** Annotations that say something of the text they cover, that say something at a place, and that are no notes at all. */
const COVERING = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut'])
const NO_NOTES = new Set([
  'Link',
  'Widget',
  'Popup',
  'Screen',
  'Movie',
  'Sound',
  'RichMedia',
  '3D',
  'PrinterMark',
  'TrapNet',
  'Watermark',
])
/** Colours that viewers' highlighters have, as angles of hue, by our names. */
const HUES = { yellow: 55, green: 120, blue: 215, pink: 330 } as const

/** The annotations of one page. Links are kept as addresses, form fields are not. */
export function pageNotes(annotations: readonly unknown[], index: number, turn: number): PageNote[] {
  const found = annotations as readonly Record<string, unknown>[]
  return found.flatMap((data) => {
    const note = pageNote(data, index, turn)
    return note && (note.url || !NO_NOTES.has(note.subtype)) ? [note] : []
  })
}

function pageNote(data: Record<string, unknown>, page: number, turn: number): PageNote | undefined {
  const { subtype, id, quadPoints, rect, color, inReplyTo, replyType, state, url } = data
  // A grouped annotation is a part of the one it belongs to.
  if (typeof subtype !== 'string' || typeof id !== 'string' || replyType === 'Group') return undefined
  const quads = isNumbers(quadPoints) ? inEights(quadPoints) : []
  const corners = quads.length > 0 ? quads : isNumbers(rect) ? [rect] : []
  const created = pdfTime(data['creationDate'])
  const modified = pdfTime(data['modificationDate'])
  return {
    ref: id,
    subtype,
    contents: textOf(data['contentsObj']),
    author: textOf(data['titleObj']) || undefined,
    created: created ?? modified ?? NO_TIME,
    modified: modified ?? created ?? NO_TIME,
    colour: isNumbers(color) ? [...color] : undefined,
    boxes: corners.map((points) => boxOf(points, page, turn)),
    covers: quads.length > 0,
    answers: typeof inReplyTo === 'string' ? inReplyTo : undefined,
    state: typeof state === 'string' ? state : undefined,
    url: subtype === 'Link' && typeof url === 'string' ? url : undefined,
  }
}

/** What a PDF's annotations are in a review, and what could not become anything. */
export interface ReadNotes {
  readonly annotations: Annotation[]
  readonly replies: Reply[]
  /** The `ref` of each annotation. */
  readonly refs: ReadonlyMap<string, Annotation>
  readonly links: Inline[]
  /** Drawings and stamps without words. */
  readonly wordless: number
}

/** Puts annotations on the words that they cover or stand beside; answers go to what they answer. */
export function notesOf(notes: readonly PageNote[], layout: PdfText): ReadNotes {
  const refs = new Map<string, Annotation>()
  const links: Inline[] = []
  const byPage = placesByPage(layout.places)
  let wordless = 0
  for (const note of notes.filter((one) => !one.answers)) {
    const range = rangeOf(note, layout.text, byPage.get(note.boxes[0]?.page ?? 0) ?? [])
    if (note.url) {
      if (range) links.push({ kind: 'link', ...range, href: note.url })
      continue
    }
    const annotation = range && annotationOf(note, layout.text, range)
    if (annotation) refs.set(note.ref, annotation)
    else wordless++
  }
  return { annotations: [...refs.values()], replies: repliesOf(notes, refs), refs, links, wordless }
}

function placesByPage(places: readonly PlacedRun[]): Map<number, PlacedRun[]> {
  const byPage = new Map<number, PlacedRun[]>()
  for (const place of places) {
    const there = byPage.get(place.run.page)
    if (there) there.push(place)
    else byPage.set(place.run.page, [place])
  }
  return byPage
}

function rangeOf({ boxes, covers, url }: PageNote, text: string, places: readonly PlacedRun[]) {
  const [first] = boxes
  if (!first) return undefined
  const under = rangeUnder(places, boxes) ?? (url ? undefined : nearestTo(places, first))
  if (!under) return undefined
  // A note that covers nothing is about the words it stands on or beside, not about the letters its icon hides.
  const whole = covers || url ? under : wholeWords(text, under)
  return notedRange(text, whole.start, whole.end)
}

function wholeWords(text: string, range: { start: number; end: number }) {
  const before = /\S*$/u.exec(text.slice(Math.max(0, range.start - 100), range.start))?.[0].length ?? 0
  const after = /^\S*/u.exec(text.slice(range.end, range.end + 100))?.[0].length ?? 0
  return { start: range.start - before, end: range.end + after }
}

function annotationOf(
  note: PageNote,
  text: string,
  { start, end }: { start: number; end: number },
): Annotation | undefined {
  const author = personNamed(note.author)
  const noted = { start, end, author, time: note.created, body: note.contents }
  if (!COVERING.has(note.subtype)) {
    const comment = note.contents ? commentOf(text, noted) : undefined
    return comment && { ...comment, updatedAt: note.modified }
  }
  const struck = note.subtype === 'StrikeOut' && !note.contents ? 'Struck out.' : note.contents
  const highlight: Highlight = {
    id: noteId(note.subtype, author.name, note.created, note.contents, String(start), String(end)),
    kind: 'highlight',
    anchor: anchorAt(text, start, end),
    revision: 1,
    note: struck.slice(0, 100_000),
    colour: colourNamed(note.colour),
    author,
    createdAt: note.created,
    updatedAt: note.modified,
  }
  return highlight
}

/** Answers, and answers to answers, under the annotation that began the thread. */
function repliesOf(notes: readonly PageNote[], refs: ReadonlyMap<string, Annotation>): Reply[] {
  const byRef = new Map(notes.map((note) => [note.ref, note]))
  return notes.flatMap((note) => {
    const root = note.answers && refs.get(rootOf(note, byRef))
    return root ? (replyOf(note, root) ?? []) : []
  })
}

/** @returns undefined where it says nothing */
export function replyOf(note: PageNote, to: Annotation): Reply | undefined {
  const body = note.contents || (note.state && note.state !== 'None' ? `Marked as ${note.state.toLowerCase()}.` : '')
  if (!body) return undefined
  const author = personNamed(note.author)
  return {
    id: noteId('reply', to.id, author.name, note.created, body),
    annotation: to.id,
    body: body.slice(0, 100_000),
    author,
    createdAt: note.created,
    updatedAt: note.modified,
  }
}

/** The `ref` of the annotation that a thread began with. */
export function rootOf(note: PageNote, byRef: ReadonlyMap<string, PageNote>): string {
  let at: PageNote = note
  // A thread that leads back into itself has no beginning.
  for (let steps = 0; at.answers && steps < 100; steps++) {
    const before = byRef.get(at.answers)
    if (!before) return at.answers
    at = before
  }
  return at.ref
}

/** A PDF date, such as D:20261124001640+01'00', as ISO 8601 in UTC. */
function pdfTime(value: unknown): string | undefined {
  const match =
    typeof value === 'string' &&
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(value)
  if (!match) return undefined
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, hours, minutes = '00'] =
    match
  const zone = sign && hours ? `${sign}${hours}:${minutes}` : 'Z'
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

function colourNamed(colour: readonly number[] | undefined): Highlight['colour'] {
  const [red = 255, green = 255, blue = 0] = colour ?? []
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  if (most === least) return 'yellow'
  const span = most - least
  const sixths =
    most === red ? ((green - blue) / span + 6) % 6 : most === green ? (blue - red) / span + 2 : (red - green) / span + 4
  const away = (hue: number) => Math.min(Math.abs(sixths * 60 - hue), 360 - Math.abs(sixths * 60 - hue))
  const names = Object.keys(HUES) as (keyof typeof HUES)[]
  return names.reduce((nearest, name) => (away(HUES[name]) < away(HUES[nearest]) ? name : nearest))
}

function boxOf(points: readonly number[], page: number, turn: number): Box {
  const turned: [number, number][] = []
  for (let at = 0; at + 1 < points.length; at += 2)
    turned.push(turnedPoint(turn, points[at] as number, points[at + 1] as number))
  const xs = turned.map(([x]) => x)
  const ys = turned.map(([, y]) => y)
  return { page, x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) }
}

function inEights(points: readonly number[]): number[][] {
  return Array.from({ length: Math.floor(points.length / 8) }, (_, at) => [...points.slice(at * 8, at * 8 + 8)])
}

function isNumbers(value: unknown): value is readonly number[] {
  return (Array.isArray(value) || ArrayBuffer.isView(value)) && (value as readonly unknown[]).length > 0
}

function textOf(value: unknown): string {
  const text = typeof value === 'object' && value !== null && 'str' in value ? value.str : undefined
  return typeof text === 'string' ? text.replace(/\r\n?/g, '\n').trim() : ''
}
