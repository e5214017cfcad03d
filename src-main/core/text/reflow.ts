/** Columns: where people and programs wrap text by hand. */
const NARROWEST = 40
const WIDEST = 100
/** Fewer breaks than this prove nothing. */
const FEWEST_BREAKS = 4

/** Columns by which paragraphs of one text may differ in width. */
const SLACK = 5

/** Begins a line that never carries on the one before it: list items, quotations, tables, rules, indented text. */
const OWN_LINE = /^(?:\s|[-*•‣▪◦+|>#=_~]|\d{1,3}[.)]\s|$)/u
/** Columns of a table, or leaders of a contents list. */
const COLUMNS = /\S(?: {3,}|\t)\S|\.{4,}/u

/**
 * Joins the lines of a text that was wrapped by hand: where the first word of a line would not have fitted on the line
 * before, the break was the width's doing, not the writer's, and becomes a space. Lists, poems, tables, headlines and
 * texts with a paragraph a line stay as they are. Nothing else changes, so every offset stays what it was.
 *
 * @param text with `\n` line endings
 */
export function reflow(text: string): string {
  const lines = text.split('\n')
  const width = wrapWidth(lines)
  if (!width) return text
  let joined = lines[0] ?? ''
  const parts: string[] = []
  for (let at = 1; at < lines.length; at++) {
    const before = lines[at - 1] as string
    const line = lines[at] as string
    if (carriesOn(before, line, width)) parts.push(joined, ' ')
    else parts.push(joined, '\n')
    joined = line
  }
  parts.push(joined)
  return parts.join('')
}

/** The column a text is wrapped at; 0 where it is not wrapped. */
function wrapWidth(lines: readonly string[]): number {
  // Lines that another follows without a blank one between: only those can have been wrapped.
  const lengths: number[] = []
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at] as string
    if (line.trim() && (lines[at + 1] as string).trim() && !COLUMNS.test(line)) lengths.push(line.trimEnd().length)
  }
  if (lengths.length < FEWEST_BREAKS) return 0
  const sorted = [...lengths].sort((a, b) => a - b)
  // A word or an address too long for its line may stick out; a wrapped text has few of those.
  const width = sorted[Math.floor((sorted.length - 1) * 0.97)] as number
  if (width < NARROWEST || width > WIDEST) return 0
  let forced = 0
  let breaks = 0
  for (let at = 1; at < lines.length; at++) {
    const before = lines[at - 1] as string
    const line = lines[at] as string
    if (!before.trim() || !line.trim() || OWN_LINE.test(line)) continue
    breaks++
    if (isForced(before, line, width)) forced++
  }
  return forced >= FEWEST_BREAKS && forced >= breaks * 0.6 ? width : 0
}

/** In a text that is wrapped: the break was forced, or nearly so, or a long line goes on in lower case. */
function carriesOn(before: string, line: string, width: number): boolean {
  if (isForced(before, line, width - SLACK)) return true
  const long = before.trimEnd().length
  return long > width * 0.6 && /^\p{Ll}/u.test(line) && isForced(before, line, long)
}

function isForced(before: string, line: string, width: number): boolean {
  const end = before.trimEnd()
  if (!end || OWN_LINE.test(line) || COLUMNS.test(end) || COLUMNS.test(line)) return false
  // A heading or a rule above a text is a line of its own, however long.
  if (/^(?:#{1,6}\s|[=_*~-]{3,}$)/u.test(end)) return false
  const space = line.indexOf(' ')
  const first = space < 0 ? line.length : space
  return end.length > width * 0.6 && end.length + 1 + first > width
}
