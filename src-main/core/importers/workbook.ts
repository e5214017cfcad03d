import { descendants, readXml, textOf, type XmlElement } from './xml'
import type { ZipFile } from './zip-file'

const NAMESPACES = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 's',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'p',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/terms/': 'dcterms',
} as const

/** The cells of a row by their columns, from 0. */
export type Row = ReadonlyMap<number, string>

/** A sheet with a head: its rows below it, each cell by the name of its column. */
export interface Sheet {
  readonly columns: ReadonlySet<string>
  readonly rows: readonly ((column: string) => string)[]
}

/** @returns undefined where the workbook has no sheet of that name */
export function tableOf(rows: readonly Row[] | undefined): Sheet | undefined {
  const head = rows?.[0]
  if (!head) return undefined
  const columns = new Map([...head].map(([column, name]) => [name.trim(), column]))
  return {
    columns: new Set(columns.keys()),
    rows: rows.slice(1).map((row) => (column: string) => row.get(columns.get(column) ?? -1) ?? ''),
  }
}

/** Who saved a workbook last, and when, as it says. */
export function lastSaved(zip: ZipFile, fileName: string): { readonly by: string; readonly time: string | undefined } {
  const core = zip.has('docProps/core.xml') ? xmlOf(zip, 'docProps/core.xml', fileName) : undefined
  const field = (name: string) => core && descendants(core, name).map(textOf)[0]
  return { by: field('cp:lastModifiedBy') ?? '', time: field('dcterms:modified') }
}

const xmlOf = (zip: ZipFile, part: string, fileName: string): XmlElement =>
  readXml(zip.read(part) ?? new Uint8Array(), { fileName, part, namespaces: NAMESPACES })

/** Gives the rows of a sheet by its name. */
export function sheetsOf(zip: ZipFile, name: string): (sheet: string) => Row[] | undefined {
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

/** From 0, by its letters: A, …, Z, AA. */
const columnOf = ({ attributes }: XmlElement) =>
  [...(/^[A-Z]{1,3}/.exec(attributes.r ?? '')?.[0] ?? '')].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  ) - 1

function cellText(cell: XmlElement, shared: readonly string[]): string {
  if (cell.attributes.t === 'inlineStr') return wordsOf(cell)
  const value = descendants(cell, 's:v').map(textOf).join('')
  return cell.attributes.t === 's' ? (shared[Number(value)] ?? '') : unescaped(value)
}

const wordsOf = (element: XmlElement) => unescaped(descendants(element, 's:t').map(textOf).join(''))
const unescaped = (text: string) =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
