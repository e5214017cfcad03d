import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src-main/contract/result'
import type { ImportedText } from '../../src-main/core/importers/importer'
import { importableExtensions, importFile } from '../../src-main/core/importers/registry'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (name: string, text: string) => importFile({ name, bytes: utf8(text) })
const blocksOf = ({ text, blocks }: ImportedText) =>
  blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`)
const inlinesOf = ({ text, inlines }: ImportedText) =>
  inlines.map(({ kind, start, end, href }) => [kind, text.slice(start, end), href])

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return bytes
}
const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0))

/** Blocks hold all that is not white space, in order; inlines lie inside the text. */
function expectWhole({ text, blocks, inlines, report }: ImportedText): void {
  let at = 0
  for (const { start, end } of blocks) {
    expect(text.slice(at, start)).not.toMatch(/\S/)
    expect(text.slice(start, end)).toMatch(/\S/)
    at = end
  }
  expect(text.slice(at)).not.toMatch(/\S/)
  for (const { start, end } of inlines) expect(start < end && end <= text.length).toBe(true)
  expect(report.coverage.inText + report.coverage.leftOut).toBe(report.coverage.total)
}

describe('encodings', () => {
  const text = 'The café said “no” – über 20 €.\nЩо сталося?'
  it.each([
    ['UTF-8', utf8(text), 'utf-8', text],
    ['UTF-8 with a mark', utf8('\ufeff' + text), 'utf-8', text],
    ['UTF-16 LE with a mark', utf16('\ufeff' + text, true), 'utf-16le', text],
    ['UTF-16 BE with a mark', utf16('\ufeff' + text, false), 'utf-16be', text],
    ['UTF-16 LE without one', utf16(text, true), 'utf-16le', text],
    ['UTF-16 BE without one', utf16(text, false), 'utf-16be', text],
    ['Windows-1252', latin('The caf\xe9 said \x93no\x94 \x96 20 \x80.'), 'windows-1252', 'The café said “no” – 20 €.'],
  ])('%s', async (_, bytes, encoding, expected) => {
    const file = await importFile({ name: 'a.txt', bytes })
    expect([file.encoding, file.text]).toEqual([encoding, expected])
  })

  it('replaces what is damaged in a file that is UTF-8 for the rest, and counts it', async () => {
    const bytes = utf8('é'.repeat(50) + '!' + 'é'.repeat(50))
    bytes[100] = 0xff
    const file = await importFile({ name: 'a.txt', bytes })
    expect(file.text).toBe('é'.repeat(50) + '�' + 'é'.repeat(50))
    expect(file.report.notices.join()).toMatch(/One character .* damaged/)
  })
})

describe('plain text', () => {
  it('evens out line endings and keeps everything else', async () => {
    const text = (await read('a.txt', 'one\r\ntwo\rthree\u2028four \u202e\u0007 five')).text
    expect(text).toBe('one\ntwo\nthree\nfour \u202e\u0007 five')
  })

  const wrapped = [
    'The council voted on Tuesday to close the north quay until the sea',
    'wall behind it has been shored up, and nobody who lives along Quay',
    'Street was asked about it before the letter came the morning after.',
    '',
    'Engineers found cracks in August that were forty metres long, which',
    'is twice what they had found in the spring, and said that the wall',
    'would not stand another winter.',
    'School choir wins final',
    'Keep Reading',
    '',
    '- a first thing',
    '- a second thing',
  ].join('\n')

  it('joins lines wrapped by hand, letter for letter, and leaves headlines and lists alone', async () => {
    const file = await read('a.txt', wrapped)
    expect(file.text.length).toBe(wrapped.length)
    expect(file.text.replaceAll('\n', ' ')).toBe(wrapped.replaceAll('\n', ' '))
    expect(blocksOf(file).map((block) => block.slice(0, 30))).toEqual([
      'paragraph: The council voted o',
      'paragraph: Engineers found cra',
      'paragraph: School choir wins f',
      'paragraph: Keep Reading',
      'list-item1: - a first thing',
      'list-item1: - a second thing',
    ])
  })

  it.each([
    [
      'a paragraph a line',
      'Short one here.\nAnother line that says a bit more than the first.\nA third.\nAnd a fourth one, which is short.',
    ],
    ['a poem', Array.from({ length: 12 }, (_, i) => `The sea came up ${'again '.repeat(i % 3)}to the door`).join('\n')],
    [
      'a table',
      Array.from({ length: 12 }, (_, i) => `Ward ${i}          ${i * 31}          ${'x'.repeat(30 + (i % 3))}`).join(
        '\n',
      ),
    ],
  ])('does not join %s', async (_, text) => expect((await read('a.txt', text)).text).toBe(text))

  it('reads title, byline, date and language from the head of a story', async () => {
    const text =
      'Wall shut until spring\n\nBy Ines Almqvist\n14 October 2026\n\nThe council said that the wall was not safe and that the road behind it would be shut.'
    expect(await read('x.txt', text)).toMatchObject({
      title: 'Wall shut until spring',
      byline: 'Ines Almqvist',
      date: '2026-10-14',
      language: 'en',
      text,
    })
    const header =
      'Title: Wall shut\nBy: Ines Almqvist\nDate: 03/04/2026\nSource: The Weir Courier\n\nThe council said no.'
    expect(await read('x.txt', header)).toMatchObject({
      title: 'Wall shut',
      byline: 'Ines Almqvist',
      date: '03/04/2026',
      source: 'The Weir Courier',
    })
    expect((await read('old_wall.txt', 'The council said no. It was late.')).title).toBe('old wall')
  })

  it('finds sub-headings that stand alone over a longer line, and quotations', async () => {
    const file = await read(
      'x.txt',
      'Wall shut\n\nThe council said no, and went home.\n\nThe cost\n\nIt is not known what it will cost in the end.\n\n> “We will see,” he said.',
    )
    expect(blocksOf(file).map((block) => block.split(':')[0])).toEqual([
      'heading1',
      'paragraph',
      'heading2',
      'paragraph',
      'quotation',
    ])
  })

  it.each([
    ['en', 'The wall was closed by the council, and it is not known when it will be open again.'],
    ['de', 'Der Rat hat die Mauer geschlossen, und niemand weiß, wann sie wieder geöffnet wird.'],
    ['fr', 'Le conseil a fermé le mur et personne ne sait quand il sera de nouveau ouvert pour les gens.'],
    ['es', 'El consejo cerró el muro y nadie sabe cuándo se abrirá de nuevo para los vecinos de la calle.'],
    ['it', 'Il consiglio ha chiuso il muro e nessuno sa quando sarà di nuovo aperto per la gente della via.'],
    ['pt', 'O conselho fechou o muro e ninguém sabe quando ele será aberto de novo para as pessoas da rua.'],
    ['nl', 'De raad heeft de muur gesloten en niemand weet wanneer die weer open gaat voor het publiek.'],
    ['pl', 'Rada zamknęła mur i nikt nie wie, kiedy będzie on znowu otwarty dla ludzi z tej ulicy.'],
    ['ru', 'Совет закрыл стену, и никто не знает, когда она снова будет открыта для всех жителей.'],
    ['uk', 'Рада закрила стіну, і ніхто не знає, коли її знову відкриють для всіх мешканців міста.'],
    ['ar', 'أغلق المجلس الجدار ولا أحد يعرف متى سيفتح مرة أخرى.'],
    ['hi', 'परिषद ने दीवार बंद कर दी और कोई नहीं जानता कि यह कब खुलेगी।'],
    ['zh', '市议会关闭了海堤，没有人知道什么时候会重新开放。'],
    ['ja', '市議会は海の壁を閉じました。いつ開くかは誰も知りません。'],
    ['ko', '시의회가 벽을 닫았고 언제 다시 열릴지는 아무도 모른다.'],
    ['und', '12.5 % – 3,000 (A/B) xk qzw'],
  ])('tells the language: %s', async (language, text) => expect((await read('a.txt', text)).language).toBe(language))
})

describe('Markdown', () => {
  it('becomes blocks and inlines; markup and pictures are left out and said so', async () => {
    const file = await read(
      'a.md',
      '---\ntitle: "The wall"\nauthor: Ines Almqvist\ndate: 2026-10-14\nlang: en-GB\n---\n# Wall *shut*\n\nBy the [office](https://example.org) and [trap](javascript:alert(1)).\nSame paragraph.\n\n- one\n  - two\n\n> said\n\n| a | b |\n|---|---|\n| c | d |\n\n```js\nlet x\n  y\n```\n\n<div onclick="x()">raw</div>\n\nEnd ![a boat](b.png) **bold**.',
    )
    expect(blocksOf(file)).toEqual([
      'heading1: Wall shut',
      'paragraph: By the office and trap. Same paragraph.',
      'list-item1: one',
      'list-item2: two',
      'quotation: said',
      'table-cell: a',
      'table-cell: b',
      'table-cell: c',
      'table-cell: d',
      'paragraph: let x\n  y',
      'paragraph: End bold.',
    ])
    expect(inlinesOf(file)).toEqual([
      ['emphasis', 'shut', undefined],
      ['link', 'office', 'https://example.org'],
      ['link', 'trap', undefined],
      ['code', 'let x\n  y', undefined],
      ['strong', 'bold', undefined],
    ])
    expect(file).toMatchObject({
      title: 'The wall',
      byline: 'Ines Almqvist',
      date: '2026-10-14',
      language: 'en-GB',
      mediaType: 'text/markdown',
    })
    expect(file.report.leftOut.map(({ reason }) => reason)).toEqual([
      'front matter',
      'language of program code',
      'markup',
      'picture text',
    ])
    expectWhole(file)
  })

  it('loses no letter, whatever the Markdown', async () => {
    const pieces = fc.constantFrom(
      'wall',
      '# ',
      '- ',
      '> ',
      '  ',
      '\n',
      '\n\n',
      '*',
      '**',
      '`',
      '[a](b)',
      '![p](q)',
      '<b>',
      '</b>',
      '| x |',
      '1. ',
      '---\n',
      '😀',
      '&amp;',
      '\\',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 40 }), async (parts) => {
        const source = 'start ' + parts.join('')
        const file = await read('a.md', source)
        expectWhole(file)
        const kept = file.text + file.report.leftOut.map(({ text }) => text).join('')
        expect(kept.split('wall').length).toBe(source.split('wall').length)
      }),
    )
  })
})

