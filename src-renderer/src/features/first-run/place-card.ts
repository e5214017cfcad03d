const MARGIN = 12
/** CSS pixels from the top within which something counts as part of the toolbar. */
const TOOLBAR = 90

/**
 * Puts the card of the guided run beside its target and a ring (the element before the card) around it. Beside rather
 * than over: right, left, below, above, whichever has room. Without a target the card stands in the corner.
 */
export function placeCard(card: HTMLElement, target: HTMLElement | undefined): void {
  const ring = card.previousElementSibling as HTMLElement | null
  const { width, height } = card.getBoundingClientRect()
  const room = { width: window.innerWidth, height: window.innerHeight }
  const rect = target && visiblePart(target)
  const visible = rect && rect.width > 0 && rect.height > 0
  if (ring) {
    ring.hidden = !visible
    if (visible) {
      const left = Math.max(2, rect.left - 4)
      const top = Math.max(2, rect.top - 4)
      ring.style.left = `${left}px`
      ring.style.top = `${top}px`
      ring.style.width = `${Math.min(room.width - 2, rect.right + 4) - left}px`
      ring.style.height = `${Math.min(room.height - 2, rect.bottom + 4) - top}px`
    }
  }
  const [left, top] = visible
    ? beside(rect, width, height, room)
    : [room.width - width - MARGIN, room.height - height - 3 * MARGIN]
  card.style.left = `${clamp(left, room.width - width - MARGIN)}px`
  card.style.top = `${clamp(top, room.height - height - MARGIN)}px`
}

/** What can be seen of an element inside everything that scrolls or clips around it. */
function visiblePart(element: HTMLElement): DOMRect {
  let { left, top, right, bottom } = element.getBoundingClientRect()
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (getComputedStyle(parent).overflow === 'visible') continue
    const clip = parent.getBoundingClientRect()
    left = Math.max(left, clip.left)
    top = Math.max(top, clip.top)
    right = Math.min(right, clip.right)
    bottom = Math.min(bottom, clip.bottom)
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
}

function beside(
  rect: DOMRect,
  width: number,
  height: number,
  room: { width: number; height: number },
): [number, number] {
  const fitsRight = rect.right + width + 2 * MARGIN <= room.width
  const fitsLeft = rect.left - width - 2 * MARGIN >= 0
  const fitsBelow = rect.bottom + height + 2 * MARGIN <= room.height
  // What stands in the toolbar has neighbours; under it there is room.
  if (rect.bottom < TOOLBAR && fitsBelow) return [rect.left, rect.bottom + MARGIN]
  if (fitsRight) return [rect.right + MARGIN, rect.top]
  if (fitsLeft) return [rect.left - width - MARGIN, rect.top]
  if (fitsBelow) return [rect.left, rect.bottom + MARGIN]
  return [rect.left, rect.top - height - MARGIN]
}

const clamp = (value: number, most: number) => Math.max(MARGIN, Math.min(most, value))
