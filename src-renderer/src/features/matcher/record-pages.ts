import type { RecordText } from '@contract/records'
import { lowerBound } from '@core/text/offsets'
import type { Range } from '@core/text/model'

/** A stretch of a paragraph: plain words, a passage that is pointed at, or a time or label that nobody said. */
export interface RecordPart {
  readonly text: string
  readonly kind: 'said' | 'aside'
  readonly passage: boolean
}

/** A paragraph of a record. Offsets are UTF-16 into its text. */
export interface RecordParagraph extends Range {
  /** The page that begins here. */
  readonly page?: string
  /** The time at its beginning, where the text itself does not show it. */
  readonly time?: string
}

/** Paragraphs that are drawn together, with about how many characters they have. */
export interface RecordSection extends Range {
  readonly paragraphs: readonly RecordParagraph[]
}

const TOGETHER = 40

/** A record's text in paragraphs, and these in sections: a long record is drawn section by section. */
export function recordSections(record: RecordText): RecordSection[] {
  const { text, marks, asides } = record
  const starts =
    record.paragraphs.length > 0 && record.paragraphs[0] === 0 ? record.paragraphs : [0, ...record.paragraphs]
  const paragraphs: RecordParagraph[] = []
  let mark = 0
  let aside = 0
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length
    if (end <= start || text.slice(start, end).trim() === '') continue
    let page: string | undefined
    let time: string | undefined
    for (; mark < marks.length && (marks[mark]?.start ?? 0) < end; mark++) {
      const { kind, start: at, label } = marks[mark] as RecordText['marks'][number]
      if (kind === 'page') page = label
      else if (!time) {
        while (aside < asides.length && (asides[aside]?.end ?? 0) <= at) aside++
        if ((asides[aside]?.start ?? Infinity) > at) time = label
      }
    }
    paragraphs.push({ start, end, ...(page !== undefined && { page }), ...(time !== undefined && { time }) })
  }
  const sections: RecordSection[] = []
  for (let at = 0; at < paragraphs.length; at += TOGETHER) {
    const together = paragraphs.slice(at, at + TOGETHER)
    const [first, last] = [together[0], together.at(-1)]
    if (first && last) sections.push({ start: first.start, end: last.end, paragraphs: together })
  }
  return sections
}

/** A paragraph in stretches: where passages and asides begin and end. */
export function recordParts(record: RecordText, { start, end }: Range, passages: readonly Range[]): RecordPart[] {
  const asides = within(record.asides, start, end)
  const marked = passages.filter((passage) => passage.start < end && passage.end > start)
  const edges = new Set([start, end])
  for (const range of [...asides, ...marked])
    for (const edge of [range.start, range.end]) if (edge > start && edge < end) edges.add(edge)
  const cuts = [...edges].sort((a, b) => a - b)
  const holds = (ranges: readonly Range[], at: number) => ranges.some((range) => range.start <= at && range.end > at)
  return cuts.slice(0, -1).flatMap((from, index): RecordPart[] => {
    const text = record.text.slice(from, cuts[index + 1])
    const words = index === cuts.length - 2 ? text.trimEnd() : text
    if (words === '') return []
    return [{ text: words, kind: holds(asides, from) ? 'aside' : 'said', passage: holds(marked, from) }]
  })
}

/** Of ranges in order, those that touch a stretch. */
function within(ranges: readonly Range[], start: number, end: number): Range[] {
  const found: Range[] = []
  const first = lowerBound(ranges.length, (index) => (ranges[index]?.end ?? 0) > start)
  for (let at = first; at < ranges.length && (ranges[at]?.start ?? Infinity) < end; at++)
    found.push(ranges[at] as Range)
  return found
}