describe('what is refused', () => {
  it.each([
    ['empty.txt', utf8(''), 'empty', /empty/],
    ['blank.txt', utf8(' \n\t\u00a0 '), 'empty', /no text/],
    ['a.pdf', utf8('%PDF-1.7 …'), 'unreadable', /PDF/],
    ['story.txt', utf8('%PDF-1.7 …'), 'unreadable', /PDF/],
    ['a.docx', utf8('PK\x03\x04 … word/document.xml'), 'damaged', /Ask for the file again/],
    ['a.zip', utf8('PK\x03\x04'), 'unsupported', /ZIP/],
    ['a.bluepencil', utf8('PK\x03\x04'), 'unsupported', /package/],
    ['a.png', latin('\x89PNG\r\n\x1a\n'), 'unsupported', /picture \(PNG\)/],
    ['a.bin', new Uint8Array(5_000).map((_, i) => (i * 37) % 256), 'unreadable', /not text/],
    [
      'links.html',
      utf8('<!doctype html><nav><a href=a>One</a> <a href=b>Two</a></nav><form><p>Please sign in to go on.</p></form>'),
      'no-article',
      /no article/,
    ],
  ])('%s', async (name, bytes, code, message) => {
    const attempt = () => importFile({ name: `/home/somebody/${name}`, bytes })
    await expect(attempt()).rejects.toThrow(AppError)
    await expect(attempt()).rejects.toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) as string }),
    )
    // The sentence names the file, not the folders of somebody's disk.
    await expect(attempt()).rejects.toThrow(
      expect.objectContaining({ message: expect.stringMatching(new RegExp(`^“${name}” `)) as string }),
    )
  })

  it('offers what it reads', () =>
    expect(importableExtensions).toEqual(expect.arrayContaining(['.txt', '.md', '.html', '.htm'])))
})
