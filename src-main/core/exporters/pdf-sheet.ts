import type { Range } from '../text/model'
import type { Box } from '../importers/pdf-places'
import { hex } from './pdf-embed-font'
import type { Face, Shaped } from './pdf-faces'
import type { Segment, SetLine } from './pdf-lines'
import type { Rgb } from './pdf-marks'
import { short } from './pdf-objects'

/** A4, and where on it things stand. Points, from the lower left corner. */
export const PAGE = { width: 595.28, height: 841.89, top: 780, bottom: 66 } as const
export const COLUMN = { left: 58, width: 334 } as const
export const MARGIN = { left: 420, width: 132 } as const

/** A line where it stands on a page. */
export interface PlacedLine {
  readonly line: SetLine
  readonly page: number
  readonly x: number
  readonly baseline: number
  readonly size: number
}

/** Below and above the baseline, by the size of the type: what the importer takes for a line's height, too. */
const BELOW = 0.22
const ABOVE = 0.78

/** What is drawn on one page, in order. */
export class Sheet {
  private readonly operators: string[] = []

  /** @param names the names of typefaces in the pages' resources; new ones are added */
  constructor(private readonly names: Map<Face, string>) {}

  /** Content of an element of the structure, under the number that the structure gave it. */
  tagged(tag: string, mark: number, draw: () => void): void {
    this.operators.push(`/${tag} <</MCID ${mark}>> BDC`)
    draw()
    this.operators.push('EMC')
  }

  /** What is no part of the text: page numbers, numbers of notes, rules. */
  artifact(tag: 'Artifact' | 'BPMark', draw: () => void): void {
    this.operators.push(`/${tag} BMC`)
    draw()
    this.operators.push('EMC')
  }

  line({ line, x, baseline, size }: Omit<PlacedLine, 'page'>, ink: Rgb = [0.1, 0.1, 0.12]): void {
    if (line.segments.length === 0) return
    this.operators.push(`BT ${ink.map(short).join(' ')} rg`)
    for (const segment of line.segments) {
      this.operators.push(
        `/${this.nameOf(segment.shaped.face)} ${short(size)} Tf 1 0 0 1 ${short(x + segment.x)} ${short(baseline)} Tm`,
      )
      this.operators.push(shown(segment.shaped, size))
    }
    this.operators.push('ET')
  }

  rule(x0: number, x1: number, y: number, ink: Rgb): void {
    this.operators.push(`${ink.map(short).join(' ')} RG 0.5 w ${short(x0)} ${short(y)} m ${short(x1)} ${short(y)} l S`)
  }

  content(): string {
    return this.operators.join('\n')
  }

  private nameOf(face: Face): string {
    const name = this.names.get(face) ?? `F${this.names.size + 1}`
    this.names.set(face, name)
    return name
  }
}

/** Glyphs with what the typeface says of the room between them. */
function shown({ face, glyphs }: Shaped, size: number): string {
  let out = '['
  let open = ''
  const close = () => {
    if (open) out += `<${open}>`
    open = ''
  }
  const move = (by: number) => {
    if (Math.abs(by) < 0.5) return
    close()
    out += short(-by)
  }
  let rise = 0
  for (const { id, advance, x, y } of glyphs) {
    if (y !== rise) {
      close()
      out += `] TJ ${short((y * size) / 1000)} Ts [`
      rise = y
    }
    move(x)
    open += hex(id)
    move(advance - (face.widths.get(id) ?? advance) - x)
  }
  close()
  return `${out}] TJ${rise === 0 ? '' : ' 0 Ts'}`
}

/** The boxes of a range, line by line. @param lines in the order of the text */
export function boxesOn(lines: readonly PlacedLine[], { start, end }: Range): Box[] {
  return lines
    .filter(({ line }) => line.start < end && line.end > start)
    .flatMap(({ line, page, x, baseline, size }) => {
      const touched = line.segments.filter((segment) => segment.start < end && segment.end > start)
      const seen = touched.filter((segment, index) => !segment.space || (index > 0 && index < touched.length - 1))
      return seen.map((segment): Box => {
        const a = x + edge(segment, Math.max(start, segment.start), size)
        const b = x + edge(segment, Math.min(end, segment.end), size)
        const heights = { y0: baseline - size * BELOW, y1: baseline + size * ABOVE }
        return { page, x0: Math.min(a, b), x1: Math.max(a, b), ...heights }
      })
    })
}

/** How far from the left a character begins. */
function edge({ start, end, x, width, rtl, shaped }: Segment, at: number, size: number): number {
  const units = shaped.glyphs.reduce((sum, glyph) => sum + glyph.units, 0)
  let done = ((at - start) / Math.max(1, end - start)) * width
  if (units === end - start) {
    // Glyphs stand from left to right: of text that is read from the right, the last comes first.
    let rest = at - start
    done = 0
    for (const glyph of rtl ? [...shaped.glyphs].reverse() : shaped.glyphs) {
      if (rest <= 0) break
      const share = glyph.units > 0 ? Math.min(1, rest / glyph.units) : 1
      done += (glyph.advance * share * size) / 1000
      rest -= glyph.units
    }
  }
  return rtl ? x + width - done : x + done
}
