import { moveCaret, type CaretText } from '../../text/caret'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a key asks of the caret: a place it can name itself, or a line, which only the page knows. */
export type CaretMove =
  | { readonly to: number; readonly extend: boolean }
  | { readonly line: 1 | -1; readonly extend: boolean }
  | { readonly lineEdge: 'start' | 'end'; readonly extend: boolean }
  | { readonly page: 1 | -1; readonly extend: true }
  | { readonly all: true; readonly extend: true }

/**
 * The caret's keys inside the article, as in any editor: arrows by character, with Ctrl (Option on a Mac) by word and
 * block, Home and End in the line, with Ctrl (Command) in the whole text; Shift extends, by windows too. Page keys
 * alone only turn the page, as in any reader.
 *
 * @param rightToLeft whether the block at the caret runs so: arrows follow what is seen
 */
export function caretMove(
  subject: CaretText,
  offset: number,
  event: Pressed,
  { mac, rightToLeft }: { mac: boolean; rightToLeft: boolean },
): CaretMove | undefined {
  const extend = event.shiftKey
  const byWord = mac ? event.altKey : event.ctrlKey
  const whole = mac ? event.metaKey : event.ctrlKey
  if ((event.altKey && !mac) || (event.metaKey && !mac) || (event.ctrlKey && mac)) return undefined
  const { blocks } = subject
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      if (mac && whole) return { lineEdge: event.key === 'ArrowLeft' ? 'start' : 'end', extend }
      const forwards = (event.key === 'ArrowRight') !== rightToLeft
      return { to: moveCaret(subject, offset, byWord ? 'word' : 'character', forwards ? 1 : -1), extend }
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const direction = event.key === 'ArrowDown' ? 1 : -1
      if (mac && whole) return { to: (direction > 0 ? blocks.at(-1)?.end : blocks[0]?.start) ?? offset, extend }
      return byWord ? { to: moveCaret(subject, offset, 'block', direction), extend } : { line: direction, extend }
    }
    case 'Home':
      return whole ? { to: blocks[0]?.start ?? 0, extend } : { lineEdge: 'start', extend }
    case 'End':
      return whole ? { to: blocks.at(-1)?.end ?? offset, extend } : { lineEdge: 'end', extend }
    case 'PageUp':
    case 'PageDown':
      return extend && !whole ? { page: event.key === 'PageDown' ? 1 : -1, extend } : undefined
    case 'a':
    case 'A':
      return whole && !extend ? { all: true, extend: true } : undefined
    default:
      return undefined
  }
}
