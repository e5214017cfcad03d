/**
 * Keys are written once, in one notation: modifiers and a key joined by `+`, such as `Mod+K`, `Alt+ArrowDown`, `?`, `h`.
 * `Mod` is Command on a Mac and Control elsewhere. A sequence is not supported: one press, one command.
 */
export interface Platform {
  readonly mac: boolean
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** True when `event` is the press that `keys` describes. Shift counts only for keys that have no other way to say it. */
export function matchesKeys(keys: string, event: Pressed, { mac }: Platform): boolean {
  const parts = partsOf(keys)
  const key = parts.pop() ?? ''
  const wants = (name: string) => parts.includes(name)
  const control = wants('Control') || (wants('Mod') && !mac)
  const meta = wants('Meta') || (wants('Mod') && mac)
  if (event.ctrlKey !== control || event.metaKey !== meta || event.altKey !== wants('Alt')) return false
  if (event.key.toLowerCase() !== key.toLowerCase()) return false
  // “?” and “+” need Shift on some keyboards and not on others; letters and named keys do not.
  return isSymbol(key) || event.shiftKey === wants('Shift')
}

/** A press that types a character and nothing else: what WCAG 2.1.4 wants to be switchable off. */
export function isCharacterKey(keys: string): boolean {
  return [...keys].length === 1
}

/** The keys as people read them: `Ctrl K`, `⌘K`, `Alt ↓`. */
export function displayKeys(keys: string, { mac }: Platform): string {
  const parts = partsOf(keys)
  const shown = parts.map((part) => (mac ? MAC[part] : OTHER[part]) ?? NAMED[part] ?? upper(part, parts.length))
  return shown.join(mac ? '' : ' ')
}

/** `Mod++` is Mod and the plus key. */
function partsOf(keys: string): string[] {
  const parts = keys.split('+').filter((part) => part !== '')
  return keys.endsWith('+') ? [...parts, '+'] : parts
}

const isSymbol = (key: string) => [...key].length === 1 && key.toLowerCase() === key.toUpperCase()
/** A letter with a modifier is shown as on the keycap; a letter alone as it is typed. */
const upper = (part: string, count: number) => (count > 1 && part.length === 1 ? part.toUpperCase() : part)

const MAC: Record<string, string> = { Mod: '⌘', Meta: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' }
const OTHER: Record<string, string> = { Mod: 'Ctrl', Control: 'Ctrl', Meta: 'Meta', Alt: 'Alt', Shift: 'Shift' }
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
