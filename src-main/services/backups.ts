import type { Backup } from '../contract/api'
import type { StoredDocument } from '../core/review/replay'
import { documentVerdict } from '../core/review/verdict'
import type { StoredBackup } from './ports'

/** Backups as a person chooses among them: when, and how much was done by then. */
export function describeBackups(backups: readonly StoredBackup[], now: StoredDocument): Backup[] {
  return backups.map(({ name, savedAt, stored: { review, number } }) => ({
    name,
    savedAt,
    annotations: review.annotations.length,
    sources: review.sources.length,
    verdict: documentVerdict(review.verdicts, review.annotations.length + review.decisions.length > 0),
    current: number === now.number,
  }))
}
