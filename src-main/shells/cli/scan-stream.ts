import { linesOf } from './records'
import { refused, scanRecord } from './scan-record'
import { print, statusOf } from './terminal'

/** Bytes of one line. */
const LONGEST_LINE = 64 * 1024 * 1024
/** UTF-16 code units that are gathered before they are written: a write for each record would cost more than it. */
const GATHERED = 64 * 1024

/** `scan --jsonl`: a record in, an answer out, in order; memory does not grow with the number of records. */
export async function scanStream(withSentences: boolean): Promise<number> {
  let done = 0
  let failed = 0
  let gathered = ''
  // Somebody who sends a record and waits for its answer gets it: what is gathered goes out before more is awaited.
  const flush = async () => {
    const text = gathered
    gathered = ''
    if (text) await print(text)
  }
  const lines = linesOf(process.stdin, LONGEST_LINE)
  for (;;) {
    const pending = lines.next()
    const next = await Promise.race([pending, waited()])
    if (next === undefined) await flush()
    const { value: line, done: ended } = await pending
    if (ended) break
    const outcome =
      'text' in line
        ? scanRecord(line.text, withSentences)
        : refused(null, 'The line is longer than 64 MB; cut the text.', 'too-large')
    if (outcome.failed) failed++
    else done++
    gathered += `${outcome.answer}\n`
    if (gathered.length > GATHERED) await flush()
  }
  await flush()
  return statusOf(done, failed)
}

const waited = () => new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined)))
