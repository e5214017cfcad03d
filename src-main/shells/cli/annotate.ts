import { basename } from 'node:path'
import type { OpenDocument, Saved } from '../../contract/api'
import { AppError, toProblem } from '../../contract/result'
import { offsetMap } from '../../core/text/offsets'
import { findAuthor } from './author'
import { checkFields, checkValues } from './check-command'
import { commandInUtf16 } from './command-in-utf16'
import { linesOf } from './records'
import { print, STATUS, statusOf } from './terminal'
import { withApp, type Call, type LibraryOption } from './with-app'

/** Bytes of one command. */
const LONGEST_LINE = 8 * 1024 * 1024

interface AnnotateOptions extends LibraryOption {
  author?: string
  from?: string
}

/**
 * `annotate`: commands from stdin; each is answered in its turn, and only when it is on disk. With `--from`, what a file
 * of annotations says, answered by one line.
 */
export async function annotate(id: string, options: AnnotateOptions): Promise<number> {
  const author = await findAuthor(options.author)
  const { from } = options
  if (from !== undefined)
    return withApp({ ...options, readOnly: false, author }, async (call) => {
      const file = { name: basename(from), path: from }
      const { added, orphaned, notices } = await call('review.importNotes', { document: id, file })
      await print(`${JSON.stringify({ ok: true, added, orphaned, notices })}\n`)
      return STATUS.done
    })
  return withApp({ ...options, readOnly: false, author }, async (call) => {
    const opened = await call('document.open', { id })
    let edit = editor(call, id, opened)
    let done = 0
    let failed = 0
    for await (const line of linesOf(process.stdin, LONGEST_LINE)) {
      try {
        if (!('text' in line)) throw new AppError('too-large', 'The line is longer than 8 MB.')
        const saved = await edit(line.text)
        done++
        // Undoing a revision brings another text, in which later offsets count.
        if (saved.change.revision) edit = editor(call, id, await call('document.open', { id }))
        await print(`${JSON.stringify({ ok: true, id: idOf(saved) })}\n`)
      } catch (thrown) {
        failed++
        const { code, message } = toProblem(thrown)
        await print(`${JSON.stringify({ ok: false, error: { code, message } })}\n`)
      }
    }
    return statusOf(done, failed)
  })
}

function editor(call: Call, document: string, { document: { text }, detection }: OpenDocument) {
  const map = offsetMap(text)
  return async (line: string): Promise<Saved> => {
    const command = parse(line)
    checkFields(command)
    if (command['op'] === 'undo') return call('review.undo', { document })
    if (command['op'] === 'redo') return call('review.redo', { document })
    const placed = commandInUtf16(command, map, detection)
    checkValues(placed)
    return call('review.do', { document, command: placed as never })
  }
}

function parse(line: string): Record<string, unknown> {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    throw new AppError('bad-request', 'The line is not JSON.')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new AppError('bad-request', 'The line is not a command, such as {"op":"highlight","start":0,"end":5}.')
  return parsed as Record<string, unknown>
}

/** The id of what the edit made, or else of what it changed. */
function idOf({ change }: Saved): string | undefined {
  const patches = change.patches.filter((patch) => patch.collection !== 'removals')
  return (patches.find((patch) => patch.before === undefined) ?? patches[0])?.id
}
