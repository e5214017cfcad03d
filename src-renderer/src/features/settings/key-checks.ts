import { keyParts } from '@contract/key-notation'
import type { Platform } from '../../a11y/keys'

/** What stands against a press as a command's key: the window cannot do without it, or others may take it first. */
export type KeyObjection = 'needed' | 'taken' | 'letters'

/** Keys that lists, fields, dialogs and the caret live by; with Shift they extend or go back. */
const NEEDED = /^(Tab|Enter| |Escape|Backspace|Home|End|PageUp|PageDown|Insert|ContextMenu|Arrow(Up|Down|Left|Right))$/i

/** Clipboard, whole text, and the caret by words and ends. */
const NEEDED_WITH_MOD = /^(a|c|v|x|Enter|Home|End|Arrow(Up|Down|Left|Right))$/i

/** What browsers do not give to a page: new, close and other tabs and windows. */
const BROWSERS_WITH_MOD = /^(t|n|w|q|Tab|PageUp|PageDown|F4|[1-9])$/i

/**
 * What stands against a press, if anything does. A `needed` one is refused; `taken` and `letters` are said and allowed,
 * because systems and keyboards differ.
 *
 * @param inBrowser whether a browser around the page has keys of its own
 */
export function objectionTo(
  keys: string,
  { mac, inBrowser }: Platform & { inBrowser: boolean },
): KeyObjection | undefined {
  const modifiers = keyParts(keys)
  const key = modifiers.pop() ?? ''
  const has = (name: string) => modifiers.includes(name)
  const only = (...names: string[]) => modifiers.every((name) => names.includes(name))
  if (only('Shift') && NEEDED.test(key)) return 'needed'
  if (has('Mod') && only('Mod', 'Shift') && NEEDED_WITH_MOD.test(key)) return 'needed'
  if (mac && has('Alt') && only('Alt', 'Shift') && /^Arrow(Left|Right)$/.test(key)) return 'needed'
  if (inBrowser && has('Mod') && only('Mod', 'Shift') && BROWSERS_WITH_MOD.test(key)) return 'taken'
  if (inBrowser && /^F(11|12)$/.test(key)) return 'taken'
  if (mac ? has('Mod') && /^(q|h|m|Tab| |`)$/i.test(key) : has('Meta')) return 'taken'
  if (!mac && has('Alt') && /^(F4|Tab| |Delete)$/.test(key)) return 'taken'
  // AltGr, which types characters on many keyboards, is Control and Alt at once.
  if (!mac && has('Mod') && has('Alt') && key.length === 1) return 'letters'
  return undefined
}
