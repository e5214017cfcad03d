import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWatchedReader, type WatchedReader } from './parts/fuzz'
import { makeSeeds } from './parts/seeds'
import { lying, overlapping, zipOf } from './parts/zip-tricks'

/** For one file, by the issue that asked for it; the machine may be busy with others. ms */
const DEADLINE = 10_000
const MEGABYTES = 512
const utf8 = (text: string) => new TextEncoder().encode(text)

let reader: WatchedReader
beforeAll(async () => {
  reader = await openWatchedReader(DEADLINE, MEGABYTES)
}, 60_000)
afterAll(() => reader.close())

/** What a file ends in: its text is read, or sentences say why not. Nothing is fetched, written or started. */
async function outcome(name: string, bytes: Uint8Array): Promise<string> {
  const before = process.resourceUsage().maxRSS
  const { code, said, wrong } = await reader.read({ name, bytes })
  expect(wrong, name).toBeUndefined()
  if (code !== 'read') expect(said.length).toBeGreaterThan(0)
  for (const sentence of said) expect(sentence).toMatch(/\S.*\.$/s)
  expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(MEGABYTES)
  return code === 'read' ? 'read' : said.join(' ')
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const DTD = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
const BLANKS = ' '.repeat(100_000_000)
const DEEP = 50_000

const OFFICE =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
const story = (inside: string) =>
  `<office:document-content ${OFFICE}><office:body><office:text>${inside}</office:text></office:body></office:document-content>`
const odt = (content: string | Uint8Array, more: Record<string, string | Uint8Array> = {}) =>
  zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...more })
const WALL = '<text:p>The council said that the wall was safe.</text:p>'

