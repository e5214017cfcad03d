import type { MarkupHint } from '../../../contract/entities'
import { LINE, type LineTable } from './line-table'

/** Roles of parts that a page has beside its story, as importers name them, and words of class names. */
const ROLE =
  /related|promo|newsletter|subscri|share|social|aside|sidebar|sponsor|advert|\bad\b|cookie|consent|paywall|recommend|more-|trending|popular|teaser|comment|navigation|footer|form|button|dialog|tags|poll/i

/** Adds to the lines' log-odds what the markup of their source says of them: boxes beside the story, lines that are links. */
export function addMarkup(hints: readonly MarkupHint[], table: LineTable, scores: Float32Array): void {
  const linesOf = hints.map((hint) => linesUnder(hint, table))
  const ofStory = storyRoles(hints, linesOf, table)
  hints.forEach((hint, index) => {
    const isBeside = hint.roles.some((role) => ROLE.test(role) && !ofStory.has(role))
    for (const line of linesOf[index] ?? []) {
      const isProse = ((table.flags[line] as number) & LINE.prose) !== 0
      // A box beside the story may hold paragraphs that belong to it.
      const roles = isBeside ? (isProse ? 2 : 4.5) : 0
      const words = (table.firstToken[line + 1] as number) - (table.firstToken[line] as number)
      const links = hint.linkShare >= 0.9 && !isProse && words >= 3 ? 1.5 : hint.linkShare < 0.05 && isProse ? -0.5 : 0
      scores[line] = (scores[line] as number) + roles + links
    }
  })
}

/** From this share of the paragraphs on, what a page calls a part is what it calls its story. */
const MOST_BESIDE = 0.4

/** Roles that hold for so many paragraphs that they say nothing, such as "form" on a page that is one. */
function storyRoles(hints: readonly MarkupHint[], linesOf: readonly number[][], table: LineTable): Set<string> {
  const prose = (line: number) => ((table.flags[line] as number) & LINE.prose) !== 0
  const counts = new Map<string, number>()
  hints.forEach(({ roles }, index) => {
    const count = (linesOf[index] ?? []).filter(prose).length
    for (const role of new Set(roles)) counts.set(role, (counts.get(role) ?? 0) + count)
  })
  let paragraphs = 0
  for (let line = 0; line < table.count; line++) if (prose(line)) paragraphs++
  return new Set(
    [...counts].filter(([, count]) => paragraphs && count >= MOST_BESIDE * paragraphs).map(([role]) => role),
  )
}

/** The lines that lie inside what a hint speaks of. */
function linesUnder({ start, end }: MarkupHint, table: LineTable): number[] {
  const lines: number[] = []
  for (let line = lineAt(table, start); line < table.count && (table.start[line] as number) < end; line++)
    if ((table.end[line] as number) <= end + 1) lines.push(line)
  return lines
}

function lineAt(table: LineTable, offset: number): number {
  let low = 0
  let high = table.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((table.start[middle] as number) >= offset) high = middle
    else low = middle + 1
  }
  return low
}
