import type { Author } from '../../contract/entities'
import { readSave, type SavedReview } from '../exporters/save-file'
import { ARTICLE_SHEET, CLAIM_SHEET, LONGEST_CELL, SAVE_SHEET } from '../exporters/xlsx'
import { writableXml } from '../exporters/xml-escape'
import { carriedSession, editorNamed } from './carried-session'
import { readBack, squeezed, writtenPieces, type ReadBack, type ShownParagraph } from './edited-text'
import type { ImportedText, Importer, SourceFile } from './importer'
import { changedLedger } from './ledger-changes'
import { noteTime, SOMEBODY } from './noted'
import { refuseFormat } from './refuse'
import { latin1 } from './sniff'
import { lastSaved, sheetsOf, tableOf, type Sheet } from './workbook'
import { openZip } from './zip-file'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Our claim ledger as a workbook: the session of its hidden sheet, and what was changed in the visible ones. */
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
  const saved = lastSaved(zip, name)
  const editor: Author | undefined = editorNamed(save, saved.by)
  const article = tableOf(sheets(ARTICLE_SHEET))
  const { edited } = article ? articleIn(save, article) : {}
  const ledger = tableOf(sheets(CLAIM_SHEET))
  const time = noteTime(saved.time, save.savedAt)
  const text = edited?.text ?? save.document.text
  const { notices = [], ...notes } = ledger
    ? changedLedger(save, ledger, { author: editor ?? SOMEBODY, time, text })
    : { annotations: [], replies: [], sources: [], verdicts: [] }
  const any = Object.values(notes).some((list) => list.length > 0)
  return carriedSession(save, TYPE, { notices, ...(any && { notes }), edited, editor })
}

/** The story as its sheet has it; rows that were sorted otherwise stand in the order of their numbers. */
function articleIn({ document }: SavedReview, { rows }: Sheet): ReadBack {
  const unwritable = (text: string) => squeezed(writableXml(text))
  const pieces = writtenPieces(document, writableXml)
  const known = new Set(pieces.map(({ words }) => words))
  let last = 0
  const numbered = rows.map((row) => {
    const number = Number.parseInt(row('Block'), 10)
    last = number > 0 ? number : last
    return { row, number: last, piece: number > 0 ? pieces[number - 1] : undefined }
  })
  const now = [...numbered]
    .sort((a, b) => a.number - b.number)
    .flatMap(({ row, piece }): ShownParagraph[] => {
      const [words, kind] = [row('Text'), kindOf(row('Kind'))]
      // A paragraph longer than a cell takes was cut on the way out.
      if (piece && words.length >= LONGEST_CELL - 1 && piece.words.startsWith(unwritable(words.slice(0, -1))))
        return [{ text: piece.words, kind, inlines: [] }]
      const lines = known.has(unwritable(words)) ? [words] : words.split(/\n+/)
      return lines.map((line) => ({ text: writableXml(line).trim(), kind, inlines: [] })).filter(({ text }) => text)
    })
  return readBack(document, pieces, now)
}

const KINDS = ['heading', 'paragraph', 'list-item', 'quotation', 'caption', 'table-cell'] as const
const kindOf = (word: string) =>
  KINDS.find((kind) => kind === word.trim().toLowerCase().replace(' ', '-')) ?? 'paragraph'
