import { fstatSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { AppError } from '../contract/result'
import { JournalEntry } from '../core/review/replay'
import { syncFolder, writeDurably } from './durable-file'
import { sha256 } from './envelope'
import { isMissing, readProblem, writeProblem } from './file-errors'
import type { FilePort } from './file-port'

/** Hexadecimal digits of SHA-256 that a line starts with. */
const CHECK_LENGTH = 16
const NEWLINE = 0x0a

export interface JournalContent {
  readonly entries: JournalEntry[]
  /** Bytes up to the end of the last whole line. What follows was never acknowledged. */
  readonly wholeBytes: number
  /** Whether something follows the last whole line. */
  readonly torn: boolean
  /** Whole lines that are not what was written. */
  readonly damagedLines: number
}

/** Reads a document's journal; a missing one is empty. @throws AppError `unreadable` */
export async function readJournal(files: FilePort, path: string): Promise<JournalContent> {
  let bytes: Buffer
  try {
    bytes = await files.readFile(path)
  } catch (thrown) {
    if (isMissing(thrown)) return { entries: [], wholeBytes: 0, torn: false, damagedLines: 0 }
    throw readProblem(thrown, path)
  }
  const entries: JournalEntry[] = []
  let damagedLines = 0
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    const entry = parseLine(bytes.toString('utf8', start, end))
    if (entry) entries.push(entry)
    else damagedLines++
    start = end + 1
  }
  return { entries, wholeBytes: start, torn: start < bytes.length, damagedLines }
}

function parseLine(line: string): JournalEntry | undefined {
  const json = line.slice(CHECK_LENGTH + 1)
  if (line[CHECK_LENGTH] !== ' ' || line.slice(0, CHECK_LENGTH) !== check(json)) return undefined
  const parsed = v.safeParse(JournalEntry, JSON.parse(json))
  return parsed.success ? parsed.output : undefined
}

const check = (json: string) => sha256(json).slice(0, CHECK_LENGTH)

export function journalLine(entry: JournalEntry): string {
  const json = JSON.stringify(entry)
  return `${check(json)} ${json}\n`
}

/** Puts a journal of just these entries in the place of the one that is there. */
export async function rewriteJournal(files: FilePort, path: string, entries: readonly JournalEntry[]): Promise<number> {
  const content = Buffer.from(entries.map(journalLine).join(''), 'utf8')
  await writeDurably(files, path, content)
  return content.byteLength
}

/** A journal open for writing. Calls must not overlap: its owner queues them. */
export interface Journal {
  /** Bytes that are known to be on disk. */
  readonly size: number
  /** Resolves when the line is on disk. When it cannot be written, nothing of it is left behind. */
  append(entry: JournalEntry): Promise<void>
  /** Empties it, once a snapshot and a backup hold everything that it says. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** @param size the bytes that are good; anything after them is cut off before the first new line */
export function openJournal(files: FilePort, path: string, size: number): Journal {
  let handle: Awaited<ReturnType<FilePort['open']>> | undefined
  let good = size

  async function tidy(): Promise<NonNullable<typeof handle>> {
    if (!handle) {
      const fresh = good === 0
      handle = await files.open(path, 'a', 0o600)
      if (fresh) await syncFolder(files, dirname(path))
    }
    // One look, which waits for nobody, finds a library that was deleted or cut while it was open.
    const { size: found, nlink } = fstatSync(handle.fd)
    if (nlink === 0 || found < good)
      throw new AppError('damaged', `${path} was ${nlink === 0 ? 'deleted' : 'cut short'} while it was open.`)
    if (found > good) await handle.truncate(good)
    return handle
  }

  return {
    get size() {
      return good
    },
    async append(entry) {
      const line = Buffer.from(journalLine(entry), 'utf8')
      try {
        const open = await tidy()
        await open.appendFile(line)
        await open.datasync()
        const { size } = fstatSync(open.fd)
        if (size !== good + line.byteLength) throw new Error(`${size - good} of ${line.byteLength} bytes were written`)
        good = size
      } catch (thrown) {
        // The line must not come back to life later: it was refused. If it cannot be cut off now, the next append does
        // it before it writes.
        await handle?.truncate(good).catch(() => {})
        throw writeProblem(thrown, path)
      }
    },
    async reset() {
      try {
        const open = await tidy()
        if (good === 0) return
        await open.truncate(0)
        good = 0
        await open.sync()
      } catch (thrown) {
        throw writeProblem(thrown, path)
      }
    },
    async close() {
      const closing = handle
      handle = undefined
      await closing?.close()
    },
  }
}
