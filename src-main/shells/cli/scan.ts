import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { detect } from '../../core/detectors/registry'
import { reportDetection } from '../../core/detectors/report'
import { textModel } from '../../core/text/model'

/** `scan --jsonl [--sentences]`: a record in, a record out, in order. */
export async function scan(args: readonly string[]): Promise<number> {
  const withSentences = args.includes('--sentences')
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue
    if (!process.stdout.write(answer(line, withSentences) + '\n')) await once(process.stdout, 'drain')
  }
  return 0
}

function answer(line: string, withSentences: boolean): string {
  let id: unknown
  try {
    const record = JSON.parse(line) as { id: unknown; text: string; language?: string }
    id = record.id
    if (typeof record.text !== 'string') throw new Error('The record has no text.')
    const report = reportDetection(
      record.text,
      detect({ model: textModel(record.text, { language: record.language }) }),
    )
    return JSON.stringify({
      id,
      suggestions: report.suggestions,
      ...(withSentences ? { sentences: report.sentences } : {}),
    })
  } catch (thrown) {
    return JSON.stringify({
      id,
      error: { code: 'bad-request', message: thrown instanceof Error ? thrown.message : String(thrown) },
    })
  }
}
