import { once } from 'node:events'
import { toProblem, type Problem } from '../../contract/result'

/** Exit statuses: part of the command line's contract. */
export const STATUS = { done: 0, fault: 1, usage: 2, nothingRead: 3, someFailed: 4 } as const

/** The status of a run over several inputs. */
export function statusOf(done: number, failed: number): number {
  if (failed === 0) return STATUS.done
  return done > 0 ? STATUS.someFailed : STATUS.nothingRead
}

/** Whoever reads our output may go away (`| head`); that is their right and no fault of ours. */
export function quietWhenReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(STATUS.done)
    throw error
  })
  process.stderr.on('error', () => {})
}

/** Writes to stdout, and waits while the reader is slower than we are. */
export async function print(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** One line on stderr: `bluepencil: FILE: what is wrong and what to do`. */
export function complain(subject: string | undefined, problem: Problem): void {
  const said = problem.code === 'fault' ? `${problem.message} (${firstLine(problem.detail)})` : problem.message
  const message = subject && said.startsWith(`${subject} `) ? said.slice(subject.length + 1) : said
  process.stderr.write(`bluepencil: ${subject ? `${oneLine(subject)}: ` : ''}${oneLine(message)}\n`)
}

/** Says what ended a command, and gives its status. */
export function endWith(thrown: unknown, subject?: string): number {
  const problem = toProblem(thrown)
  complain(subject, problem)
  return statusOfProblem(problem)
}

function statusOfProblem({ code }: Problem): number {
  switch (code) {
    case 'bad-request':
      return STATUS.usage
    case 'fault':
    case 'write-failed':
    case 'disk-full':
      return STATUS.fault
    default:
      return STATUS.nothingRead
  }
}

/** How far a long command is; on a terminal only, on one line that goes away. */
export function progressLine(): { show(done: number, total: number, label: string): void; clear(): void } {
  if (!process.stderr.isTTY) return { show() {}, clear() {} }
  let shown = 0
  const clear = () => process.stderr.write('\r\u001b[K')
  return {
    show(done, total, label) {
      const now = Date.now()
      if (now - shown < 100) return
      shown = now
      const line = `${done} of ${total}  ${oneLine(label)}`
      process.stderr.write(`\r\u001b[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`)
    },
    clear,
  }
}

/** Names of files and messages may hold anything; a terminal must not take them for commands. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

const firstLine = (text = '') => text.split('\n')[0] ?? ''
