export interface PlaceOptions {
  /** CSS pixels between the two. */
  readonly gap?: number
  readonly align?: 'start' | 'center' | 'end'
  /** Where it goes if there is room. */
  readonly side?: 'below' | 'above'
}

/**
 * Puts a floating element under (or over) a rectangle of the viewport, turned around where there is no room and never
 * beyond the edges. The element has to be `position: fixed` and displayed.
 */
export function placeBeside(
  floating: HTMLElement,
  anchor: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  { gap = 4, align = 'start', side = 'below' }: PlaceOptions = {},
): void {
  const margin = 8
  const { innerWidth, innerHeight } = window
  const { width, height } = floating.getBoundingClientRect()
  const roomBelow = innerHeight - anchor.bottom - gap - margin
  const roomAbove = anchor.top - gap - margin
  const below =
    side === 'below' ? roomBelow >= height || roomBelow >= roomAbove : roomAbove < height && roomBelow > roomAbove
  const rightToLeft = getComputedStyle(floating).direction === 'rtl'
  const atLeft = (align === 'start') !== rightToLeft
  const wanted =
    align === 'center' ? (anchor.left + anchor.right - width) / 2 : atLeft ? anchor.left : anchor.right - width
  const left = Math.max(margin, Math.min(innerWidth - width - margin, wanted))
  const top = below ? anchor.bottom + gap : anchor.top - gap - height
  floating.style.left = `${left}px`
  floating.style.top = `${Math.max(margin, Math.min(innerHeight - height - margin, top))}px`
}
