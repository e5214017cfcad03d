import { unzipSync } from 'fflate'
import type { Annotation } from '../../contract/entities'
import type { ExportBeginning } from '../../contract/exporting'
import type { ExportFormat } from '../../contract/files'
import type { ExportedFile, ExportInput, ExportOptions } from './exporter'
import { LEDGER_COLUMNS, ledgerRows } from './ledger'
import { placeAnnotations } from './placed'
import { segmentBlocks, type Segment } from './segments'
import { cutFlags } from './text'
import { describe } from './words'

/** Of a text, UTF-16 code units; of a page, the same of its text; of a table, rows. */
const TEXT = 1_600
const PAGE = 900
const ROWS = 6
/** UTF-16 code units of a note or a cell. */
const LONGEST = 160

/** How a made file begins, to look at before it is handed out: its own words, or a drawing of its first page. */
export function beginningOf(
  format: ExportFormat,
  file: ExportedFile,
  input: ExportInput,
  options: ExportOptions,
): ExportBeginning {
  switch (format) {
    case 'html':
    case 'docx':
    case 'pdf':
      return pageOf(input)
    case 'xlsx':
      return tableOf(input, options)
    case 'brat':
      return { kind: 'files', files: filesOf(file.bytes) }
    default: {
      // More bytes than characters are never needed: the longest takes three for each UTF-16 unit.
      const text = new TextDecoder().decode(file.bytes.subarray(0, TEXT * 3)).replace(/\ufffd+$/u, '')
      return { kind: 'text', text: upTo(text, TEXT), whole: file.bytes.length <= TEXT * 3 && text.length <= TEXT }
    }
  }
}

function pageOf({ document, review }: ExportInput): ExportBeginning {
  const { placed } = placeAnnotations(document, review)
  const cuts = new Set(cutFlags(review).map(({ id }) => id))
  const end = document.blocks.findIndex((block) => block.end > PAGE)
  const blocks = document.blocks.slice(0, end < 0 ? undefined : Math.max(1, end + 1))
  const rows = segmentBlocks(blocks, placed, ({ anchor }) => anchor)
  const last = new Map<Annotation, Segment<Annotation>>()
  for (const segment of rows.flat()) for (const annotation of segment.over) last.set(annotation, segment)
  const shown = placed.filter((annotation) => last.has(annotation))
  const numbers = new Map(shown.map((annotation, index) => [annotation, index + 1]))
  return {
    kind: 'page',
    whole: blocks.length === document.blocks.length,
    blocks: blocks.map(({ kind }, index) => ({
      kind,
      pieces: (rows[index] ?? []).map((segment) => ({
        text: document.text.slice(segment.start, segment.end),
        marks: [...new Set(segment.over.map((one) => one.kind))],
        cut: segment.over.some(({ id }) => cuts.has(id)),
        notes: segment.over.filter((one) => last.get(one) === segment).map((one) => numbers.get(one) ?? 0),
      })),
    })),
    notes: shown.map((annotation, index) => ({
      number: index + 1,
      kind: annotation.kind,
      words: upTo([describe(annotation), annotation.note].filter(Boolean).join(': '), LONGEST),
    })),
  }
}

function tableOf(input: ExportInput, options: ExportOptions): ExportBeginning {
  const rows = ledgerRows(input, options)
  const shown = [LEDGER_COLUMNS, ...rows.slice(0, ROWS)]
  return {
    kind: 'table',
    whole: rows.length <= ROWS,
    rows: shown.map((cells) => cells.slice(0, 6).map((cell) => upTo(cell, LONGEST))),
  }
}

function filesOf(bytes: Uint8Array): { name: string; bytes: number }[] {
  return Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, bytes: content.byteLength }))
}

/** Cut where a character ends. */
function upTo(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
