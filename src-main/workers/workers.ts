import { existsSync } from 'node:fs'
import type { Detection } from '../contract/entities'
import { AppError } from '../contract/result'
import type {
  ExportAnswers,
  ExportJob,
  ImportOutcome,
  RecordAnswers,
  RecordJob,
  SearchAnswer,
  SearchJob,
  WorkContext,
  Workers,
} from '../services/ports'
import { createWorkerHost } from './host'

/** Milliseconds. */
const IMPORT_DEADLINE = 60_000
const DETECT_DEADLINE = 120_000
const SEARCH_DEADLINE = 120_000
const EXPORT_DEADLINE = 120_000
const RECORD_DEADLINE = 60_000
/** Somebody who looks at the dialog for a while does not wait for the thread to start again. */
const EXPORT_IDLE = 300_000
/** The search keeps its index in its thread: the longest that a timer takes. */
const FOR_EVER = 2 ** 31 - 1
/** Of each worker's heap: a file of the largest size that is accepted, with all that is made of it on the way. */
const MEGABYTES = 1_024

type Progress = NonNullable<WorkContext['progress']>

/** The built file of each worker. */
export type WorkerUrls = Readonly<Record<'import' | 'detect' | 'scan' | 'search' | 'export' | 'record', URL>>

/** The jobs in threads, for an app with a window. */
export function threadWorkers(urls: Omit<WorkerUrls, 'scan'>): Workers {
  const importing = createWorkerHost({ url: urls.import, deadline: IMPORT_DEADLINE, megabytes: MEGABYTES })
  const detecting = createWorkerHost({ url: urls.detect, deadline: DETECT_DEADLINE, megabytes: MEGABYTES })
  const searching = createWorkerHost({
    url: urls.search,
    deadline: SEARCH_DEADLINE,
    megabytes: MEGABYTES,
    idle: FOR_EVER,
  })
  const exporting = createWorkerHost({
    url: urls.export,
    deadline: EXPORT_DEADLINE,
    patient: true,
    megabytes: MEGABYTES,
    idle: EXPORT_IDLE,
  })
  const recording = createWorkerHost({ url: urls.record, deadline: RECORD_DEADLINE, megabytes: MEGABYTES })
  return {
    import: (file, context) => importing.run<ImportOutcome>(file, file.name, context),
    detect: (job, context) => detecting.run<Detection>(job, 'Looking through the text', context),
    search: (job) => searching.run<SearchAnswer>(job, 'Searching'),
    record: <J extends RecordJob>(job: J, what: string, context?: WorkContext) =>
      recording.run<RecordAnswers[J['op']]>(job, what, context),
    export: <J extends ExportJob>(job: J, what: string, context?: WorkContext) =>
      exporting.run<ExportAnswers[J['op']]>(job, what, context),
    async close() {
      await Promise.all([importing.close(), detecting.close(), searching.close(), exporting.close(), recording.close()])
    },
  }
}

/** The same jobs in this thread, for the terminal and tests, where a thread's start costs more than it gives. */
export function inlineWorkers(): Workers {
  const check = (context?: WorkContext) => {
    if (context?.signal?.aborted) throw new AppError('cancelled', 'Stopped.')
  }
  let searching: ((job: SearchJob) => Promise<SearchAnswer>) | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let exporting: ((job: ExportJob, progress: Progress) => Promise<ExportAnswers[keyof ExportAnswers]>) | undefined
  return {
    async import(file, context) {
      check(context)
      const { runImport } = await import('./import-job')
      return runImport(file)
    },
    async detect(job, context) {
      check(context)
      const { runDetection } = await import('./detect-job')
      return runDetection(job, context?.progress)
    },
    search(job) {
      const answer = queue.then(async () => {
        searching ??= (await import('./search-job')).createSearchJobs()
        return searching(job)
      })
      queue = answer.catch(() => {})
      return answer
    },
    async record<J extends RecordJob>(job: J, _what: string, context?: WorkContext) {
      check(context)
      const { runRecordJob } = await import('./record-job')
      return (await runRecordJob(job, context?.progress)) as RecordAnswers[J['op']]
    },
    async export<J extends ExportJob>(job: J, _what: string, context?: WorkContext) {
      check(context)
      exporting ??= (await import('./export-job')).createExportJobs()
      const answer = await exporting(job, (done, total, label) => {
        check(context)
        context?.progress?.(done, total, label)
      })
      check(context)
      return answer as ExportAnswers[J['op']]
    },
    async close() {},
  }
}

/** The built workers beside this program; nothing where it runs from its sources. */
export function builtWorkers(): WorkerUrls | undefined {
  const urls = {
    import: new URL('import-worker.js', programFolder),
    detect: new URL('detect-worker.js', programFolder),
    scan: new URL('scan-worker.js', programFolder),
    search: new URL('search-worker.js', programFolder),
    export: new URL('export-worker.js', programFolder),
    record: new URL('record-worker.js', programFolder),
  }
  return Object.values(urls).every((url) => existsSync(url)) ? urls : undefined
}

const programFolder = new URL('.', import.meta.url)
