import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What was not foreseen, as lines in files that stay on this machine. */
export interface FaultLog {
  /** Never throws: a log that cannot be written must not be the next fault. */
  note(where: string, thrown: unknown): void
  /** The newest lines, oldest first. */
  read(): string
}

/** Bytes of one file, and how many full ones are kept beside it. */
const LIMIT = 256 * 1024
const KEPT = 4
/** Characters that are read back: what somebody can look through before sending it. */
const SHOWN = 64 * 1024

/**
 * Opens the log of faults and crashes. It is written at once and synchronously, because the next thing that happens may
 * be the end of the process. Messages of exceptions are left out: JSON, schemas and parsers quote what they were
 * reading, which may be the article.
 */
export function openFaultLog(folder: string, version: string, clock: () => string): FaultLog {
  const path = join(folder, 'blue-pencil.log')

  function rotate(): void {
    if (!existsSync(path) || statSync(path).size < LIMIT) return
    for (let number = KEPT; number > 0; number--) {
      const from = number === 1 ? path : `${path}.${number - 1}`
      if (existsSync(from)) renameSync(from, `${path}.${number}`)
    }
  }

  return {
    note(where, thrown) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        rotate()
        // "import of FILE" names a file, and a file's name is often the headline.
        const [part = ''] = where.split(' of ')
        appendFileSync(path, `${clock()} ${version} ${part}: ${describeFault(thrown)}\n`, { mode: 0o600 })
      } catch {
        // There is nowhere left to say it.
      }
    },
    read() {
      const files = [`${path}.1`, path].filter((file) => existsSync(file))
      return files
        .map((file) => readFileSync(file, 'utf8'))
        .join('')
        .slice(-SHOWN)
    },
  }
}

/** An exception by its name, its code and the places in the program it came through; never its words. */
export function describeFault(thrown: unknown): string {
  if (!(thrown instanceof Error)) return `a ${typeof thrown} was thrown`
  const { code, syscall } = thrown as NodeJS.ErrnoException
  const what = [thrown.name, code, syscall].filter((part) => typeof part === 'string' && /^[\w-]{1,60}$/.test(part))
  const frames = (thrown.stack ?? '').split('\n').flatMap((line) => frameOf(line) ?? [])
  return [what.join(' '), ...frames.slice(0, 12)].join(' < ')
}

/** `at name (path:line:column)` without the path's folders, which may name a person. */
function frameOf(line: string): string | undefined {
  const found = /^\s+at (?:async )?(?:([\w.<>$]+) )?\(?(?:.*[\\/])?([\w.-]+:\d+:\d+)\)?$/.exec(line)
  return found ? [found[1], found[2]].filter(Boolean).join(' ') : undefined
}
