import type { Statistics } from '@contract/statistics'

/** The whole screen as a table that a spreadsheet can pivot: what is counted, of whom or when, and how many. */
export function statisticsCsv({ weeks, reviewers, reasons, statuses, clearing }: Statistics): string {
  const rows: (string | number)[][] = [['table', 'row', 'measure', 'count']]
  for (const { from, ...measures } of weeks) add(rows, 'week', from, measures)
  for (const { id: _, name, ...measures } of reviewers) add(rows, 'reviewer', name, measures)
  for (const { reason, ...measures } of reasons) add(rows, 'flag reason', reason, measures)
  for (const { status, claims } of statuses) add(rows, 'claim status', status, { claims })
  const { stories, medianHours } = clearing
  add(rows, 'clearing', '', { stories, ...(medianHours !== undefined && { medianHours }) })
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function add(rows: (string | number)[][], table: string, row: string, measures: Record<string, number>): void {
  for (const [measure, count] of Object.entries(measures)) rows.push([table, row, measure, count])
}

/** A name that begins as a formula does is text, whatever opens the file. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
