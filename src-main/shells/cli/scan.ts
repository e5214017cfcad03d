import { toProblem, type Problem } from '../../contract/result'
import { readDocument, type ScannedDocument } from './read-document'
import { reportScanned } from './report-scanned'
import { describeScanned } from './describe-scanned'
import { complain, print, statusOf, STATUS } from './terminal'

export interface ScanOptions {
  json?: boolean
  jsonl?: boolean
  sentences?: boolean
}

/** `scan`: what the detectors say of each file, for people or as JSON. No library is touched. */
export async function scan(files: readonly string[], options: ScanOptions): Promise<number> {
  if (options.jsonl) {
    if (files.length > 0) return usage('With --jsonl the records come from stdin; name no files.')
    const { scanStream } = await import('./scan-stream')
    return scanStream(options.sentences ?? false)
  }
  if (files.length === 0) return usage('Name at least one file, or give --jsonl and records on stdin.')
  let done = 0
  let failed = 0
  for (const [index, file] of files.entries()) {
    const scanned = await tryRead(file)
    if ('problem' in scanned) failed++
    else done++
    if (options.json) await print((index === 0 ? '[' : ',\n') + jsonOf(file, scanned, options.sentences ?? false))
    else if (!('problem' in scanned)) await print((index > 0 ? '\n' : '') + describeScanned(file, scanned))
  }
  if (options.json) await print(']\n')
  return statusOf(done, failed)
}

async function tryRead(file: string): Promise<ScannedDocument | { problem: Problem }> {
  try {
    return await readDocument(file)
  } catch (thrown) {
    const problem = toProblem(thrown)
    complain(file, problem)
    return { problem }
  }
}

function jsonOf(file: string, scanned: ScannedDocument | { problem: Problem }, withSentences: boolean): string {
  if ('problem' in scanned) {
    const { code, message } = scanned.problem
    return JSON.stringify({ file, error: { code, message } })
  }
  return JSON.stringify({ file, ...reportScanned(scanned, withSentences) })
}

function usage(message: string): number {
  complain(undefined, { code: 'bad-request', message })
  return STATUS.usage
}
