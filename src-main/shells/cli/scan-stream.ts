import { refused, type ScanAnswers } from '../../workers/scan-job'
import { linesOf } from './records'
import { inlinePool, threadPool } from './scan-pool'
import { print, statusOf } from './terminal'

/** Bytes of one line. */
const LONGEST_LINE = 64 * 1024 * 1024
/** Records after which threads are worth their start: each has to load the detectors and warm up. */
const FEW = 2_000
/** Records, and UTF-16 code units, of one batch. */
const BATCH = 24
const BATCH_LENGTH = 512 * 1024
/** Batches under way for each thread: one being scanned, one waiting. */
const AHEAD = 2

/**
 * `scan --jsonl`: a record in, an answer out, in order. Whoever sends a record and waits gets its answer; whoever sends
 * many has them scanned in batches, on every processor. Memory does not grow with their number: no more is read while
 * enough is under way, or while the reader of the answers is slower than we are.
 */
export async function scanStream(withSentences: boolean): Promise<number> {
  let pool = inlinePool
  let batch: string[] = []
  let batchLength = 0
  let records = 0
  let failed = 0
  let underWay = 0
  let starved = false
  let printed: Promise<void> = Promise.resolve()
  let wake = () => {}

  function submit(answers: Promise<ScanAnswers>): void {
    underWay++
    // Printing waits for its turn; the answers of a later batch may be there before.
    answers.catch(() => {})
    printed = printed.then(async () => {
      const { text, failed: more } = await answers
      failed += more
      await print(text)
      underWay--
      submitIfDue()
      wake()
    })
    printed.catch(wake)
  }

  function submitIfDue(): void {
    const full = batch.length >= BATCH || batchLength >= BATCH_LENGTH
    if (batch.length === 0 || !(full || (starved && underWay < pool.width))) return
    if (records > FEW && pool === inlinePool) pool = threadPool() ?? pool
    const lines = batch
    batch = []
    batchLength = 0
    submit(pool.scan({ lines, withSentences }))
  }

  async function roomForMore(): Promise<void> {
    while (underWay >= pool.width * AHEAD)
      await Promise.race([printed, new Promise<void>((resolve) => (wake = resolve))])
  }

  const lines = linesOf(process.stdin, LONGEST_LINE)
  try {
    for (;;) {
      const pending = lines.next()
      starved = (await Promise.race([pending, nextTurn()])) === undefined
      submitIfDue()
      const { value: line, done } = await pending
      starved = done ?? false
      if (done) break
      records++
      if ('text' in line) {
        batch.push(line.text)
        batchLength += line.text.length
      } else {
        flush()
        const { answer } = refused(null, 'The line is longer than 64 MB; cut the text.', 'too-large')
        submit(Promise.resolve({ text: `${answer}\n`, failed: 1 }))
      }
      submitIfDue()
      await roomForMore()
    }
    flush()
    await printed
  } finally {
    await pool.close()
  }
  return statusOf(records - failed, failed)

  function flush(): void {
    if (batch.length > 0) submit(pool.scan({ lines: batch, withSentences }))
    batch = []
    batchLength = 0
  }
}

/** After everything that is ready has been dealt with. */
const nextTurn = () => new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined)))
