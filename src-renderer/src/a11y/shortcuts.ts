import { isCharacterPress } from '@contract/key-notation'
import { matchesKeys, type Platform } from './keys'

export interface Shortcut {
  readonly keys: readonly string[]
  /** Works inside a dialog, too. */
  readonly inDialogs?: boolean | undefined
  run(event: KeyboardEvent): void
}

export interface ShortcutOptions extends Platform {
  /** Single characters may be switched off (WCAG 2.1.4). */
  letterKeys(): boolean
  shortcuts(): Iterable<Shortcut>
}

/**
 * Listens for keys on the window and runs the first shortcut that matches. A character never fires while somebody is
 * typing, choosing from a menu or working in a dialog; a combination with Ctrl, Alt or Command always does, except
 * inside a dialog, where only what is meant for dialogs works.
 *
 * @returns how to stop listening
 */
export function listenForShortcuts(target: Window, options: ShortcutOptions): () => void {
  function onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return
    const modal = isInDialog(event.target)
    for (const shortcut of options.shortcuts()) {
      const keys = shortcut.keys.find((candidate) => matchesKeys(candidate, event, options))
      if (!keys || (modal && !shortcut.inDialogs)) continue
      if (isCharacterPress(keys) && (!options.letterKeys() || takesCharacters(event.target))) continue
      if (isBareEditingKey(event) && takesCharacters(event.target)) continue
      event.preventDefault()
      shortcut.run(event)
      return
    }
  }
  target.addEventListener('keydown', onKeydown)
  return () => target.removeEventListener('keydown', onKeydown)
}

/** Undo, redo and plain named keys belong to the field while one is in it. */
function isBareEditingKey(event: KeyboardEvent): boolean {
  const command = event.ctrlKey || event.metaKey
  return (!command && !event.altKey && !/^F\d+$/.test(event.key)) || (command && /^[zya]$/i.test(event.key))
}

function takesCharacters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return (
    target.closest(
      'textarea, select, input:not([type=checkbox], [type=radio], [type=button]), [role=menu], [role=combobox]',
    ) !== null
  )
}

const isInDialog = (target: EventTarget | null) => target instanceof Element && target.closest('dialog[open]') !== null
