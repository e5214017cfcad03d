import validate from '@ooxml-tools/validate'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { LEDGER_COLUMNS, ledgerRows } from '../../src-main/core/exporters/ledger'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { importFile } from '../../src-main/core/importers/registry'
import { convert, noSpreadsheets } from '../support/libreoffice'
import { ADA, annotate, BEN, documentOf, NOW, replyTo, reviewOf, sourceOf } from '../support/review-fixture'

const TEXT = `Harbour wall

The wall cost 40 million, 😀 officials said. The mayor knew.

=1+1 is not @risk, "said" -5 degrees; it leaks.`
const claim = annotate('claim', TEXT, 'cost 40 million', {
  type: 'statistic',
  speaker: 'Tomas Brandt',
  note: '+1 from the desk',
  citations: [
    { source: 's1', stance: 'supports' },
    { source: 's2', stance: 'supports' },
  ],
})
const second = annotate('claim', TEXT, '=1+1 is not @risk', {
  status: 'confirmed',
  citations: [{ source: 's1', stance: 'contradicts', locator: 'p. 4' }],
})
const reply = replyTo(claim, 'The minutes say so.')
const document = documentOf(TEXT)
const review = reviewOf([claim, second, annotate('comment', TEXT, 'leaks', { note: 'Who?' })], {
  replies: [reply],
  sources: [
    sourceOf({ id: 's1', citation: 'City budget', url: 'https://example.org/budget', seenOn: '2026-10-01' }),
    sourceOf({ id: 's2', citation: '@the clerk', kind: 'expert' }),
  ],
  verdicts: [{ id: 'v1', value: 'in-review', note: '', author: ADA, createdAt: NOW, updatedAt: NOW }],
})
const options = { confidential: true, now: NOW, generator: 'Blue Pencil test' }
const written = async () => (await exportDocument('xlsx', { document, review }, options)).bytes
const read = (bytes: Uint8Array) => importFile({ name: 'ledger.xlsx', bytes })
const CLAIMS = 'xl/worksheets/sheet1.xml'
const ARTICLE = 'xl/worksheets/sheet2.xml'

/** The workbook with cells of one sheet changed by hand, as saved by Mara Velk. An empty word empties the cell. */
async function changed(sheet: string, cells: Readonly<Record<string, string>>, more = ''): Promise<Uint8Array> {
  const parts = unzipSync(await written())
  let xml = strFromU8(parts[sheet] ?? new Uint8Array())
  for (const [place, words] of Object.entries(cells)) {
    const row = place.replace(/\D+/, '')
    const cell = words && `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`
    const there = new RegExp(`<c r="${place}"(?:(?!</c>)[^])*</c>`)
    xml = there.test(xml)
      ? xml.replace(there, cell)
      : xml.replace(new RegExp(`(<row r="${row}">[^]*?)(</row>)`), `$1${cell}$2`)
  }
  xml = xml.replace('</sheetData>', `${more}</sheetData>`)
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())
    .replace('Blue Pencil test', 'Mara Velk')
    .replace(/(<dcterms:modified[^>]*>)[^<]*/, '$12026-10-20T08:00:00Z')
  return zipSync({ ...parts, [sheet]: strToU8(xml), 'docProps/core.xml': strToU8(core) })
}
const at = (column: string, row: number) => `${String.fromCharCode(65 + LEDGER_COLUMNS.indexOf(column))}${row}`
const mara = { author: { name: 'Mara Velk' }, createdAt: '2026-10-20T08:00:00.000Z' }

