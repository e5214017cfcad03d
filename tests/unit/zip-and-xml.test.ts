import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openZip, ZIP_LIMITS } from '../../src-main/core/importers/zip-file'
import { childElement, descendants, readXml, textOf } from '../../src-main/core/importers/xml'

const name = 'story.docx'
const zip = (entries: Record<string, Uint8Array>) => zipSync(entries, { mtime: '2026-01-02' })
const story = () => zip({ 'word/document.xml': strToU8('<a>Harbour</a>'), 'media/a.bin': new Uint8Array(3_000_000) })

/** The same bytes with a number written over at every place where the signature stands. */
function patched(bytes: Uint8Array, signature: number, offset: number, value: number, width: 2 | 4): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (view.getUint32(at, true) !== signature) continue
    if (width === 4) view.setUint32(at + offset, value, true)
    else view.setUint16(at + offset, value, true)
  }
  return copy
}
const DIRECTORY = 0x02014b50

describe('a ZIP file', () => {
  test('gives its entries by their names', () => {
    const file = openZip(story(), name)
    expect(file.names).toEqual(['word/document.xml', 'media/a.bin'])
    expect(new TextDecoder().decode(file.read('word/document.xml'))).toBe('<a>Harbour</a>')
    expect(file.read('word/styles.xml')).toBeUndefined()
  })

  const readAll = (bytes: Uint8Array, limits = ZIP_LIMITS) => {
    const file = openZip(bytes, name, limits)
    return file.names.map((entry) => file.read(entry))
  }
  test.each<[string, () => unknown, string]>([
    ['a lying size, too small', () => readAll(patched(story(), DIRECTORY, 24, 5, 4)), 'damaged'],
    ['a lying size, too large', () => readAll(patched(story(), DIRECTORY, 24, 900, 4)), 'damaged'],
    ['a lying check sum', () => readAll(patched(story(), DIRECTORY, 16, 7, 4)), 'damaged'],
    ['entries in one place', () => readAll(patched(story(), DIRECTORY, 42, 0, 4)), 'damaged'],
    ['encryption', () => readAll(patched(story(), DIRECTORY, 8, 1, 2)), 'unsupported'],
    ['another way of packing', () => readAll(patched(story(), DIRECTORY, 10, 14, 2)), 'unsupported'],
    ['a bomb', () => readAll(zip({ a: new Uint8Array(60_000_000) })), 'too-large'],
    ['many parts', () => readAll(story(), { ...ZIP_LIMITS, entries: 1 }), 'too-large'],
    ['a name that leads out', () => readAll(zip({ '../../evil': strToU8('a') })), 'unsupported'],
    ['half a file', () => readAll(story().subarray(0, 900)), 'damaged'],
    ['no ZIP file', () => readAll(strToU8('Nothing of the kind, at some length.')), 'damaged'],
  ])('with %s is refused in a sentence', (_, open, code) => {
    expect(open).toThrow(expect.objectContaining({ code, message: expect.stringMatching(/^“story.docx” .+\.$/) }))
  })
})

describe('XML', () => {
  const read = (xml: string | Uint8Array) =>
    readXml(typeof xml === 'string' ? strToU8(xml) : xml, {
      fileName: name,
      part: 'a.xml',
      namespaces: { 'urn:w': 'w', 'urn:plain': '' },
    })

  test('has the prefixes that were asked for, whatever the file uses', () => {
    const root = read(
      '<?xml version="1.0"?><!DOCTYPE r><r xmlns="urn:w" xmlns:q="urn:w" q:a="1" b="2"><q:p xml:space="preserve">A &amp; &#x1F600;<![CDATA[<]]></q:p><z xmlns="urn:other"/></r>',
    )
    expect(root.name).toBe('w:r')
    expect(root.attributes).toEqual({ 'w:a': '1', b: '2' })
    expect(childElement(root, 'w:p')?.attributes).toEqual({ 'xml:space': 'preserve' })
    expect(textOf(root)).toBe('A & 😀<')
    expect(descendants(root, '{urn:other}z')).toHaveLength(1)
  })

  test('may come as UTF-16', () => {
    const wide = new Uint8Array([...'\ufeff<r>ž</r>'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))
    expect(textOf(read(wide))).toBe('ž')
  })

  const laughs = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><r>&b;</r>'
  test.each<[string, string, string]>([
    ['entities of its own', laughs, 'unsupported'],
    ['an outside entity', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', 'unsupported'],
    ['an unknown entity', '<r>&nbsp;</r>', 'damaged'],
    ['an end missing', '<r><a></r>', 'damaged'],
    ['nothing in it', '  ', 'damaged'],
    ['depth without end', '<r>'.repeat(100_000), 'too-large'],
    ['names like an object’s own', '<constructor><__proto__ toString="1">', 'damaged'],
  ])('with %s is refused in a sentence', (_, xml, code) => {
    expect(() => read(xml)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/^“story.docx” .+\.$/) }),
    )
  })
})
