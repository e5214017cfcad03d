import type { Attachment } from 'svelte/attachments'

export interface RovingOptions {
  /** Which elements take part, as a selector inside the group. */
  items: string
  orientation?: 'vertical' | 'horizontal' | 'both'
  /** Called when the arrows would leave the group at its start, for a field above a list. */
  onBeforeFirst?: () => void
}

const STEPS: Record<string, Record<string, number>> = {
  vertical: { ArrowDown: 1, ArrowUp: -1 },
  horizontal: { ArrowRight: 1, ArrowLeft: -1 },
  both: { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 },
}

/**
 * One tab stop for a group; arrows, Home and End move inside it. The item that last had focus keeps the tab stop.
 * In a right-to-left interface the horizontal arrows follow the writing.
 */
export function rovingFocus({
  items,
  orientation = 'vertical',
  onBeforeFirst,
}: RovingOptions): Attachment<HTMLElement> {
  return (group) => {
    const all = () => [...group.querySelectorAll<HTMLElement>(items)].filter((item) => !item.matches(':disabled'))

    function settle(current?: HTMLElement): void {
      const list = all()
      const stop = current ?? list.find((item) => item.tabIndex === 0) ?? list[0]
      for (const item of list) item.tabIndex = item === stop ? 0 : -1
    }

    function onKeydown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const list = all()
      const at = list.findIndex((item) => item === document.activeElement)
      if (at < 0) return
      const mirrored = orientation === 'horizontal' && getComputedStyle(group).direction === 'rtl' ? -1 : 1
      const step = STEPS[orientation]?.[event.key]
      const to = event.key === 'Home' ? 0 : event.key === 'End' ? list.length - 1 : step && at + step * mirrored
      if (to === undefined) return
      event.preventDefault()
      if (to < 0 && onBeforeFirst) onBeforeFirst()
      else list[Math.max(0, Math.min(list.length - 1, to))]?.focus()
    }

    function onFocusin(event: FocusEvent): void {
      const item = (event.target as HTMLElement).closest<HTMLElement>(items)
      if (item && group.contains(item)) settle(item)
    }

    const observer = new MutationObserver(() => settle())
    observer.observe(group, { childList: true, subtree: true })
    group.addEventListener('keydown', onKeydown)
    group.addEventListener('focusin', onFocusin)
    settle()
    return () => {
      observer.disconnect()
      group.removeEventListener('keydown', onKeydown)
      group.removeEventListener('focusin', onFocusin)
    }
  }
}
