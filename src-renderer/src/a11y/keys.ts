import { keyParts } from '@contract/key-notation'
import { language } from '../messages'

export interface Platform {
  readonly mac: boolean
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & { readonly code?: string }

/** True when `event` is the press that `keys` describes. Shift counts only for keys that have no other way to say it. */
export function matchesKeys(keys: string, event: Pressed, { mac }: Platform): boolean {
  const parts = keyParts(keys)
  const key = parts.pop() ?? ''
  const wants = (name: string) => parts.includes(name)
  const control = wants('Control') || (wants('Mod') && !mac)
  const meta = wants('Meta') || (wants('Mod') && mac)
  if (event.ctrlKey !== control || event.metaKey !== meta || event.altKey !== wants('Alt')) return false
  if (keyOf(event).toLowerCase() !== key.toLowerCase()) return false
  // “?” and “+” need Shift on some keyboards and not on others; letters and named keys do not.
  return isSymbol(key) || event.shiftKey === wants('Shift')
}

/** What was pressed, in the notation of `matchesKeys`; nothing while only a modifier or an accent is held. */
export function pressedKeys(event: Pressed, { mac }: Platform): string | undefined {
  const key = keyOf(event)
  if (/^(Control|Shift|Alt|AltGraph|Meta|CapsLock|NumLock|Fn|Dead|Process|Unidentified)$/.test(key)) return undefined
  const modifiers = [
    event.ctrlKey && (mac ? 'Control' : 'Mod'),
    event.metaKey && (mac ? 'Mod' : 'Meta'),
    event.altKey && 'Alt',
    event.shiftKey && !isSymbol(key) && 'Shift',
  ].filter((name) => name !== false)
  return [...modifiers, modifiers.length > 0 && key.length === 1 ? key.toUpperCase() : key].join('+')
}

/** Whether two notations mean the same press. */
export function sameKeys(one: string, other: string): boolean {
  const plain = (keys: string) => keyParts(keys.toLowerCase()).toSorted().join(' ')
  return plain(one) === plain(other)
}

/** The keys as people read them: `Ctrl K`, `⌘K`, `Alt ↓`; as they are printed on German keyboards for who reads German. */
export function displayKeys(keys: string, { mac }: Platform, tag = language): string {
  const german = !mac && tag.startsWith('de')
  const parts = keyParts(keys)
  const shown = parts.map(
    (part) => (mac ? MAC[part] : (german && GERMAN[part]) || OTHER[part]) ?? NAMED[part] ?? upper(part, parts.length),
  )
  return shown.join(mac ? '' : ' ')
}

/**
 * The key of a press as it stands on most keyboards. With Alt held many keyboards type something else (ß, µ), and some
 * have no Latin letters at all: there the place of the key counts.
 */
function keyOf({ key, code, altKey }: Pressed): string {
  if (/^[a-z0-9]$/i.test(key)) return key
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(code ?? '')?.[1]
  const foreign = [...key].length === 1 && !/[!-~]/.test(key)
  return place !== undefined && (altKey || foreign || key === 'Dead') ? place.toLowerCase() : key
}

const isSymbol = (key: string) => [...key].length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' '
/** A letter with a modifier is shown as on the keycap; a letter alone as it is typed. */
const upper = (part: string, count: number) => (count > 1 && part.length === 1 ? part.toUpperCase() : part)

const MAC: Record<string, string> = { Mod: '⌘', Meta: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' }
const OTHER: Record<string, string> = { Mod: 'Ctrl', Control: 'Ctrl', Meta: 'Meta', Alt: 'Alt', Shift: 'Shift' }
const GERMAN: Record<string, string> = { Mod: 'Strg', Control: 'Strg', Shift: 'Umschalt', Delete: 'Entf', ' ': 'Leer' }
const NAMED: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  Delete: 'Del',
  ' ': 'Space',
}
