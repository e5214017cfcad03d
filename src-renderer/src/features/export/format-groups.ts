import type { OutFormat } from '@contract/api'

/** The formats by whom they are for, the most usual first. */
export const FORMAT_GROUPS = [
  { label: 'export.group.read', formats: ['docx', 'pdf', 'html', 'md', 'txt'] },
  { label: 'export.group.ledger', formats: ['xlsx', 'csv'] },
  { label: 'export.group.desk', formats: ['package'] },
  { label: 'export.group.data', formats: ['jsonld', 'claimreview', 'hypothesis', 'tei', 'brat'] },
] as const satisfies readonly { label: string; formats: readonly OutFormat[] }[]

/** Formats that say nothing of highlights, flags and comments. */
export const CLAIMS_ONLY: readonly OutFormat[] = ['xlsx', 'csv', 'claimreview']
