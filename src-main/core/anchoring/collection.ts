import type { Anchor } from '../../contract/entities'
import type { Placement as Outcome } from '../../contract/taxonomies'
import { textDigest } from '../text/digest'
import { offsetMap } from '../text/offsets'
import { reanchor, type Placement } from './reanchor'
import { anchorByQuote, anchorOn, selectedBy, withPlace } from './selectors'

/** What became of one annotation. Offsets are Unicode code points of the new text; none for an orphan. */
export interface Reanchored {
  readonly id: string
  readonly outcome: Outcome | 'orphaned'
  readonly start?: number
  readonly end?: number
  readonly score: number
}

/**
 * W3C annotations, alone, in a list, a page or a collection, put onto another text. Those that find no place stay as
 * they were, with their old selectors; so does everything that points at no text, such as replies.
 *
 * @param value parsed JSON-LD
 * @param from the text that the annotations were made on; where it is not given and the collection carries its text, as
 *   ours do, that one
 */
export function reanchorCollection(
  value: unknown,
  from: string | undefined,
  to: string,
): { value: unknown; results: Reanchored[] } {
  const annotations: object[] = []
  visitAnnotations(value, (annotation) => annotations.push(annotation))
  const places = placesOf(annotations, from ?? carriedText(value), to)
  const offsets = offsetMap(to)
  const results: Reanchored[] = []
  const moved = new Map<object, object>()
  for (const [annotation, place] of places) {
    const { id } = annotation as { id?: unknown }
    const name = typeof id === 'string' ? id : ''
    const score = Math.round(place.score * 1_000) / 1_000
    if (place.outcome === 'orphaned') {
      results.push({ id: name, outcome: 'orphaned', score })
      continue
    }
    const [start, end] = [offsets.toCodePoints(place.start), offsets.toCodePoints(place.end)]
    results.push({ id: name, outcome: place.outcome, start, end, score })
    moved.set(annotation, withPlace(annotation, to, offsets, place.start, place.end))
  }
  return { value: replaced(value, moved, to), results }
}

function placesOf(annotations: readonly object[], from: string | undefined, to: string): Map<object, Placement> {
  const places = new Map<object, Placement>()
  const known: [object, Anchor][] = []
  const quoted: [object, Anchor][] = []
  for (const annotation of annotations) {
    const selected = selectedBy(annotation)
    if (!selected) continue
    const anchor = from === undefined ? undefined : anchorOn(from, selected)
    const quote = anchor ? undefined : anchorByQuote(selected)
    if (anchor) known.push([annotation, anchor])
    else if (quote) quoted.push([annotation, quote])
    places.set(annotation, { outcome: 'orphaned', score: 0 })
  }
  for (const [group, text] of [
    [known, from],
    [quoted, undefined],
  ] as const) {
    if (group.length === 0) continue
    const found = reanchor(
      group.map(([, anchor]) => anchor),
      text,
      to,
    )
    group.forEach(([annotation], index) => places.set(annotation, found[index] as Placement))
  }
  return places
}

/** Whatever holds annotations, to any depth that the model knows: collection, page, list. */
function visitAnnotations(value: unknown, visit: (annotation: object) => void): void {
  if (Array.isArray(value)) for (const one of value) visitAnnotations(one, visit)
  else if (typeof value === 'object' && value !== null) {
    if ('target' in value) visit(value)
    for (const part of ['first', 'items'] as const)
      if (part in value) visitAnnotations((value as Record<string, unknown>)[part], visit)
  }
}

/** The same structure with the annotations that moved; a text that it carries becomes the new one. */
function replaced(value: unknown, moved: ReadonlyMap<object, object>, to: string): unknown {
  if (Array.isArray(value)) return value.map((one) => replaced(one, moved, to))
  if (typeof value !== 'object' || value === null) return value
  const known = moved.get(value)
  if (known) return known
  const copy: Record<string, unknown> = { ...value }
  for (const part of ['first', 'items']) if (part in copy) copy[part] = replaced(copy[part], moved, to)
  if (carriedText(value) !== undefined)
    copy.document = { ...(copy.document as object), id: `urn:sha256:${textDigest(to)}`, text: to }
  return copy
}

function carriedText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('document' in value)) return undefined
  const { document } = value
  if (typeof document !== 'object' || document === null || !('text' in document)) return undefined
  return typeof document.text === 'string' ? document.text : undefined
}
