import { readFile } from 'node:fs/promises'
import type { Rectangle } from 'electron'
import * as v from 'valibot'

/** What the desktop program remembers between starts beside the settings: where its window stood, and which library. */
const Whole = v.pipe(v.number(), v.integer())
const Bounds = v.object({ x: Whole, y: Whole, width: Whole, height: Whole })
const DesktopState = v.object({
  /** Of the window when it is neither maximised nor in full screen, in screen pixels. */
  bounds: v.optional(Bounds),
  maximized: v.optional(v.boolean(), false),
  library: v.optional(v.string()),
})
export type DesktopState = v.InferOutput<typeof DesktopState>

const MIN_WIDTH = 480
const MIN_HEIGHT = 360
/** As much of a window as a hand needs to get hold of it. */
const GRIP = 80

/** Reads the state; what is missing or damaged costs only a window in its usual place. */
export async function readDesktopState(path: string): Promise<DesktopState> {
  try {
    return v.parse(DesktopState, JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return { maximized: false }
  }
}

export function encodeDesktopState(state: DesktopState): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(state, null, 2)}\n`)
}

/**
 * The remembered place, unless it can no longer be reached: the display was unplugged, or became smaller.
 *
 * @param workAreas of the displays there are now
 */
export function reachableBounds(bounds: Rectangle | undefined, workAreas: readonly Rectangle[]): Rectangle | undefined {
  if (!bounds || bounds.width < MIN_WIDTH || bounds.height < MIN_HEIGHT) return undefined
  const area = workAreas.find((a) => overlap(a, bounds).width >= GRIP && overlap(a, bounds).height >= GRIP)
  // The title bar is what one drags a window by: it must not lie above the display.
  if (!area || bounds.y < area.y) return undefined
  return { ...bounds, width: Math.min(bounds.width, area.width), height: Math.min(bounds.height, area.height) }
}

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x),
    height: Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y),
  }
}
