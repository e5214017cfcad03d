import type { Block, Page } from '../../contract/entities'
import type { RecordText } from '../../contract/records'
import { plainBlocks } from '../text/blocks'
import type { Range } from '../text/model'
import { speakerLabels } from './speaker-labels'

/** A time at the head of a line, or in brackets anywhere: 12:31, [00:12:31], (0:12:31.4). */
const TIME =
  /^[ \t]*[[(]?(\d{1,3}:\d{2}(?::\d{2})?)(?:[.,]\d{1,3})?[\])]?(?=[ \t\n]|$)|[[(](\d{1,3}:\d{2}(?::\d{2})?)(?:[.,]\d{1,3})?[\])]/gmu
/** A time that comes once is one that somebody mentioned. */
const FEWEST_TIMES = 2

/** A text as a record: with the times, pages and turns one cites it by. */
export function recordText(
  text: string,
  blocks: readonly Block[] = plainBlocks(text),
  pages: readonly Page[] = [],
): RecordText {
  const { turns, asides } = speakerLabels(text)
  const headed = turns.flatMap(({ start, end }) => {
    const label = /\d{1,3}:\d{2}(?::\d{2})?/.exec(text.slice(start, end))?.[0]
    return label ? [{ start, end, label }] : []
  })
  const times = [...text.matchAll(TIME)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    label: match[1] ?? match[2] ?? '',
  }))
  const all = [...headed, ...outside(times, headed)]
  const timed = all.length >= FEWEST_TIMES ? all : []
  return {
    text,
    paragraphs: blocks.map(({ start }) => start),
    marks: [
      ...timed.map(({ start, label }) => ({ kind: 'time' as const, start, label })),
      ...pages.map(({ start, label }) => ({ kind: 'page' as const, start, label })),
    ].sort((a, b) => a.start - b.start),
    turns,
    asides: merged([...timed, ...asides]),
  }
}

/** In order, and none within another. */
function merged(ranges: readonly Range[]): Range[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** Those that stand within none of the others; both are in order. */
function outside<R extends Range>(ranges: readonly R[], others: readonly Range[]): R[] {
  let next = 0
  return ranges.filter(({ start, end }) => {
    while (next < others.length && (others[next]?.end ?? 0) < end) next++
    return !(next < others.length && (others[next]?.start ?? Infinity) <= start)
  })
}
