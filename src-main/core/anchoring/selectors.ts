import * as v from 'valibot'
import type { Anchor } from '../../contract/entities'
import { offsetMap, type OffsetMap } from '../text/offsets'
import { anchorAt } from '../text/selectors'

const Position = v.looseObject({
  type: v.literal('TextPositionSelector'),
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
const Quote = v.looseObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.minLength(1)),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
})

/** What an annotation says of its place, as far as it is understood here. */
export interface Selected {
  readonly position?: { readonly start: number; readonly end: number }
  readonly quote?: { readonly exact: string; readonly prefix: string; readonly suffix: string }
}

/** The text selectors of a W3C annotation; nothing where it has none, such as a reply or a note on the whole. */
export function selectedBy(annotation: unknown): Selected | undefined {
  const selectors = selectorsOf(annotation)
  const position = selectors.map((one) => v.safeParse(Position, one)).find((one) => one.success)?.output
  const quote = selectors.map((one) => v.safeParse(Quote, one)).find((one) => one.success)?.output
  if (!position && !quote) return undefined
  return {
    ...(position && { position: { start: position.start, end: position.end } }),
    ...(quote && { quote: { exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' } }),
  }
}

function selectorsOf(annotation: unknown): unknown[] {
  const targets = list(field(annotation, 'target'))
  return targets.flatMap((target) => list(field(target, 'selector')))
}

/** The same annotation with its text selectors for another place; everything else it has stays. */
export function withPlace(annotation: object, text: string, offsets: OffsetMap, start: number, end: number): object {
  const { exact, prefix, suffix } = anchorAt(text, start, end)
  const known = (selector: unknown) => v.is(v.union([Position, Quote]), selector)
  const place = { start: offsets.toCodePoints(start), end: offsets.toCodePoints(end) }
  const fresh = [
    { type: 'TextPositionSelector', ...place },
    { type: 'TextQuoteSelector', exact, prefix, suffix },
  ]
  const moved = (target: unknown): unknown => {
    const selectors = list(field(target, 'selector'))
    if (!selectors.some(known)) return target
    return { ...(target as object), selector: [...fresh, ...selectors.filter((selector) => !known(selector))] }
  }
  const { target } = annotation as { target: unknown }
  return { ...annotation, target: Array.isArray(target) ? target.map(moved) : moved(target) }
}

/**
 * The anchor of an annotation on the text it was made on. Where its offsets do not give its quote (some programs count
 * UTF-16, some another normalisation), the occurrence of the quote nearest to them is meant.
 *
 * @returns nothing where the text does not have the quote
 */
export function anchorOn(text: string, { position, quote }: Selected): Anchor | undefined {
  const offsets = offsetMap(text)
  const start = position && offsets.toUtf16(position.start)
  const end = position && offsets.toUtf16(position.end)
  if (start !== undefined && end !== undefined && start < end)
    if (!quote || text.slice(start, end) === quote.exact) return anchorAt(text, start, end)
  if (!quote) return undefined
  const at = nearest(text, quote.exact, start ?? 0)
  return at < 0 ? undefined : anchorAt(text, at, at + quote.exact.length)
}

/** The anchor of an annotation whose text is gone; its offsets stay in the units that they came in. */
export function anchorByQuote({ position, quote }: Selected): Anchor | undefined {
  if (!quote) return undefined
  const start = position?.start ?? Number.MAX_SAFE_INTEGER / 2
  return { start, end: start + quote.exact.length, ...quote }
}

function nearest(text: string, exact: string, to: number): number {
  const after = text.indexOf(exact, to)
  const before = text.lastIndexOf(exact, to)
  if (after < 0 || before < 0) return Math.max(after, before)
  return after - to < to - before ? after : before
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
