import { strToU8, zipSync } from 'fflate'
import { asciiJson } from './ascii-json'
import { textPieces } from './docx-pieces'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { LEDGER_COLUMNS, ledgerLosses, ledgerRows, ONLY_CLAIMS } from './ledger'
import { writeSave } from './save-file'
import { ATTRIBUTION_WORDS, CLAIM_STATUS_WORDS, CLAIM_TYPE_WORDS, VERDICT_WORDS } from './words'
import { escapeXml } from './xml-escape'

/** The hidden sheet that carries the session. */
export const SAVE_SHEET = 'bluepencil'
export const CLAIM_SHEET = 'Claims'
/** The story, a row for each block, so that claims can be read where they stand and the words be edited. */
export const ARTICLE_SHEET = 'Article'
const ARTICLE_COLUMNS = ['Block', 'Kind', 'Text']
/** Characters a cell takes (Excel). */
export const LONGEST_CELL = 32_767
const SAVE_PIECE = 30_000

/**
 * The claim ledger as a workbook (ECMA-376, SpreadsheetML): header frozen, filters, drop-downs of the taxonomies; the
 * story beside it. Every cell is a text, never a formula, and stays one when somebody edits it. A hidden sheet carries the
 * session.
 */
export const xlsxExporter: Exporter = {
  format: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: '.xlsx',
  write: (input, options) => ({ content: workbook(input, options), losses: losses(input, options) }),
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function workbook(input: ExportInput, options: ExportOptions): Uint8Array {
  const claims = [LEDGER_COLUMNS, ...ledgerRows(input, options)]
  const article = [ARTICLE_COLUMNS, ...articleRows(input)]
  const sheets = [
    { name: CLAIM_SHEET, xml: tableSheet(claims, choices()) },
    { name: ARTICLE_SHEET, xml: tableSheet(article, []) },
    { name: SAVE_SHEET, xml: saveSheet(writeSave(input, options)) },
  ]
  const filtered = [claims, article].map(
    (rows, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheets[index]?.name}!$A$1:$${letters(rows[0]?.length ?? 1)}$${rows.length}</definedName>`,
  )
  const printed = `${CLAIM_SHEET}!$A$1:$${letters(LEDGER_COLUMNS.indexOf('Block'))}$${claims.length}`
  const names = [
    ...filtered,
    `<definedName name="_xlnm.Print_Area" localSheetId="0">${printed}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${CLAIM_SHEET}!$A:$A,${CLAIM_SHEET}!$1:$1</definedName>`,
  ]
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', `${TYPES}.sheet.main+xml`)}${sheets.map((_, index) => override(`xl/worksheets/sheet${index + 1}.xml`, `${TYPES}.worksheet+xml`)).join('')}${override('xl/styles.xml', `${TYPES}.styles+xml`)}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml')}${relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
    'docProps/core.xml': coreXml(input, options),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}"${name === SAVE_SHEET ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => relation(`rId${index + 1}`, `${RELATIONS}/worksheet`, `worksheets/sheet${index + 1}.xml`)).join('')}${relation('rId9', `${RELATIONS}/styles`, 'styles.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  }
  const entries = Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 })
}

/** Cells of text, of the head, and of text that a spreadsheet would run if somebody typed it: it is marked as quoted. */
const STYLE = { text: 0, head: 1, quoted: 2 } as const
const TEXT_CELL = 'xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"'
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EDFC"/></patternFill></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF2A5BD7"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf ${TEXT_CELL}><alignment vertical="top" wrapText="1"/></xf><xf ${TEXT_CELL} fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"><alignment vertical="top"/></xf><xf ${TEXT_CELL} quotePrefix="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

/** Who made it is the program: a name there later is of somebody who saved it. */
function coreXml({ document }: ExportInput, { generator, now }: ExportOptions): string {
  const time = `${now.slice(0, 19)}Z`
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(document.title)}</dc:title><cp:lastModifiedBy>${escapeXml(generator)}</cp:lastModifiedBy>${date('created')}${date('modified')}</cp:coreProperties>`
}

function articleRows({ document }: ExportInput): string[][] {
  return textPieces(document).map(({ kind, start, end }, index) => [
    String(index + 1),
    kind.replace('-', ' '),
    document.text.slice(start, end),
  ])
}

const WIDTHS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['Claim', 'Sources for', 'Sources against', 'Note', 'Thread'].map((name) => [name, 48])),
  Text: 110,
  Block: 8,
}

