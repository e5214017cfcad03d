import type { LineFacts } from './base-features'
import { LINE, type LineTable } from './line-table'
import { TOKEN } from './tokens'

/** What it adds to be one of several headlines that say nothing of the story. */
const LIST = 1
const FEWEST = 3
const MOST = 12
const LEAST_WORDS = 4
const LEAST_CONTENT = 2
/** Share of their words that the story has, too. */
const MOST_TIED = 0.2
const NO_HEADLINE_END = /[:,;，：；、\d]$/u

/**
 * Adds to the log-odds of lines in a list of headlines between paragraphs which no sentence announces and whose words
 * are not the story's. Most lists that sites put in have no marker phrase; of such lists in the labelled articles none
 * was part of the story.
 */
export function addLists({ table, ties }: LineFacts, scores: Float32Array): void {
  for (let from = 0; from < table.count;) {
    if ((table.flags[from] as number) & LINE.prose) {
      from++
      continue
    }
    let to = from
    let words = 0
    let known = 0
    let isList = from > 0 && !NO_HEADLINE_END.test(lastOf(table, from - 1))
    for (; to < table.count && !((table.flags[to] as number) & LINE.prose); to++) {
      const content = ties.contentWords[to] as number
      words += content
      known += content * (ties.story[to] as number)
      isList &&= content >= LEAST_CONTENT && isHeadline(table, to)
    }
    const length = to - from
    if (isList && to < table.count && length >= FEWEST && length <= MOST && known < MOST_TIED * words)
      for (let line = from; line < to; line++) scores[line] = (scores[line] as number) + LIST
    from = to
  }
}

const lastOf = ({ text, end }: LineTable, line: number) => text[(end[line] as number) - 1] as string

function isHeadline(table: LineTable, line: number): boolean {
  const first = table.firstToken[line] as number
  const flags = table.flags[line] as number
  if ((table.firstToken[line + 1] as number) - first < LEAST_WORDS || flags & LINE.numbered) return false
  if (flags & LINE.stop && lastOf(table, line) !== '?') return false
  const opening = table.tokens.flags[first] as number
  return (
    (opening & (TOKEN.capital | TOKEN.caseless | TOKEN.ideograph)) !== 0 && !NO_HEADLINE_END.test(lastOf(table, line))
  )
}
