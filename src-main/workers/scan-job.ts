import { detect } from '../core/detectors/registry'
import { reportDetection } from '../core/detectors/report'
import { languageTag } from '../core/text/language'
import { textModel } from '../core/text/model'

export interface ScanJob {
  /** Records as they came, one JSON object each. */
  readonly lines: readonly string[]
  readonly withSentences: boolean
}

export interface ScanAnswers {
  /** A line for each record, in order, each with its line end. */
  readonly text: string
  readonly failed: number
}

/** UTF-16 code units of one record's text. */
const LONGEST_TEXT = 20_000_000

export function scanRecords({ lines, withSentences }: ScanJob): ScanAnswers {
  let text = ''
  let failed = 0
  for (const line of lines) {
    const outcome = scanRecord(line, withSentences)
    text += `${outcome.answer}\n`
    if (outcome.failed) failed++
  }
  return { text, failed }
}

/** Answers one line of `scan --jsonl`; what is wrong with a record is said in its answer. */
function scanRecord(line: string, withSentences: boolean): { answer: string; failed: boolean } {
  let id: unknown
  try {
    const record: unknown = parse(line)
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      return refused(id, 'The line is not a JSON object with "id" and "text".')
    const { text, language, ...rest } = record as Record<string, unknown>
    id = rest['id']
    if (typeof text !== 'string') return refused(id, 'The record has no "text", or it is not a string.')
    if (text.length > LONGEST_TEXT)
      return refused(id, 'The text is longer than 20 million characters; cut it.', 'too-large')
    if (language !== undefined && language !== null && typeof language !== 'string')
      return refused(id, '"language" is a string such as "en".')
    const { suggestions, sentences } = reportDetection(
      text,
      detect({ model: textModel(text, { language: languageTag(language ?? undefined) }) }),
    )
    return { answer: JSON.stringify({ id, suggestions, ...(withSentences ? { sentences } : {}) }), failed: false }
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return refused(id, `The record could not be scanned: ${message}`, 'fault')
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The answer to a record that was not scanned. */
export function refused(id: unknown, message: string, code = 'bad-request'): { answer: string; failed: boolean } {
  return { answer: JSON.stringify({ id: id ?? null, error: { code, message } }), failed: true }
}
