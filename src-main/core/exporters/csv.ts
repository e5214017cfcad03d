import type { Exporter } from './exporter'
import { LEDGER_COLUMNS, ledgerLosses, ledgerRows } from './ledger'

/** The claim ledger: a row a claim. RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export const csvExporter: Exporter = {
  format: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  extension: '.csv',
  write: (input, options) => ({
    content:
      '\ufeff' +
      [LEDGER_COLUMNS, ...ledgerRows(input, options)].map((cells) => cells.map(cell).join(',') + '\r\n').join(''),
    losses: ledgerLosses(input, options),
  }),
}

/**
 * One cell. A spreadsheet runs what begins with = + - @ (also in their wide forms), a tab or a carriage return, some
 * even behind a quotation mark or on a later line of the cell; an apostrophe in front keeps it text (OWASP, CSV
 * injection).
 */
export function cell(value: string): string {
  const safe = value.replace(/\r\n?/g, '\n').replace(/(^|\n)(?=\t|["'“”‘’\s]*[=+\-@＝＋－＠])/g, "$1'")
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
