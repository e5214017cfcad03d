import type { DocumentSummary, Settings } from '../contract/api'

export interface ReportInput {
  readonly version: string
  readonly shell: string
  readonly now: string
  /** What runs underneath, by name. */
  readonly machine: Readonly<Record<string, string>>
  readonly readOnly: boolean
  readonly documents: readonly DocumentSummary[]
  readonly settings: Settings
  readonly log: string
}

/** What somebody who helps needs to know, as a text that a person can read through before sending it. */
export function writeReport(input: ReportInput): string {
  const { version, shell, now, machine, readOnly, documents, settings, log } = input
  const words = documents.map((document) => document.words)
  const { theme, textSize, lineLength, letterKeys } = settings
  const section = (title: string, facts: Readonly<Record<string, unknown>>) =>
    [title, ...Object.entries(facts).map(([name, fact]) => `  ${name}: ${String(fact)}`), ''].join('\n')
  return [
    `Blue Pencil: report of a problem, ${now}`,
    '',
    'This file was made on your machine and is sent by nobody but you. It holds what follows and nothing else: no text,',
    'title, note, source or name of anybody, and no place on your disk. Write what happened here, above the rest:',
    '',
    '',
    section('Program', { version, shell, ...machine }),
    section('Library', {
      documents: documents.length,
      'in the trash': documents.filter(({ trashed }) => trashed).length,
      'words in all': words.reduce((sum, count) => sum + count, 0),
      'words in the longest': Math.max(0, ...words),
      'open for': readOnly ? 'reading only' : 'writing',
    }),
    section('Settings', { theme, textSize, lineLength, letterKeys }),
    'Log of faults',
    log.trim() === '' ? '  nothing' : log.trimEnd(),
    '',
  ].join('\n')
}
