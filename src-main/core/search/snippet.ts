import type { SearchWord } from './words'

/** UTF-16 code units around the first match. */
const BEFORE = 60
const LENGTH = 200

/** Words around the first match of an entry, with the matches in it; and the match's place where the entry is text. */
export function snippetOf(
  entry: { where: string; start: number; end: number; content: string },
  words: readonly SearchWord[],
  terms: ReadonlySet<string>,
): { snippet: string; matches: [number, number][]; start: number; end: number } {
  const { content } = entry
  const matched = words.filter((word) => terms.has(word.term))
  const first = matched[0] ?? { start: 0, end: 0 }
  const from = first.start <= BEFORE ? 0 : wordStart(words, first.start - BEFORE)
  const to = content.length <= from + LENGTH ? content.length : wordEnd(words, from + LENGTH)
  const lead = from > 0 ? '… ' : ''
  const inside = matched.filter((word) => word.start >= from && word.end <= to)
  const isText = entry.where === 'text'
  return {
    snippet: lead + content.slice(from, to) + (to < content.length ? ' …' : ''),
    matches: merged(inside.map((word) => [word.start - from + lead.length, word.end - from + lead.length])),
    start: isText ? entry.start + first.start : entry.start,
    end: isText ? entry.start + first.end : entry.end,
  }
}

const wordStart = (words: readonly SearchWord[], at: number) => words.find((word) => word.start >= at)?.start ?? at
const wordEnd = (words: readonly SearchWord[], at: number) =>
  words.reduce((end, word) => (word.end <= at ? Math.max(end, word.end) : end), 0) || at

/** Pairs of unspaced scripts overlap; what is shown as one match is one. */
function merged(ranges: [number, number][]): [number, number][] {
  const result: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = result[result.length - 1]
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}
