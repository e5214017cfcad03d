import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { AppError } from '../../../src-main/contract/result'
import { serveJobs } from '../../../src-main/workers/serve-jobs'
import type { FuzzJob, Outcome } from './fuzz'
import { watchTrespass } from './trespass'

let library = ''
const trespasses = watchTrespass(() => library)
setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void

/** Loaded after the watch is set, so that nothing keeps a way around it. */
const { runImport } = await import('../../../src-main/workers/import-job')
const { importNotes, importPackage, checkImported } = await import('./checks')

serveJobs(async ({ seed, folder, measure }: FuzzJob): Promise<Outcome> => {
  library = folder
  let code = 'read'
  let wrong: string | undefined
  let said: string[] = []
  try {
    if (seed.name.endsWith('.bluepencil')) said = await importPackage(seed, folder)
    else if (seed.name.endsWith('.notes.json')) importNotes(seed)
    else wrong = checkImported((await runImport(seed)).imported)
    if (said.length > 0) code = 'refused'
  } catch (thrown) {
    if (thrown instanceof AppError) {
      code = thrown.code
      said = [thrown.message]
    } else wrong = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  }
  if ('polluted' in {}) wrong = 'Object.prototype was changed.'
  const trespassed = trespasses()
  if (trespassed.length > 0) wrong = `It did what it may not: ${trespassed.join(', ')}`
  if (!measure) return { code, said, wrong }
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return { code, said, wrong, held: heapUsed + arrayBuffers }
})
