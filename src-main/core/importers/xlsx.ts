import type { Annotation, Claim } from '../../contract/entities'
import type { LEDGER_COLUMNS } from '../exporters/ledger'
import { readSave, type SavedReview } from '../exporters/save-file'
import { CLAIM_STATUS_WORDS, CLAIM_TYPE_WORDS } from '../exporters/words'
import { SAVE_SHEET } from '../exporters/xlsx'
import { carriedSession } from './carried-session'
import { countOf } from './count-of'
import type { ImportedText, Importer, SourceFile } from './importer'
import { noteTime } from './noted'
import { refuseFormat } from './refuse'
import { latin1 } from './sniff'
import { descendants, readXml, textOf, type XmlElement } from './xml'
import { openZip, type ZipFile } from './zip-file'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const NAMESPACES = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'p',
  'http://purl.org/dc/terms/': 'dcterms',
} as const

/** Our claim ledger as a workbook: the session of its hidden sheet, and what was changed in the visible one. */
export const xlsxImporter: Importer = {
  mediaType: TYPE,
  extensions: ['.xlsx'],
  recognises: ({ bytes }) => {
    if (latin1(bytes.subarray(0, 2)) !== 'PK') return 0
    return latin1(bytes.subarray(Math.max(0, bytes.length - 16_384))).includes('xl/workbook.xml') ? 0.9 : 0
  },
  read: readWorkbook,
}

function readWorkbook({ name, bytes }: SourceFile): ImportedText {
  const zip = openZip(bytes, name)
  const sheets = sheetsOf(zip, name)
  const carried = sheets(SAVE_SHEET)
    ?.map((row) => row.get(0) ?? '')
    .join('')
  const save = carried ? readSave(carried, name) : undefined
  if (!save) throw refuseFormat(name, 'a spreadsheet (XLSX)', 'Copy its text and paste it into Blue Pencil.')
  const core = zip.has('docProps/core.xml') ? xmlOf(zip, 'docProps/core.xml', name) : undefined
  const modified = core && descendants(core, 'dcterms:modified')[0]
  const changed = changedClaims(save, sheets('Claims') ?? [], modified ? noteTime(textOf(modified)) : save.savedAt)
  const notices = changed.length ? [`Changed in the sheet: ${countOf(changed.length, 'claim')}.`] : []
  const notes = changed.length ? { annotations: changed, replies: [], sources: [] } : undefined
  return carriedSession(save, TYPE, { notices, notes })
}

type Row = ReadonlyMap<number, string>

const xmlOf = (zip: ZipFile, part: string, fileName: string): XmlElement =>
  readXml(zip.read(part) ?? new Uint8Array(), { fileName, part, namespaces: NAMESPACES })

/** Gives the rows of a sheet by its name. */
function sheetsOf(zip: ZipFile, name: string): (sheet: string) => Row[] | undefined {
  const workbook = xmlOf(zip, 'xl/workbook.xml', name)
  const relations = xmlOf(zip, 'xl/_rels/workbook.xml.rels', name)
  const shared = zip.has('xl/sharedStrings.xml')
    ? descendants(xmlOf(zip, 'xl/sharedStrings.xml', name), 's:si').map(wordsOf)
    : []
  return (wanted) => {
    const sheet = descendants(workbook, 's:sheet').find(({ attributes }) => attributes.name === wanted)
    const relation = descendants(relations, 'p:Relationship').find(
      ({ attributes }) => attributes.Id === sheet?.attributes['r:id'],
    )
    const part = `xl/${(relation?.attributes.Target ?? '').replace(/^\/?(?:xl\/)?/, '')}`
    if (!sheet || !zip.has(part)) return undefined
    return descendants(xmlOf(zip, part, name), 's:row').map(
      (row) => new Map(descendants(row, 's:c').map((cell) => [columnOf(cell), cellText(cell, shared)])),
    )
  }
}

/** From 0; our sheets have fewer than 26 columns. */
const columnOf = ({ attributes }: XmlElement) => (attributes.r ?? '').charCodeAt(0) - 65

function cellText(cell: XmlElement, shared: readonly string[]): string {
  if (cell.attributes.t === 'inlineStr') return wordsOf(cell)
  const value = descendants(cell, 's:v').map(textOf).join('')
  return cell.attributes.t === 's' ? (shared[Number(value)] ?? '') : unescaped(value)
}

const wordsOf = (element: XmlElement) => unescaped(descendants(element, 's:t').map(textOf).join(''))
const unescaped = (text: string) =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Claims whose type, status or note is another than when the ledger was written. */
function changedClaims(save: SavedReview, rows: readonly Row[], modified: string): Annotation[] {
  const header = rows[0]
  if (!header) return []
  const columns = new Map([...header].map(([column, name]) => [name, column]))
  const claims = new Map(save.review.annotations.map((annotation) => [annotation.id, annotation]))
  return rows.slice(1).flatMap((row) => {
    const word = (name: (typeof LEDGER_COLUMNS)[number]) => row.get(columns.get(name) ?? -1) ?? ''
    const claim = claims.get(word('Id'))
    if (claim?.kind !== 'claim') return []
    const next: Claim = {
      ...claim,
      type: keyOf(CLAIM_TYPE_WORDS, word('Type')) ?? claim.type,
      status: keyOf(CLAIM_STATUS_WORDS, word('Status')) ?? claim.status,
      // A note that XML cannot carry letter for letter comes back as it was written, not as it was.
      note: sameWords(word('Note'), claim.note) || !columns.has('Note') ? claim.note : word('Note'),
    }
    if (next.type === claim.type && next.status === claim.status && next.note === claim.note) return []
    const later = Math.max(Date.parse(modified), Date.parse(claim.updatedAt) + 1)
    return [{ ...next, updatedAt: new Date(later).toISOString() }]
  })
}

function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string): K | undefined {
  return (Object.keys(words) as K[]).find((key) => words[key] === word.trim().toLowerCase())
}

/** Told by the letters that every spreadsheet keeps. A note cut for its length counts as the same. */
function sameWords(cell: string, note: string): boolean {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
  return plain(cell) === plain(note) || (note.length > 32_000 && plain(note).startsWith(plain(cell)))
}
