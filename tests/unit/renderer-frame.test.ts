import { describe, expect, it } from 'vitest'
import { displayKeys, matchesKeys } from '../../src-renderer/src/a11y/keys'
import { batches } from '../../src-renderer/src/features/library/pending-files'
import { pastedFile } from '../../src-renderer/src/features/library/pasted-file'
import { windowOf } from '../../src-renderer/src/features/library/window-of'
import { initialsOf } from '../../src-renderer/src/features/settings/initials'
import { fit } from '../../src-renderer/src/ui/fit'

const press = (key: string, modifiers = '') => ({
  key,
  ctrlKey: modifiers.includes('c'),
  metaKey: modifiers.includes('m'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
})

describe('keys', () => {
  it.each([
    ['Mod+K', press('k', 'c'), false, true],
    ['Mod+K', press('K', 'cs'), false, false],
    ['Mod+K', press('k', 'm'), true, true],
    ['Mod+K', press('k', 'c'), true, false],
    ['Mod+Shift+Z', press('Z', 'cs'), false, true],
    ['?', press('?', 's'), false, true],
    ['?', press('?'), false, true],
    ['a', press('A', 's'), false, false],
    ['a', press('a', 'c'), false, false],
    ['Mod++', press('+', 'cs'), false, true],
    ['+', press('+'), false, true],
    ['Alt+ArrowDown', press('ArrowDown', 'a'), false, true],
    ['Alt+ArrowDown', press('ArrowDown'), false, false],
  ])('%s for %o, on a Mac: %s → %s', (keys, event, mac, expected) => {
    expect(matchesKeys(keys, event, { mac })).toBe(expected)
  })

  it.each([
    ['Mod+Shift+F', 'Ctrl Shift F', '⌘⇧F'],
    ['Mod++', 'Ctrl +', '⌘+'],
    ['Alt+ArrowDown', 'Alt ↓', '⌥↓'],
    ['h', 'h', 'h'],
  ])('shows %s as %s and %s', (keys, other, mac) => {
    expect([displayKeys(keys, { mac: false }), displayKeys(keys, { mac: true })]).toEqual([other, mac])
  })
})

describe('the library list', () => {
  it('draws a window of ten thousand rows, whole at both ends', () => {
    const at = (scrollTop: number) => windowOf({ count: 10_000, rowHeight: 58, scrollTop, viewport: 600 })
    expect(at(0)).toEqual({ first: 0, last: 19 })
    expect(at(10_000 * 58 - 600).last).toBe(10_000)
    expect(at(290_000)).toEqual({ first: 4992, last: 5019 })
    expect(windowOf({ count: 0, rowHeight: 0, scrollTop: 500, viewport: 600 })).toEqual({ first: 0, last: 0 })
  })
})

describe('files on their way in', () => {
  const file = (name: string, size: number) => ({ name, file: new File([new Uint8Array(size)], name) })
  const gone = {
    name: 'gone.txt',
    file: { size: 1, arrayBuffer: () => Promise.reject(new Error()) } as unknown as File,
  }

  it('come in batches by size, packages alone, and what cannot be read is said', async () => {
    const half = 9 * 1024 * 1024
    const errors: string[] = []
    const pending = [file('a', half), file('b.bluepencil', 1), file('c', half), gone, file('d', 1)]
    const seen: string[] = []
    let taken = 0
    for await (const batch of batches(pending, errors)) {
      taken += batch.taken
      seen.push(`${batch.isPackage ? 'package ' : ''}${batch.files.map(({ name }) => name).join(' ')}`)
    }
    expect(seen).toEqual(['package b.bluepencil', 'a', 'c d'])
    expect(taken).toBe(pending.length)
    expect(errors).toEqual([expect.stringContaining('gone.txt')])
  })

  it.each([
    ['', 'First line.\n\nRest', 'First line.txt', 'First line.\n\nRest'],
    ['A/B: “title”?', 'Text', 'A B “title”.txt', 'A/B: “title”?\n\nText'],
    ['Same', 'Same\nText', 'Same.txt', 'Same\nText'],
    ['..', 'x', 'Pasted text.txt', '..\n\nx'],
  ])('a pasted text “%s” is a file', async (title, text, name, content) => {
    const pasted = pastedFile(title, text)
    expect(pasted.name).toBe(name)
    expect(await pasted.file?.text()).toBe(content)
  })
})

describe('small things', () => {
  it.each([
    ['Ines Almqvist', 'IA'],
    ['  jean-luc  de la tour ', 'JLT'],
    ['Łukasz', 'Ł'],
    ['𝒜da 李', '𝒜李'],
    ['', ''],
  ])('initials of “%s” are %s', (name, expected) => {
    expect(initialsOf(name)).toBe(expected)
  })

  it('filters by the beginnings of words, without accents or case', () => {
    const labels = ['Unsourced claim', 'Vague attribution', 'Claim type', 'Éclair']
    const best = (query: string) =>
      labels
        .map((label) => ({ label, score: fit(label, query) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .map(({ label }) => label)
    expect(best('claim')).toEqual(['Claim type', 'Unsourced claim'])
    expect(best('cl un')).toEqual(['Unsourced claim'])
    expect(best('ecl')).toEqual(['Éclair'])
    expect(best('zz')).toEqual([])
  })
})
