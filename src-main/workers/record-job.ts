import { matchStory } from '../core/records/match-story'
import { readRecord } from '../core/records/read-record'
import type { RecordAnswers, RecordJob } from '../services/ports'

/** Reads a file as a record, or looks for a story's quotations in one. */
export async function runRecordJob(
  job: RecordJob,
  progress?: (done: number, total: number, label: string) => void,
): Promise<RecordAnswers[RecordJob['op']]> {
  if (job.op === 'read') return readRecord(job.file)
  return matchStory(job.story, job.record, (done, total) => progress?.(done, total, ''))
}
