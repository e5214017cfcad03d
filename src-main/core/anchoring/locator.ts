import type { RecordText } from '../../contract/records'
import { lowerBound } from '../text/offsets'

/** How far back a time counts: past this, a passage is too far from it to be found by it. UTF-16 code units. */
const REACH = 6_000

/** Where an offset of a record is, the way one cites it: its page and the time before it, else its paragraph. UTF-16. */
export function locatorAt(record: RecordText, offset: number): string {
  const page = lastMark(record, 'page', offset)
  const time = lastMark(record, 'time', offset)
  const said = [...(page ? [`p. ${page.label}`] : []), ...(time && offset - time.start <= REACH ? [time.label] : [])]
  if (said.length > 0) return said.join(', ')
  const { paragraphs } = record
  return `para. ${Math.max(
    1,
    lowerBound(paragraphs.length, (index) => (paragraphs[index] as number) > offset),
  )}`
}

/** Whose turn it is at an offset of a record. */
export function turnAt({ turns }: RecordText, offset: number): RecordText['turns'][number] | undefined {
  return turns[lowerBound(turns.length, (index) => (turns[index]?.start ?? 0) > offset) - 1]
}

function lastMark({ marks }: RecordText, kind: RecordText['marks'][number]['kind'], offset: number) {
  for (let at = lowerBound(marks.length, (index) => (marks[index]?.start ?? 0) > offset) - 1; at >= 0; at--)
    if (marks[at]?.kind === kind) return marks[at]
  return undefined
}
