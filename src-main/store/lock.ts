import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { AppError } from '../contract/result'
import { errorCode, isMissing, writeProblem } from './file-errors'
import type { FilePort } from './file-port'

const Holder = v.object({
  host: v.string(),
  pid: v.number(),
  /** Of the process, as the system counts it; tells a process from a later one with the same number. */
  processStart: v.string(),
  since: v.string(),
  token: v.string(),
})
type Holder = v.InferOutput<typeof Holder>

export interface Lock {
  /** Said when the lock of a session that had not ended well was taken over. */
  readonly notice?: string
  /** Whether somebody else has taken the library since, say after this computer was asleep. */
  lost(): boolean
  release(): Promise<void>
}

/** The holder touches the file this often; one on another computer is given up after STALE without a touch. ms. */
const HEARTBEAT = 10_000
const STALE = 90_000
/** A lock file that holds nothing yet is being written, for this long at most. ms. */
const UNWRITTEN = 5_000

/**
 * Makes this process the one writer of a library.
 *
 * @throws AppError `locked`, saying who holds it
 */
export async function acquireLock(files: FilePort, library: string, now: () => number = Date.now): Promise<Lock> {
  const path = join(library, 'lock')
  const mine: Holder = {
    host: hostname(),
    pid: process.pid,
    processStart: processStart(process.pid) ?? '',
    since: new Date(now()).toISOString(),
    token: randomBytes(16).toString('hex'),
  }
  let notice: string | undefined
  if (!(await create(files, path, mine))) notice = await takeOver(files, path, mine, now)
  let lost = false
  const heart = setInterval(() => {
    void beat().catch(() => {})
  }, HEARTBEAT)
  heart.unref()

  async function beat(): Promise<void> {
    const holder = await readHolder(files, path)
    if (holder?.token !== mine.token) lost = true
    else await files.utimes(path, new Date(), new Date())
  }

  return {
    notice,
    lost: () => lost,
    async release() {
      clearInterval(heart)
      if ((await readHolder(files, path))?.token === mine.token) await files.rm(path, { force: true })
    },
  }
}

/** Only one process can make the file: `wx` fails where it is. */
async function create(files: FilePort, path: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await files.open(path, 'wx', 0o600)
    try {
      await handle.writeFile(JSON.stringify(holder))
      await handle.sync()
    } finally {
      await handle.close()
    }
    return true
  } catch (thrown) {
    if (errorCode(thrown) === 'EEXIST') return false
    throw writeProblem(thrown, path)
  }
}

/**
 * Takes over a lock whose holder is gone. Two who find the same stale lock must not both succeed, so the taking over
 * has a lock of its own, and under it the first lock is looked at again.
 */
async function takeOver(files: FilePort, path: string, mine: Holder, now: () => number): Promise<string | undefined> {
  const verdict = await judge(files, path)
  if (verdict.held) throw new AppError('locked', verdict.sentence)
  const guard = `${path}.takeover`
  await files.stat(guard).then(
    async ({ mtimeMs }) => {
      if (now() - mtimeMs > STALE) await files.rm(guard, { force: true })
    },
    () => {},
  )
  if (!(await create(files, guard, mine)))
    throw new AppError('locked', 'Another Blue Pencil is opening this library at this moment. Try again.')
  try {
    const again = await judge(files, path)
    if (again.held) throw new AppError('locked', again.sentence)
    await files.rm(path, { force: true })
    if (!(await create(files, path, mine)))
      throw new AppError('locked', 'Another Blue Pencil has just opened this library.')
    return again.sentence
  } finally {
    await files.rm(guard, { force: true })
  }
}

async function readHolder(files: FilePort, path: string): Promise<Holder | undefined> {
  try {
    return v.parse(Holder, JSON.parse(await files.readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

/** Whether the lock's holder is still there, and a sentence about it. */
async function judge(files: FilePort, path: string): Promise<{ held: boolean; sentence: string }> {
  let touched: number
  try {
    touched = (await files.stat(path)).mtimeMs
  } catch (thrown) {
    if (isMissing(thrown)) return { held: false, sentence: '' }
    throw thrown
  }
  const holder = await readHolder(files, path)
  // A touch in the future, after a clock was put back, counts as fresh: waiting is better than two writers.
  const age = Date.now() - touched
  if (!holder)
    return age < UNWRITTEN
      ? { held: true, sentence: 'Another Blue Pencil is opening this library at this moment. Try again.' }
      : { held: false, sentence: 'The library’s lock could not be read and was made anew; nothing was lost.' }
  const who = `process ${holder.pid} on ${holder.host}, since ${holder.since}`
  const held = holder.host === hostname() ? isRunning(holder, age) : age < STALE
  return {
    held,
    sentence: held
      ? `This library is in use by another Blue Pencil (${who}). Close it there, or choose another library.`
      : `The last session (${who}) did not end as it should. Its lock was taken over; every edit that was saved is here.`,
  }
}

function isRunning(holder: Holder, age: number): boolean {
  if (holder.pid === process.pid) return holder.processStart === (processStart(process.pid) ?? '')
  try {
    process.kill(holder.pid, 0)
  } catch (thrown) {
    if (errorCode(thrown) === 'ESRCH') return false
  }
  const start = processStart(holder.pid)
  if (start !== undefined && holder.processStart) return start === holder.processStart
  // Where a process's start cannot be had: its number may have been given anew after the computer was started again.
  const bootedAt = Date.now() - uptime() * 1_000
  return age < STALE || Date.parse(holder.since) > bootedAt
}

/** Field 22 of /proc/PID/stat (proc(5)): when the process was started, in clock ticks after boot. Linux alone has it. */
function processStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
