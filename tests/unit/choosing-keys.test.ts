import { describe, expect, it } from 'vitest'
import { fromAccelerator, isCharacterPress, toAccelerator } from '../../src-main/contract/key-notation'
import { MENU_COMMANDS } from '../../src-main/contract/menu'
import { displayKeys, matchesKeys, pressedKeys } from '../../src-renderer/src/a11y/keys'
import { objectionTo } from '../../src-renderer/src/features/settings/key-checks'
import {
  holderOf,
  keysNow,
  withDefaults,
  withKey,
  withoutKey,
  type ChosenKeys,
} from '../../src-renderer/src/features/settings/key-choice'
import { Commands, type KnownCommand } from '../../src-renderer/src/state/commands.svelte'

const press = (key: string, modifiers = '', code = '') => ({
  key,
  code,
  ctrlKey: modifiers.includes('c'),
  metaKey: modifiers.includes('m'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
})

describe('a press', () => {
  it.each([
    [press('h'), false, 'h'],
    [press('H', 's'), false, 'Shift+H'],
    [press('k', 'c'), false, 'Mod+K'],
    [press('k', 'm'), true, 'Mod+K'],
    [press('k', 'm'), false, 'Meta+K'],
    [press('?', 's'), false, '?'],
    [press('+', 'c'), false, 'Mod++'],
    [press('ArrowDown', 'as'), false, 'Alt+Shift+ArrowDown'],
    [press('F2'), false, 'F2'],
    [press('µ', 'ca', 'KeyM'), false, 'Mod+Alt+M'],
    [press('ß', 'a', 'KeyS'), true, 'Alt+S'],
    [press('ф', '', 'KeyA'), false, 'a'],
    [press('ö', '', 'Semicolon'), false, 'ö'],
    [press('Dead', 'a', 'KeyE'), true, 'Alt+E'],
    [press('Dead', '', 'Equal'), false, undefined],
    [press('Shift', 's'), false, undefined],
  ])('%o, on a Mac: %s, is written %s and read again', (event, mac, keys) => {
    expect(pressedKeys(event, { mac })).toBe(keys)
    if (keys !== undefined) expect(matchesKeys(keys, event, { mac })).toBe(true)
  })

  it.each([
    ['a', true],
    ['Shift+A', true],
    ['?', true],
    ['+', true],
    ['F6', false],
    ['Enter', false],
    ['Mod+A', false],
    ['Alt+a', false],
  ])('%s is a single character: %s', (keys, expected) => {
    expect(isCharacterPress(keys)).toBe(expected)
  })

  it('is written for the menus and back', () => {
    for (const { accelerator } of Object.values(MENU_COMMANDS))
      if (accelerator !== undefined) expect(toAccelerator(fromAccelerator(accelerator))).toBe(accelerator)
    expect([toAccelerator('j'), toAccelerator('Shift+J')]).toEqual([undefined, undefined])
  })

  it('is shown as it is printed on the keyboards of who reads German', () => {
    expect(displayKeys('Mod+Shift+F', { mac: false }, 'de-AT')).toBe('Strg Umschalt F')
  })
})

describe('what stands against a press', () => {
  const page = { mac: false, inBrowser: true }
  it.each([
    ['Tab', page, 'needed'],
    ['Shift+ArrowDown', page, 'needed'],
    ['Mod+C', page, 'needed'],
    ['Mod+T', page, 'taken'],
    ['Mod+T', { mac: false, inBrowser: false }, undefined],
    ['Meta+E', page, 'taken'],
    ['Mod+Q', { mac: true, inBrowser: false }, 'taken'],
    ['Mod+Alt+E', page, 'letters'],
    ['Mod+Alt+E', { mac: true, inBrowser: true }, undefined],
    ['j', page, undefined],
    ['Alt+ArrowDown', page, undefined],
  ])('%s in %o: %s', (keys, where, expected) => {
    expect(objectionTo(keys, where)).toBe(expected)
  })
})

describe('choosing keys', () => {
  const command = (id: string, keys: string[], screen: string): KnownCommand => ({
    id,
    keys,
    screen,
    group: 'review',
    label: id,
  })
  const accept = command('accept', ['a'], 'document')
  const dismiss = command('dismiss', ['x'], 'document')
  const leave = command('leave', ['Escape'], 'document')
  const back = command('back', ['Escape'], 'document')
  const shelf = command('shelf', ['x'], 'library')
  const theme = command('theme', ['Mod+J'], 'everywhere')
  const all = [accept, dismiss, leave, back, shelf, theme]
  const holder = (keys: string, of: KnownCommand, chosen: ChosenKeys = {}) => holderOf(keys, of, all, chosen)?.id

  it('names who has a key where both could be meant', () => {
    expect(holder('x', accept)).toBe('dismiss')
    expect(holder('X', accept)).toBe('dismiss')
    expect(holder('Mod+j', shelf)).toBe('theme')
    expect([holder('a', shelf), holder('Escape', leave), holder('x', theme)]).toEqual([undefined, undefined, 'dismiss'])
    expect(holder('x', accept, { dismiss: ['z'] })).toBe(undefined)
  })

  it('swaps, takes over, takes away and goes back to the usual', () => {
    const swapped = withKey({}, accept, 'x', { replacing: 'a', holder: dismiss })
    expect(swapped).toEqual({ accept: ['x'], dismiss: ['a'] })
    const taken = withKey({}, accept, 'x', { holder: dismiss })
    expect(taken).toEqual({ accept: ['a', 'x'], dismiss: [] })
    expect(withoutKey(taken, accept, 'a')).toEqual({ accept: ['x'], dismiss: [] })
    const again = withDefaults(taken, dismiss, all)
    expect([keysNow(again, dismiss), keysNow(again, accept)]).toEqual([['x'], ['a']])
  })

  it('reaches what is pressed and what is shown', () => {
    const chosen = { keys: { 'edit.undo': ['Mod+U'] }, letterKeys: true }
    const commands = new Commands(
      () => chosen,
      () => 'library',
    )
    const ran: string[] = []
    const add = (id: string, keys: string[]) => ({
      id,
      keys,
      label: id,
      group: 'edit' as const,
      run: () => void ran.push(id),
    })
    commands.add([add('edit.undo', []), add('review.accept', ['Alt+A', 'a'])])
    const shown = () => ['edit.undo', 'review.accept', 'gone'].map((id) => commands.shownKey(id))
    expect(shown()).toEqual(['Mod+U', 'a', undefined])
    chosen.letterKeys = false
    chosen.keys = { 'edit.undo': [] }
    expect(shown()).toEqual([undefined, 'Alt+A', undefined])
  })
})