describe('what somebody changed in the sheet of claims', () => {
  test.each<[string, Record<string, string>, object]>([
    ['Status', { [at('Status', 2)]: 'disputed' }, { status: 'disputed' }],
    ['Type', { [at('Type', 2)]: 'Allegation' }, { type: 'allegation' }],
    ['Speaker', { [at('Speaker', 2)]: 'Ines Roth' }, { speaker: 'Ines Roth' }],
    ['Attribution', { [at('Attribution', 2)]: 'vague' }, { attribution: 'vague' }],
    ['Note', { [at('Note', 2)]: '+1 from the desk?' }, { note: '+1 from the desk?' }],
  ])('%s comes back as that claim, later', async (column, cells, fields) => {
    const { notes, report, text } = await read(await changed(CLAIMS, cells))
    expect(text).toBe(TEXT)
    expect(report.notices).toEqual([])
    expect(notes?.annotations).toEqual([{ ...claim, ...fields, updatedAt: '2026-10-20T08:00:00.000Z' }])
    // Who changed it is told in the thread of the claim; the words of a note speak for themselves.
    const told = column === 'Note' ? [] : [{ annotation: claim.id, ...mara }]
    expect(notes?.replies).toMatchObject(told)
  })

  test('sources by line: one is taken out, one is new, one is the other claim’s', async () => {
    const cells = {
      [at('Sources for', 2)]:
        'City budget, primary document, https://example.org/budget, seen 2026-10-01\nHarbour log 7',
    }
    const { notes } = await read(await changed(CLAIMS, { ...cells, [at('Sources against', 2)]: '@the clerk' }))
    const [source] = notes?.sources ?? []
    expect(source).toMatchObject({ citation: 'Harbour log 7', ...mara })
    expect(notes?.annotations).toMatchObject([
      {
        id: claim.id,
        citations: [
          { source: 's1', stance: 'supports' },
          { source: source?.id, stance: 'supports' },
          { source: 's2', stance: 'contradicts' },
        ],
      },
    ])
  })

  test('place and day of the only source, a verdict, an answer', async () => {
    const cells = { [at('Locators', 3)]: 'p. 9', [at('Seen on', 3)]: '2026-10-19', [at('Verdict', 3)]: 'cleared' }
    const answer = {
      [at('Thread', 2)]: 'Ben &lt;Öst&gt;: The minutes say so.\nThey do not.\nBen &lt;Öst&gt;: They do.',
    }
    const { notes, report } = await read(await changed(CLAIMS, { ...cells, ...answer }))
    expect(notes?.annotations).toMatchObject([{ id: second.id, citations: [{ source: 's1', locator: 'p. 9' }] }])
    expect(notes?.sources).toMatchObject([{ id: 's1', seenOn: '2026-10-19' }])
    expect(notes?.verdicts).toMatchObject([{ value: 'cleared', author: mara.author }])
    expect(notes?.replies).toMatchObject([
      { annotation: claim.id, body: 'They do not.', ...mara },
      { annotation: claim.id, body: 'They do.', author: BEN },
    ])
    expect(report.notices).toEqual([])
  })

  test('a row that was added is a claim where its words stand, once', async () => {
    const row = (number: number, words: string) =>
      `<row r="${number}"><c r="A${number}" t="inlineStr"><is><t>${words}</t></is></c><c r="C${number}" t="inlineStr"><is><t>wrong</t></is></c></row>`
    const { notes, report } = await read(
      await changed(CLAIMS, {}, row(4, 'The mayor knew') + row(5, 'The') + row(6, 'No such words')),
    )
    expect(notes?.annotations).toMatchObject([
      { kind: 'claim', status: 'wrong', anchor: { exact: 'The mayor knew' }, ...mara },
    ])
    expect(report.notices).toEqual([expect.stringContaining('“The”'), expect.stringContaining('“No such words”')])
  })

  test('what cannot be taken over is said', async () => {
    const cells = { [at('Claim', 2)]: 'cost 50 million', [at('Status', 2)]: 'true-ish', [at('Locators', 2)]: 'p. 1' }
    const { notes, report } = await read(await changed(CLAIMS, { ...cells, [at('Id', 3)]: '', [at('Claim', 3)]: '' }))
    expect(notes).toBeUndefined()
    expect(report.notices).toEqual([
      expect.stringContaining('“Claim”'),
      expect.stringContaining('“Status”'),
      expect.stringContaining('“Locators”'),
      expect.stringContaining('1 claim of the export was taken out'),
    ])
  })
})

test('a paragraph that was edited in the sheet of the article is a later text, whatever it is sorted by', async () => {
  const cells = {
    A2: '3',
    C2: '=1+1 is a risk, "said" -5 degrees; it leaks.\nMore follows.',
    A4: '1',
    C4: 'Harbour wall',
  }
  const back = await read(await changed(ARTICLE, cells))
  expect(back.text).toBe(TEXT.replace('not @risk', 'a risk').concat('\n\nMore follows.'))
  expect(back.editor?.name).toBe('Mara Velk')
  expect(back.notes).toBeUndefined()
})

test('the head is frozen, columns are filtered, words come from the taxonomies, and no cell is a formula', async () => {
  const parts = unzipSync(await written())
  const claims = strFromU8(parts[CLAIMS] ?? new Uint8Array())
  expect(claims).toContain('state="frozen"')
  expect(claims).toContain(`<autoFilter ref="A1:${at('Id', 3)}"/>`)
  for (const column of ['Type', 'Status', 'Attribution', 'Verdict'])
    expect(claims).toContain(`sqref="${at(column, 2)}:`)
  for (const [name, xml] of Object.entries(parts)) expect(strFromU8(xml), name).not.toMatch(/<f[ >]/)
  // 2 is the style of a quoted cell: it stays a text when somebody edits it.
  const styled = [...claims.matchAll(/<c r="(\w+)" s="2"/g)].map(([, cell]) => cell)
  expect(styled).toEqual([at('Note', 2), at('Claim', 3)])
})

test('the workbook has no error by the Open XML schemas', async () => {
  expect(await validate(await written(), 'xlsx')).toEqual([])
  const parts = unzipSync(await written())
  const sheet = strFromU8(parts[CLAIMS] ?? new Uint8Array()).replace('<sheetData>', '<nonsense/><sheetData>')
  expect(await validate(zipSync({ ...parts, [CLAIMS]: strToU8(sheet) }), 'xlsx')).not.toEqual([])
}, 60_000)

describe.skipIf(noSpreadsheets)('LibreOffice', () => {
  test('reads every cell as it was written, and nothing looks changed when it writes the workbook again', async () => {
    const bytes = await written()
    const csv = new TextDecoder().decode(
      convert(bytes, 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'),
    )
    expect(cellsOf(csv)).toEqual([LEDGER_COLUMNS, ...ledgerRows({ document, review }, options)])
    const back = await read(convert(bytes, 'xlsx', 'xlsx'))
    expect([back.save?.review, back.text, back.notes, back.report.notices]).toEqual([review, TEXT, undefined, []])
  }, 120_000)
})
if (noSpreadsheets) test.skip(`LibreOffice journeys: ${noSpreadsheets}`, () => {})

/** RFC 4180. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\r?\n|$)/g)) {
    rows[rows.length - 1]?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.join('') !== '')
}