const CONTAINER = `${XML}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`
const opf = (spine: string, manifest = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>') =>
  `${XML}<package xmlns="http://www.idpf.org/2007/opf"><manifest>${manifest}</manifest><spine>${spine}</spine></package>`
const page = (inside: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${inside}</body></html>`
const epub = (parts: Record<string, string | Uint8Array>) =>
  zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'book.opf': opf('<itemref idref="a"/>'),
    'a.xhtml': page('<p>The council said that the wall was safe.</p>'),
    ...parts,
  })

const BOMB = /unpacks to far more than an article holds/
const ENTITIES = /declares entities/
const UNTRUE = /table of contents does not fit/
const OUT = /lead out of it/

describe('OpenDocument', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ['sound', () => odt(story(WALL)), /^read$/],
    ['a bomb as its text', () => odt(BLANKS), BOMB],
    ['a bomb inside a bomb', () => odt(zipOf({ 'content.xml': BLANKS })), /is damaged|no whole|not whole/],
    ['a size that lies low', () => lying(odt(story(WALL.repeat(2_000))), 'content.xml', 100), /is not whole/],
    ['a size that lies high', () => lying(odt(story(WALL)), 'content.xml', 60_000_000), BOMB],
    ['parts over one another', () => overlapping(odt(story(WALL)), 'content.xml'), UNTRUE],
    ['names that lead out', () => odt(story(WALL), { '../../etc/cron.d/x': 'x' }), OUT],
    ['names from the root', () => odt(story(WALL), { '/etc/cron.d/x': 'x' }), OUT],
    ['names of another system', () => odt(story(WALL), { '..\\..\\x': 'x' }), OUT],
    [
      'parts without number',
      () => odt(story(WALL), Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`p${index}`, 'x']))),
      /holds \d+ parts/,
    ],
    ['entities', () => odt(`${XML}${DTD}${story('<text:p>&b;&c;</text:p>')}`), ENTITIES],
    ['depth without end', () => odt(story('<text:section>'.repeat(DEEP))), /too deeply nested/],
    ['depth in a flat file', () => utf8(`${XML}${story('<text:section>'.repeat(DEEP))}`), /too deeply nested|^read$/],
    ['spaces without number', () => odt(story('<text:p>a<text:s text:c="2000000000"/>b</text:p>')), /^read$/],
    [
      'cells without number',
      () =>
        odt(
          `<office:document-content ${OFFICE} xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>${WALL}<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`,
        ),
      /^read$/,
    ],
    [
      'pictures from elsewhere, scripts and macros',
      () =>
        odt(
          `${story(`${WALL}<text:p><draw:frame><draw:image xlink:href="https://beacon.example/a.png"/></draw:frame><text:a xlink:href="javascript:alert(1)">x</text:a></text:p>`)}`,
          { 'Basic/Standard/Module1.xml': 'Sub AutoOpen', 'Scripts/python/x.py': 'import os' },
        ),
      /^read$/,
    ],
  ])('%s', async (_, make, said) => {
    expect(await outcome('story.odt', make())).toMatch(said)
  })
})

describe('electronic books', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ['sound', () => epub({}), /^read$/],
    ['a bomb as a chapter', () => epub({ 'a.xhtml': BLANKS }), BOMB],
    ['a bomb as its list', () => epub({ 'book.opf': BLANKS }), BOMB],
    [
      'a size that lies low',
      () => lying(epub({ 'a.xhtml': page('<p>x</p>'.repeat(5_000)) }), 'a.xhtml', 10),
      /not whole/,
    ],
    ['parts over one another', () => overlapping(epub({}), 'a.xhtml'), UNTRUE],
    ['names that lead out', () => epub({ '../x': 'x' }), OUT],
    ['entities in its list', () => epub({ 'book.opf': `${XML}${DTD}${opf('<itemref idref="a"/>')}` }), ENTITIES],
    ['entities in its container', () => epub({ 'META-INF/container.xml': `${XML}${DTD}${CONTAINER}` }), ENTITIES],
    [
      'one chapter a hundred thousand times',
      () => epub({ 'book.opf': opf('<itemref idref="a"/>'.repeat(100_000)) }),
      /^read$/,
    ],
    [
      'a chapter that is somewhere else',
      () =>
        epub({
          'book.opf': opf(
            '<itemref idref="a"/><itemref idref="b"/><itemref idref="c"/>',
            '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="https://beacon.example/b.xhtml" media-type="application/xhtml+xml"/><item id="c" href="../../../etc/passwd" media-type="application/xhtml+xml"/>',
          ),
        }),
      /^read$|\.$/,
    ],
    [
      'beacons and scripts in a chapter',
      () =>
        epub({
          'a.xhtml': page(
            '<script src="https://beacon.example/a.js"></script><p>The wall was safe.</p><img src="https://beacon.example/a.gif"/><iframe src="file:///etc/passwd"></iframe>',
          ),
        }),
      /^read$/,
    ],
    ['depth in a chapter', () => epub({ 'a.xhtml': page('<div>'.repeat(DEEP)) }), /nested/],
  ])('%s', async (_, make, said) => {
    expect(await outcome('book.epub', make())).toMatch(said)
  })
})

const mail = (headers: string, body: string) =>
  utf8(`From: ida@a.example\r\nSubject: Wall\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`)
const nested = (depth: number) => {
  const open = Array.from(
    { length: depth },
    (_, level) => `--b${level}\r\nContent-Type: multipart/mixed; boundary=b${level + 1}\r\n\r\n`,
  )
  return `${open.join('')}--b${depth}\r\n\r\nThe wall.`
}

describe('mail and saved pages', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ['parts within parts', () => mail('Content-Type: multipart/mixed; boundary=b0', nested(3_000)), /./],
    [
      'parts without number',
      () => mail('Content-Type: multipart/mixed; boundary=b', '--b\r\n\r\nx\r\n'.repeat(300_000)),
      /./,
    ],
    [
      'a boundary of nothing',
      () => mail('Content-Type: multipart/mixed; boundary=""', '--\r\n\r\nx\r\n'.repeat(50_000)),
      /./,
    ],
    ['headers without number', () => mail('X-A: b\r\n'.repeat(500_000).trim(), 'The wall.'), /^read$/],
    ['a header without end', () => mail(`X-A: ${'b\r\n '.repeat(500_000)}c`, 'The wall.'), /^read$/],
    ['words in words', () => mail(`X: y\r\nSubject: ${'=?utf-8?Q?='.repeat(100_000)}`, 'The wall.'), /^read$/],
    [
      'an encoding that nobody knows',
      () => mail('Content-Type: text/plain; charset=__proto__\r\nContent-Transfer-Encoding: constructor', 'The wall.'),
      /^read$/,
    ],
    [
      'a page with beacons',
      () =>
        mail(
          'Content-Type: text/html',
          '<p>The wall was safe, they said, and nobody had asked.</p><img src="https://beacon.example/p.gif"><link rel=stylesheet href="https://beacon.example/a.css">',
        ),
      /^read$/,
    ],
  ])('%s', async (_, make, said) => {
    for (const name of ['letter.eml', 'page.mhtml']) expect(await outcome(name, make())).toMatch(said)
  })
})

const rtf = (inside: string) => utf8(`{\\rtf1\\ansi ${inside}}`)
describe('rich text', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ['groups within groups', () => rtf(`${'{'.repeat(200_000)}x${'}'.repeat(200_000)}`), /./],
    ['groups that never end', () => rtf('{\\b x '.repeat(100_000)), /./],
    ['bytes that are said to be many', () => rtf('The wall.\\bin2147483647 x'), /./],
    ['characters to pass over without number', () => rtf('\\uc2147483647 The wall. \\u8364 xyz'), /./],
    ['numbers beyond all', () => rtf('\\fs99999999999999999999 \\u-99999999999 The wall.'), /^read$/],
    [
      'objects and pictures from elsewhere',
      () =>
        rtf(
          'The wall. {\\field{\\*\\fldinst INCLUDEPICTURE "https://beacon.example/a.png"}{\\fldrslt x}}{\\object\\objautlink\\objupdate{\\*\\objclass Word.Document.8}{\\*\\objdata 0105000002}}{\\*\\template https://beacon.example/t.dotm}',
        ),
      /^read$/,
    ],
    ['a table of a million cells', () => rtf(`\\trowd ${'\\cell x'.repeat(300_000)}\\row The wall.`), /./],
  ])('%s', async (_, make, said) => {
    expect(await outcome('old.rtf', make())).toMatch(said)
  })
})

describe('JSON', () => {
  const session = (value: unknown) =>
    utf8(
      JSON.stringify({
        '@context': ['http://www.w3.org/ns/anno.jsonld'],
        type: 'AnnotationCollection',
        session: value,
      }),
    )
  const quote = { type: 'TextQuoteSelector', exact: 'a a a', prefix: 'a '.repeat(50_000), suffix: ' a'.repeat(50_000) }
  const many = (count: number, make: (index: number) => unknown) =>
    utf8(`{"rows":[${Array.from({ length: count }, (_, index) => JSON.stringify(make(index))).join(',')}]}`)
  test.each<[string, string, () => Uint8Array, RegExp]>([
    [
      'arrays within arrays',
      'a.jsonld',
      () => utf8(`{"@context":"http://www.w3.org/ns/anno.jsonld","a":${'['.repeat(5_000_000)}`),
      /\.$/,
    ],
    ['a session that is none', 'a.jsonld', () => session('{"format":"bluepencil-review","version":1}'), /\.$/],
    ['a session in a session', 'a.jsonld', () => session(JSON.stringify({ session: '{}' })), /\.$/],
    [
      'a session of the future',
      'a.jsonld',
      () => session('{"format":"bluepencil-review","version":99}'),
      /newer Blue Pencil/,
    ],
    [
      'names of the language',
      'a.notes.json',
      () => utf8('{"__proto__":{"polluted":1},"rows":[{"uri":"x","text":"t","__proto__":{"polluted":1}}]}'),
      /^read$/,
    ],
    [
      'notes within notes',
      'a.notes.json',
      () => utf8(`${'{"items":['.repeat(20_000)}{"type":"Annotation"}${']}'.repeat(20_000)}`),
      /\.$/,
    ],
    [
      'selectors within selectors',
      'a.notes.json',
      () =>
        utf8(
          `[{"type":"Annotation","target":{"selector":${'{"type":"TextQuoteSelector","exact":"wall","refinedBy":'.repeat(20_000)}1${'}'.repeat(20_000)}}}]`,
        ),
      /^read$/,
    ],
    [
      '20,000 notes on the same words',
      'a.notes.json',
      () =>
        many(20_000, (id) => ({
          id: `${id}`,
          uri: 'x',
          text: 't',
          target: [{ selector: [{ ...quote, prefix: 'a', suffix: 'a' }] }],
        })),
      /^read$/,
    ],
    [
      '20,000 notes on words that are not there',
      'a.notes.json',
      () =>
        many(20_000, (id) => ({
          id: `${id}`,
          uri: 'x',
          text: 't',
          target: [
            {
              selector: [
                {
                  type: 'TextQuoteSelector',
                  exact: `ferry ${id} to the island of ${id * 7}`,
                  prefix: 'the',
                  suffix: 'on',
                },
              ],
            },
          ],
        })),
      /^read$/,
    ],
    [
      '200 notes with endless surroundings',
      'a.notes.json',
      () => many(200, (id) => ({ id: `${id}`, uri: 'x', target: [{ selector: [quote] }] })),
      /^read$/,
    ],
    [
      'answers in a circle',
      'a.notes.json',
      () =>
        utf8(
          '{"rows":[{"id":"a","uri":"x","text":"1","references":["b"]},{"id":"b","uri":"x","text":"2","references":["a"]}]}',
        ),
      /^read$/,
    ],
  ])('%s', async (_, name, make, said) => {
    expect(await outcome(name, make())).toMatch(said)
  })
})

describe('packages and workbooks', () => {
  test('bombs, names that lead out and lies are refused in words', async () => {
    const seeds = await makeSeeds()
    const workbook = seeds.find(({ name }) => name.endsWith('.xlsx'))
    if (workbook) expect(await outcome(workbook.name, overlapping(workbook.bytes, 'xl/workbook.xml'))).toMatch(UNTRUE)
    for (const ending of ['.bluepencil', '.xlsx']) {
      const seed = seeds.find(({ name }) => name.endsWith(ending))
      if (!seed) throw new Error(`There is no seed for ${ending}.`)
      const part = ending === '.xlsx' ? 'xl/workbook.xml' : 'manifest.json'
      expect(await outcome(seed.name, seed.bytes)).toBe('read')
      expect(await outcome(seed.name, lying(seed.bytes, part, 5))).toMatch(/\.$/)
      const parts = { [part]: BLANKS, 'xl/worksheets/sheet1.xml': BLANKS }
      expect(await outcome(seed.name, zipOf(parts))).toMatch(/\.$/)
      expect(await outcome(seed.name, zipOf({ [part]: '{}', '../../x': 'x' }))).toMatch(/\.$/)
      expect(await outcome(seed.name, zipOf({ [part]: `${XML}${DTD}<workbook>&b;&c;</workbook>` }))).toMatch(/\.$/)
    }
  })
})

test('every format, cut off at each hundredth of its length, ends in its text or in a sentence', async () => {
  const outcomes = new Map<string, Set<string>>()
  for (const { name, bytes } of await makeSeeds()) {
    const ending = name.slice(name.indexOf('.'))
    const seen = outcomes.get(ending) ?? new Set<string>()
    outcomes.set(ending, seen)
    for (let percent = 1; percent < 100; percent++)
      seen.add(
        (await outcome(name, bytes.slice(0, Math.floor((bytes.length * percent) / 100)))) === 'read'
          ? 'read'
          : 'refused',
      )
  }
  // Half a container is none.
  for (const ending of ['.docx', '.odt', '.epub', '.xlsx', '.bluepencil'])
    expect([...(outcomes.get([...outcomes.keys()].find((name) => name.endsWith(ending)) ?? '') ?? [])]).toEqual([
      'refused',
    ])
}, 180_000)
