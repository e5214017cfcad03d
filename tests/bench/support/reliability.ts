import { readFileSync } from 'node:fs'
import { detect } from '../../../src-main/core/detectors/registry'
import { textModel, type Range } from '../../../src-main/core/text/model'
import { offsetMap } from '../../../src-main/core/text/offsets'

/** One thing a detector said, how sure it was and whether it was right. */
interface Judged {
  readonly score: number
  readonly right: boolean
}

type Labelled = { source?: string } & (
  | { text: string; label: number }
  | { text: string; quotes: { start: number; end: number; parts?: [number, number][] }[] }
  | { lines: { text: string; label: string }[] }
)

const INSERTED = new Set(['off-topic-insertion', 'boilerplate', 'advertisement'])

/** Prints, for labelled records of any of the three kinds, how often suggestions of each score are right. */
export function printReliability(file: string): void {
  const records = recordsOf(file)
  const judged = records.filter((record) => !record.source?.startsWith('clef')).flatMap(judge)
  console.log(`   reliability on ${file} (detectors trained on the same file look better here than they are)`)
  console.log('   score        said   mean score   right')
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = judged.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === bin)
    if (inside.length === 0) continue
    const score = inside.reduce((sum, one) => sum + one.score, 0) / inside.length
    const right = inside.filter((one) => one.right).length / inside.length
    error += (Math.abs(score - right) * inside.length) / judged.length
    const cells = [String(inside.length).padStart(7), score.toFixed(3).padStart(12), right.toFixed(3).padStart(8)]
    console.log(`   ${(bin / 10).toFixed(1)}–${((bin + 1) / 10).toFixed(1)}  ${cells.join('')}`)
  }
  console.log(`   calibration error over ten bins: ${error.toFixed(4)} (${judged.length} judged)`)
}

/** The articles of labelled records as plain texts; single sentences one after the other, as one. */
export function textsOf(file: string): string[] {
  const records = recordsOf(file)
  const sentences = records.flatMap((record) => ('label' in record ? [record.text] : []))
  const articles = records.flatMap((record) =>
    'label' in record ? [] : 'lines' in record ? [record.lines.map(({ text }) => text).join('\n')] : [record.text],
  )
  return sentences.length > 0 ? [...articles, sentences.join(' ')] : articles
}

function recordsOf(file: string): Labelled[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
}

function judge(record: Labelled): Judged[] {
  if ('label' in record) {
    const { sentences } = detect({ model: textModel(record.text, { language: 'en' }) })
    return [{ score: Math.max(0, ...sentences.map((s) => s.checkworthiness)), right: record.label === 1 }]
  }
  return 'quotes' in record ? judgeQuotations(record) : judgeInsertions(record.lines)
}

function judgeQuotations({
  text,
  quotes,
}: {
  text: string
  quotes: { start: number; end: number; parts?: [number, number][] }[]
}): Judged[] {
  const { toUtf16 } = offsetMap(text)
  const gold = quotes
    .flatMap(({ start, end, parts }): [number, number][] => (parts?.length ? parts : [[start, end]]))
    .map(([start, end]) => ({ start: toUtf16(start), end: toUtf16(end) }))
  return detect({ model: textModel(text, { language: 'en' }) })
    .suggestions.filter(({ claimType }) => claimType === 'quotation')
    .map((made) => ({
      score: made.score,
      right: gold.some((told) => overlap(made, told) >= 0.5 * Math.min(made.end - made.start, told.end - told.start)),
    }))
}

function judgeInsertions(lines: readonly { text: string; label: string }[]): Judged[] {
  let at = 0
  const placed = lines.map(({ text, label }) => {
    const line = { start: at, end: at + text.length, label }
    at += text.length + 1
    return line
  })
  const text = lines.map((line) => line.text).join('\n')
  return detect({ model: textModel(text, { language: 'en' }) })
    .suggestions.filter(({ reason }) => reason !== undefined && INSERTED.has(reason))
    .flatMap((made) => {
      const inside = placed.filter(
        (line) => line.label !== 'furniture' && overlap(made, line) * 2 >= line.end - line.start,
      )
      return inside.map(({ label }) => ({ score: made.score, right: label === 'insertion' }))
    })
}

const overlap = (one: Range, other: Range) =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
