import type { Box } from '../importers/pdf-places'
import { pagePoint } from '../importers/pdf-runs'
import type { Quad } from './pdf-marks'

/** Boxes that stand on one line and touch, as one. */
export function joinLines(boxes: readonly Box[]): Box[] {
  const lines: Box[] = []
  for (const box of boxes) {
    const last = lines[lines.length - 1]
    const touches =
      last && Math.abs(last.y0 - box.y0) < 1 && box.x0 - last.x1 < (box.y1 - box.y0) * 1.5 && box.x0 >= last.x0
    if (touches) lines[lines.length - 1] = { ...last, x1: Math.max(last.x1, box.x1), y1: Math.max(last.y1, box.y1) }
    else lines.push(box)
  }
  return lines
}

/** The corners of a box as the page counts. @param turn quarter turns of its text */
export function quadOf(turn: number, { x0, y0, x1, y1 }: Box): Quad {
  return [
    ...pagePoint(turn, x0, y1),
    ...pagePoint(turn, x1, y1),
    ...pagePoint(turn, x0, y0),
    ...pagePoint(turn, x1, y0),
  ]
}
