/**
 * Keys are written once, in one notation: modifiers and a key joined by `+`, such as `Mod+K`, `Alt+ArrowDown`, `?`, `h`.
 * `Mod` is Command on a Mac and Control elsewhere. Electron's menus write the same presses in another way.
 */

/** The parts of a notation, the key itself last; `Mod++` is Mod and the plus key. */
export function keyParts(keys: string): string[] {
  const parts = keys.split('+').filter((part) => part !== '')
  return keys.endsWith('+') ? [...parts, '+'] : parts
}

/** Electron's way to write keys as ours: CmdOrCtrl+Plus is Mod++. */
export function fromAccelerator(accelerator: string): string {
  return accelerator
    .replace('CmdOrCtrl', 'Mod')
    .replace(/Plus$/, '+')
    .replace(/(Up|Down|Left|Right)$/, 'Arrow$1')
}

/**
 * Our keys as Electron writes them, or nothing for a press that a menu must not show as its own: a single character
 * belongs to the window, which knows whether somebody is typing.
 */
export function toAccelerator(keys: string): string | undefined {
  if (isCharacterPress(keys)) return undefined
  return keyParts(keys)
    .map((part) => ELECTRON[part] ?? part)
    .join('+')
}

/** A press that types a character and nothing else, with Shift or without: what WCAG 2.1.4 wants to be switchable off. */
export function isCharacterPress(keys: string): boolean {
  const parts = keyParts(keys)
  const key = parts.pop() ?? ''
  return [...key].length === 1 && parts.every((part) => part === 'Shift')
}

const ELECTRON: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  Meta: 'Super',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
  ' ': 'Space',
}
