import { existsSync } from 'node:fs'
import type { Detection } from '../contract/entities'
import { AppError } from '../contract/result'
import type { ImportOutcome, SearchAnswer, SearchJob, WorkContext, Workers } from '../services/ports'
import { createWorkerHost } from './host'

/** Milliseconds. */
const IMPORT_DEADLINE = 60_000
const DETECT_DEADLINE = 120_000
const SEARCH_DEADLINE = 120_000
/** The search keeps its index in its thread: the longest that a timer takes. */
const FOR_EVER = 2 ** 31 - 1
/** Of each worker's heap: a file of the largest size that is accepted, with all that is made of it on the way. */
const MEGABYTES = 1_024

/** The jobs in threads, for an app with a window. */
export function threadWorkers(urls: { import: URL; detect: URL; search: URL }): Workers {
  const importing = createWorkerHost({ url: urls.import, deadline: IMPORT_DEADLINE, megabytes: MEGABYTES })
  const detecting = createWorkerHost({ url: urls.detect, deadline: DETECT_DEADLINE, megabytes: MEGABYTES })
  const searching = createWorkerHost({
    url: urls.search,
    deadline: SEARCH_DEADLINE,
    megabytes: MEGABYTES,
    idle: FOR_EVER,
  })
  return {
    import: (file, context) => importing.run<ImportOutcome>(file, file.name, context),
    detect: (job, context) => detecting.run<Detection>(job, 'Looking through the text', context),
    search: (job) => searching.run<SearchAnswer>(job, 'Searching'),
    async close() {
      await Promise.all([importing.close(), detecting.close(), searching.close()])
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
    async close() {},
  }
}

/** The built workers beside this program; nothing where it runs from its sources. */
export function builtWorkers(): { import: URL; detect: URL; scan: URL; search: URL } | undefined {
  const urls = {
    import: new URL('import-worker.js', programFolder),
    detect: new URL('detect-worker.js', programFolder),
    scan: new URL('scan-worker.js', programFolder),
    search: new URL('search-worker.js', programFolder),
  }
  return Object.values(urls).every((url) => existsSync(url)) ? urls : undefined
}

const programFolder = new URL('.', import.meta.url)
