import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import type { Annotation } from '../../contract/entities'
import type { ClaimStatus, HighlightColour, Severity } from '../../contract/taxonomies'
import { drawing, short } from './pdf-objects'

/** A quadrilateral on a page: the corners of some text, upper left, upper right, lower left, lower right. */
export type Quad = readonly [number, number, number, number, number, number, number, number]
export type Rectangle = readonly [x0: number, y0: number, x1: number, y1: number]
export type Rgb = readonly [number, number, number]

/** The native annotation that an annotation becomes. */
export type MarkType = 'Highlight' | 'Underline' | 'Squiggly' | 'Text'

const HIGHLIGHTS: Readonly<Record<HighlightColour, Rgb>> = {
  yellow: [1, 0.89, 0.35],
  green: [0.66, 0.89, 0.6],
  blue: [0.62, 0.81, 1],
  pink: [1, 0.7, 0.84],
}
const BLUE: Rgb = [0.08, 0.33, 0.74]
const GREEN: Rgb = [0.1, 0.45, 0.2]
const RED: Rgb = [0.72, 0.09, 0.11]
const AMBER: Rgb = [0.7, 0.4, 0]
const GREY: Rgb = [0.38, 0.38, 0.4]
const CLAIMS: Readonly<Record<ClaimStatus, Rgb>> = {
  unchecked: BLUE,
  'in-progress': BLUE,
  confirmed: GREEN,
  'attributed-only': AMBER,
  disputed: RED,
  wrong: RED,
  'cannot-be-verified': AMBER,
  'not-a-claim': GREY,
}
const FLAGS: Readonly<Record<Severity, Rgb>> = { 'must-fix': RED, 'should-fix': AMBER, query: GREY }

export function markType({ kind }: Annotation): MarkType {
  return kind === 'highlight' ? 'Highlight' : kind === 'claim' ? 'Underline' : kind === 'flag' ? 'Squiggly' : 'Text'
}

/** Kinds are told apart by form; colour says how an annotation stands. */
export function markColour(annotation: Annotation): Rgb {
  switch (annotation.kind) {
    case 'highlight':
      return HIGHLIGHTS[annotation.colour]
    case 'claim':
      return CLAIMS[annotation.status]
    case 'flag':
      return FLAGS[annotation.severity]
    case 'comment':
      return annotation.resolved ? GREY : AMBER
  }
}

/** How an annotation looks, so that every viewer shows it the same. */
export function appearance(
  context: PDFContext,
  type: MarkType,
  colour: Rgb,
  quads: readonly Quad[],
  box: Rectangle,
): PDFRef {
  const ink = colour.map(short).join(' ')
  if (type === 'Text') return drawing(context, noteIcon(ink, box), box)
  if (type === 'Highlight') {
    const areas = quads.map(([ax, ay, bx, by, cx, cy, dx, dy]) => path([ax, ay, bx, by, dx, dy, cx, cy], 'f'))
    return drawing(context, `/M gs ${ink} rg ${areas.join(' ')}`, box, {
      ExtGState: { M: { Type: 'ExtGState', BM: 'Multiply' } },
    })
  }
  const lines = quads.map((quad) => (type === 'Underline' ? straight(quad) : wavy(quad)))
  return drawing(context, `${ink} RG 1 J 1 j ${lines.join(' ')}`, box)
}

function straight([ax, ay, , , cx, cy, dx, dy]: Quad): string {
  const [upX, upY] = [(ax - cx) * 0.06, (ay - cy) * 0.06]
  const width = Math.max(0.6, Math.hypot(ax - cx, ay - cy) * 0.06)
  return `${short(width)} w ${path([cx + upX, cy + upY, dx + upX, dy + upY], 'S')}`
}

function wavy([ax, ay, , , cx, cy, dx, dy]: Quad): string {
  const height = Math.hypot(ax - cx, ay - cy) || 1
  const length = Math.hypot(dx - cx, dy - cy)
  const up = [(ax - cx) / height, (ay - cy) / height] as const
  const along = [(dx - cx) / (length || 1), (dy - cy) / (length || 1)] as const
  const points: number[] = []
  for (let at = 0, index = 0; ; at += height * 0.12, index++) {
    const step = Math.min(at, length)
    const rise = height * (index % 2 ? 0.1 : 0.01)
    points.push(cx + along[0] * step + up[0] * rise, cy + along[1] * step + up[1] * rise)
    if (at >= length) break
  }
  return `${short(Math.max(0.5, height * 0.05))} w ${path(points, 'S')}`
}

/** A small sheet with three lines of writing. */
function noteIcon(ink: string, [x0, y0, x1, y1]: Rectangle): string {
  const [width, height] = [x1 - x0, y1 - y0]
  const lines = [0.3, 0.5, 0.7].map((share) =>
    path([x0 + width * 0.22, y0 + height * share, x1 - width * 0.22, y0 + height * share], 'S'),
  )
  const sheet = `${short(x0 + 0.5)} ${short(y0 + 0.5)} ${short(width - 1)} ${short(height - 1)} re B`
  return `1 0.97 0.8 rg ${ink} RG 0.8 w ${sheet} ${lines.join(' ')}`
}

function path(points: readonly number[], end: 'f' | 'S'): string {
  const steps: string[] = []
  for (let at = 0; at + 1 < points.length; at += 2)
    steps.push(`${short(points[at] as number)} ${short(points[at + 1] as number)} ${at === 0 ? 'm' : 'l'}`)
  return `${steps.join(' ')} ${end === 'f' ? 'h f' : 'S'}`
}
