import type { Page } from '../../contract/entities'

/** A time at the head of a line or in brackets, as transcripts and subtitles write it: 12:31, 00:12:31, 00:12:31,400. */
const TIME = /(?:^|\n)[ \t]*[[(]?(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,3})?[\])]?|[[(](\d{1,2}:\d{2}(?::\d{2})?)[\])]/g
/** How far back a time counts: past this, a passage is too far from it to be found by it. UTF-16 code units. */
const REACH = 3_000

/** Where an offset is, the way one cites it: the time before it, else its page, else its paragraph. UTF-16. */
export function locatorAt({ text, pages }: { text: string; pages?: readonly Page[] }, offset: number): string {
  const from = Math.max(0, offset - REACH)
  let time: string | undefined
  for (const match of text.slice(from, offset).matchAll(TIME)) time = match[1] ?? match[2]
  if (time) return time
  const page = pages?.findLast(({ start }) => start <= offset)
  if (page) return `p. ${page.label}`
  const before = text.slice(0, offset).split(/\n\s*\n/)
  return `para. ${before.filter((paragraph) => paragraph.trim()).length || 1}`
}
