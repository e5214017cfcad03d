import { AppError, type ErrorCode } from '../../contract/result'

/** What this version reads, for the end of a sentence. */
const READS =
  'Blue Pencil reads plain text, Markdown, web pages, mail, electronic books, PDF, and Word, OpenDocument and rich text files.'

/** Characters that could disguise a name: controls, and marks that turn the direction of writing. */
// eslint-disable-next-line no-control-regex
const DISGUISE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** A file name as it may stand in a sentence: in quotation marks, nothing invisible in it, not endless. */
export function quoteName(name: string): string {
  const shown = name
    .replace(/^.*[\\/]/s, '')
    .replace(DISGUISE, '')
    .trim()
  return `“${shown.length > 100 ? `${shown.slice(0, 60)}…${shown.slice(-30)}` : shown || 'the file'}”`
}

/** An error about a file; `what` goes on after its name, such as "is empty.". */
export function refuse(code: ErrorCode, name: string, what: string): AppError {
  return new AppError(code, `${quoteName(name)} ${what}`)
}

/** @param what an article and a noun, such as "a PDF document" */
export function refuseFormat(name: string, what: string, advice: string): AppError {
  return refuse('unsupported', name, `is ${what}. ${READS} ${advice}`.trim())
}
