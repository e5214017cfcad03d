import type { Annotation, Reply } from '../../contract/entities'
import type { ExportInput, ExportOptions } from '../exporters/exporter'
import { remarkContext } from '../exporters/markdown'
import { remarkOf, remarkText, type Remark } from '../exporters/markdown-remark'
import { placeAnnotations } from '../exporters/placed'
import { noteId, SOMEBODY } from './noted'

/** What became of the remarks that were exported. */
export interface ReadRemarks {
  /** Whether a remark is one of ours, as it was or changed; all others somebody wrote. */
  isOurs(said: string): boolean
  readonly annotations: Annotation[]
  readonly replies: Reply[]
  /** How many the file no longer has. */
  readonly gone: number
  /** How many were changed in a way that cannot be told. */
  readonly unread: number
}

/** Stands on a piece of an annotation that goes on: "3, 4 …". */
const GOES_ON = /^\d+(?:, \d+)* …$/
/** A pipe is escaped in the cells of tables only; programs that tidy Markdown break its lines anew. */
const plain = (said: string) => said.replaceAll('\\|', '|').replace(/\s+/gu, ' ')

/** Compares the remarks of a file with those it was exported with. @param said as they stand in the file */
export function readRemarks(input: ExportInput, options: ExportOptions, said: readonly string[]): ReadRemarks {
  const context = remarkContext(input, options)
  const { placed, lost } = placeAnnotations(input.document, input.review)
  const byNumber = new Map<string, { annotation: Annotation; remark: Remark }>()
  const whole = new Map<string, string>()
  for (const annotation of [...placed, ...lost]) {
    const number = String(context.numbers.get(annotation.id))
    const remark = remarkOf(annotation, context)
    byNumber.set(number, { annotation, remark })
    whole.set(plain(remarkText(remark)), number)
  }
  const seen = new Set(said.flatMap((one) => whole.get(plain(one)) ?? []))
  const ours = new Set<string>()
  const read = { annotations: [] as Annotation[], replies: [] as Reply[], unread: 0 }
  for (const one of said) {
    const number = /^(\d+)\.\s/.exec(one)?.[1] ?? ''
    const found = byNumber.get(number)
    if (!found || seen.has(number)) continue
    seen.add(number)
    ours.add(one)
    const changed = changedRemark(plain(one), found.remark)
    if (!changed) read.unread++
    if (changed && changed.note !== plain(found.remark.note))
      read.annotations.push({ ...found.annotation, note: changed.note })
    if (changed?.answer) read.replies.push(answerOf(found.annotation, changed.answer, options.now))
  }
  return {
    ...read,
    isOurs: (one) => GOES_ON.test(plain(one)) || whole.has(plain(one)) || ours.has(one),
    gone: byNumber.size - seen.size,
  }
}

/** The words between what Blue Pencil wrote, and what was written behind them. */
function changedRemark(said: string, remark: Remark): { note: string; answer: string } | undefined {
  const [before, after] = [plain(remark.before), plain(remark.after)]
  const end = said.lastIndexOf(after)
  if (!said.startsWith(before) || end < before.length) return undefined
  const bare = (words: string) => words.replace(/^[\s·]+|[\s·]+$/gu, '')
  return { note: bare(said.slice(before.length, end)), answer: bare(said.slice(end + after.length)) }
}

function answerOf({ id: annotation }: Annotation, body: string, time: string): Reply {
  const id = noteId('answer', annotation, body)
  return { id, annotation, body, author: SOMEBODY, createdAt: time, updatedAt: time }
}
