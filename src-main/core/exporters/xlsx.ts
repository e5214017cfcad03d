import { strToU8, zipSync } from 'fflate'
import { asciiJson } from './ascii-json'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { LEDGER_COLUMNS, ledgerLosses, ledgerRows } from './ledger'
import { writeSave } from './save-file'
import { ATTRIBUTION_WORDS, CLAIM_STATUS_WORDS, CLAIM_TYPE_WORDS } from './words'
import { escapeXml } from './xml-escape'

/** The hidden sheet that carries the session. */
export const SAVE_SHEET = 'bluepencil'
/** Characters a cell takes (Excel). */
const LONGEST_CELL = 32_767
const SAVE_PIECE = 30_000

/**
 * The claim ledger as a workbook (ECMA-376, SpreadsheetML): header frozen, filters, drop-downs of the taxonomies. Every
 * cell is a text, never a formula. A hidden sheet carries the session.
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
  const rows = ledgerRows(input, options)
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="Claims" sheetId="1" r:id="rId1"/><sheet name="${SAVE_SHEET}" sheetId="2" state="hidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Claims!$A$1:$${letters(LEDGER_COLUMNS.length)}$${rows.length + 1}</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf xfId="0" numFmtId="49" fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': ledgerSheet(rows),
    'xl/worksheets/sheet2.xml': saveSheet(writeSave(input, options)),
  }
  const entries = Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 })
}

const WIDE = new Set(['Claim', 'Sources for', 'Sources against', 'Note', 'Thread'])

function ledgerSheet(rows: readonly (readonly string[])[]): string {
  const last = letters(LEDGER_COLUMNS.length)
  const columns = LEDGER_COLUMNS.map(
    (name, index) => `<col min="${index + 1}" max="${index + 1}" width="${WIDE.has(name) ? 48 : 16}" customWidth="1"/>`,
  )
  const written = [LEDGER_COLUMNS, ...rows].map((cells, row) => rowXml(cells, row + 1, row === 0 ? 1 : 0))
  const choices = [
    dropDown('Type', Object.values(CLAIM_TYPE_WORDS)),
    dropDown('Status', Object.values(CLAIM_STATUS_WORDS)),
    dropDown('Attribution', Object.values(ATTRIBUTION_WORDS)),
  ]
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${written.join('')}</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/><dataValidations count="${choices.length}">${choices.join('')}</dataValidations></worksheet>`
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
  const rows = pieces.map((piece, index) => rowXml([piece], index + 1, 0))
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

function rowXml(cells: readonly string[], row: number, style: number): string {
  const written = cells.map((text, index) => {
    if (!text) return ''
    // A spreadsheet takes `_x0041_` for a letter.
    const safe = escapeXml(cut(text)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    return `<c r="${letters(index + 1)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`
  })
  return `<row r="${row}">${written.join('')}</row>`
}

const cut = (text: string) => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 2)}…` : text)

/** A column by its letters: 1 is A. At most 26 are needed. */
const letters = (column: number) => String.fromCharCode(64 + column)

function losses(input: ExportInput, options: ExportOptions): string[] {
  const long = input.review.annotations.some(
    (a) => a.anchor.exact.length > LONGEST_CELL || a.note.length > LONGEST_CELL,
  )
  return [
    ...ledgerLosses(input, options),
    ...(long ? ['What is longer than a cell takes (32,767 characters) is cut in the sheet.'] : []),
  ]
}
