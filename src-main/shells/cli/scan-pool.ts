import { availableParallelism } from 'node:os'
import { AppError } from '../../contract/result'
import { createWorkerHost, type WorkerHost } from '../../workers/host'
import { refused, scanRecords, type ScanAnswers, type ScanJob } from '../../workers/scan-job'
import { builtWorkers } from '../../workers/workers'

export interface ScanPool {
  /** How many batches it works on at once. */
  readonly width: number
  scan(job: ScanJob): Promise<ScanAnswers>
  close(): Promise<void>
}

/** Batches are scanned here. */
export const inlinePool: ScanPool = { width: 1, scan: async (job) => scanRecords(job), close: async () => {} }

/** Milliseconds for one batch, and megabytes of each thread's heap. */
const DEADLINE = 300_000
const MEGABYTES = 1_024
/** Records leave nothing behind, so that little room for what is new costs no time; more of it is never given back. */
const YOUNG_MEGABYTES = 4
/** Each has the detectors and their weights for itself, about 50 MB: the whole is to stay near 300 MB. */
const MOST_THREADS = 2

/** Batches are scanned in a thread for each processor; nothing where there is only one, or no built worker. */
export function threadPool(): ScanPool | undefined {
  const url = builtWorkers()?.scan
  const width = Math.min(availableParallelism(), MOST_THREADS)
  if (!url || width < 2) return undefined
  const hosts = Array.from({ length: width }, () =>
    createWorkerHost({ url, deadline: DEADLINE, megabytes: MEGABYTES, youngMegabytes: YOUNG_MEGABYTES }),
  )
  let next = 0
  return {
    width,
    scan: (job) => scanWith(hosts[next++ % width] as WorkerHost, job),
    close: async () => void (await Promise.all(hosts.map((host) => host.close()))),
  }
}

/** A batch that ended its thread is scanned record by record, so that only the record that did it goes without. */
async function scanWith(host: WorkerHost, job: ScanJob): Promise<ScanAnswers> {
  try {
    return await host.run<ScanAnswers>(job, 'The record')
  } catch (thrown) {
    const [line] = job.lines
    if (job.lines.length === 1 && line !== undefined) {
      const { code, message } = thrown instanceof AppError ? thrown : new AppError('fault', String(thrown))
      return { text: `${refused(idOf(line), message, code).answer}\n`, failed: 1 }
    }
    const single: ScanAnswers[] = []
    for (const one of job.lines) single.push(await scanWith(host, { ...job, lines: [one] }))
    return {
      text: single.map((answer) => answer.text).join(''),
      failed: single.reduce((sum, answer) => sum + answer.failed, 0),
    }
  }
}

function idOf(line: string): unknown {
  try {
    return (JSON.parse(line) as { id?: unknown }).id
  } catch {
    return undefined
  }
}