const choices = () => [
  dropDown('Type', Object.values(CLAIM_TYPE_WORDS)),
  dropDown('Status', Object.values(CLAIM_STATUS_WORDS)),
  dropDown('Attribution', Object.values(ATTRIBUTION_WORDS)),
  dropDown('Verdict', Object.values(VERDICT_WORDS)),
]

/** A sheet whose first row is its head: it stays in view, and the columns can be filtered. */
function tableSheet(rows: readonly (readonly string[])[], validations: readonly string[]): string {
  const [head = []] = rows
  const columns = head.map(
    (name, index) => `<col min="${index + 1}" max="${index + 1}" width="${WIDTHS[name] ?? 16}" customWidth="1"/>`,
  )
  const written = rows.map((cells, row) => rowXml(cells, row + 1, row === 0))
  const choices = validations.length
    ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
    : ''
  const selected = head === LEDGER_COLUMNS ? ' tabSelected="1"' : ''
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${selected}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${written.join('')}</sheetData><autoFilter ref="A1:${letters(head.length)}${rows.length}"/>${choices}<pageSetup orientation="landscape" fitToWidth="${head === LEDGER_COLUMNS ? 2 : 1}" fitToHeight="0"/></worksheet>`
}

/** On more rows than there are, for claims that somebody adds. */
function dropDown(column: string, words: readonly string[]): string {
  const name = letters(LEDGER_COLUMNS.indexOf(column) + 1)
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${name}2:${name}10000"><formula1>"${words.join(',')}"</formula1></dataValidation>`
}

function saveSheet(save: string): string {
  const text = asciiJson(save)
  const pieces = Array.from({ length: Math.ceil(text.length / SAVE_PIECE) }, (_, index) =>
    text.slice(index * SAVE_PIECE, (index + 1) * SAVE_PIECE),
  )
  const rows = pieces.map((piece, index) => rowXml([piece], index + 1, false))
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

/** What begins like this is a formula or a command to some spreadsheet, also in its wide form (OWASP, CSV injection). */
const RISKY = /^\s*[=+\-@\t\r＝＋－＠]/u

function rowXml(cells: readonly string[], row: number, head: boolean): string {
  const written = cells.map((text, index) => {
    if (!text) return ''
    // A spreadsheet takes `_x0041_` for a letter.
    const safe = escapeXml(cut(text)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    const style = head ? STYLE.head : RISKY.test(text) ? STYLE.quoted : STYLE.text
    return `<c r="${letters(index + 1)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`
  })
  return `<row r="${row}">${written.join('')}</row>`
}

const cut = (text: string) => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 2)}…` : text)

/** A column by its letters: 1 is A. At most 26 are needed. */
const letters = (column: number) => String.fromCharCode(64 + column)

function losses(input: ExportInput, options: ExportOptions): string[] {
  const { text, blocks } = input.document
  const long =
    input.review.annotations.some((a) => a.anchor.exact.length > LONGEST_CELL || a.note.length > LONGEST_CELL) ||
    textPieces({ text, blocks }).some(({ start, end }) => end - start > LONGEST_CELL)
  return [
    ...ledgerLosses(input, options).filter((loss) => loss !== ONLY_CLAIMS),
    'The ledger holds claims only; of the article it has the words, without links and emphasis.',
    ...(long ? ['What is longer than a cell takes (32,767 characters) is cut in the sheet.'] : []),
  ]
}
